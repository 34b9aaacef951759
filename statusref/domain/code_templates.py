"""Fills the templates of the example answers: ``{{word}}`` is replaced by a value, all other text is copied."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_LIST_LINE = re.compile(r"^([ \t]*)(.*\{\{headers\}\}.*)\n", re.MULTILINE)


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put the values into a template. Raises KeyError naming a placeholder that has no value."""
    return _PLACEHOLDER.sub(lambda found: values[found[1]], template)


def put_headers(template: str, headers: list[str], between: str) -> str:
    """Replace ``{{headers}}`` by all headers, joined with ``between``. Without headers, the whole line is removed.

    If ``between`` contains a line break, the further lines are indented like the first one.
    """

    def line(found: re.Match[str]) -> str:
        if not headers:
            return ""
        listed = between.replace("\n", "\n" + found[1]).join(headers)
        return found[1] + found[2].replace("{{headers}}", listed) + "\n"

    return _LIST_LINE.sub(line, template)


def literal(text: str, quotes: str) -> str:
    """Write ``text`` as a string of a programming language.

    ``quotes`` are the quotation marks that the language has, the usual one first. The first one that does not occur in
    ``text`` is used, so that nothing has to be escaped; if all occur, the usual one.
    """
    quote = next((mark for mark in quotes if mark not in text), quotes[0])
    return quote + text.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote
