"""The quiz: multiple choice, typed answers, the clock, the result, and what is sent to review."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from statusref.domain.links import card_link
from statusref.domain.text import Language
from statusref.study.cards import MisconceptionCard
from statusref.study.quiz import QuizMode
from statusref.study.quiz_choices import is_right
from statusref.views.study.quiz_form import QuizWish
from statusref.views.study.quiz_page import QuizPage
from statusref.views.study.quiz_result_page import QuizResultPage
from statusref.widgets import announcing
from statusref.widgets.choice_button import Verdict
from tests.views.study.conftest import Desk


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screen readers are told to say."""
    heard: list[str] = []

    class Accessible:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            heard.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Accessible)
    return heard


def begin(desk: Desk, count: int = 5, mode: QuizMode = QuizMode.CHOICES, pace: timedelta | None = None) -> QuizPage:
    desk.page.start_quiz(desk.deck(), QuizWish(count, mode, pace))
    QApplication.processEvents()
    return desk.page.quiz


def key_of(quiz: QuizPage, *, right: bool) -> Qt.Key:
    """The key of the first right or wrong choice."""
    question = quiz.question
    assert question is not None
    hits = [is_right(question.card, choice) for choice in question.choices]
    return Qt.Key(Qt.Key.Key_1.value + hits.index(right))


def answer_all(desk: Desk, quiz: QuizPage, *, right: bool) -> QuizResultPage:
    while desk.page.shown is quiz:
        desk.press(key_of(quiz, right=right))
        desk.press(Qt.Key.Key_Space)
    result = desk.page.shown
    assert isinstance(result, QuizResultPage)
    return result


def test_a_right_choice_is_shown_as_right(desk: Desk) -> None:
    quiz = begin(desk)
    desk.press(key_of(quiz, right=True))
    assert quiz._answered
    marks = [button.verdict for button in quiz.answers.choices.buttons if not button.isHidden()]
    assert marks.count(Verdict.RIGHT) == 1
    assert Verdict.WRONG not in marks
    assert "Right." in quiz.reader.toPlainText()


def test_a_wrong_choice_is_shown_beside_the_right_one_and_explained(desk: Desk) -> None:
    quiz = begin(desk)
    question = quiz.question
    assert question is not None
    desk.press(key_of(quiz, right=False))
    marks = [button.verdict for button in quiz.answers.choices.buttons]
    assert Verdict.RIGHT in marks
    assert Verdict.WRONG in marks
    wrong = quiz.answers.choices.buttons[marks.index(Verdict.WRONG)]
    assert "wrong" in wrong.accessibleName()
    desk.press(key_of(quiz, right=True))
    assert quiz.question is question


def test_the_same_seed_asks_the_same(desk: Desk) -> None:
    first = begin(desk).question
    desk.page.show_start()
    assert begin(desk).question == first


def test_all_right_is_a_full_score(desk: Desk) -> None:
    result = answer_all(desk, begin(desk), right=True)
    assert (result.result.score.right, result.result.score.total) == (5, 5)
    assert "Every answer was right." in result.reader.toPlainText()
    assert result.send.isHidden()
    assert result.scores.accessibleName() == "5 of 5 right"


def test_wrong_answers_are_listed_and_can_be_sent_to_review(desk: Desk) -> None:
    result = answer_all(desk, begin(desk), right=False)
    cards = [wrong.question.card for wrong in result.result.wrong]
    assert len(cards) == 5
    assert not any(desk.study.state(card.id).wanted for card in cards)
    assert "Right answer" in result.reader.toPlainText()
    desk.press(Qt.Key.Key_S)
    assert all(desk.study.state(card.id).wanted for card in cards)
    assert result.send.isHidden()
    assert "Sent to review" in result.reader.toPlainText()
    assert result.told.text() == "5 questions were sent to review."


@pytest.mark.parametrize("by_key", [True, False])
def test_what_was_sent_can_be_taken_back_at_once(desk: Desk, by_key: bool) -> None:
    result = answer_all(desk, begin(desk), right=False)
    cards = [wrong.question.card for wrong in result.result.wrong]
    before = [desk.study.state(card.id) for card in cards]
    assert result.take_back.isHidden()
    result._on_link(str(card_link(cards[0].id)))
    assert result.told.text() == "1 question was sent to review."
    desk.press(Qt.Key.Key_S)
    assert result.told.text() == "4 questions were sent to review."
    for left in (1, 0):
        if by_key:
            desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        else:
            result.take_back.click()
        assert sum(desk.study.state(card.id).wanted for card in cards) == left
    assert result.told.text() == "1 question was taken back from review."
    assert [desk.study.state(card.id) for card in cards] == before
    assert result.take_back.isHidden()
    assert not result.send.isHidden()


