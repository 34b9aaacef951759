"""The chooser: a few plain questions that lead from a situation to one status code."""

from collections import deque
from pathlib import Path
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.domain.chooser_tree import Tree
from statusref.domain.errors import ResourceError
from statusref.domain.fields import Fields, check_ids
from statusref.domain.registry import read_json
from statusref.domain.text import Language, Text

FILE = "chooser.json"
SENDING = "answer"
"""The id of the way for people who write a server and choose the code of a response."""
_FEWEST_ANSWERS, MOST_ANSWERS = 2, 6
_MOST_ALTERNATIVES = 4


class Way(NamedTuple):
    """Where somebody enters the chooser, and the id of the first question there."""

    id: str
    title: Text
    question: str


class Answer(NamedTuple):
    """An answer. ``to`` is the id of the question that comes next, or of an outcome."""

    id: str
    text: Text
    to: str


class Question(NamedTuple):
    """A question and its two to six answers. ``help`` says more where the question alone may be misread."""

    id: str
    ask: Text
    help: Text | None
    answers: tuple[Answer, ...]


class Alternative(NamedTuple):
    """A code that is easily taken instead, and why it does not fit here. ``code`` is the id of an entry."""

    code: str
    why_not: Text


class Outcome(NamedTuple):
    """The end of a path. ``code`` is the id of the entry that fits, ``why`` the reason, ``instead`` the alternatives.

    ``asked`` are phrases in which people ask for it, in both languages.
    """

    id: str
    code: str
    why: Text
    instead: tuple[Alternative, ...]
    asked: tuple[str, ...]


class Step(NamedTuple):
    """A question that was answered."""

    question: Question
    answer: Answer


class Walk(NamedTuple):
    """A place in the chooser: the way, the questions answered so far, and the question or outcome that comes next."""

    way: Way
    steps: tuple[Step, ...]
    at: Question | Outcome

    @property
    def sends(self) -> bool:
        """True if the user wants to send the code at the end; False if the user has received it."""
        return self.way.id == SENDING

    @property
    def path(self) -> str:
        """The place as text: the ids of the way and of the given answers (``answer/client-fault/state/duplicate``)."""
        return self.path_to(len(self.steps))

    def path_to(self, count: int) -> str:
        """Return the place after the first ``count`` answers."""
        return "/".join((self.way.id, *(step.answer.id for step in self.steps[:count])))


class Chooser(NamedTuple):
    """The ways in the order in which they are shown; all questions and outcomes by id."""

    ways: tuple[Way, ...]
    questions: dict[str, Question]
    outcomes: dict[str, Outcome]

    def walk(self, path: str) -> Walk | None:
        """Return the place that ``path`` names, as ``Walk.path`` writes it; None if there is no such place."""
        way_id, *answer_ids = path.split("/")
        way = next((way for way in self.ways if way.id == way_id), None)
        if way is None:
            return None
        at: Question | Outcome = self.questions[way.question]
        steps: list[Step] = []
        for answer_id in answer_ids:
            answers = at.answers if isinstance(at, Question) else ()
            answer = next((answer for answer in answers if answer.id == answer_id), None)
            if answer is None or not isinstance(at, Question):
                return None
            steps.append(Step(at, answer))
            at = self._node(answer.to)
        return Walk(way, tuple(steps), at)

    def paths(self) -> dict[str, str]:
        """Return the shortest path to each outcome, by the outcome's id; of equally short ones the first."""
        paths = {way.question: way.id for way in self.ways}
        waiting = deque(paths)
        while waiting:
            node = waiting.popleft()
            for answer in self.questions[node].answers if node in self.questions else ():
                if answer.to not in paths:
                    paths[answer.to] = f"{paths[node]}/{answer.id}"
                    waiting.append(answer.to)
        return {node: path for node, path in paths.items() if node in self.outcomes}

    def _node(self, node: str) -> Question | Outcome:
        return self.questions.get(node) or self.outcomes[node]


def read_chooser(root: Path, catalogue: Catalogue) -> Chooser:
    """Read the chooser under ``root``.

    Raises ResourceError if the file is missing, is not JSON, or has a value that is not allowed.
    That includes an answer that leads nowhere or back to an earlier question, and a path that is too long.
    """
    document = Fields(read_json(root, FILE), FILE)
    document.only(frozenset({"ways", "questions", "outcomes"}))
    ways = document.objects("ways", _way)
    questions = document.objects("questions", _question)
    outcomes = document.objects("outcomes", lambda fields: _outcome(fields, catalogue))
    question_ids, outcome_ids = [question.id for question in questions], [outcome.id for outcome in outcomes]
    check_ids([way.id for way in ways], FILE)
    check_ids(question_ids + outcome_ids, FILE)
    first = {way.id: way.question for way in ways}
    further = {question.id: [answer.to for answer in question.answers] for question in questions}
    tree = Tree(FILE, first, further, set(outcome_ids))
    for node in question_ids + outcome_ids:
        if node not in tree.reached:
            raise ResourceError(FILE, "no answer leads here", entry=node)
    return Chooser(ways, {item.id: item for item in questions}, {item.id: item for item in outcomes})


def _way(fields: Fields) -> Way:
    fields = fields.of_entry(_id(fields))
    fields.only(frozenset(Way._fields))
    return Way(fields.text("id"), fields.both("title"), fields.text("question"))


def _question(fields: Fields) -> Question:
    fields = fields.of_entry(_id(fields))
    fields.only(frozenset(Question._fields))
    answers = fields.objects("answers", _answer)
    if not _FEWEST_ANSWERS <= len(answers) <= MOST_ANSWERS:
        raise fields.error("answers", f"{_FEWEST_ANSWERS} to {MOST_ANSWERS} answers are expected")
    if len({answer.id for answer in answers}) < len(answers):
        raise fields.error("answers", "an id stands twice")
    return Question(fields.text("id"), fields.both("ask"), fields.both("help") if "help" in fields else None, answers)


def _answer(fields: Fields) -> Answer:
    fields.only(frozenset(Answer._fields))
    return Answer(_id(fields), fields.both("text"), fields.text("to"))


def _outcome(fields: Fields, catalogue: Catalogue) -> Outcome:
    fields = fields.of_entry(_id(fields))
    fields.only(frozenset(Outcome._fields))
    instead = fields.objects("instead", lambda inner: _alternative(inner, catalogue))
    if not 1 <= len(instead) <= _MOST_ALTERNATIVES:
        raise fields.error("instead", f"1 to {_MOST_ALTERNATIVES} codes are expected")
    code = _code(fields, catalogue)
    if code in {alternative.code for alternative in instead}:
        raise fields.error("instead", f"{code} is right and wrong")
    asked = fields.object("asked")
    asked.only(frozenset(language.value for language in Language))
    return Outcome(fields.text("id"), code, fields.both("why"), instead, (*asked.texts("ko"), *asked.texts("en")))


def _alternative(fields: Fields, catalogue: Catalogue) -> Alternative:
    fields.only(frozenset(Alternative._fields))
    return Alternative(_code(fields, catalogue), fields.both("why_not"))


def _code(fields: Fields, catalogue: Catalogue) -> str:
    code = fields.text("code")
    if catalogue.get(code) is None:
        raise fields.error("code", f"names the unknown entry {code}")
    return code


def _id(fields: Fields) -> str:
    """Read an id. It becomes a part of ``Walk.path``, so it must not contain a slash."""
    text = fields.text("id")
    if "/" in text:
        raise fields.error("id", "an id without / is expected")
    return text
