"""An export as text, so that another process can make it."""

import json
from pathlib import Path
from typing import NamedTuple

from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.export.contents import Contents
from statusref.export.formats import FORMATS, Format


class Job(NamedTuple):
    """What is written, and where."""

    form: Format
    contents: Contents
    path: Path


def job_text(job: Job) -> str:
    """Return a job as one line of JSON."""
    contents = job.contents
    return json.dumps(
        {
            "format": job.form.name,
            "path": str(job.path),
            "root": str(contents.library.root),
            "languages": [language.value for language in contents.languages],
            "entries": [entry.id for entry in contents.entries],
            "notes": [note.slug for note in contents.notes],
            "neighbours": [neighbour.id for neighbour in contents.neighbours],
            "memos": dict(contents.memos),
        }
    )


def read_job(text: str) -> Job:
    """Read what ``job_text`` wrote. Raises ResourceError."""
    data = json.loads(text)
    library = Library(Path(data["root"]))
    entries, notes, neighbours = (frozenset(data[name]) for name in ("entries", "notes", "neighbours"))
    contents = Contents(
        library,
        tuple(map(Language, data["languages"])),
        tuple(entry for entry in library.catalogue.entries if entry.id in entries),
        tuple(note for note in library.notes.notes if note.slug in notes),
        tuple(one for one in library.neighbours.all() if one.id in neighbours) if neighbours else (),
        data["memos"],
    )
    form = next(row for row in FORMATS if row.name == data["format"])
    return Job(form, contents, Path(data["path"]))
