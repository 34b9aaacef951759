"""The export ``md``: one Markdown file, for a wiki or to read as it is."""

from collections.abc import Iterator
from pathlib import Path

from statusref.domain.description.blocks import Description
from statusref.export.anchors import AddressOf, anchor, within_document
from statusref.export.contents import Contents
from statusref.export.markdown_blocks import MarkdownWriter, escaped
from statusref.export.pages import Page, Progress, counted, heading, pages_of


def write_markdown(contents: Contents, place: Path, progress: Progress) -> None:
    """Write the file. Raises OSError, ResourceError and what ``progress`` raises."""
    pages = pages_of(contents)
    address = within_document(pages)
    with place.open("w", encoding="utf-8", newline="\n") as file:
        for page in counted(pages, progress):
            file.writelines(f"{paragraph}\n\n" for paragraph in _page(contents, page, address))


def _page(contents: Contents, page: Page, address: AddressOf) -> Iterator[str]:
    """Yield the paragraphs of a page: its heading, and below it what it says in each language."""
    descriptions = {language: page.describe(language) for language in contents.languages}
    yield f'<a id="{anchor(page.link)}"></a>'
    yield f"{'#' * (page.level + 1)} {escaped(heading([one.head for one in descriptions.values()]))}"
    for language, description in descriptions.items():
        if len(descriptions) > 1 and page.level < 3:
            yield f"**{contents.library.words.text('export.language', language)}**"
        yield from _description(description, MarkdownWriter(address, page.level + 1))


def _description(description: Description, writer: MarkdownWriter) -> Iterator[str]:
    head = description.head
    if head.chips:
        yield " · ".join(escaped(chip.text) for chip in head.chips)
    if head.summary:
        yield writer.spans(head.summary)
    yield from writer.parts(description.parts())
