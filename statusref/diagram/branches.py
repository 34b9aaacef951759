"""The chooser as a tree to be drawn: each question once, with a reference wherever else an answer leads to it."""

from typing import NamedTuple

from statusref.domain.catalogue import Catalogue, title
from statusref.domain.chooser import Answer, Chooser, Question, Way
from statusref.domain.status import StatusClass
from statusref.domain.text import Language


class Branch(NamedTuple):
    """An answer, and the question or the code that it leads to. The first branch of a tree is a way in.

    ``place`` is the path to it. ``said`` is the answer's text, ``asked`` the question's, or number and phrase of the
    code. ``question`` is the id of the question, None at the end of a path. ``code`` is the class of the code there.
    A question that is drawn elsewhere ``refers`` to it and has no branches of its own.
    """

    place: str
    said: str
    asked: str
    question: str | None
    code: StatusClass | None
    refers: bool
    branches: tuple["Branch", ...]


def trees(chooser: Chooser, catalogue: Catalogue, language: Language) -> tuple[Branch, ...]:
    """Return the tree of each way in, in the order of the ways."""
    planter = _Planter(chooser, catalogue, language)
    return tuple(planter.plant(way) for way in chooser.ways)


class _Planter:
    """Remembers which questions are drawn already."""

    def __init__(self, chooser: Chooser, catalogue: Catalogue, language: Language) -> None:
        self._chooser = chooser
        self._catalogue = catalogue
        self._language = language
        self._drawn: set[str] = set()

    def plant(self, way: Way) -> Branch:
        question = self._chooser.questions[way.question]
        return self._asking(way.id, way.title[self._language], question)

    def _asking(self, place: str, said: str, question: Question) -> Branch:
        refers = question.id in self._drawn
        self._drawn.add(question.id)
        branches = () if refers else tuple(self._branch(place, answer) for answer in question.answers)
        return Branch(place, said, question.ask[self._language], question.id, None, refers, branches)

    def _branch(self, place: str, answer: Answer) -> Branch:
        inner, said = f"{place}/{answer.id}", answer.text[self._language]
        question = self._chooser.questions.get(answer.to)
        if question is not None:
            return self._asking(inner, said, question)
        entry = self._catalogue.get(self._chooser.outcomes[answer.to].code)
        if entry is None:
            raise KeyError(answer.to)  # read_chooser has made sure that there is one
        return Branch(inner, said, title(entry), None, entry.status_class, False, ())
