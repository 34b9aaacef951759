"""Entries, notes and neighbours as JSON objects, for scripts. New keys may be added; none may be removed.

Each has ``id`` and ``kind``.

An entry: ``id``, ``code``, ``phrase``, ``korean``, ``class`` (null outside 100-599), ``registration``, ``vendor`` (its
English name, or null), ``reference``, ``url``, ``former_phrases``, ``cacheable`` (heuristically), ``must_not_store``,
``content`` (null if no response reaches a client), ``retry``, ``essential``, ``side``, ``first_step``, ``summary``,
``sections``, ``headers``, ``constants``, ``confusable`` (ids), ``notes`` (slugs), ``sources``. ``first_step``,
``summary`` and each of ``sections`` are ``{"ko": …, "en": …}``, the last in Markdown; ``sections`` has the keys of
``Section`` without ``summary``, and only those that the page has. ``side`` is ``{"who", "ko", "en"}``, ``who`` being
``client``, ``server``, ``between`` or ``nobody``.

A note: ``title`` and ``codes`` (ids of entries). A neighbour: ``family``, ``number``, ``name``, ``codes``; in ``show``
also ``aliases``, ``meaning``, ``no_answer`` (true if no HTTP response came), ``check`` and ``source``. Texts that exist
in both languages are ``{"ko": …, "en": …}``.
"""

from typing import TYPE_CHECKING

from statusref.domain.library import Library
from statusref.domain.notes import Note
from statusref.domain.prose import Section
from statusref.domain.status import Constant, Entry, Header
from statusref.domain.text import Language, Text

if TYPE_CHECKING:
    # Few commands need it, and importing it takes time at every start.
    from statusref.domain.neighbours import Neighbour

Shape = dict[str, object]


def entry_shape(library: Library, entry: Entry) -> Shape:
    """Return the object of an entry. Raises ResourceError if one of its pages is missing or wrong."""
    korean, english = (library.prose.page(entry.id, language).sections for language in Language)
    sections = {
        section.value: {"ko": korean.get(section), "en": english.get(section)}
        for section in Section
        if section in korean or section in english
    }
    status_class = entry.status_class
    return {
        "id": entry.id,
        "kind": "code",
        "code": entry.code,
        "phrase": entry.phrase,
        "korean": entry.korean,
        "class": status_class.value if status_class else None,
        "registration": entry.registration.value,
        "vendor": entry.vendor.en if entry.vendor else None,
        "reference": entry.reference,
        "url": entry.url,
        "former_phrases": [name.phrase for name in entry.former],
        "cacheable": entry.cacheable,
        "must_not_store": entry.must_not_store,
        "content": entry.content.value if entry.content else None,
        "retry": entry.retry.value,
        "essential": entry.essential,
        "side": {"who": entry.side.who.value, **both(entry.side.phrase)},
        "first_step": both(entry.first_step),
        "summary": sections.pop(Section.SUMMARY.value),
        "sections": sections,
        "headers": [_header(header) for header in entry.headers],
        "constants": {name: [_constant(item) for item in items] for name, items in entry.constants.items()},
        "confusable": [pair.other(entry.id) for pair in library.catalogue.pairs_of(entry.id)],
        "notes": [note.slug for note in library.notes.about(entry.id)],
        "sources": list(entry.sources),
    }


def note_shape(note: Note) -> Shape:
    """Return the object of a note, without its text."""
    return {"id": note.slug, "kind": "note", "title": both(note.title), "codes": list(note.codes)}


def neighbour_shape(neighbour: "Neighbour") -> Shape:
    """Return the short object of a neighbour."""
    return {
        "id": neighbour.id,
        "kind": "neighbour",
        "family": neighbour.family,
        "number": neighbour.number,
        "name": neighbour.name,
        "codes": list(neighbour.codes),
    }


def whole_neighbour_shape(neighbour: "Neighbour") -> Shape:
    """Return the object of a neighbour with everything that its page says."""
    return neighbour_shape(neighbour) | {
        "aliases": list(neighbour.aliases),
        "meaning": both(neighbour.meaning),
        "no_answer": neighbour.no_answer,
        "check": both(neighbour.check),
        "source": neighbour.source,
    }


def _header(header: Header) -> Shape:
    return {
        "name": header.name,
        "level": header.level.value,
        "condition": both(header.condition) if header.condition else None,
        "reference": header.reference,
    }


def _constant(constant: Constant) -> Shape:
    return {"name": constant.name, "since": constant.since, "deprecated": constant.deprecated}


def both(text: Text) -> dict[str, str]:
    """Return a text that exists in both languages as an object."""
    return {"ko": text.ko, "en": text.en}
