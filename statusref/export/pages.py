"""The pages of an export in their order, whatever the format."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeVar

from statusref.domain.class_filter import ClassFilter
from statusref.domain.description.beside import describe_family, describe_in_family
from statusref.domain.description.blocks import Caution, Description, Head, Part
from statusref.domain.description.entry import describe_entry
from statusref.domain.description.note import describe_note
from statusref.domain.description.overview import describe_overview
from statusref.domain.description.prose_blocks import prose_blocks
from statusref.domain.library import Library
from statusref.domain.links import Link, class_link, code_link, neighbour_link, note_link, page_link
from statusref.domain.markdown import Heading, ListItem, Span
from statusref.domain.status import Entry, StatusClass
from statusref.domain.text import Language
from statusref.domain.words import FILE
from statusref.export.contents import Contents

P = TypeVar("P")

Progress = Callable[[int, int], None]
"""Is told how many steps are done, and of how many. It raises CancelledError to end the export."""


class Page(NamedTuple):
    """A page: what links lead to it, its level (0 the front, 1 a chapter, 2 a page in it, 3 a neighbour in its family).

    ``describe`` reads it in a language and raises ResourceError.
    """

    link: Link
    level: int
    describe: Callable[[Language], Description]


class Described(NamedTuple):
    """A page, and what it says in each language of the export."""

    page: Page
    texts: Mapping[Language, Description]

    @property
    def heads(self) -> tuple[Head, ...]:
        return tuple(text.head for text in self.texts.values())


def describe_all(contents: Contents) -> tuple[Described, ...]:
    """Describe every page in every language, so far that its heading is known. Raises ResourceError."""
    return tuple(
        Described(page, {language: page.describe(language) for language in contents.languages})
        for page in pages_of(contents)
    )


def pages_of(contents: Contents) -> tuple[Page, ...]:
    """Return the front page and all others. Nothing is read yet, apart from the families of the neighbours."""
    front = Page(class_link(ClassFilter.ALL.value), 0, partial(_front, contents.library))
    return (front, *_chapters(contents), *_notes(contents), *_neighbours(contents))


def counted(pages: Sequence[P], progress: Progress) -> Iterator[P]:
    """Yield the pages and tell ``progress`` how many are done: none at first, all at the end."""
    for done, page in enumerate(pages):
        progress(done, len(pages))
        yield page
    progress(len(pages), len(pages))


def heading(heads: Iterable[Head]) -> str:
    """Return the heading of a page that stands there in several languages: each name once."""
    names = [name for head in heads for name in (f"{head.number} {head.title}".strip(), head.subtitle)]
    return " · ".join(filter(None, dict.fromkeys(names)))


def _chapters(contents: Contents) -> Iterator[Page]:
    """Yield a chapter for the registered codes of each class, and one for all others."""
    chapters = {ClassFilter(status_class.value): _registered(contents, status_class) for status_class in StatusClass}
    chapters[ClassFilter.UNOFFICIAL] = [entry for entry in contents.entries if not entry.official]
    for choice, entries in chapters.items():
        if entries:
            yield Page(class_link(choice.value), 1, partial(describe_overview, contents.library, choice))
        for entry in entries:
            yield Page(code_link(entry.id), 2, partial(_entry, contents, entry))


def _registered(contents: Contents, status_class: StatusClass) -> list[Entry]:
    return [entry for entry in contents.entries if entry.official and entry.status_class is status_class]


def _notes(contents: Contents) -> Iterator[Page]:
    if contents.notes:
        yield Page(page_link("notes"), 1, partial(_notes_title, contents.library))
    for note in contents.notes:
        yield Page(note_link(note.slug), 2, partial(describe_note, contents.library, note))


def _neighbours(contents: Contents) -> Iterator[Page]:
    """Yield the chapter of the neighbours, in it each family, and in that its neighbours."""
    library = contents.library
    if contents.neighbours:
        yield Page(class_link(ClassFilter.NEIGHBOUR.value), 1, partial(_neighbour_overview, library))
    for slug, members in groupby(contents.neighbours, attrgetter("family")):
        yield Page(neighbour_link(slug), 2, partial(describe_family, library, library.neighbours.family(slug)))
        for neighbour in members:
            yield Page(neighbour_link(neighbour.id), 3, partial(describe_in_family, library, neighbour))


def _front(library: Library, language: Language) -> Description:
    """Describe the front page. The last section of the overview is left out: it is about the window's search."""
    overview = describe_overview(library, ClassFilter.ALL, language)
    dates = library.catalogue.dates
    data = tuple(
        ListItem((Span(library.words.text(key, language, date=date)),), quiet=True)
        for key, date in (("about.data.updated", dates.updated), ("about.data.seen", dates.seen))
    )
    label = library.words.text("about.data", language)
    return overview._replace(parts=lambda: (*_without_last_section(overview), Part(label, data)))


def _neighbour_overview(library: Library, language: Language) -> Description:
    """Describe the chapter of the neighbours, without the last section, as on the front page."""
    overview = describe_overview(library, ClassFilter.NEIGHBOUR, language)
    return overview._replace(parts=lambda: _without_last_section(overview))


def _without_last_section(overview: Description) -> tuple[Part, ...]:
    body, *others = overview.parts()
    end = max(place for place, block in enumerate(body.blocks) if isinstance(block, Heading))
    return (body._replace(blocks=body.blocks[:end]), *others)


def _notes_title(library: Library, language: Language) -> Description:
    return Description(Head("", library.words.text("export.notes", language)), tuple, FILE)


def _entry(contents: Contents, entry: Entry, language: Language) -> Description:
    """Describe an entry with the user's memo, if there is one, below it."""
    page = describe_entry(contents.library, entry, language)
    if entry.id not in contents.memos:
        return page
    blocks = (Caution(prose_blocks(contents.memos[entry.id]), None),)
    memo = Part(contents.library.words.text("memo.title", language), blocks)
    return page._replace(parts=lambda: (*page.parts(), memo))
