"""Sheets as a PDF, made from their SVG by typst, which keeps the text and embeds its font."""

from collections.abc import Sequence
from pathlib import Path

from statusref.system.typst_package import load_typst

_PAGE = """\
#set document(title: {title}, date: none)
#set text(lang: "{language}")
#set page(paper: "a4", margin: 0pt)
"""


def pdf_of(svgs: Sequence[str], title: str, language: str, fonts: Path) -> bytes:
    """Return a PDF with one page for each SVG of A4. ``fonts`` is the folder of the fonts. Raises NoTypstError."""
    typst = load_typst()
    files = {f"{number}.svg": svg.encode() for number, svg in enumerate(svgs, 1)}
    pages = (f"#image({_quoted(name)}, width: 210mm, alt: {_quoted(f'{title} {name[:-4]}')})" for name in files)
    document = _PAGE.format(title=_quoted(title), language=language) + "\n#pagebreak()\n".join(pages)
    source = {"main.typ": document.encode(), **files}
    return bytes(typst.compile(source, font_paths=[str(fonts)], ignore_system_fonts=True))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
