"""What is tried: one redirect with each code and method, and three redirects for what goes along and how often."""

from typing import NamedTuple

CODES = tuple(range(300, 309))
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "QUERY")
LONGEST_CHAIN = 60
"""curl, which follows the most of the clients measured, stops after 50."""


class Case(NamedTuple):
    """A request with ``method`` that is answered with ``code``. ``name`` stands in its address."""

    name: str
    code: int
    method: str


def cell(code: int, method: str) -> Case:
    return Case(f"{code}-{method}", code, method)


PORT = Case("port", 302, "GET")
"""Leads to another port, which is another origin."""
HOST = Case("host", 302, "GET")
"""Leads to another port under another name of the same machine."""
CHAIN = Case("chain", 302, "GET")
"""Leads on and on."""
PROBES = (PORT, HOST, CHAIN)
CELLS = tuple(cell(code, method) for code in CODES for method in METHODS)
CASES = {case.name: case for case in (*CELLS, *PROBES)}


def cases_of(column: str) -> tuple[Case, ...]:
    """Return the cases of a column of the note: ``PUT 301, 302``, in Korean ``PUT 301·302``.

    A column that names no method, ``307, 308``, is about POST.
    """
    words = column.replace("·", " ").replace(",", " ").split()
    method = "POST" if words[0].isdecimal() else words.pop(0)
    return tuple(cell(int(code), method) for code in words)
