"""The review: keys, what is shown, when answers are saved, undo."""

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from statusref.domain.text import Language
from statusref.study.cards import MisconceptionCard
from statusref.study.kinds import CardKind
from statusref.study.session import TODAY, Wish
from statusref.study.state import Phase, Rating
from statusref.theme.tokens import DARK
from statusref.views.study.labels import interval_words
from statusref.views.study.review_page import ReviewPage
from statusref.views.study.review_stage import Stage
from statusref.views.study.session_actions import CardAction
from statusref.widgets import announcing
from statusref.widgets.icon_button import IconButton
from tests.views.study.conftest import Desk, DeskMaker

CTRL = Qt.KeyboardModifier.ControlModifier


def begin(desk: Desk, *entry_ids: str) -> ReviewPage:
    # Who asks for more gets all cards of a code at once, where a day would have one of them.
    desk.page.start_review(desk.deck(*entry_ids), Wish(ahead=1) if entry_ids else TODAY)
    QApplication.processEvents()
    return desk.page.review


def to_kind(review: ReviewPage, kind: CardKind) -> None:
    """Bury cards until one of this kind is shown; where the day has none, ask for more."""
    for wish in (None, Wish(more_new=1000)):
        if wish is not None and review._deck is not None:
            review.start(review._deck, wish)
        while review.session is not None and review.session.shown is not None:
            if review.session.shown.card.kind is kind:
                review._next()  # the page of a card that is only passed is not written
                return
            review.session.bury()
    raise AssertionError(f"no {kind}")


def shown_id(review: ReviewPage) -> str:
    assert review.session is not None
    assert review.session.shown is not None
    return review.session.shown.card.id


def text(review: ReviewPage) -> str:
    return review.reader.toPlainText()


def test_space_reveals_and_a_digit_rates(desk: Desk) -> None:
    review = begin(desk, "404")
    to_kind(review, CardKind.MEANING)
    first = shown_id(review)
    assert first == "meaning:404"
    assert "찾을 수 없음" not in text(review)
    desk.press(Qt.Key.Key_Space)
    assert "찾을 수 없음" in text(review)
    desk.press(Qt.Key.Key_4)
    assert review.stage is Stage.QUESTION
    assert desk.study.state(first).phase is Phase.REVIEW
    assert shown_id(review) != first


