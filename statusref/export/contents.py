"""What an export holds, and by which rule it is chosen."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.domain.class_filter import ClassFilter, filters_of
from statusref.domain.library import Library
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.status import Entry
from statusref.domain.text import Language


class Contents(NamedTuple):
    """The entries, notes and neighbours to export, each in the library's order.

    ``languages`` holds one or both. ``memos`` are Markdown by the id of an entry, for some of the entries.
    ``base`` is the address that a site will have, with a slash at its end, or empty.
    """

    library: Library
    languages: tuple[Language, ...]
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]
    neighbours: tuple[Neighbour, ...]
    memos: Mapping[str, str]
    base: str = ""


def choose_contents(
    library: Library,
    only: ClassFilter | Collection[str],
    languages: Sequence[Language],
    memos: Mapping[str, str],
    *,
    notes: bool = True,
    neighbours: bool = True,
) -> Contents:
    """Return the entries of a class filter, or what has an id in ``only``, and what belongs to that.

    Whoever wants everything gets all notes and neighbours; a choice of entries brings the notes that are about one of
    them and the neighbours that go with one. ``memos`` may be of other entries, too. Raises ResourceError.
    """
    entries = _entries(library.catalogue, only)
    ids = {entry.id for entry in entries}
    named = () if isinstance(only, ClassFilter) else only
    is_all = only is ClassFilter.ALL
    is_beside = is_all or only is ClassFilter.NEIGHBOUR
    return Contents(
        library,
        tuple(languages),
        entries,
        tuple(
            note
            for note in library.notes.notes
            if notes and (is_all or note.slug in named or ids.intersection(note.codes))
        ),
        tuple(
            neighbour
            for neighbour in (library.neighbours.all() if neighbours else ())
            if is_beside or neighbour.id in named or ids.intersection(neighbour.codes)
        ),
        {entry_id: text for entry_id, text in sorted(memos.items()) if entry_id in ids and text.strip()},
    )


def _entries(catalogue: Catalogue, only: ClassFilter | Collection[str]) -> tuple[Entry, ...]:
    if isinstance(only, ClassFilter):
        return tuple(entry for entry in catalogue.entries if only in filters_of(entry))
    return tuple(entry for entry in catalogue.entries if entry.id in only)
