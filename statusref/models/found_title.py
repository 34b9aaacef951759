"""What a search found, in one line."""

from statusref.domain.catalogue import title
from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour, neighbour_title
from statusref.domain.notes import Note
from statusref.domain.text import Language
from statusref.search.results import ForeignAnswer, Found, Memo


def found_title(found: Found, language: Language) -> str:
    """Return the number and the name of what was found, as far as it has both."""
    match found:
        case Note():
            return found.title[language]
        case Neighbour():
            return neighbour_title(found)
        case Message():
            return found.phrases[0]
        case Memo(about):
            return title(about)
        case ForeignAnswer():
            return found.number
        case _:
            return title(found)
