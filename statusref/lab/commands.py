"""Ready commands that ask an address: for shells, and as code for HTTP clients.

``lab/commands.json`` has a template for each tool. Which redirects are followed is left to the tool where it follows
any by itself; those that would follow none are told to, so that there is something to see.
"""

from pathlib import Path
from shlex import quote
from typing import NamedTuple

from statusref.domain.code_templates import fill, literal
from statusref.domain.fields import Fields
from statusref.domain.registry import read_json

FILE = "lab/commands.json"
BODY = '{"name": "lab"}'
"""What requests with a body carry, as JSON."""
WITH_BODY = frozenset({"POST", "PUT", "PATCH", "QUERY"})
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "QUERY")
_TYPE = "Content-Type: application/json"
_SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b"
"""PowerShell takes typographic quotation marks for apostrophes, too."""


class Tool(NamedTuple):
    """A program or library that asks. ``quoting`` says how a value is written in its commands."""

    id: str
    name: str
    quoting: str
    plain: str
    body: str
    special: dict[str, str]

    def command(self, method: str, url: str) -> str:
        """Return the command that sends ``method`` to ``url``, with a body where the method usually has one."""
        template = self.special.get(method) or (self.body if method in WITH_BODY else self.plain)
        values = {"method": method, "url": url, "body": BODY, "type": _TYPE}
        return fill(template, {name: quoted(value, self.quoting) for name, value in values.items()})


def load_tools(root: Path) -> tuple[Tool, ...]:
    """Raises ResourceError if the file is missing or wrong."""
    return Fields(read_json(root, FILE), FILE).objects("tools", _tool)


def quoted(text: str, quoting: str) -> str:
    """Write a text (ASCII) as a word of a shell, or as a string of a programming language."""
    match quoting:
        case "posix":
            return quote(text)
        case "powershell":
            doubled = "".join(letter * 2 if letter in _SINGLE_QUOTES else letter for letter in text)
            return text if text.isalpha() else f"'{doubled}'"
        case "python" | "javascript":
            return literal(text, "\"'")
        case _:
            return literal(text, '"')


def _tool(fields: Fields) -> Tool:
    special = fields.object("special")
    return Tool(
        fields.text("id"),
        fields.text("name"),
        fields.text("quoting"),
        fields.text("plain"),
        fields.text("body"),
        {method: special.text(method) for method in METHODS if method in special},
    )
