"""Checks that every path through the chooser ends at an outcome, in few steps, without a circle."""

from collections.abc import Container, Mapping, Sequence

from statusref.domain.errors import ResourceError

MOST_QUESTIONS = 7
"""The most questions on one path: people who use the chooser are in a hurry."""


class Tree:
    """The paths of the chooser, by ids.

    ``ways`` has the first question of each way, ``questions`` where the answers of each question lead. ``reached`` are
    the questions and outcomes that some way leads to. Raises ResourceError where a way or an answer leads nowhere, in a
    circle, or past ``MOST_QUESTIONS``.
    """

    def __init__(
        self, file: str, ways: Mapping[str, str], questions: Mapping[str, Sequence[str]], outcomes: Container[str]
    ) -> None:
        self._file = file
        self._questions = questions
        self._outcomes = outcomes
        self.reached: set[str] = set()
        for way, question in ways.items():
            if question not in questions:
                raise ResourceError(file, f"there is no question {question}", entry=way, field="question")
            self._follow(question, (way,))

    def _follow(self, node: str, above: tuple[str, ...]) -> None:
        """Check everything below ``node``. ``above`` are the ids of the way and of the questions that led to it."""
        self.reached.add(node)
        if node in self._outcomes:
            return
        if node not in self._questions:
            raise self._error(above, f"an answer leads to {node}, which is no question and no outcome")
        if node in above:
            raise self._error(above, f"an answer leads back to {node}")
        if len(above) > MOST_QUESTIONS:
            raise self._error(above, f"an answer leads to one more than {MOST_QUESTIONS} questions: {node}")
        for to in self._questions[node]:
            self._follow(to, (*above, node))

    def _error(self, above: tuple[str, ...], reason: str) -> ResourceError:
        return ResourceError(self._file, reason, entry=above[-1], field="answers")
