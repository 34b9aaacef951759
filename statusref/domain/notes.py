"""Notes: articles that compare codes. One Markdown file per note and language, with front matter."""

from pathlib import Path
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.domain.prose import read_text
from statusref.domain.text import Language, Text

FOLDER = "notes"
_FIELDS = ("title", "codes", "order", "keywords")


class Note(NamedTuple):
    """A note without its text. ``codes`` are the ids of its entries. The search finds it by title and ``keywords``."""

    slug: str
    title: Text
    codes: tuple[str, ...]
    order: int
    keywords: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.slug


def note_file(slug: str, language: Language) -> str:
    """Return the resource file of a note."""
    return f"{FOLDER}/{slug}.{language.value}.md"


class NoteStore:
    """All notes in their order. A note's text is read each time it is opened."""

    def __init__(self, root: Path, notes: tuple[Note, ...]) -> None:
        """``notes`` are what ``read_notes`` returned for the same ``root``."""
        self._root = root
        self.notes = notes
        self._by_slug = {note.slug: note for note in notes}

    def get(self, slug: str) -> Note | None:
        """Return the note called ``slug``, or None."""
        return self._by_slug.get(slug)

    def about(self, entry_id: str) -> tuple[Note, ...]:
        """Return the notes about an entry (it is among their ``codes``), in order."""
        return tuple(note for note in self.notes if entry_id in note.codes)

    def text(self, slug: str, language: Language) -> str:
        """Return a note's Markdown without its front matter. Raises ResourceError if the file cannot be read."""
        return _read(self._root, slug, language)[1]


def read_notes(root: Path, catalogue: Catalogue) -> tuple[Note, ...]:
    """Read the front matter of every note, in order. Raises ResourceError naming the file and what is wrong with it."""
    slugs = sorted(path.name.removesuffix(".ko.md") for path in (root / FOLDER).glob("*.ko.md"))
    if not slugs:
        raise ResourceError(FOLDER, "holds no note")
    return tuple(sorted((_note(root, slug, catalogue) for slug in slugs), key=lambda note: note.order))


def _note(root: Path, slug: str, catalogue: Catalogue) -> Note:
    korean, english = (_read(root, slug, language)[0] for language in Language)
    name = note_file(slug, Language.KOREAN)
    codes = tuple(code.strip() for code in korean["codes"].split(","))
    for code in codes:
        if catalogue.get(code) is None:
            raise ResourceError(name, f"names the unknown code {code!r}", field="codes")
    if (korean["codes"], korean["order"]) != (english["codes"], english["order"]):
        raise ResourceError(name, "codes and order differ from the English file")
    if not korean["order"].isdecimal():
        raise ResourceError(name, "a whole number is expected", field="order")
    keywords = dict.fromkeys(word.strip() for fields in (korean, english) for word in fields["keywords"].split(","))
    return Note(slug, Text(korean["title"], english["title"]), codes, int(korean["order"]), tuple(keywords))


def _read(root: Path, slug: str, language: Language) -> tuple[dict[str, str], str]:
    name = note_file(slug, language)
    return _split(read_text(root / name), name)


def _split(text: str, name: str) -> tuple[dict[str, str], str]:
    """Split a note into its front matter (lines ``name: value`` between two lines ``---``) and its Markdown."""
    opening, _, rest = text.partition("\n")
    head, end, body = rest.partition("\n---\n")
    if opening.strip() != "---" or not end:
        raise ResourceError(name, "front matter between two lines --- is expected")
    fields = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in head.split("\n"))}
    for key in _FIELDS:
        if not fields.get(key):
            raise ResourceError(name, "missing", field=key)
    for key in fields:
        if key not in _FIELDS:
            raise ResourceError(name, "unknown field", field=key)
    return fields, body.strip("\n")