def test_a_click_on_the_card_reveals(desk: Desk) -> None:
    review = begin(desk, "404")
    QTest.mouseClick(review.reader.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert review.stage is Stage.ANSWER


def test_digits_do_nothing_before_the_answer_is_shown(desk: Desk) -> None:
    review = begin(desk, "404")
    desk.press(Qt.Key.Key_3)
    assert review.stage is Stage.QUESTION
    assert review.session is not None
    assert review.session.done == 0


@pytest.mark.parametrize("rating", Rating)
def test_each_button_keeps_the_interval_that_it_shows(desk: Desk, rating: Rating) -> None:
    review = begin(desk, "404")
    card_id = shown_id(review)
    desk.press(Qt.Key.Key_Space)
    promised = review.answers.ratings.buttons[rating].interval
    desk.clock.move(seconds=7)
    desk.press(Qt.Key(Qt.Key.Key_0.value + rating.value))
    state = desk.study.state(card_id)
    assert state.due is not None
    assert state.last_review is not None
    assert promised == interval_words(desk.context.localizer, state.due - state.last_review)


def test_the_answer_is_saved_before_the_next_card_is_painted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    review = begin(desk, "404")
    card_id = shown_id(review)
    desk.press(Qt.Key.Key_Space)
    saved: list[int] = []
    written = review._write

    def write() -> None:
        saved.append(desk.study.state(card_id).reps)
        written()

    monkeypatch.setattr(review, "_write", write)
    desk.press(Qt.Key.Key_3)
    assert saved == [1]


def test_a_typed_answer_is_judged_and_a_rating_suggested(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=200)
    review = begin(desk, "404")
    to_kind(review, CardKind.CODE)
    assert review.answers.field.hasFocus()
    desk.write("403")
    desk.press(Qt.Key.Key_Return)
    assert "You typed 403: not right." in text(review)
    assert review.answers.ratings.buttons[Rating.AGAIN].hasFocus()


def test_keys_that_are_shown_work_while_a_code_is_typed(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=200)
    review = begin(desk, "404")
    to_kind(review, CardKind.CODE)
    first = shown_id(review)
    desk.write("b s m p o x")
    assert review.answers.field.text() == "b s m p o x"
    assert (review.stage, shown_id(review)) == (Stage.QUESTION, first)
    assert review.answers.reveal.toolTip() == "Enter"
    desk.press(Qt.Key.Key_Z, CTRL)
    for key in (Qt.Key.Key_J, Qt.Key.Key_H):
        desk.press(key, CTRL)
        assert shown_id(review) != first
        desk.press(Qt.Key.Key_Z, CTRL)
        assert shown_id(review) == first


def test_the_keys_of_what_may_be_done_are_shown_where_they_fit(make_desk: DeskMaker) -> None:
    desk = make_desk()
    desk.page.resize(480, 700)
    review = begin(desk, "404")
    later = review.actions_row.buttons[CardAction.BURY]
    assert later.text() == "Later  Ctrl+J"
    desk.press(Qt.Key.Key_Space)
    assert later.text() == "Later"


def test_memo_and_page_come_with_the_answer(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=200)
    review = begin(desk, "404")
    to_kind(review, CardKind.SCENARIO)
    for stage in (Stage.QUESTION, Stage.ANSWER):
        assert review.stage is stage
        answered = stage is Stage.ANSWER
        assert review.actions_row.buttons[CardAction.MEMO].isVisible() is answered
        desk.press(Qt.Key.Key_O, CTRL)
        assert bool(desk.links) is answered
        desk.page.edit_memo()
        assert bool(review.memo.entry_id) is answered
        review._on_revealed("")


def test_what_is_typed_stays_when_language_or_size_change(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=200)
    review = begin(desk, "404")
    to_kind(review, CardKind.CODE)
    desk.write("40")
    desk.context.theme.apply(factor=1.5)
    desk.context.localizer.use(Language.KOREAN)
    desk.write("4")
    assert review.answers.field.text() == "404"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("403", "You typed 403: not right.\n403 admits"),
        ("100", "You typed 100: not right.\n100 Continue  "),
        ("299", "You typed 299: not right.\n299 is not a defined status code."),
        ("not found", "No number was typed: not found"),
    ],
)
def test_a_wrong_answer_is_explained(make_desk: DeskMaker, typed: str, said: str) -> None:
    desk = make_desk(new_per_day=200)
    review = begin(desk, "404")
    to_kind(review, CardKind.CODE)
    desk.write(typed)
    desk.press(Qt.Key.Key_Return)
    assert said in text(review)
    assert review.answers.ratings.buttons[Rating.AGAIN].hasFocus()


def test_nothing_typed_is_no_wrong_answer(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=200)
    review = begin(desk, "404")
    to_kind(review, CardKind.CODE)
    desk.press(Qt.Key.Key_Return)
    assert "typed" not in text(review)
    assert review.answers.ratings.buttons[Rating.GOOD].hasFocus()


@pytest.mark.parametrize("typed", ["o", "x", "1", "2", "ㅐ", "ㅌ"])
def test_a_statement_is_judged_before_the_answer_is_shown(make_desk: DeskMaker, typed: str) -> None:
    desk = make_desk(new_per_day=800)
    review = begin(desk)
    to_kind(review, CardKind.MISCONCEPTION)
    assert review.session is not None
    shown = review.session.shown
    assert shown is not None
    assert isinstance(shown.card, MisconceptionCard)
    question = text(review)
    review._on_pressed()
    assert text(review) == question
    QApplication.sendEvent(desk.focused, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, typed))
    right = shown.card.misconception.truth is (typed in "o1ㅐ")
    assert f"You answered “{'True' if typed in 'o1ㅐ' else 'False'}”: {'right' if right else 'not right'}." in text(
        review
    )
    suggested = Rating.GOOD if right else Rating.AGAIN
    assert review.answers.ratings.buttons[suggested].hasFocus()
    assert shown.card.misconception.correction.en in text(review)


def test_true_and_false_are_buttons_with_their_keys(make_desk: DeskMaker) -> None:
    desk = make_desk(Language.KOREAN, new_per_day=800)
    review = begin(desk)
    to_kind(review, CardKind.MISCONCEPTION)
    buttons = review.answers.truth.buttons
    assert [(button.text(), button.toolTip()) for button in buttons.values()] == [("맞음", "O"), ("틀림", "X")]
    assert buttons[True].hasFocus()
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Return)
    assert "내 답 ‘틀림’" in text(review)


def test_digits_typed_into_the_field_are_text(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=200)
    review = begin(desk, "404")
    to_kind(review, CardKind.CODE)
    desk.write("404")
    assert review.stage is Stage.QUESTION
    assert review.answers.field.text() == "404"
    desk.press(Qt.Key.Key_Return)
    assert "You typed 404: right." in text(review)
    assert review.answers.ratings.buttons[Rating.GOOD].hasFocus()


