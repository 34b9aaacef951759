"""The quiz: multiple choice, typed answers, the clock, the result, and what is sent to review."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from statusref.domain.links import card_link
from statusref.domain.text import Language
from statusref.study.quiz import QuizMode
from statusref.study.quiz_choices import is_right
from statusref.views.study.quiz_form import QuizWish
from statusref.views.study.quiz_page import QuizPage
from statusref.views.study.quiz_result_page import QuizResultPage
from statusref.widgets.choice_button import Verdict
from tests.views.study.conftest import Desk


def begin(desk: Desk, count: int = 5, mode: QuizMode = QuizMode.CHOICES, limit: timedelta | None = None) -> QuizPage:
    desk.page.start_quiz(desk.deck(), QuizWish(count, mode, limit))
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
    marks = [button.verdict for button in quiz.choices.buttons if not button.isHidden()]
    assert marks.count(Verdict.RIGHT) == 1
    assert Verdict.WRONG not in marks
    assert "Right." in quiz.reader.toPlainText()


def test_a_wrong_choice_is_shown_beside_the_right_one_and_explained(desk: Desk) -> None:
    quiz = begin(desk)
    question = quiz.question
    assert question is not None
    desk.press(key_of(quiz, right=False))
    marks = [button.verdict for button in quiz.choices.buttons]
    assert Verdict.RIGHT in marks
    assert Verdict.WRONG in marks
    wrong = quiz.choices.buttons[marks.index(Verdict.WRONG)]
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
    assert quiz.field.hasFocus()
    question = quiz.question
    assert question is not None
    desk.write(question.card.entries[0].number)
    desk.press(Qt.Key.Key_Return)
    assert "Right." in quiz.reader.toPlainText()
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Return)
    assert "Not answered." in quiz.reader.toPlainText()


def test_a_question_can_be_passed_over(desk: Desk) -> None:
    quiz = begin(desk)
    desk.press(Qt.Key.Key_0)
    assert "Not answered." in quiz.reader.toPlainText()


def test_the_clock_ends_the_quiz(desk: Desk) -> None:
    quiz = begin(desk, limit=timedelta(seconds=90))
    assert quiz.bar._left.text() == "1 / 5 · 1:30"
    desk.clock.move(seconds=30)
    quiz._on_tick()
    assert quiz.bar._left.text() == "1 / 5 · 1:00"
    desk.press(key_of(quiz, right=True))
    desk.clock.move(seconds=61)
    quiz._on_tick()
    result = desk.page.shown
    assert isinstance(result, QuizResultPage)
    assert result.result.score.right == 1


def test_giving_up_shows_what_was_answered_or_goes_back(desk: Desk) -> None:
    begin(desk)
    desk.page.escape()
    assert desk.shows(desk.page.start)
    quiz = begin(desk)
    desk.press(key_of(quiz, right=True))
    desk.page.escape()
    assert desk.shows(desk.page.result)


def test_another_quiz_of_the_same_kind(desk: Desk) -> None:
    answer_all(desk, begin(desk), right=True)
    desk.press(Qt.Key.Key_R)
    assert desk.shows(desk.page.quiz)


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


def test_where_there_is_little_height_the_choices_take_less(desk: Desk) -> None:
    quiz = begin(desk)
    tall = quiz.choices.height()
    desk.page.resize(700, 440)
    QApplication.processEvents()
    assert quiz.choices.height() < tall
    desk.press(key_of(quiz, right=False))
    shown = [button for button in quiz.choices.buttons if not button.isHidden()]
    assert {button.verdict for button in shown} == {Verdict.RIGHT, Verdict.WRONG}
