"""Helpers that search with an engine."""

from statusref.domain.catalogue import Target
from statusref.domain.status import Entry
from statusref.search.engine import SearchEngine
from statusref.search.results import Choice, Found, Mark, Match


def prepared(engine: SearchEngine) -> SearchEngine:
    for _ in engine.prepare():
        pass
    return engine


def ids(engine: SearchEngine, query: str) -> list[str]:
    """The ids of the codes that are found."""
    return [match.id for match in engine.search(query).codes]


def all_ids(engine: SearchEngine, query: str) -> list[str]:
    """The ids of all results, codes and others."""
    return [match.id for match in engine.search(query).matches]


def first(engine: SearchEngine, query: str) -> Match[Target]:
    """The first code."""
    return engine.search(query).codes[0]


def found(engine: SearchEngine, query: str, entry_id: str) -> Match[Target]:
    return next(match for match in engine.search(query).codes if match.id == entry_id)


def marked(mark: Mark) -> list[str]:
    return [mark.text[start:end] for start, end in mark.spans]


def official(match: Match[Found]) -> bool:
    """Whether it is a registered entry, or what the chooser says of one."""
    if isinstance(match.target, Choice):
        return "-" not in match.target.outcome.code
    return isinstance(match.target, Entry) and match.target.official
