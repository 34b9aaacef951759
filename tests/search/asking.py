"""Helpers that search with an engine."""

from statusref.domain.status import Entry
from statusref.search.engine import SearchEngine
from statusref.search.results import Mark, Match


def prepared(engine: SearchEngine) -> SearchEngine:
    for _ in engine.prepare():
        pass
    return engine


def ids(engine: SearchEngine, query: str) -> list[str]:
    return [match.id for match in engine.search(query).matches]


def first(engine: SearchEngine, query: str) -> Match:
    return engine.search(query).matches[0]


def found(engine: SearchEngine, query: str, entry_id: str) -> Match:
    return next(match for match in engine.search(query).matches if match.id == entry_id)


def marked(mark: Mark) -> list[str]:
    return [mark.text[start:end] for start, end in mark.spans]


def official(match: Match) -> bool:
    return isinstance(match.target, Entry) and match.target.official
