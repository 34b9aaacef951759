"""An entry's facts in a few words each, as pages show them under the name."""

from statusref.domain.status import Entry, StatusClass
from statusref.domain.text import Language
from statusref.domain.words import Words

_UPDATES_STORED = 304
"""Not stored itself: it renews a stored response (RFC 9111, Section 4.3.4)."""


def entry_chips(entry: Entry, words: Words, language: Language) -> list[str]:
    """Return the class (where there is one) first, then registration, vendor, caching, retry, content, version."""
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
    """Where an entry first appeared, and whether that was read there."""
    text = entry.introduced.text
    return text if entry.introduced.verified else words.text("part.introduced.unverified", language, text=text)


def class_chip(status_class: StatusClass, words: Words, language: Language) -> str:
    """``4xx Client error``."""
    return f"{status_class.value} {words.text(f'class.{status_class.value}', language)}"


def _cache_keys(entry: Entry) -> list[str]:
    """Nothing is said where there is nothing to store: no response, or an interim one (RFC 9111, Section 3)."""
    if entry.content is None or entry.status_class is StatusClass.INFORMATIONAL or entry.code == _UPDATES_STORED:
        return []
    if entry.must_not_store:
        return ["cache.never"]
    return ["cache.heuristic" if entry.cacheable else "cache.explicit"]
