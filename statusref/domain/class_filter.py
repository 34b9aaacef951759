"""The choices of the class filter, and which of them show an entry or a number."""

from enum import Enum

from statusref.domain.catalogue import InvalidNumber, Target, UnassignedNumber
from statusref.domain.status import Entry, StatusClass


class ClassFilter(Enum):
    """The choices in the order of their buttons. The value is kept in the settings and names the overview's file."""

    # Enum computes its hash in slow Python code, and every painted row looks these members up in a dict.
    __hash__ = object.__hash__

    ALL = "all"
    ESSENTIAL = "essential"
    INFORMATIONAL = "1xx"
    SUCCESSFUL = "2xx"
    REDIRECTION = "3xx"
    CLIENT_ERROR = "4xx"
    SERVER_ERROR = "5xx"
    UNOFFICIAL = "unofficial"
    NEIGHBOUR = "neighbour"
    """Shows neighbours and no codes."""

    @property
    def status_class(self) -> StatusClass | None:
        """The class that is chosen; None for a choice with entries of several classes."""
        return next((member for member in StatusClass if member.value == self.value), None)


def filters_of(target: Target) -> tuple[ClassFilter, ...]:
    """Return every choice whose list contains ``target``. The list of a class contains its unofficial entries, too."""
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
