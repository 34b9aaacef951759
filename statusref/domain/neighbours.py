"""Neighbours: numbers and names that are not status codes but are taken for them. One JSON file for each family."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.domain.fields import Fields
from statusref.domain.registry import read_json
from statusref.domain.text import Text

FOLDER = "neighbours"


class Neighbour(NamedTuple):
    """One number or name of a family.

    ``number`` is what people type (``404.13``, ``H10``, ``ERR_FAILED``), ``name`` the official name, ``codes`` the ids
    of the entries that it goes with. ``no_answer`` says that no HTTP response reached the client.
    """

    id: str
    family: str
    number: str
    name: str
    aliases: tuple[str, ...]
    meaning: Text
    codes: tuple[str, ...]
    no_answer: bool
    check: Text
    source: str


def neighbour_title(neighbour: Neighbour) -> str:
    """Return number and name, such as ``52 CURLE_GOT_NOTHING``; if they are the same, only one of them."""
    number, name = neighbour.number, neighbour.name
    return name if name == number else f"{number} {name}"


def family_of(neighbour_id: str) -> str:
    """Return the family of the neighbour with an id: that of ``curl-52`` is ``curl``."""
    return neighbour_id.partition("-")[0]


class NeighbourFamily(NamedTuple):
    """A family. ``slug`` is the name of its file. A bare number beside one of ``words`` belongs to this family."""

    slug: str
    title: Text
    about: Text
    words: tuple[str, ...]
    source: str
    entries: tuple[Neighbour, ...]


class NeighbourStore:
    """All families, sorted by the names of their files. A family is read when it is first used."""

    def __init__(self, root: Path, catalogue: Catalogue) -> None:
        self._root = root
        self._catalogue = catalogue
        self._families: dict[str, NeighbourFamily] = {}

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The names of the families. Raises ResourceError if there is none."""
        slugs = sorted(path.stem for path in (self._root / FOLDER).glob("*.json"))
        if not slugs:
            raise ResourceError(FOLDER, "holds no family")
        return tuple(slugs)

    def family(self, slug: str) -> NeighbourFamily:
        """Return the family in the file ``slug``. Raises ResourceError naming the file and what is wrong with it."""
        family = self._families.get(slug)
        if family is None:
            family = self._families[slug] = _read(self._root, slug, self._catalogue)
        return family

    def all(self) -> Iterator[Neighbour]:
        """Yield every neighbour, family by family. Raises ResourceError if a file is wrong."""
        for slug in self.slugs:
            yield from self.family(slug).entries

    def readable(self) -> Iterator[Neighbour]:
        """Yield the neighbours of each family whose file is right."""
        for slug in self.slugs:
            with suppress(ResourceError):
                yield from self.family(slug).entries

    def get(self, neighbour_id: str) -> Neighbour | None:
        """Return the neighbour with this id (``curl-52``), in any case, or None.

        Raises ResourceError if the file of its family is wrong.
        """
        wanted = neighbour_id.lower()
        slug = family_of(wanted)
        if slug not in self.slugs:
            return None
        return next((entry for entry in self.family(slug).entries if entry.id == wanted), None)


def _read(root: Path, slug: str, catalogue: Catalogue) -> NeighbourFamily:
    file = f"{FOLDER}/{slug}.json"
    fields = Fields(read_json(root, file), file)
    fields.only(frozenset({"family", "title", "about", "words", "source", "entries"}))
    if fields.text("family") != slug:
        raise fields.error("family", "differs from the file's name")
    entries = fields.objects("entries", lambda inner: _neighbour(inner, slug, catalogue))
    return NeighbourFamily(
        slug, fields.both("title"), fields.both("about"), fields.texts("words"), fields.text("source"), entries
    )


_FIELDS = frozenset(Neighbour._fields) - {"family"}


def _neighbour(fields: Fields, slug: str, catalogue: Catalogue) -> Neighbour:
    entry_id = fields.text("id")
    fields = fields.of_entry(entry_id)
    fields.only(_FIELDS)
    return Neighbour(
        entry_id,
        slug,
        fields.text("number"),
        fields.text("name"),
        fields.texts("aliases"),
        fields.both("meaning"),
        fields.entry_ids("codes", catalogue),
        fields.flag("no_answer"),
        fields.both("check"),
        fields.text("source"),
    )
