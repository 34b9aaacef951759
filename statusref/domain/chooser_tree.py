"""Checks that the chooser's questions lead somewhere: to an outcome, in a few steps, and never back."""

from collections.abc import Container, Mapping, Sequence

from statusref.domain.errors import ResourceError

MOST_QUESTIONS = 7
"""More questions on a path are too many for somebody in a hurry."""


class Tree:
    """Where everything leads, by id: each way to its first question, each question by its answers.

    ``reached`` are the questions and outcomes that the ways lead to. Raises ResourceError where a way or an answer
    leads nowhere, in a circle, or past ``MOST_QUESTIONS``.
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
        """Go on from ``node``; ``above`` are the way and the questions that led to it."""
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