def test_undo_goes_back_to_the_start_of_the_session(desk: Desk) -> None:
    review = begin(desk, "404")
    first = shown_id(review)
    for _ in range(2):
        desk.press(Qt.Key.Key_Space)
        desk.press(Qt.Key.Key_3)
    desk.press(Qt.Key.Key_J, CTRL)
    for _ in range(3):
        desk.press(Qt.Key.Key_Z, CTRL)
    assert shown_id(review) == first
    assert desk.study.state(first).reps == 0
    assert desk.study.statistics().totals().answers == 0
    desk.press(Qt.Key.Key_Z, CTRL)
    assert shown_id(review) == first


def test_undo_after_a_typed_answer_takes_the_answer_back(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=200)
    review = begin(desk, "404", "410")
    to_kind(review, CardKind.CODE)
    first = shown_id(review)
    desk.write("404")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_3)
    to_kind(review, CardKind.CODE)
    assert shown_id(review) != first
    while shown_id(review) != first:
        desk.press(Qt.Key.Key_Z, CTRL)
        assert review.answers.field.text() == ""
    assert desk.study.state(first).reps == 0


def test_undo_says_what_it_took_back(make_desk: DeskMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    announced: list[str] = []

    class Accessibility:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            announced.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Accessibility)
    desk = make_desk()
    review = begin(desk, "404")
    to_kind(review, CardKind.MEANING)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_3)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert review.told.isVisible()
    assert review.told.text() == "Taken back: 404, Good"
    assert announced[-2] == "Taken back: 404, Good"
    assert announced[-1] == announced[0]  # the question, once more
    desk.speak(Language.KOREAN)
    assert review.told.text() == "되돌렸습니다: 404, 알맞음"
    desk.press(Qt.Key.Key_Space)
    assert not review.told.isVisible()
    for action, words in ((CardAction.BURY, "404, 내일로 미룸"), (CardAction.SUSPEND, "404, 보류")):
        review._on_action(action)
        assert not review.told.isVisible()
        desk.press(Qt.Key.Key_Z, CTRL)
        assert review.told.text() == f"되돌렸습니다: {words}"


def test_burying_and_suspending_put_a_card_away(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=100)
    review = begin(desk, "404")
    first = shown_id(review)
    desk.press(Qt.Key.Key_J, CTRL)
    to_kind(review, CardKind.PAIR)
    second = shown_id(review)
    desk.press(Qt.Key.Key_H, CTRL)
    assert len({first, second, shown_id(review)}) == 3
    assert [card.id for card in desk.study.suspended()] == [second]


def test_a_memo_written_during_review_is_saved_and_shown(desk: Desk) -> None:
    review = begin(desk, "404")
    to_kind(review, CardKind.MEANING)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_M, CTRL)
    assert review.memo.entry_id == "404"
    desk.write("3 is text here")
    desk.press(Qt.Key.Key_Escape)
    assert desk.data.memos.get("404") == "3 is text here"
    assert review.stage is Stage.ANSWER
    assert "3 is text here" in text(review)


def test_links_lead_to_the_page(desk: Desk) -> None:
    to_kind(begin(desk, "404"), CardKind.MEANING)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_O, CTRL)
    assert desk.links == ["code:404"]


def test_progress_says_what_is_left(desk: Desk) -> None:
    review = begin(desk, "404")
    assert review.bar._left.text() == "10 new"
    assert review.bar.progress.share == 0
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_4)
    assert review.bar._left.text() == "9 new"
    assert review.bar.progress.share == pytest.approx(0.1)


def test_the_end_is_summed_up(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=2)
    review = begin(desk, "404", "200")
    for key in (Qt.Key.Key_4, Qt.Key.Key_4):
        desk.clock.move(seconds=5)
        desk.press(Qt.Key.Key_Space)
        desk.press(key)
    assert review.stage is Stage.SUMMARY
    assert "Done for today" in text(review)
    assert "2 answers" in text(review)
    assert "10 s" in text(review)
    desk.press(Qt.Key.Key_Space)
    assert desk.shows(desk.page.start)


def test_leaving_early_sums_up_and_may_go_on(desk: Desk) -> None:
    review = begin(desk, "404")
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_4)
    assert desk.page.escape()
    assert "This far for now" in text(review)
    desk.press(Qt.Key.Key_Space)
    assert review.stage is Stage.QUESTION
    assert desk.page.escape()
    assert desk.page.escape()
    assert desk.shows(desk.page.start)
    assert not desk.page.escape()


