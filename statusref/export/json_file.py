"""The export ``json``: the reference as data for programs. ``resources/export/export.schema.json`` describes it."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from statusref.domain.notes import Note
from statusref.domain.shapes import Shape, both, entry_shape, note_shape, whole_neighbour_shape
from statusref.domain.text import Language
from statusref.export.contents import Contents
from statusref.export.pages import Progress, counted

FORMAT = "statusref-reference"
VERSION = 1
"""Goes up when a key goes or changes its meaning; keys that are added change nothing."""


def write_json(contents: Contents, place: Path, progress: Progress) -> None:
    """Write the file, one object a line. Raises OSError, ResourceError and what ``progress`` raises."""
    head: Shape = {
        "format": FORMAT,
        "version": VERSION,
        "registry": contents.library.catalogue.dates._asdict(),
        "languages": [language.value for language in contents.languages],
    }
    with place.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_line(head)[:-1])
        for name, shapes in _lists(contents, progress).items():
            objects = (_line(_only_in(contents.languages, shape)) for shape in shapes)
            file.write(f',\n"{name}": [\n' + ",\n".join(objects) + "\n]")
        file.write("}\n")


def _lists(contents: Contents, progress: Progress) -> dict[str, Iterable[Shape]]:
    library = contents.library
    families = {neighbour.family: library.neighbours.family(neighbour.family) for neighbour in contents.neighbours}
    return {
        "codes": _codes(contents, progress),
        "notes": (_note(contents, note) for note in contents.notes),
        "families": (
            {"id": slug, "title": both(family.title), "about": both(family.about), "source": family.source}
            for slug, family in families.items()
        ),
        "neighbours": map(whole_neighbour_shape, contents.neighbours),
    }


def _codes(contents: Contents, progress: Progress) -> Iterator[Shape]:
    for entry in counted(contents.entries, progress):
        shape = entry_shape(contents.library, entry)
        yield shape | {"memo": contents.memos[entry.id]} if entry.id in contents.memos else shape


def _note(contents: Contents, note: Note) -> Shape:
    texts = {language.value: contents.library.notes.text(note.slug, language) for language in contents.languages}
    return note_shape(note) | {"text": texts}


def _only_in(languages: tuple[Language, ...], value: object) -> object:
    """Return ``value`` without the texts in languages that were not asked for."""
    if isinstance(value, dict):
        dropped = {language.value for language in Language if language not in languages}
        return {key: _only_in(languages, inner) for key, inner in value.items() if key not in dropped}
    return [_only_in(languages, inner) for inner in value] if isinstance(value, list) else value


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