def test_one_wrong_answer_can_be_sent_alone_and_links_lead_on(desk: Desk) -> None:
    result = answer_all(desk, begin(desk), right=False)
    card = result.result.wrong[1].question.card
    result._on_link(str(card_link(card.id)))
    assert desk.study.state(card.id).wanted
    assert not desk.study.state(result.result.wrong[0].question.card.id).wanted
    result._on_link("code:404")
    assert desk.links == ["code:404"]


def test_typed_answers_count(desk: Desk) -> None:
    quiz = begin(desk, mode=QuizMode.TYPED)
    assert quiz.answers.field.hasFocus()
    question = quiz.question
    assert question is not None
    desk.write(question.card.entries[0].number)
    desk.press(Qt.Key.Key_Return)
    assert "Right." in quiz.reader.toPlainText()
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert "Not answered." in quiz.reader.toPlainText()


def test_a_question_can_be_passed_over(desk: Desk) -> None:
    quiz = begin(desk)
    desk.press(Qt.Key.Key_0)
    assert "Not answered." in quiz.reader.toPlainText()


def test_the_clock_ends_the_quiz(desk: Desk) -> None:
    quiz = begin(desk, pace=timedelta(seconds=18))
    assert quiz.bar._left.text() == "1 / 5 · 1:30"
    desk.clock.move(seconds=30)
    quiz._on_tick()
    assert quiz.bar._left.text() == "1 / 5 · 1:00"
    desk.press(key_of(quiz, right=True))
    desk.clock.move(seconds=61)
    quiz._on_tick()
    result = desk.page.shown
    assert isinstance(result, QuizResultPage)
    assert (result.result.score.right, result.result.score.total) == (1, 1)
    assert "4 questions were not reached" in result.reader.toPlainText()


def test_a_question_that_is_shown_when_the_time_runs_out_is_not_answered(desk: Desk) -> None:
    quiz = begin(desk, pace=timedelta(seconds=18))
    desk.press(key_of(quiz, right=True))
    desk.press(Qt.Key.Key_Space)
    desk.clock.move(seconds=91)
    desk.press(key_of(quiz, right=True))
    result = desk.page.result
    assert desk.shows(result)
    assert (result.result.score.right, result.result.score.total) == (1, 2)
    assert [wrong.given for wrong in result.result.wrong] == [None]
    assert "3 questions were not reached" in result.reader.toPlainText()


def test_giving_up_shows_what_was_answered_or_goes_back(desk: Desk) -> None:
    begin(desk)
    desk.page.escape()
    assert desk.shows(desk.page.start)
    quiz = begin(desk)
    desk.press(key_of(quiz, right=True))
    desk.page.escape()
    assert desk.shows(desk.page.result)


def test_leaving_counts_what_was_answered(desk: Desk) -> None:
    quiz = begin(desk, count=50)
    for right in (True, False, True):
        desk.press(key_of(quiz, right=right))
        desk.press(Qt.Key.Key_Space)
    desk.page.escape()
    result = desk.page.result
    assert desk.shows(result)
    assert (result.result.score.right, result.result.score.total) == (2, 3)
    assert result.scores.accessibleName() == "2 of 3 right"
    assert len(result.result.wrong) == 1
    assert "47 questions were not reached" in result.reader.toPlainText()


def test_a_new_quiz_is_of_the_same_kind(desk: Desk) -> None:
    result = answer_all(desk, begin(desk), right=True)
    assert result.again.isHidden()
    desk.press(Qt.Key.Key_R)
    assert desk.shows(result)
    desk.press(Qt.Key.Key_N)
    assert desk.shows(desk.page.quiz)
    assert desk.page.quiz.bar._left.text() == "1 / 5"


def test_only_the_wrong_ones_are_asked_again(desk: Desk) -> None:
    quiz = begin(desk, pace=timedelta(seconds=30))
    for right in (True, False, True, False, True):
        desk.press(key_of(quiz, right=right))
        desk.press(Qt.Key.Key_Space)
    result = desk.page.result
    wrong = {answer.question.card.id for answer in result.result.wrong}
    desk.press(Qt.Key.Key_R)
    assert desk.shows(quiz)
    assert quiz.bar._left.text() == "1 / 2 · 1:00"
    again = answer_all(desk, quiz, right=False)
    assert {answer.question.card.id for answer in again.result.wrong} == wrong
    desk.press(Qt.Key.Key_N)
    assert quiz.bar._left.text() == "1 / 5 · 2:30"


