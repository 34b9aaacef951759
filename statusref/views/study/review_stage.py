"""The stages of a review, and what may be done with the card in each of them."""

from enum import Enum, auto

from statusref.views.study.session_actions import CardAction


class Stage(Enum):
    """What the page shows, and so what the user does next."""

    QUESTION = auto()
    ANSWER = auto()
    LEECH = auto()
    SUMMARY = auto()


# Memo and page come with the answer, because they would give it away.
_ALLOWED = {
    Stage.QUESTION: frozenset({CardAction.BURY, CardAction.SUSPEND}),
    Stage.ANSWER: frozenset({CardAction.BURY, CardAction.SUSPEND, CardAction.MEMO, CardAction.PAGE}),
    Stage.LEECH: frozenset({CardAction.SUSPEND, CardAction.MEMO, CardAction.PAGE}),
    Stage.SUMMARY: frozenset[CardAction](),
}


def allowed(stage: Stage, *, can_undo: bool, is_new: bool) -> frozenset[CardAction]:
    """Return what may be done in a stage. Only of a card that ``is_new`` may be said that it is known already."""
    more = {CardAction.UNDO} if can_undo else set[CardAction]()
    if is_new and stage in {Stage.QUESTION, Stage.ANSWER}:
        more.add(CardAction.KNOW)
    return _ALLOWED[stage] | more
