"""The material for the tests of the content: pages, notes, overviews and JSON data."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.domain.markdown import Block, Heading, ListItem, Message, Paragraph, Span, Spans, Table, parse_blocks
from statusref.domain.text import Language
from statusref.resources import resource_root
from tests.shipped import window_library

ROOT = resource_root()
JSON_WITH_PROSE = (
    "registry.json",
    "i18n/words.json",
    "i18n/window.json",
    "study/scenarios.json",
    "study/misconceptions.json",
    "messages.json",
    "chooser.json",
    *(f"neighbours/{path.name}" for path in sorted((ROOT / "neighbours").glob("*.json"))),
)
PROSE_FOLDERS = ("codes", "notes", "classes")
FENCE = re.compile(r"(?ms)^```.*?^```$")


@cache
def shipped() -> Catalogue:
    """The shipped catalogue, for the parameters of tests, which are made before there are fixtures."""
    return window_library().catalogue


def files(language: Language, *folders: str) -> list[Path]:
    return [
        path for folder in folders or PROSE_FOLDERS for path in sorted((ROOT / folder).glob(f"*.{language.value}.md"))
    ]


def label(path: Path) -> str:
    return str(path.relative_to(ROOT))


def without_front_matter(text: str) -> str:
    return re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)


def blocks(path: Path) -> list[Block]:
    return list(parse_blocks(without_front_matter(path.read_text("utf-8"))))


def lines_of_spans(block: Block) -> Iterator[Spans]:
    match block:
        case Heading(spans) | Paragraph(spans) | ListItem(spans):
            yield spans
        case Table(rows):
            for row in rows:
                yield from row
        case Message():
            pass


def spans(path: Path) -> Iterator[Span]:
    for block in blocks(path):
        for line in lines_of_spans(block):
            yield from line


def joined(line: Spans) -> str:
    return "".join(span.text for span in line)


class Passage(NamedTuple):
    """A paragraph as the reader sees it, without markup and HTTP messages, and the file it stands in."""

    place: str
    text: str


def passages(language: Language) -> Iterator[Passage]:
    """All prose in one language, whichever file holds it."""
    for path in files(language):
        for block in blocks(path):
            for line in lines_of_spans(block):
                yield Passage(label(path), joined(line))
        title = re.search(r"\A---\ntitle: (.*)", path.read_text("utf-8"))
        if title:
            yield Passage(label(path), title[1])
    for name in JSON_WITH_PROSE:
        if (ROOT / name).exists():
            for text in _in_language(load_json(name), language):
                yield Passage(name, text)


def load_json(name: str) -> Any:
    return json.loads((ROOT / name).read_text("utf-8"))


def _in_language(value: Any, language: Language) -> Iterator[str]:
    """All texts under the keys ``ko`` and ``en``. Lists of what people type, such as keywords, are not prose."""
    if isinstance(value, dict):
        if {"ko", "en"} <= set(value):
            if isinstance(value[language.value], str):
                yield value[language.value]
        else:
            for inner in value.values():
                yield from _in_language(inner, language)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_language(inner, language)
