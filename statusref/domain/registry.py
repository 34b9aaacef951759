"""Loads ``registry.json`` into a Catalogue and checks it."""

from pathlib import Path

from statusref.domain.catalogue import Catalogue, RegistryDates
from statusref.domain.errors import ResourceError
from statusref.domain.fields import Fields
from statusref.domain.status import (
    ConfusablePair,
    Constant,
    ContentRule,
    Entry,
    Header,
    HeaderLevel,
    Introduction,
    NamedBy,
    Registration,
    Retry,
    Side,
    Verification,
    Visibility,
    Who,
)
from statusref.domain.text import Text

FILE = "registry.json"
CONSTANT_LANGUAGES = ("python", "go", "spring", "dotnet", "rust", "node", "symfony")
_ENTRY_FIELDS = frozenset(Entry._fields)


def load_catalogue(root: Path) -> Catalogue:
    """Read ``registry.json`` under ``root``.

    Raises ResourceError if it is missing, is not JSON, or has a value that is not allowed.
    """
    document = Fields(read_json(root, FILE), FILE)
    dates = document.object("dates")
    entries = document.objects("entries", _entry)
    known = _check_entries(entries)
    pairs = document.objects("pairs", _pair)
    for pair in pairs:
        for entry_id in pair.ids:
            if entry_id not in known:
                raise ResourceError(FILE, f"names the unknown entry {entry_id}", field="pairs")
    return Catalogue(
        entries,
        pairs,
        document.objects("unassigned", lambda span: (span.whole("first", 100, 599), span.whole("last", 100, 599))),
        RegistryDates(dates.text("updated"), dates.text("seen")),
    )


def read_json(root: Path, name: str) -> object:
    """Parse the JSON file ``name`` under ``root``. Raises ResourceError if it cannot be read or is not JSON."""
    # The window starts with what was kept of these files, and reads none of them.
    import json

    try:
        return json.loads((root / name).read_bytes())
    except OSError as error:
        raise ResourceError(name, error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise ResourceError(name, f"no valid JSON: {error}") from error


def _check_entries(entries: tuple[Entry, ...]) -> set[str]:
    known: set[str] = set()
    previous = (-1, False)
    for entry in entries:
        if entry.id in known:
            raise ResourceError(FILE, "stands twice", entry=entry.id)
        known.add(entry.id)
        if entry.official != (entry.vendor is None) or entry.official != (entry.id == entry.number):
            raise ResourceError(FILE, "a vendor belongs to unofficial entries, and only to them", entry=entry.id)
        if entry.phrase == entry.number:
            raise ResourceError(FILE, "a phrase in words is expected", entry=entry.id, field="phrase")
        order = (entry.code, not entry.official)
        if order < previous:
            raise ResourceError(FILE, "out of order: by number, registered first", entry=entry.id)
        previous = order
    if not known:
        raise ResourceError(FILE, "holds no entry", field="entries")
    return known


def _entry(fields: Fields) -> Entry:
    entry_id = fields.text("id")
    fields = fields.of_entry(entry_id)
    fields.only(_ENTRY_FIELDS)
    introduced = fields.object("introduced")
    constants = fields.object("constants")
    constants.only(frozenset(CONSTANT_LANGUAGES))
    return Entry(
        id=entry_id,
        code=fields.whole("code", 0, 999),
        phrase=fields.text("phrase"),
        korean=fields.text("korean"),
        side=_side(fields.object("side")),
        first_step=fields.both("first_step"),
        aliases=fields.texts("aliases"),
        registration=fields.choice("registration", Registration),
        vendor=fields.optional_both("vendor"),
        visibility=fields.optional_choice("visibility", Visibility),
        reference=fields.optional_text("reference"),
        url=fields.optional_text("url"),
        former=fields.objects("former", _named_by),
        other_names=fields.objects("other_names", _named_by),
        introduced=Introduction(
            introduced.text("text"),
            introduced.optional_text("http"),
            introduced.optional_text("only"),
            introduced.flag("verified"),
        ),
        cacheable=fields.flag("cacheable"),
        must_not_store=fields.flag("must_not_store"),
        content=fields.optional_choice("content", ContentRule),
        retry=fields.choice("retry", Retry),
        headers=fields.objects("headers", _header),
        constants={name: constants.objects(name, _constant) for name in CONSTANT_LANGUAGES if name in constants},
        keywords=fields.texts("keywords"),
        tags=fields.texts("tags"),
        importance=fields.whole("importance", 1, 3),
        sources=fields.texts("sources"),
        verification=fields.choice("verification", Verification),
    )


def _side(fields: Fields) -> Side:
    return Side(fields.choice("who", Who), Text(fields.text("ko"), fields.text("en")))


def _named_by(fields: Fields) -> NamedBy:
    return NamedBy(fields.text("phrase"), fields.both("source"))


def _header(fields: Fields) -> Header:
    return Header(
        fields.text("name"),
        fields.choice("level", HeaderLevel),
        fields.optional_both("condition"),
        fields.text("reference"),
    )


def _constant(fields: Fields) -> Constant:
    return Constant(fields.text("name"), fields.optional_text("since"), fields.flag("deprecated"))


def _pair(fields: Fields) -> ConfusablePair:
    ids = fields.texts("ids")
    if len(ids) != 2:
        raise fields.error("ids", "two entry ids are expected")
    return ConfusablePair((ids[0], ids[1]), fields.both("difference"))