@pytest.mark.parametrize("language", Language)
def test_question_feedback_and_result_in_both_languages(desk: Desk, language: Language) -> None:
    quiz = begin(desk, count=20)
    desk.speak(language)
    desk.press(key_of(quiz, right=False))
    desk.speak(language)
    assert quiz.reader.toPlainText()
    desk.press(Qt.Key.Key_Space)
    result = answer_all(desk, quiz, right=False)
    desk.speak(language)
    assert result.scores.accessibleDescription()


def test_letters_act_where_the_keyboard_types_hangul(desk: Desk) -> None:
    result = answer_all(desk, begin(desk), right=False)
    QApplication.sendEvent(result, QKeyEvent(QEvent.Type.KeyPress, ord("ㄴ"), Qt.KeyboardModifier.NoModifier, "ㄴ"))
    assert result.send.isHidden()


def test_where_there_is_little_height_the_result_keeps_it_for_the_text(desk: Desk) -> None:
    result = answer_all(desk, begin(desk), right=False)
    assert result.back.isVisible()
    desk.page.resize(700, 440)
    QApplication.processEvents()
    assert not result.back.isVisible()


def test_where_there_is_little_height_the_choices_take_less(desk: Desk) -> None:
    quiz = begin(desk)
    tall = quiz.answers.choices.height()
    desk.page.resize(700, 440)
    QApplication.processEvents()
    assert quiz.answers.choices.height() < tall
    desk.press(key_of(quiz, right=False))
    shown = [button for button in quiz.answers.choices.buttons if not button.isHidden()]
    assert {button.verdict for button in shown} == {Verdict.RIGHT, Verdict.WRONG}


def misconception(desk: Desk, *, truth: bool) -> QuizPage:
    """A quiz that asks about a statement first."""
    card = next(
        card
        for card in desk.study.cards.all()
        if isinstance(card, MisconceptionCard) and card.misconception.truth is truth
    )
    desk.page._ask(desk.deck(), [card, card], QuizWish(5, QuizMode.CHOICES, None))
    QApplication.processEvents()
    return desk.page.quiz


def typed(desk: Desk, card_id: str) -> QuizPage:
    desk.page._ask(desk.deck(), [desk.study.cards.by_id[card_id]], QuizWish(5, QuizMode.TYPED, None))
    QApplication.processEvents()
    return desk.page.quiz


@pytest.mark.parametrize("truth", [True, False])
@pytest.mark.parametrize("keys", ["OX", "ox", "ㅐㅌ", "12"])
def test_true_and_false_are_o_and_x(desk: Desk, truth: bool, keys: str) -> None:
    quiz = misconception(desk, truth=truth)
    assert [button.key for button in quiz.answers.choices.buttons if not button.isHidden()] == ["O", "X"]
    text = keys[0 if truth else 1]
    QApplication.sendEvent(
        desk.focused, QKeyEvent(QEvent.Type.KeyPress, ord(text), Qt.KeyboardModifier.NoModifier, text)
    )
    assert "Right." in quiz.reader.toPlainText()


def test_a_wrong_belief_is_corrected(desk: Desk) -> None:
    quiz = misconception(desk, truth=False)
    question = quiz.question
    assert question is not None
    assert isinstance(question.card, MisconceptionCard)
    desk.press(Qt.Key.Key_O)
    assert question.card.misconception.correction.en in quiz.reader.toPlainText()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("410", "404 does not say whether it is for now or for ever"),
        ("301", "301 Moved Permanently"),
        ("298", "298 is not a defined status code."),
        ("not there", "No three-digit number was typed."),
        ("404 410", "More than one number was typed."),
    ],
)
def test_a_wrong_typed_answer_is_explained(desk: Desk, given: str, sentence: str) -> None:
    quiz = typed(desk, "code:404")
    desk.write(given)
    desk.press(Qt.Key.Key_Return)
    feedback = quiz.reader.newest_words()
    assert feedback.startswith("Not right.")
    assert f"Your answer  {given}" in feedback
    assert sentence in feedback


def test_where_an_answer_is_typed_letters_and_digits_are_text(desk: Desk) -> None:
    quiz = typed(desk, "code:404")
    desk.write("0 g o x 1")
    assert quiz.answers.field.text() == "0 g o x 1"
    assert not quiz._answered
    keys = [button._key for button in (quiz.answers.submit, quiz.answers.skip)]
    assert keys == ["Enter", "Ctrl+G"]
    quiz.answers.submit.click()
    assert quiz._answered


def test_nothing_typed_is_no_answer(desk: Desk) -> None:
    quiz = typed(desk, "code:404")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter):
        desk.press(key)
        assert not quiz._answered
    assert not quiz.answers.submit.isEnabled()
    desk.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert "Not answered." in quiz.reader.toPlainText()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
