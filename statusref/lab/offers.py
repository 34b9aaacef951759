"""What the window offers to ask for a code: the ways, the options that fit, and the address that results."""

from collections.abc import Mapping
from urllib.parse import urlencode

from statusref.lab.wanted import BODIES, CORS, HOW, REDIRECTS

PLAIN, REAL, CHAIN, LOOP = "plain", "real", "chain", "loop"
"""The ways to ask for a code: its answer at once, what it really means, or a row of redirects."""
_REAL = frozenset({102, 206, 304, 401, 405, 407, 408, 412, 413, 414, 416, 429, 431, 499})
_OF_WAYS = {(REAL, 102): ("every",), **dict.fromkeys(((REAL, code) for code in (413, 414, 431)), ("limit",))}
_OF_FEW = {0: ("delay", "how"), 100: ("refuse", "every")}
CHOICES = {"body": BODIES, "cors": CORS, "how": HOW}
"""Options with few values, of which one is chosen; the others are written."""
_LENGTH = "5"
"""So many redirects has a chain, unless its option says otherwise."""
COUNT = "count"
"""The option of a chain that stands in its path."""


def code_of(typed: str) -> int | None:
    """Return the code that the lab can answer with: 000, which is no answer, or 100-999."""
    text = typed.strip()
    if not (text.isascii() and text.isdecimal() and len(text) == 3):
        return None
    code = int(text)
    return code if code == 0 or code >= 100 else None


def ways(code: int) -> tuple[str, ...]:
    """Return how a code can be asked for, the usual way first."""
    if code in REDIRECTS:
        return PLAIN, CHAIN, LOOP
    return (PLAIN, REAL) if code in _REAL else (PLAIN,)


def options(code: int, way: str) -> tuple[str, ...]:
    """Return the names of the options that mean something for a code."""
    if way != PLAIN:
        return _OF_WAYS.get((way, code), (COUNT,) if way == CHAIN else ())
    if code < 200:
        return _OF_FEW.get(code, ("delay", "every"))
    if code in REDIRECTS:
        return "delay", "to", "header", "cors"
    return "delay", *(("times",) if code >= 400 else ()), "mix", "header", "body", "cors"


def target(code: int, way: str, given: Mapping[str, str]) -> str:
    """Return the path with the options that were given and fit. Empty ones are left out."""
    fitting = {name: given[name].strip() for name in options(code, way) if given.get(name, "").strip()}
    number = f"{code:03}"
    match way:
        case "chain":
            path, query = f"/chain/{fitting.get(COUNT, _LENGTH)}", {"code": number}
        case "loop":
            path, query = "/loop", {"code": number}
        case "real":
            path, query = f"/try/{number}", fitting
        case _:
            path, query = f"/{number}", fitting
    return path + ("?" + urlencode(query, safe=":,/*") if query else "")
