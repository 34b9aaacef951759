"""The JSON objects that ``--json`` prints. Scripts rely on them: keys may be added, none may be removed.

Each has ``id`` and ``kind``, which is ``code`` for an entry and for a number; the other kinds are in ``beside_shapes``.

An entry: ``id``, ``code``, ``phrase``, ``korean``, ``class`` (null outside 100-599), ``registration``, ``vendor`` (its
English name, or null), ``reference``, ``url``, ``former_phrases``, ``cacheable`` (heuristically), ``must_not_store``,
``content`` (null if no response reaches a client), ``retry``, ``essential``, ``side``, ``first_step``, ``summary``,
``sections``, ``headers``, ``constants``, ``confusable`` (ids), ``notes`` (slugs), ``sources``. ``first_step``,
``summary`` and each of ``sections`` are ``{"ko": …, "en": …}``, the last in Markdown; ``sections`` has the keys of
``Section`` without ``summary``, and only those that the page has. ``side`` is ``{"who", "ko", "en"}``, ``who`` being
``client``, ``server``, ``between`` or ``nobody``.

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
from statusref.domain.prose import Section
from statusref.domain.status import Constant, Entry, Header
from statusref.domain.text import Language, Text

Shape = dict[str, object]


class Shapes:
    """Makes the objects. They list the same things in the same order as the page (``domain.description``)."""

    def __init__(self, library: Library) -> None:
        self._catalogue = library.catalogue
        self._prose = library.prose
        self._notes = library.notes
        self._words = library.words

    def of(self, target: Target) -> Shape:
        """Return the object of an entry or of a number that is none. Raises ResourceError."""
        return self._entry(target) if isinstance(target, Entry) else self._number(target)

    def _entry(self, entry: Entry) -> Shape:
        korean, english = (self._prose.page(entry.id, language).sections for language in Language)
        sections = {
            section.value: {"ko": korean.get(section), "en": english.get(section)}
            for section in Section
            if section in korean or section in english
        }
        status_class = entry.status_class
        return {
            "id": entry.id,
            "kind": "code",
            "code": entry.code,
            "phrase": entry.phrase,
            "korean": entry.korean,
            "class": status_class.value if status_class else None,
            "registration": entry.registration.value,
            "vendor": entry.vendor.en if entry.vendor else None,
            "reference": entry.reference,
            "url": entry.url,
            "former_phrases": [name.phrase for name in entry.former],
            "cacheable": entry.cacheable,
            "must_not_store": entry.must_not_store,
            "content": entry.content.value if entry.content else None,
            "retry": entry.retry.value,
            "essential": entry.essential,
            "side": {"who": entry.side.who.value, **both(entry.side.phrase)},
            "first_step": both(entry.first_step),
            "summary": sections.pop(Section.SUMMARY.value),
            "sections": sections,
            "headers": [_header(header) for header in entry.headers],
            "constants": {name: [_constant(item) for item in items] for name, items in entry.constants.items()},
            "confusable": [pair.other(entry.id) for pair in self._catalogue.pairs_of(entry.id)],
            "notes": [note.slug for note in self._notes.about(entry.id)],
            "sources": list(entry.sources),
        }

    def _number(self, answer: NumberAnswer) -> Shape:
        summary, client, meaning = number_words(answer, self._words, self._catalogue)
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


def _header(header: Header) -> Shape:
    return {
        "name": header.name,
        "level": header.level.value,
        "condition": both(header.condition) if header.condition else None,
        "reference": header.reference,
    }


def _constant(constant: Constant) -> Shape:
    return {"name": constant.name, "since": constant.since, "deprecated": constant.deprecated}


def both(text: Text) -> dict[str, str]:
    """Return a text that exists in both languages as an object."""
    return {"ko": text.ko, "en": text.en}


def one_line(shape: object) -> str:
    """Return JSON on one line; Korean is not escaped."""
    return json.dumps(shape, ensure_ascii=False)


def array_of_lines(lines: list[str]) -> str:
    """Return a JSON array of ``lines``, each of them an object as JSON on a line of its own."""
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"


def indented(shape: object) -> str:
    """Return JSON on several lines, for people."""
    return json.dumps(shape, ensure_ascii=False, indent=2)
