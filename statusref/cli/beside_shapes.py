"""The JSON objects of what stands beside the codes. Scripts rely on them: keys may come, none may go.

A note: ``title`` and ``codes`` (ids of entries). A neighbour: ``family``, ``number``, ``name``, ``codes``; ``show`` and
``list`` add ``aliases``, ``meaning``, ``no_answer`` (whether no HTTP response came), ``check`` and ``source``. A
message: ``text``, ``codes``. A memo of the user: ``code``, the id of what it is about; its line is in ``matched``. A
number of another system: ``system``, ``text``. Texts that exist in both languages are ``{"ko": …, "en": …}``.
"""

from statusref.cli.shapes import Shape, both
from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.text import Text
from statusref.search.results import ForeignAnswer, Memo


def beside_shape(target: Note | Neighbour | Message | ForeignAnswer | Memo) -> Shape:
    """Return the object of a search result that is no code."""
    match target:
        case Note():
            return {"id": target.slug, "kind": "note", "title": both(target.title), "codes": list(target.codes)}
        case Neighbour():
            return neighbour_shape(target)
        case Message():
            return {"id": target.id, "kind": "message", "text": both(target.says), "codes": list(target.codes)}
        case Memo(about):
            return {"id": target.id, "kind": "memo", "code": about.id}
        case ForeignAnswer():
            system = target.system.id
            return {"id": system, "kind": "foreign", "system": system, "text": both(foreign_text(target))}


def neighbour_shape(neighbour: Neighbour) -> Shape:
    """Return the short object of a neighbour."""
    return {
        "id": neighbour.id,
        "kind": "neighbour",
        "family": neighbour.family,
        "number": neighbour.number,
        "name": neighbour.name,
        "codes": list(neighbour.codes),
    }


def whole_neighbour_shape(neighbour: Neighbour) -> Shape:
    """Return the object of a neighbour with everything that its page says."""
    return neighbour_shape(neighbour) | {
        "aliases": list(neighbour.aliases),
        "meaning": both(neighbour.meaning),
        "no_answer": neighbour.no_answer,
        "check": both(neighbour.check),
        "source": neighbour.source,
    }


def foreign_text(answer: ForeignAnswer) -> Text:
    """Return the sentence about a number of another system."""
    text = answer.system.text
    return Text(text.ko.format(number=answer.number), text.en.format(number=answer.number))
