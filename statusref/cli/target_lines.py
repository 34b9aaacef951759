"""A code or number as one line of a list."""

from statusref.domain.catalogue import InvalidNumber, Target
from statusref.domain.status import Entry
from statusref.domain.text import Language
from statusref.domain.words import Words


def target_line(target: Target, words: Words, language: Language) -> str:
    """Return the line of an entry, or of a number that no entry has."""
    if isinstance(target, Entry):
        return entry_line(target, language)
    kind = "invalid" if isinstance(target, InvalidNumber) else "unassigned"
    return f"{target.id:<14}  {words.text(f'registration.{kind}', language)}"


def entry_line(entry: Entry, language: Language) -> str:
    """Return the line of an entry: its id, which ``show`` takes, and its names."""
    vendor = f"  [{entry.vendor[language]}]" if entry.vendor else ""
    return f"{entry.id:<14}  {entry.phrase}  {entry.korean}{vendor}"
