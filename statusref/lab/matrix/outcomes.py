"""What a client did, told from what came in. The words are those of the note on redirects."""

from enum import Enum
from typing import NamedTuple

from statusref.domain.text import Language
from statusref.domain.words import Words
from statusref.lab.matrix.cases import LONGEST_CHAIN, Case
from statusref.lab.matrix.run import Record
from statusref.lab.requests import METHODS


class Kind(Enum):
    """What happened to a request that was redirected. The value names it in JSON."""

    NOT_ASKED = "not-asked"
    CANNOT_SEND = "cannot-send"
    ASKED_OTHERWISE = "asked-otherwise"
    """The first request had another method than the case; ``method`` is that of the request."""
    STOPS = "stops"
    ERROR = "error"
    """As ``STOPS``, and the client says that it failed."""
    KEPT = "kept"
    EMPTY = "empty"
    """The same method with another body, usually none."""
    CHANGED = "changed"
    CHANGED_WITH_BODY = "changed-with-body"


class Outcome(NamedTuple):
    """``method`` is that of the second request, if there was one."""

    kind: Kind
    method: str = ""

    def text(self, words: Words, language: Language) -> str:
        if self.kind is Kind.CHANGED:
            return self.method
        return words.text(f"lab.matrix.{self.kind.value}", language, method=self.method)


class Passing(Enum):
    """What happened to ``Authorization`` on the way to another origin. The value names it in JSON."""

    NOT_ASKED = "not-asked"
    NOT_SENT = "not-sent"
    """The first request had none."""
    STOPS = "stops"
    DROPPED = "dropped"
    PASSED = "passed-on"


def outcome_of(case: Case, record: Record | None, *, failed: bool = False) -> Outcome:
    """Return what the client did in a case; ``failed`` says that it reported a failure."""
    if record is None:
        return Outcome(Kind.CANNOT_SEND if failed else Kind.NOT_ASKED)
    first, then = record.first, record.then
    if first.method != case.method:
        return Outcome(Kind.ASKED_OTHERWISE, _known(first.method))
    if then is None:
        return Outcome(Kind.ERROR if failed else Kind.STOPS)
    if then.method != first.method:
        return Outcome(Kind.CHANGED_WITH_BODY if then.body_bytes else Kind.CHANGED, _known(then.method))
    same = (then.body, then.body_bytes) == (first.body, first.body_bytes)
    return Outcome(Kind.KEPT if same else Kind.EMPTY, then.method)


def passing_of(record: Record | None) -> Passing:
    if record is None:
        return Passing.NOT_ASKED
    if not record.first.has("authorization"):
        return Passing.NOT_SENT
    if record.then is None:
        return Passing.STOPS
    return Passing.PASSED if record.then.has("authorization") else Passing.DROPPED


def hops_text(record: Record | None) -> str:
    """Return how many redirects were followed; one that reached the end of the chain might have followed more."""
    if record is None:
        return "–"
    return f"≥ {record.hops}" if record.hops == LONGEST_CHAIN else str(record.hops)


def _known(method: str) -> str:
    """Return a method that the lab knows; what a client made up is not repeated on a page."""
    return method if method in METHODS else "?"