def test_a_card_that_comes_due_later_today_is_announced_and_then_shown(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=1)
    options = desk.study.options
    desk.study.save_options(type(options)(new_per_day=1, learning_steps=(3600,)))
    review = begin(desk, "404")
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_1)
    assert "The next card comes in 1 h." in text(review)
    desk.clock.move(minutes=61)
    review.resume()
    assert review.stage is Stage.QUESTION


def to_leech(desk: Desk, entry_id: str, typed: str = "") -> tuple[ReviewPage, str]:
    """Forget the card that asks for the code of an entry, so that it becomes a leech."""
    card_id = f"code:{entry_id}"
    desk.study.want(card_id)
    review = begin(desk, entry_id)
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_4)
    desk.clock.move(days=30)
    desk.study.want(card_id)
    review.start(desk.deck(entry_id))
    assert shown_id(review) == card_id
    desk.write(typed)
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_1)
    assert review.stage is Stage.LEECH
    return review, card_id


def test_a_leech_is_told_with_the_nearest_code_side_by_side(make_desk: DeskMaker) -> None:
    desk = make_desk(leech_lapses=1)
    review, _ = to_leech(desk, "403")
    assert "Side by side\n403 Forbidden\n401 Unauthorized" in text(review)
    desk.press(Qt.Key.Key_Return)
    assert review.stage is not Stage.LEECH


def test_a_leech_is_told_with_the_code_that_was_typed_instead(make_desk: DeskMaker) -> None:
    desk = make_desk(leech_lapses=1)
    review, _ = to_leech(desk, "404", typed="500")
    assert "Answered instead, 1 time: 500 Internal Server Error" in text(review)
    assert "Side by side\n404 Not Found\n500 Internal Server Error" in text(review)


def test_a_leech_may_be_suspended_or_have_a_memo(make_desk: DeskMaker) -> None:
    desk = make_desk(leech_lapses=1)
    review, card_id = to_leech(desk, "404")
    shown = {action for action, button in review.actions_row.buttons.items() if button.isVisible()}
    assert shown == set(CardAction) - {CardAction.BURY, CardAction.KNOW}
    desk.press(Qt.Key.Key_M, CTRL)
    desk.write("404 is not 410")
    desk.press(Qt.Key.Key_Escape)
    assert desk.data.memos.get("404") == "404 is not 410"
    assert review.stage is Stage.LEECH
    desk.press(Qt.Key.Key_H, CTRL)
    assert [card.id for card in desk.study.suspended()] == [card_id]
    assert review.stage is not Stage.LEECH
    desk.press(Qt.Key.Key_Z, CTRL)
    assert review.told.text() == "Taken back: Not Found, suspended"
    assert shown_id(review) == card_id


@pytest.mark.parametrize("kind", CardKind)
def test_every_kind_of_card_has_two_faces_in_both_languages(make_desk: DeskMaker, kind: CardKind) -> None:
    desk = make_desk(new_per_day=800)
    review = begin(desk)
    to_kind(review, kind)
    question = text(review)
    desk.page.review._on_revealed("")
    assert text(review).startswith(question)
    answer = text(review)
    desk.speak(Language.KOREAN)
    assert len(text(review)) > len(question) / 3
    assert text(review) != answer


@pytest.mark.parametrize(
    ("language", "names"),
    [(Language.ENGLISH, ("Not Found", "찾을 수 없음")), (Language.KOREAN, ("찾을 수 없음", "Not Found"))],
)
def test_cards_lead_with_the_name_in_the_language_of_the_window(
    make_desk: DeskMaker, language: Language, names: tuple[str, str]
) -> None:
    desk = make_desk(language, new_per_day=200)
    review = begin(desk, "404")
    to_kind(review, CardKind.CODE)
    assert tuple(text(review).splitlines()[1:3]) == names


@pytest.mark.parametrize(
    ("entry_id", "said"),
    [("431", "Official code"), ("494-nginx", "Unofficial code · nginx"), ("404", None)],
)
def test_a_card_that_asks_for_a_code_says_whose_it_is(make_desk: DeskMaker, entry_id: str, said: str | None) -> None:
    desk = make_desk(new_per_day=200)
    review = begin(desk, entry_id)
    to_kind(review, CardKind.CODE)
    while shown_id(review) != f"code:{entry_id}":  # a deck of an entry also has pairs and situations
        review._on_action(CardAction.BURY)
        to_kind(review, CardKind.CODE)
    assert (said in text(review).splitlines()) if said else ("fficial code" not in text(review))


def test_english_lines_of_several_codes_have_no_korean(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=200)
    review = begin(desk, "404")
    for kind in (CardKind.SCENARIO, CardKind.PAIR):
        to_kind(review, kind)
        review._on_revealed("")
        assert not re.search("[가-힣]", text(review))
        review._on_rated(Rating.GOOD)


