"""The JSON objects of what stands beside the codes. Scripts rely on them: keys may come, none may go.

A message: ``text``, ``codes``. An outcome of the chooser, whose ``id`` is the path to it: ``text`` (why), ``codes``. A
memo of the user: ``code``, the id of what it is about; its line is in ``matched``. A number of another system:
``system``, ``text``. Notes and neighbours are described in ``domain.shapes``. Texts that exist in both languages are
``{"ko": …, "en": …}``.
"""

from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.shapes import Shape, both, neighbour_shape, note_shape
from statusref.domain.text import Text
from statusref.search.results import Choice, ForeignAnswer, Memo


def beside_shape(target: Note | Neighbour | Message | Choice | ForeignAnswer | Memo) -> Shape:
    """Return the object of a search result that is no code."""
    match target:
        case Note():
            return note_shape(target)
        case Neighbour():
            return neighbour_shape(target)
        case Message():
            return {"id": target.id, "kind": "message", "text": both(target.says), "codes": list(target.codes)}
        case Choice(outcome=outcome):
            return {"id": target.id, "kind": "choice", "text": both(outcome.why), "codes": [outcome.code]}
        case Memo(about):
            return {"id": target.id, "kind": "memo", "code": about.id}
        case ForeignAnswer():
            system = target.system.id
            return {"id": system, "kind": "foreign", "system": system, "text": both(foreign_text(target))}


def foreign_text(answer: ForeignAnswer) -> Text:
    """Return the sentence about a number of another system."""
    text = answer.system.text
    return Text(text.ko.format(number=answer.number), text.en.format(number=answer.number))
