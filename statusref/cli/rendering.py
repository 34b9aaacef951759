"""A page as text for the terminal. Colours are not used: words say what the window shows by colour."""

from collections.abc import Iterable

from statusref.cli.plain_text import plain, plain_lines
from statusref.domain.columns import wrapped
from statusref.domain.description.blocks import Chip, Description, Part

_INDENT = "  "
_NO_BREAK = "\N{NO-BREAK SPACE}"


def page_text(page: Description, width: int | None) -> str:
    """Return a page as text, wrapped at ``width`` columns (None: not at all). Raises ResourceError."""
    head = page.head
    names = [f"{head.number} {head.title}".strip(), head.subtitle]
    pieces = [
        "\n".join(filter(None, names)),
        _chips(head.chips, width),
        "\n".join(wrapped(plain(head.summary), width)),
        *(_part(part, width) for part in page.parts()),
    ]
    return "\n\n".join(filter(None, pieces))


def _chips(chips: Iterable[Chip], width: int | None) -> str:
    unbroken = (f"[{chip.text}]".replace(" ", _NO_BREAK) for chip in chips)
    return "\n".join(wrapped(" ".join(unbroken), width)).replace(_NO_BREAK, " ")


def _part(part: Part, width: int | None) -> str:
    """Return a part; below a label it is indented."""
    if not part.label:
        return "\n".join(plain_lines(part.blocks, width)).strip("\n")
    lines = plain_lines(part.blocks, None if width is None else width - len(_INDENT))
    return "\n".join([part.label, *(_INDENT + line if line else "" for line in lines)]).rstrip("\n")
