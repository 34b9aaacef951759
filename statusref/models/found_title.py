"""The title of a search result, in one line."""

from statusref.domain.catalogue import title
from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour, neighbour_title
from statusref.domain.notes import Note
from statusref.domain.text import Language
from statusref.search.results import Choice, ForeignAnswer, Found, Memo


def found_title(found: Found, language: Language) -> str:
    """Return number and name of what was found; only one of them for results that do not have both.

    For a memo it is the title of what the memo is about, for a choice the id of its entry.
    """
    target = found.about if isinstance(found, Memo) else found
    match target:
        case Note():
            return target.title[language]
        case Neighbour():
            return neighbour_title(target)
        case Message():
            return target.phrases[0]
        case Choice(outcome=outcome):
            return outcome.code
        case ForeignAnswer():
            return target.number
        case _:
            return title(target)
