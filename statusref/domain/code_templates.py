"""Fills the templates of the example answers: ``{{word}}`` stands for a value, everything else for itself."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_LIST_LINE = re.compile(r"^([ \t]*)(.*\{\{headers\}\}.*)\n", re.MULTILINE)


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put the values into a template. Raises KeyError naming a placeholder that has no value."""
    return _PLACEHOLDER.sub(lambda found: values[found[1]], template)


def put_headers(template: str, headers: list[str], between: str) -> str:
    """Put all headers in the place of ``{{headers}}``. Without one, the whole line goes.

    Where ``between`` is a line break, each header stands on a line of its own, as far to the right as the first.
    """

    def line(found: re.Match[str]) -> str:
        if not headers:
            return ""
        listed = between.replace("\n", "\n" + found[1]).join(headers)
        return found[1] + found[2].replace("{{headers}}", listed) + "\n"

    return _LIST_LINE.sub(line, template)


def literal(text: str, quotes: str) -> str:
    """Write ``text`` as a string of a programming language.

    ``quotes`` are the quotation marks that the language has, the usual one first; another one is taken where it saves
    escapes.
    """
    quote = next((mark for mark in quotes if mark not in text), quotes[0])
    return quote + text.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote
