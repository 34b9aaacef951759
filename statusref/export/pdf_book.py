"""The export ``pdf``: a book with contents, running heads, and indexes of headers and words."""

from collections.abc import Sequence
from pathlib import Path

from statusref.domain.links import Link
from statusref.export.anchors import anchor, within_document
from statusref.export.contents import Contents
from statusref.export.pages import Described, Progress, counted, describe_all
from statusref.export.pdf_blocks import BlockData, Data, head_data, printable, tone_name
from statusref.export.pdf_index import header_index, word_index
from statusref.export.typesetting import typeset

_WORDS = ("contents", "headers", "words", "pages")


def write_book(contents: Contents, place: Path, progress: Progress) -> None:
    """Write the file. Raises OSError, ResourceError and what ``progress`` raises."""
    place.write_bytes(typeset(contents.library, "book.typ", book(contents, progress)))


def book(contents: Contents, progress: Progress) -> Data:
    """Return the data of the book. Raises ResourceError and what ``progress`` raises."""
    pages = describe_all(contents)
    data = BlockData(within_document([page.page for page in pages]))
    text, language = contents.library.words.text, contents.languages[0]
    made: dict[Link, Data] = {page.page.link: _page(page, data) for page in counted(pages, progress)}
    return {
        "lang": language.value,
        "languages": {one.value: text("export.language", one) for one in contents.languages},
        "date": contents.library.catalogue.dates.updated,
        "words": {word: text(f"export.book.{word}", language) for word in _WORDS},
        "pages": list(made.values()),
        "headers": header_index(contents, made),
        "index": word_index(contents),
    }


def _page(page: Described, data: BlockData) -> Data:
    """Return a page: its heading, what it says in each language, and after that what is the same in all of them."""
    title, *others = dict.fromkeys(name for head in page.heads for name in (head.title, head.subtitle) if name)
    parts = [[data.part(part) for part in text.parts()] for text in page.texts.values()]
    shared = _shared(parts)
    return {
        "anchor": anchor(page.page.link),
        "level": page.page.level,
        "number": page.heads[0].number,
        "title": printable(title),
        "subtitle": printable(" · ".join(others)),
        "tone": tone_name(page.heads[0].tone),
        "texts": [
            {
                "lang": language.value,
                **head_data(text.head, data),
                "parts": [part for number, part in enumerate(held) if number not in shared],
            }
            for (language, text), held in zip(page.texts.items(), parts, strict=True)
        ],
        "shared": [_labelled([held[number] for held in parts]) for number in shared],
    }


def _shared(parts: Sequence[Sequence[Data]]) -> list[int]:
    """Return the places of parts that hold the same in both languages, such as sources and a memo."""
    if len(parts) == 1 or len(parts[0]) != len(parts[1]):
        return []
    pairs = enumerate(zip(*parts, strict=True))
    return [place for place, (first, second) in pairs if first["blocks"] == second["blocks"]]


def _labelled(parts: Sequence[Data]) -> Data:
    """Return a part that is the same in several languages, with the labels of all of them."""
    return {**parts[0], "label": " · ".join(dict.fromkeys(part["label"] for part in parts))}
