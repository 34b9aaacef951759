"""Leeches: which cards they are, and the code that each is confused with."""

from dataclasses import replace

import pytest

from statusref.study.cards import Cards, MisconceptionCard, ScenarioCard
from statusref.study.decks import Deck, DeckKind
from statusref.study.leeches import Partner, partner_of
from statusref.study.options import StudyOptions
from statusref.study.quiz import Question, WrongAnswer
from statusref.study.quiz_choices import EntryChoice
from statusref.study.state import Rating
from statusref.study.study import Study
from tests.study.conftest import Clock


@pytest.mark.parametrize(
    ("right", "partner"),
    [("401", "403"), ("403", "401"), ("404", "410"), ("301", "308"), ("500", "502"), ("504", "502"), ("206", "416")],
)
def test_the_nearest_of_the_codes_that_people_mix_up(cards: Cards, right: str, partner: str) -> None:
    for kind in ("meaning", "code"):
        found = partner_of(cards.by_id[f"{kind}:{right}"], {}, cards)
        assert found is not None
        assert (found.entry.id, found.times) == (partner, 0)


def test_a_code_that_was_really_given_comes_first(cards: Cards) -> None:
    card = cards.by_id["code:404"]
    gone = cards.catalogue.get("500")
    assert gone is not None
    assert partner_of(card, {"no-such-entry": 9, "404": 5, "500": 3, "410": 1}, cards) == Partner(gone, 3)


def test_a_pair_names_its_partner_itself(cards: Cards) -> None:
    found = partner_of(cards.by_id["pair:401~403"], {}, cards)
    assert found is not None
    assert found.entry.id == "403"


def test_a_situation_tempts_to_its_partner(cards: Cards) -> None:
    for card in cards.all():
        if isinstance(card, ScenarioCard) and card.scenario.tempting:
            found = partner_of(card, {}, cards)
            assert found is not None
            assert found.entry.id in {tempting.code for tempting in card.scenario.tempting}


def test_a_statement_about_one_code_has_no_partner(cards: Cards) -> None:
    for card in cards.all():
        if isinstance(card, MisconceptionCard):
            assert (partner_of(card, {}, cards) is None) is (len(card.entries) == 1)


def test_the_list_has_the_cards_at_the_limit(study: Study, clock: Clock) -> None:
    study.save_options(StudyOptions(new_per_day=1, learning_steps=(), relearning_steps=(), leech_lapses=3))
    deck = Deck(DeckKind.TAG, "", frozenset({"404"}))
    for number in range(4):
        assert not study.leeches()
        session = study.start(deck)
        answered = session.answer(Rating.AGAIN, mistaken_for="403")
        if not number:
            study.save_options(replace(study.options, new_per_day=0))
        clock.move(days=2)
    (leech,) = study.leeches()
    assert (leech.card, leech.lapses, leech.suspended) == (answered.card, 3, False)
    assert leech.partner is not None
    assert (leech.partner.entry.id, leech.partner.times) == ("403", 4)
    study.suspend(leech.card.id)
    (leech,) = study.leeches()
    assert leech.suspended


def test_what_was_given_in_a_quiz_counts_too(study: Study, cards: Cards) -> None:
    card = cards.by_id["code:404"]
    right, chosen = cards.catalogue.get("404"), cards.catalogue.get("500")
    assert right is not None
    assert chosen is not None
    question = Question(card, (EntryChoice(right), EntryChoice(chosen)))
    study.keep_mistakes([WrongAnswer(question, given) for given in (EntryChoice(chosen), None)])
    assert study.leech(card).partner == Partner(chosen, 1)
    other = Question(cards.by_id["code:403"], ())
    study.keep_mistakes([WrongAnswer(other, given) for given in ("404", "forbidden")])
    assert study.leech(other.card).partner == Partner(right, 1)