@pytest.mark.parametrize("mode", QuizMode)
def test_a_key_pressed_again_and_again_stops_at_every_stage(desk: Desk, key: Qt.Key, mode: QuizMode) -> None:
    """Neither answers a question, nor starts or sends anything after the end."""
    quiz = begin(desk, mode=mode)
    for _ in range(5):
        question = quiz.question
        for _ in range(3):
            desk.press(key)
        assert quiz.question is question
        assert not quiz._answered
        quiz.answers.given.emit(None)
        desk.press(key)
    result = desk.page.result
    for _ in range(4):
        desk.press(key)
    assert desk.shows(result)
    assert not any(desk.study.state(wrong.question.card.id).wanted for wrong in result.result.wrong)
    desk.press(Qt.Key.Key_S)
    for _ in range(4):
        desk.press(key)
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    for _ in range(4):
        desk.press(key)
    assert desk.shows(result)
    assert not any(desk.study.state(wrong.question.card.id).wanted for wrong in result.result.wrong)
    desk.page.escape()
    for _ in range(4):
        desk.press(key)
    assert desk.shows(desk.page.start)


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_Space, " "), (Qt.Key.Key_Return, "\r")])
@pytest.mark.parametrize("mode", QuizMode)
def test_one_press_takes_one_step(desk: Desk, key: Qt.Key, text: str, mode: QuizMode) -> None:
    """The key goes down on one page and up on the next, or a hand that is too slow lets the time run out between."""

    def send(kind: QEvent.Type) -> None:
        QApplication.sendEvent(desk.focused, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        QApplication.processEvents()

    quiz = begin(desk, mode=mode, pace=timedelta(seconds=10))
    quiz.answers.given.emit(None)
    send(QEvent.Type.KeyPress)
    send(QEvent.Type.KeyRelease)
    assert quiz.bar._left.text().startswith("2 / 5")
    assert not quiz._answered
    quiz.answers.given.emit(None)
    if key == Qt.Key.Key_Space:
        send(QEvent.Type.KeyPress)
        desk.clock.move(minutes=2)
        quiz._on_tick()
        send(QEvent.Type.KeyRelease)
        assert desk.shows(desk.page.result)
        assert desk.page.result.result.score.total == 2


def hold(desk: Desk, key: Qt.Key, text: str) -> None:
    """A key that is held down repeats."""
    for _ in range(3):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, autorep=True)
        QApplication.sendEvent(desk.focused, event)
        QApplication.processEvents()


def test_a_key_that_is_held_down_does_one_thing(desk: Desk) -> None:
    quiz = begin(desk)
    for key, text in ((Qt.Key.Key_1, "1"), (Qt.Key.Key_0, "0")):
        hold(desk, key, text)
        assert not quiz._answered
    desk.press(key_of(quiz, right=False))
    question = quiz.question
    for key, text in ((Qt.Key.Key_Space, " "), (Qt.Key.Key_Return, "\r")):
        hold(desk, key, text)
        assert quiz.question is question
    desk.page.escape()
    result = desk.page.result
    for key, text in ((Qt.Key.Key_S, "s"), (Qt.Key.Key_R, "r"), (Qt.Key.Key_N, "n")):
        hold(desk, key, text)
        assert desk.shows(result)
        assert not result.send.isHidden()
    desk.page.escape()
    for key, text in ((Qt.Key.Key_Q, "q"), (Qt.Key.Key_R, "r"), (Qt.Key.Key_G, "g")):
        hold(desk, key, text)
        assert desk.shows(desk.page.start)


def test_question_verdict_and_result_are_announced(desk: Desk, said: list[str]) -> None:
    quiz = begin(desk)
    assert said[-1].startswith("Question 1 of 5")
    assert quiz.reader.toPlainText().strip() in said[-1]
    for button in quiz.answers.choices.buttons:
        assert f"{button.key} {button.accessibleName()}" in said[-1] or button.isHidden()
    desk.press(key_of(quiz, right=False))
    assert said[-1].startswith("Not right.")
    assert said[-1] in quiz.reader.toPlainText()
    desk.press(Qt.Key.Key_Space)
    assert said[-1].startswith("Question 2 of 5")
    desk.page.escape()
    assert said[-1] == "0 of 1 right 4 questions were not reached and do not count."
    desk.press(Qt.Key.Key_S)
    assert said[-1] == "1 question was sent to review."
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said[-1] == "1 question was taken back from review."


def test_typed_questions_announce_no_choices(desk: Desk, said: list[str]) -> None:
    misconception(desk, truth=True)
    assert "O " in said[-1]
    typed(desk, "code:404")
    assert "O " not in said[-1]