def test_colours_and_size_change_while_a_card_is_shown(desk: Desk) -> None:
    review = begin(desk, "404")
    to_kind(review, CardKind.MEANING)
    desk.press(Qt.Key.Key_Space)
    desk.context.theme.apply(tokens=DARK, factor=2.0)
    QApplication.processEvents()
    assert review.stage is Stage.ANSWER
    assert "찾을 수 없음" in text(review)


def test_a_hidden_review_reads_nothing_until_it_is_shown(desk: Desk) -> None:
    review = begin(desk, "404")
    desk.press(Qt.Key.Key_Space)
    desk.page.hide()
    desk.context.localizer.use(Language.KOREAN)
    review._on_looks_changed()
    assert "Read more" in text(review)
    desk.page.show()
    assert "더 읽기" in text(review)


@pytest.mark.parametrize("width", [640, 1000, 1400])
def test_text_memo_and_answers_stand_in_one_column_and_the_scroll_bar_at_the_edge(desk: Desk, width: int) -> None:
    desk.page.resize(width, 720)
    review = begin(desk, "404")
    to_kind(review, CardKind.MEANING)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_M, CTRL)
    text_left = review.reader.document().rootFrame().frameFormat().leftMargin()
    memo, answers = review.memo._field, review.answers
    assert memo.mapTo(review, QPoint(0, 0)).x() == text_left
    assert answers.mapTo(review, QPoint(0, 0)).x() == pytest.approx(text_left, abs=1)
    bar = review.reader.verticalScrollBar()
    assert bar.mapTo(review, bar.rect().topRight()).x() == review.width() - 1


def test_what_was_remembered_counts_cards_seen_before(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=1)
    for rating in (Rating.AGAIN, Rating.EASY):
        review = begin(desk, "404")
        desk.press(Qt.Key.Key_Space)
        desk.press(Qt.Key(Qt.Key.Key_0.value + rating.value))
        review.escape() if review.stage is not Stage.SUMMARY else None
        assert ("Remembered" in text(review)) is (rating is Rating.EASY)
    assert "Remembered\n100 %" in text(review)


def test_every_action_has_a_name_for_a_screen_reader(desk: Desk) -> None:
    review = begin(desk, "404")
    desk.press(Qt.Key.Key_Space)
    names = [button.accessibleName() for button in review.answers.ratings.buttons.values()]
    assert names[2].startswith("Good, next time in ")
    assert all(button.accessibleName() for button in review.actions_row.buttons.values())
    assert review.bar.progress.accessibleName() == "0 of 10 answered"


def test_enter_opens_a_link_that_tab_has_marked_and_reveals_otherwise(desk: Desk) -> None:
    review = begin(desk, "404")
    to_kind(review, CardKind.MEANING)
    review.reader.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert review.stage is Stage.ANSWER
    review.bar.findChildren(IconButton)[-1].setFocus()
    desk.press(Qt.Key.Key_Tab)
    assert review.reader.has_marked_link
    desk.press(Qt.Key.Key_Return)
    assert len(desk.links) == 1
    assert review.stage is Stage.ANSWER


def test_a_new_card_may_be_known_already(desk: Desk) -> None:
    review = begin(desk, "404", "200")
    first = shown_id(review)
    assert review.actions_row.buttons[CardAction.KNOW].isVisible()
    desk.press(Qt.Key.Key_E, CTRL)
    assert desk.study.state(first).phase is Phase.REVIEW
    assert shown_id(review) != first
    desk.study.want(first)
    desk.page.start_review(desk.deck("404", "200"))
    assert shown_id(review) == first
    assert not review.actions_row.buttons[CardAction.KNOW].isVisible(), "it is no new card any more"


def test_the_end_of_a_day_offers_more(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=2, learning_steps=())
    desk.page.start_review(desk.deck("404"))
    review = desk.page.review
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_3)
    assert review.stage is Stage.SUMMARY
    assert review.more.isVisible()
    assert review.more.elsewhere.text() == "1 card left in other decks"
    review.more.elsewhere.click()
    assert shown_id(review) == "meaning:200"
    assert not review.more.isVisible()


def test_a_wait_is_not_the_end_of_the_day(make_desk: DeskMaker) -> None:
    desk = make_desk(new_per_day=1, learning_steps=(3600,))
    review = begin(desk)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_1)
    assert "Nothing to do right now" in text(review)
    assert "The next card comes in 1 h." in text(review)
    assert "Done for today" not in text(review)
    assert not review.more.isVisible()
