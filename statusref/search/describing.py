"""The page of whatever a search finds."""

from statusref.domain.description.blocks import Description, Head
from statusref.domain.description.target import describe_target
from statusref.domain.foreign import FILE
from statusref.domain.library import Library
from statusref.domain.markdown import Span
from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.text import Language
from statusref.search.results import Choice, ForeignAnswer, Found, Memo


def describe_found(library: Library, found: Found, language: Language) -> Description:
    """Describe the page of what was found. Raises ResourceError."""
    # Each kind is loaded when it is first found: the window starts with the page of a code.
    match found:
        case Note():
            from statusref.domain.description.note import describe_note

            return describe_note(library, found, language)
        case Neighbour():
            from statusref.domain.description.beside import describe_neighbour

            return describe_neighbour(library, found, language)
        case Message():
            from statusref.domain.description.beside import describe_message

            return describe_message(library, found, language)
        case Choice(walk, outcome):
            from statusref.domain.description.outcome import describe_outcome

            return describe_outcome(library, outcome, language, sends=walk.sends)
        case ForeignAnswer(system, number):
            sentence = system.text[language].format(number=number)
            return Description(Head("", number, summary=(Span(sentence),)), tuple, FILE)
        case _:
            return describe_target(library, found.about if isinstance(found, Memo) else found, language)
