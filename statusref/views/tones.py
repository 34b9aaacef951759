"""Which class colour a code is shown in."""

from statusref.domain.catalogue import InvalidNumber, Target, UnassignedNumber
from statusref.domain.status import Entry, StatusClass
from statusref.theme.tokens import Tone


def tone_of(target: Target) -> Tone:
    """An entry's class colour; unofficial uses and invalid numbers have the quiet one."""
    match target:
        case Entry():
            return Tone.UNOFFICIAL if not target.official else tone_of_class(target.status_class)
        case UnassignedNumber() | InvalidNumber():
            return Tone.UNOFFICIAL


def tone_of_class(status_class: StatusClass | None) -> Tone:
    """The colour of a class."""
    return Tone(status_class.value) if status_class else Tone.UNOFFICIAL
