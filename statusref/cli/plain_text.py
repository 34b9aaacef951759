"""Reduces the Markdown of the pages to text for a terminal.

The pages use a small part of Markdown (paragraphs of one line, lists without nesting, fences, tables, bold, code,
links), so a library, whose import alone costs more than the whole command, is not needed.
"""

import re
from unicodedata import east_asian_width

_LITERAL = re.compile(r"\\([!-/:-@\[-`{-~])|(`+)(.+?)(?<!`)\2(?!`)")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_KEPT = re.compile("\0(\\d+)\0")
_LIST_ITEM = re.compile(r"(?:-|\d+\.) +")


def inline(markdown: str) -> str:
    """Return one line without its markup; a link to a web page keeps its address behind it."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1] or match[3])
        return f"\0{len(kept) - 1}\0"

    text = _LITERAL.sub(keep, markdown)
    text = _LINK.sub(lambda link: f"{link[1]} ({link[2]})" if link[2].startswith("http") else link[1], text)
    text = _BOLD.sub(r"\1", text)
    return _KEPT.sub(lambda match: kept[int(match[1])], text)


def plain_lines(markdown: str, width: int | None) -> list[str]:
    """Return the lines of a section, wrapped at ``width`` columns (None: not at all); examples stay as they are."""
    lines: list[str] = []
    in_fence = False
    for line in markdown.split("\n"):
        if line.startswith("```"):
            in_fence = not in_fence
        elif in_fence:
            lines.append(f"    {line}".rstrip())
        elif line.startswith("|"):
            lines.append(inline(line))
        else:
            item = _LIST_ITEM.match(line)
            lines.extend(wrapped(inline(line), width, item.end() if item else 0))
    return lines


def wrapped(text: str, width: int | None, indent: int = 0) -> list[str]:
    """Break ``text`` at spaces into lines of at most ``width`` columns, the later ones indented by ``indent``."""
    if width is None or columns(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        length = columns(word)
        if line.strip() and used + 1 + length > width:
            lines.append(line)
            line, used = " " * indent + word, indent + length
        elif line:
            line, used = f"{line} {word}", used + 1 + length
        else:
            line, used = word, length
    return [*lines, line]


def columns(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes: two for a Hangul syllable."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
