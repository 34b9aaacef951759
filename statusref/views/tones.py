"""The colours of codes and classes."""

from statusref.domain.catalogue import InvalidNumber, Target, UnassignedNumber, tone
from statusref.domain.status import Entry, StatusClass
from statusref.search.results import Found, Memo
from statusref.theme.tokens import Tone


def tone_of(target: Target) -> Tone:
    """Return the colour of an entry, or of a number that no entry has."""
    return tone_of_class(tone(target))


def tone_of_found(found: Found) -> Tone:
    """Return the colour of what a search found: of all that is no code, the quiet one."""
    match found:
        case Entry() | UnassignedNumber() | InvalidNumber():
            return tone_of(found)
        case Memo(about):
            return tone_of(about)
        case _:
            return Tone.UNOFFICIAL


def tone_of_class(status_class: StatusClass | None) -> Tone:
    """Return the colour of a class; None stands for the quiet one of unofficial codes."""
    return Tone(status_class.value) if status_class else Tone.UNOFFICIAL
