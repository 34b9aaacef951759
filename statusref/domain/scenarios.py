"""Scenarios (which code fits?) and misconceptions (true or false?), for choosing and for study."""

from pathlib import Path
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.domain.fields import Fields, check_ids
from statusref.domain.registry import read_json
from statusref.domain.text import Text

SCENARIOS = "study/scenarios.json"
MISCONCEPTIONS = "study/misconceptions.json"


class Temptation(NamedTuple):
    """A wrong answer that many people would give, and why it is wrong. ``code`` is the id of an entry."""

    code: str
    why_not: Text


class Scenario(NamedTuple):
    """A situation and the ids of the entries that fit it, the best first.

    ``importance`` (1 to 3, 1 is essential) is set where the situation is rarer than its code.
    """

    id: str
    codes: tuple[str, ...]
    situation: Text
    why: Text
    tempting: tuple[Temptation, ...]
    importance: int | None = None


class Misconception(NamedTuple):
    """A statement that is either true, or false but widely believed. ``codes`` are the ids of its entries.

    ``importance`` (1 to 3, 1 is essential) is set where the statement matters less than its code.
    """

    id: str
    codes: tuple[str, ...]
    statement: Text
    truth: bool
    correction: Text
    source: str
    importance: int | None = None


def load_scenarios(root: Path, catalogue: Catalogue) -> tuple[Scenario, ...]:
    """Read the scenarios under ``root``.

    Raises ResourceError if the file is missing, is not JSON, or has a value that is not allowed.
    """
    scenarios = Fields(read_json(root, SCENARIOS), SCENARIOS).objects("scenarios", _scenario)
    check_ids([scenario.id for scenario in scenarios], SCENARIOS)
    for scenario in scenarios:
        wrong = tuple(temptation.code for temptation in scenario.tempting)
        _check_codes(scenario.id, scenario.codes, SCENARIOS, "codes", catalogue)
        _check_codes(scenario.id, wrong, SCENARIOS, "tempting", catalogue, may_be_empty=True)
        both = set(scenario.codes) & set(wrong)
        if both:
            raise ResourceError(SCENARIOS, f"{min(both)} is right and wrong", entry=scenario.id, field="tempting")
    return scenarios


def load_misconceptions(root: Path, catalogue: Catalogue) -> tuple[Misconception, ...]:
    """Read the misconceptions under ``root``. Raises ResourceError as ``load_scenarios`` does."""
    misconceptions = Fields(read_json(root, MISCONCEPTIONS), MISCONCEPTIONS).objects("misconceptions", _misconception)
    check_ids([misconception.id for misconception in misconceptions], MISCONCEPTIONS)
    for misconception in misconceptions:
        _check_codes(misconception.id, misconception.codes, MISCONCEPTIONS, "codes", catalogue)
    return misconceptions


def _scenario(fields: Fields) -> Scenario:
    fields = fields.of_entry(fields.text("id"))
    fields.only(frozenset(Scenario._fields))
    return Scenario(
        fields.text("id"),
        fields.texts("codes"),
        fields.both("situation"),
        fields.both("why"),
        fields.objects("tempting", _temptation),
        _importance(fields),
    )


def _temptation(fields: Fields) -> Temptation:
    fields.only(frozenset(Temptation._fields))
    return Temptation(fields.text("code"), fields.both("why_not"))


def _misconception(fields: Fields) -> Misconception:
    fields = fields.of_entry(fields.text("id"))
    fields.only(frozenset(Misconception._fields))
    return Misconception(
        fields.text("id"),
        fields.texts("codes"),
        fields.both("statement"),
        fields.flag("truth"),
        fields.both("correction"),
        fields.text("source"),
        _importance(fields),
    )


def _importance(fields: Fields) -> int | None:
    return fields.whole("importance", 1, 3) if "importance" in fields else None


def _check_codes(
    item_id: str, codes: tuple[str, ...], file: str, field: str, catalogue: Catalogue, *, may_be_empty: bool = False
) -> None:
    if not codes and not may_be_empty:
        raise ResourceError(file, "names no code", entry=item_id, field=field)
    if len(set(codes)) < len(codes):
        raise ResourceError(file, "names a code twice", entry=item_id, field=field)
    for code in codes:
        if catalogue.get(code) is None:
            raise ResourceError(file, f"names the unknown entry {code}", entry=item_id, field=field)
