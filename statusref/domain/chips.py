"""Chips: short facts about an entry, shown below its names."""

from statusref.domain.status import Entry, StatusClass
from statusref.domain.text import Language
from statusref.domain.words import Words

_UPDATES_STORED = 304
"""A 304 is not stored itself; it updates a response that is stored (RFC 9111, Section 4.3.4)."""


def entry_chips(entry: Entry, words: Words, language: Language) -> list[str]:
    """Return the chips in this order: class, registration, vendor, visibility, caching, retry, content, version."""
    keys = [f"registration.{entry.registration.value}"]
    keys += [f"visibility.{entry.visibility.value}"] if entry.visibility else []
    keys += _cache_keys(entry)
    keys.append(f"retry.{entry.retry.value}")
    keys.append(f"content.{entry.content.value if entry.content else 'unseen'}")
    chips = [words.text(key, language) for key in keys]
    if entry.vendor:
        chips.insert(1, entry.vendor[language])
    if entry.status_class:
        chips.insert(0, class_chip(entry.status_class, words, language))
    if entry.introduced.only:
        chips.append(words.text("since.only", language, version=entry.introduced.only))
    elif entry.introduced.http:
        chips.append(words.text("since.http", language, version=entry.introduced.http))
    return chips


def introduction(entry: Entry, words: Words, language: Language) -> str:
    """Return the document that first defined the code, with a remark if that document itself could not be checked."""
    text = entry.introduced.text
    return text if entry.introduced.verified else words.text("part.introduced.unverified", language, text=text)


def class_chip(status_class: StatusClass, words: Words, language: Language) -> str:
    """Return the name of a class with its number, such as ``4xx Client error``."""
    return f"{status_class.value} {words.text(f'class.{status_class.value}', language)}"


def cache_words(entry: Entry, words: Words, language: Language) -> str:
    """Return what a cache may do with the answer; empty where it has nothing to store."""
    return ", ".join(words.text(key, language) for key in _cache_keys(entry))


def _cache_keys(entry: Entry) -> list[str]:
    """Return no key where a cache has nothing to store: no response, or an interim one (RFC 9111, Section 3)."""
    if entry.content is None or entry.status_class is StatusClass.INFORMATIONAL or entry.code == _UPDATES_STORED:
        return []
    if entry.must_not_store:
        return ["cache.never"]
    return ["cache.heuristic" if entry.cacheable else "cache.explicit"]
