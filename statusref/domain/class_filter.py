"""The class filter: its choices, and which of them an entry or number falls under."""

from enum import Enum

from statusref.domain.catalogue import InvalidNumber, Target, UnassignedNumber
from statusref.domain.status import Entry, StatusClass


class ClassFilter(Enum):
    """The choices in the order of their buttons. The value is kept in the settings and names the overview's file."""

    # Enum hashes by name, in Python; these are keys of dicts that every painted row looks up.
    __hash__ = object.__hash__

    ALL = "all"
    ESSENTIAL = "essential"
    INFORMATIONAL = "1xx"
    SUCCESSFUL = "2xx"
    REDIRECTION = "3xx"
    CLIENT_ERROR = "4xx"
    SERVER_ERROR = "5xx"
    UNOFFICIAL = "unofficial"

    @property
    def status_class(self) -> StatusClass | None:
        """The class that is chosen, or None for the choices that cut across classes."""
        return next((member for member in StatusClass if member.value == self.value), None)


def filters_of(target: Target) -> tuple[ClassFilter, ...]:
    """Every choice under which ``target`` is shown. A class includes its unofficial entries."""
    found = [ClassFilter.ALL]
    match target:
        case Entry():
            if target.essential:
                found.append(ClassFilter.ESSENTIAL)
            if target.status_class is not None:
                found.append(ClassFilter(target.status_class.value))
            if not target.official:
                found.append(ClassFilter.UNOFFICIAL)
        case UnassignedNumber():
            found.append(ClassFilter(target.status_class.value))
        case InvalidNumber():
            pass
    return tuple(found)
