"""What a search found, in one line."""

from statusref.domain.catalogue import title
from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour, neighbour_title
from statusref.domain.notes import Note
from statusref.domain.text import Language
from statusref.search.results import Choice, ForeignAnswer, Found, Memo


def found_title(found: Found, language: Language) -> str:
    """Return the number and the name of what was found, as far as it has both."""
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
