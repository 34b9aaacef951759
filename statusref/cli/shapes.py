"""The JSON objects that ``--json`` prints. Scripts rely on them: keys may be added, none may be removed.

Each has ``id`` and ``kind``, which is ``code`` for an entry and for a number; the other kinds are in ``beside_shapes``.

An entry is described in ``domain.shapes``.

A number that is no entry: ``id``, ``code``, ``class``, ``registration`` (``unassigned`` or ``invalid``), ``treat_as``
(``"200"``, or ``"5xx"`` for an invalid one), ``unassigned`` (the range it lies in as ``{"first": …, "last": …}``, null
for an invalid one), ``reference``, ``url``, ``summary``, and ``sections`` with ``client`` and ``meaning``.

``search`` adds ``score`` and ``matched``: where the query was found, as ``{"field", "text", "spans"}``, spans being
``[start, end]`` in code points of ``text``.

``log``: ``lines``, ``files`` (``path``, ``layout``, null for lines in no known form, ``lines``), ``codes`` and
``unsure`` (``code``, ``file``, ``line``, ``text``). Each of ``codes``: ``code``, ``count``, ``share`` (of all answers),
``first`` and ``last`` (``file``, ``line``, ``time``: that of the line in ISO 8601, or null), ``upstream`` (how often
servers behind a proxy answered which code), ``alone`` (answers that the proxy gave without one of a server), ``flags``
(Envoy's and HAProxy's marks of how requests ended), ``paths`` (``path``, ``count``) and ``minutes`` (``minute``,
``count``: around the first 5xx). With ``--counts`` all after ``share`` is null or empty.
"""

import json

from statusref.domain.catalogue import InvalidNumber, NumberAnswer, Target
from statusref.domain.library import Library
from statusref.domain.number_words import NUMBER_REFERENCE, NUMBER_URL, number_words, treat_as
from statusref.domain.shapes import Shape, both, entry_shape
from statusref.domain.status import Entry


class Shapes:
    """Makes the objects. They list the same things in the same order as the page (``domain.description``)."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, target: Target) -> Shape:
        """Return the object of an entry or of a number that is none. Raises ResourceError."""
        return entry_shape(self._library, target) if isinstance(target, Entry) else self._number(target)

    def _number(self, answer: NumberAnswer) -> Shape:
        summary, client, meaning = number_words(answer, self._library.words, self._library.catalogue)
        invalid = isinstance(answer, InvalidNumber)
        return {
            "id": answer.id,
            "kind": "code",
            "code": answer.code,
            "class": None if isinstance(answer, InvalidNumber) else answer.status_class.value,
            "registration": "invalid" if invalid else "unassigned",
            "treat_as": treat_as(answer),
            "unassigned": (
                None if isinstance(answer, InvalidNumber) else {"first": answer.span[0], "last": answer.span[1]}
            ),
            "reference": NUMBER_REFERENCE,
            "url": NUMBER_URL,
            "summary": both(summary),
            "sections": {"client": both(client), "meaning": both(meaning)},
        }


def one_line(shape: object) -> str:
    """Return JSON on one line; Korean is not escaped."""
    return json.dumps(shape, ensure_ascii=False)


def array_of_lines(lines: list[str]) -> str:
    """Return a JSON array of ``lines``, each of them an object as JSON on a line of its own."""
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"


def indented(shape: object) -> str:
    """Return JSON on several lines, for people."""
    return json.dumps(shape, ensure_ascii=False, indent=2)
