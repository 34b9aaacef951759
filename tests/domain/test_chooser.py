"""The chooser: places in it and the ways to them, and what is said of a file that is wrong."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.chooser import FILE, Outcome, Question, read_chooser
from statusref.domain.errors import ResourceError
from statusref.domain.links import choice_link, parse_link
from statusref.domain.text import Language

BOTH = {"ko": "가", "en": "a"}


def answer(answer_id: str, to: str) -> dict[str, Any]:
    return {"id": answer_id, "text": BOTH, "to": to}


def question(question_id: str, *answers: dict[str, Any]) -> dict[str, Any]:
    return {"id": question_id, "ask": BOTH, "answers": list(answers)}


def outcome(outcome_id: str, code: str) -> dict[str, Any]:
    return {
        "id": outcome_id,
        "code": code,
        "why": BOTH,
        "instead": [{"code": "400", "why_not": BOTH}],
        "asked": {"ko": ["가나"], "en": ["ab"]},
    }


DOCUMENT: dict[str, Any] = {
    "ways": [{"id": "answer", "title": BOTH, "question": "start"}],
    "questions": [
        question("start", answer("fault", "fault"), answer("fine", "ok")),
        question("fault", answer("taken", "conflict"), answer("not-fault", "ok")),
    ],
    "outcomes": [outcome("ok", "200"), outcome("conflict", "409")],
}


def write(root: Path, document: object) -> None:
    (root / FILE).write_text(json.dumps(document), encoding="utf-8")


def fault(root: Path, catalogue: Catalogue) -> ResourceError:
    with pytest.raises(ResourceError) as raised:
        read_chooser(root, catalogue)
    assert raised.value.file == FILE
    return raised.value


def test_a_path_names_the_questions_answered_and_the_one_that_comes_next(tmp_path: Path, catalogue: Catalogue) -> None:
    write(tmp_path, DOCUMENT)
    chooser = read_chooser(tmp_path, catalogue)
    start = chooser.walk("answer")
    assert start is not None
    assert isinstance(start.at, Question)
    assert (start.at.id, start.steps, start.path) == ("start", (), "answer")
    end = chooser.walk("answer/fault/taken")
    assert end is not None
    assert isinstance(end.at, Outcome)
    assert [(step.question.id, step.answer.id) for step in end.steps] == [("start", "fault"), ("fault", "taken")]
    assert (end.at.code, end.at.asked, end.path) == ("409", ("가나", "ab"), "answer/fault/taken")
    assert end.at.why[Language.KOREAN] == "가"


@pytest.mark.parametrize(
    "path",
    ["", "/", "answer/", "other", "answer/other", "answer/fault/taken/more", "answer//fault", "fault", " answer"],
)
def test_a_path_that_leads_nowhere(tmp_path: Path, catalogue: Catalogue, path: str) -> None:
    write(tmp_path, DOCUMENT)
    assert read_chooser(tmp_path, catalogue).walk(path) is None


def test_the_shortest_path_to_an_outcome(tmp_path: Path, catalogue: Catalogue) -> None:
    write(tmp_path, DOCUMENT)
    assert read_chooser(tmp_path, catalogue).paths() == {"ok": "answer/fine", "conflict": "answer/fault/taken"}


def test_the_link_to_a_place_is_written_and_read() -> None:
    link = choice_link("answer/client-fault")
    assert str(link) == "choose:answer/client-fault"
    assert parse_link(str(link)) == link


def fresh() -> Any:
    """A copy in which no two parts are the same object."""
    return json.loads(json.dumps(DOCUMENT))


def changed(*place: str | int, to: object) -> Any:
    document = fresh()
    inside(document, place)[place[-1]] = to
    return document


def without(*place: str | int) -> Any:
    document = fresh()
    del inside(document, place)[place[-1]]
    return document


def inside(document: Any, place: tuple[str | int, ...]) -> Any:
    for key in place[:-1]:
        document = document[key]
    return document


FAULT = ("questions", 1)
CONFLICT = ("outcomes", 1)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (changed(*FAULT, "answers", 1, "to", to="start"), "entry fault, field answers: an answer leads back to start"),
        (changed(*FAULT, "answers", 1, "to", to="fault"), "entry fault, field answers: an answer leads back to fault"),
        (
            changed(*FAULT, "answers", 0, "to", to="gone"),
            "entry fault, field answers: an answer leads to gone, which is no question and no outcome",
        ),
        (changed(*CONFLICT, to=outcome("other", "409")), "leads to conflict, which is no question and no outcome"),
        (changed("ways", 0, "question", to="gone"), "entry answer, field question: there is no question gone"),
        (without(*FAULT, "ask", "en"), "entry fault, field ask.en: missing"),
        (changed(*FAULT, "ask", "ko", to=""), "entry fault, field ask.ko: text is expected"),
        (without(*FAULT, "answers", 0, "text", "ko"), "entry fault, field answers[0].text.ko: missing"),
        (without(*FAULT, "answers", 0, "to"), "entry fault, field answers[0].to: missing"),
        (changed(*CONFLICT, "code", to="777"), "entry conflict, field code: names the unknown entry 777"),
        (
            changed(*CONFLICT, "instead", 0, "code", to="777"),
            "entry conflict, field instead[0].code: names the unknown entry 777",
        ),
        (changed(*CONFLICT, "instead", 0, "code", to="409"), "entry conflict, field instead: 409 is right and wrong"),
        (changed(*CONFLICT, "instead", to=[]), "entry conflict, field instead: 1 to 4 codes are expected"),
        (without(*CONFLICT, "asked", "en"), "entry conflict, field asked.en: missing"),
        (changed(*FAULT, "answers", 1, to=answer("taken", "ok")), "entry fault, field answers: an id stands twice"),
        (without(*FAULT, "answers", 1), "entry fault, field answers: 2 to 6 answers are expected"),
        (changed(*FAULT, "id", to="start"), "entry start: stands twice"),
        (changed("outcomes", 1, "id", to="ok"), "entry ok: stands twice"),
        (changed("questions", 0, "answers", 0, "to", to="ok"), "entry fault: no answer leads here"),
        (changed(*FAULT, "id", to="a/b"), "questions[1].id: an id without / is expected"),
        (changed(*FAULT, "extra", to=1), "entry fault, field extra: unknown field"),
        (changed("extra", to=1), "field extra: unknown field"),
        (changed("ways", to=[]), "is empty"),
        (changed("ways", to={}), "field ways: a list is expected"),
        ({}, "field ways: missing"),
        ([], "an object is expected"),
    ],
)
def test_a_file_that_is_wrong(tmp_path: Path, catalogue: Catalogue, document: object, message: str) -> None:
    write(tmp_path, document)
    assert str(fault(tmp_path, catalogue)).endswith(message)


def test_a_path_with_more_than_seven_questions(tmp_path: Path, catalogue: Catalogue) -> None:
    def chain(size: int) -> dict[str, Any]:
        ids = ["start", *(f"q{number}" for number in range(2, size + 1)), "ok"]
        pairs = pairwise(ids)
        questions = [question(here, answer("on", there), answer("end", "conflict")) for here, there in pairs]
        return {**DOCUMENT, "questions": questions}

    write(tmp_path, chain(7))
    assert len(read_chooser(tmp_path, catalogue).questions) == 7
    write(tmp_path, chain(8))
    assert "entry q7, field answers: an answer leads to one more than 7 questions: q8" in str(
        fault(tmp_path, catalogue)
    )


def test_no_file_and_no_json(tmp_path: Path, catalogue: Catalogue) -> None:
    assert "No such file" in str(fault(tmp_path, catalogue))
    for text in ("", "{", "[1,", "\x00", "요청"):
        (tmp_path / FILE).write_text(text, encoding="utf-8")
        assert "no valid JSON" in str(fault(tmp_path, catalogue))
