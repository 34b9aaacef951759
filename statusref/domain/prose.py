"""The prose of the entries: one Markdown file for each entry and language, with fixed headings."""

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from statusref.domain.errors import ResourceError
from statusref.domain.normal_form import nfc
from statusref.domain.text import Language, Text

FOLDER = "codes"
_MARK = re.compile("^(?:## (.*)|```)", re.MULTILINE)
"""A heading, or a line that begins or ends an example."""


class Section(Enum):
    """A part of an entry's page, in the order in which pages show them. The value names it in JSON."""

    SUMMARY = "summary"
    SERVER = "server"
    CLIENT = "client"
    CAUSES = "causes"
    USE = "use"
    CAUTIONS = "cautions"
    EXAMPLE = "example"


HEADINGS: dict[Section, Text] = {
    Section.SUMMARY: Text("요약", "Summary"),
    Section.SERVER: Text("서버 쪽에서는", "On the server's side"),
    Section.CLIENT: Text("클라이언트는", "What the client does"),
    Section.CAUSES: Text("흔한 원인", "Common causes"),
    Section.USE: Text("언제 쓰나", "When to use it"),
    Section.CAUTIONS: Text("주의와 오해", "Cautions and misconceptions"),
    Section.EXAMPLE: Text("예시", "Example"),
}


class Prose(NamedTuple):
    """The prose of one entry in one language: the Markdown of each section that the page has."""

    sections: dict[Section, str]

    @property
    def summary(self) -> str:
        """The sentence that says what the code means, without markup. Lists and cards show it alone."""
        return self.sections[Section.SUMMARY]


def page_file(entry_id: str, language: Language) -> str:
    """Return the resource file of an entry's page."""
    return f"{FOLDER}/{entry_id}.{language.value}.md"


class ProseStore:
    """Reads each page when it is first used, and keeps it in memory."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._pages: dict[tuple[str, Language], Prose] = {}

    def page(self, entry_id: str, language: Language) -> Prose:
        """Return an entry's prose.

        Raises ResourceError if its file is missing, not UTF-8, or has an unknown, doubled or misplaced heading.
        """
        key = (entry_id, language)
        if key not in self._pages:
            file = page_file(entry_id, language)
            self._pages[key] = parse_prose(read_text(self._root / file), language, file)
        return self._pages[key]


def read_text(path: Path) -> str:
    """Read a UTF-8 file as text in NFC, with LF as the line break. Raises ResourceError if it cannot be read."""
    name = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ResourceError(name, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise ResourceError(name, f"not UTF-8: {error.reason} at byte {error.start}") from error
    return nfc(text).replace("\r\n", "\n")


def parse_prose(text: str, language: Language, file: str) -> Prose:
    """Split a page at its headings. Raises ResourceError naming ``file`` and the heading that is wrong."""
    order = list(Section)
    known = {HEADINGS[section][language]: section for section in order}
    sections: dict[Section, str] = {}
    for heading, body in _parts(text):
        if heading is None:
            if body.strip():
                raise ResourceError(file, "text before the first heading")
            continue
        section = known.get(heading)
        if section is None:
            raise ResourceError(file, f"unknown heading {heading!r}; known are {', '.join(known)}")
        if sections and order.index(section) <= max(map(order.index, sections)):
            raise ResourceError(file, f"heading {heading!r} stands twice or out of order")
        sections[section] = body.strip("\n")
    if not sections.get(Section.SUMMARY):
        raise ResourceError(file, f"the heading {HEADINGS[Section.SUMMARY][language]!r} with its sentence is missing")
    return Prose(sections)


def _parts(text: str) -> Iterator[tuple[str | None, str]]:
    """Yield each heading with the text below it. The first pair is None and the text above all headings."""
    heading: str | None = None
    start = 0
    in_fence = False
    for mark in _MARK.finditer(text):
        if mark[1] is None:
            in_fence = not in_fence
        elif not in_fence:
            yield heading, text[start : mark.start()]
            heading, start = mark[1].strip(), mark.end()
    yield heading, text[start:]
