"""Cards: one for each fact, stable ids, their order, and decks."""

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import read_notes
from statusref.domain.scenarios import Misconception, Scenario
from statusref.domain.status import ConfusablePair
from statusref.domain.text import Text
from statusref.resources import resource_root
from statusref.study.cards import Cards, has_unofficial_rival, importance_of, needed_before
from statusref.study.decks import DeckKind, all_decks
from statusref.study.kinds import CardKind
from statusref.study.typed import is_right, may_be_typed, typed_number

TEXT = Text("가", "a")


def test_every_fact_has_its_card(catalogue: Catalogue, cards: Cards) -> None:
    kinds = [card.kind for card in cards.all()]
    assert kinds.count(CardKind.MEANING) == len(catalogue.entries)
    assert kinds.count(CardKind.CODE) == len(catalogue.entries) - 2
    assert kinds.count(CardKind.PAIR) == len(catalogue.pairs)
    assert kinds.count(CardKind.SCENARIO) >= 120
    assert kinds.count(CardKind.MISCONCEPTION) >= 60
    assert len(cards.by_id) == len(kinds)
    for number in ("301~308", "401~403", "404~410", "502~504"):
        assert cards.get(f"pair:{number}") is not None
    assert cards.get("code:418") is None
    assert cards.get("meaning:299") is None


def test_ids_do_not_depend_on_the_words(catalogue: Catalogue, cards: Cards) -> None:
    entries = tuple(entry._replace(phrase="?", korean="?", importance=3) for entry in catalogue.entries)
    pairs = tuple(ConfusablePair((pair.ids[1], pair.ids[0]), TEXT) for pair in catalogue.pairs)
    changed = Cards(Catalogue(entries, pairs, catalogue.unassigned, catalogue.dates), (), ())
    expected = {card_id for card_id in cards.by_id if not card_id.startswith(("scenario", "misconception"))}
    assert set(changed.by_id) == expected


def test_a_beginner_meets_the_common_codes_first(cards: Cards) -> None:
    order = [card.id for card in cards.all()]
    assert order[:8] == [f"meaning:{code}" for code in ("200", "404", "500", "301", "403", "401", "400", "503")]
    essential = [entry.id for entry in cards.catalogue.entries if entry.essential]
    basic = {f"{kind}:{entry_id}" for kind in ("meaning", "code") for entry_id in essential}
    assert set(order[: len(basic)]) == basic, "both directions of every essential code, before anything else"
    assert [importance_of(card) for card in cards.all()] == sorted(importance_of(card) for card in cards.all())
    pair = cards.by_id["pair:408~499-nginx"]
    assert importance_of(pair) == max(entry.importance for entry in pair.entries)


def test_nothing_is_asked_before_the_codes_that_it_needs(cards: Cards) -> None:
    order = {card.id: place for place, card in enumerate(cards.all())}
    for card in cards.all():
        assert all(order[needed] < order[card.id] for needed in needed_before(card))


def test_no_run_of_new_cards_counts_up(cards: Cards) -> None:
    asks_for_a_code = (CardKind.CODE, CardKind.MEANING, CardKind.SCENARIO)
    numbers = [card.entries[0].code for card in cards.all() if card.kind in asks_for_a_code]
    runs = [run for run in zip(numbers, numbers[1:], numbers[2:], strict=False) if run[1] - run[0] == run[2] - run[1]]
    assert not [run for run in runs if abs(run[1] - run[0]) == 1]


def test_a_rare_question_about_a_common_code_comes_later(cards: Cards) -> None:
    order = [card.id for card in cards.all()]
    assert order.index("scenario:s-mkcol-success") > order.index("scenario:s-post-order")
    assert order.index("misconception:m-http3-no-phrase") > order.index("misconception:m-500-server-down")
    rare, common = (cards.by_id[f"scenario:{name}"] for name in ("s-mkcol-success", "s-post-order"))
    assert rare.entries == common.entries


def test_a_common_code_is_asked_in_every_way(cards: Cards) -> None:
    kinds = {card.kind for card in cards.all() if any(entry.id == "404" for entry in card.entries)}
    assert kinds >= {CardKind.MEANING, CardKind.CODE, CardKind.PAIR, CardKind.SCENARIO}


def test_decks(catalogue: Catalogue, cards: Cards) -> None:
    notes = read_notes(resource_root(), catalogue)
    decks = {deck.id: deck for deck in all_decks(catalogue, notes, ("404", "gone from the catalogue"))}
    assert {deck.kind for deck in decks.values()} == set(DeckKind)
    assert decks["all"].cards(cards) == cards.all()
    assert len(decks["bookmarks"].entry_ids) == 1
    assert {"class:4xx", "importance:1", "unofficial", "vendor:nginx", "tag:cache", f"note:{notes[0].slug}"} <= set(
        decks
    )
    for deck in decks.values():
        chosen = deck.cards(cards)
        assert chosen
        assert all(any(entry.id in deck.entry_ids for entry in card.entries) for card in chosen)
    assert "bookmarks" not in {deck.id for deck in all_decks(catalogue, notes, ("gone",))}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("404", 404),
        (" 404 Not Found", 404),
        ("HTTP/1.1 404", 404),
        ("４０４", 404),
        ("404, 404!", 404),
        ("404 or 410", None),
        ("4040", None),
        ("not found", None),
        ("", None),
        ("\ud800\x00", None),
        ("1" * 10_000_000, None),
    ],
)
def test_typed_numbers(text: str, number: int | None) -> None:
    assert typed_number(text) == number


def test_typed_answers(catalogue: Catalogue, cards: Cards) -> None:
    assert is_right(cards.by_id["code:404"], "404")
    assert not is_right(cards.by_id["code:404"], "410")
    assert not is_right(cards.by_id["meaning:404"], "404")
    assert not may_be_typed(cards.by_id["pair:404~410"])
    several = Scenario("s", ("301", "308"), TEXT, TEXT, ())
    card = Cards(catalogue, (several,), (Misconception("m", ("404",), TEXT, True, TEXT, "x"),)).by_id["scenario:s"]
    assert is_right(card, "308")
    assert is_right(card, "301")


def test_official_codes_that_people_take_for_unofficial_ones(catalogue: Catalogue) -> None:
    found = {entry.id for entry in catalogue.entries if has_unofficial_rival(entry, catalogue)}
    assert {"431", "401", "504"} <= found
    assert not {"200", "404"} & found
