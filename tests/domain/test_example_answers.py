"""Example answers from files that are whole, and what is said about files that are not."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statusref.domain.code_templates import fill, literal, put_headers
from statusref.domain.errors import ResourceError
from statusref.domain.example_answers import ExampleAnswers
from statusref.domain.prose import ProseStore
from statusref.resources import resource_root
from tests.shipped import window_library

SHIPPED = resource_root()
CATALOGUE = window_library().catalogue
PROSE = ProseStore(SHIPPED)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the answers that a test may damage."""
    shutil.copytree(SHIPPED / "answers", tmp_path / "answers")
    return tmp_path


def example(code: str, framework_id: str, root: Path = SHIPPED) -> str | None:
    store = ExampleAnswers(root, PROSE)
    entry = CATALOGUE.get(code)
    assert entry is not None
    return store.example(entry, next(framework for framework in store.frameworks if framework.id == framework_id))


def spoil(root: Path, change: Callable[[Any], None]) -> None:
    file = root / "answers" / "answers.json"
    document = json.loads(file.read_text("utf-8"))
    change(document)
    file.write_text(json.dumps(document), "utf-8")


def test_a_problem_with_a_header() -> None:
    assert (
        example("429", "express")
        == """\
app.get("/orders", (req, res) => {
  res.set("Retry-After", "30");
  res.status(429).type("application/problem+json").json({
    title: "Too Many Requests",
    status: 429,
    detail: "At most 60 requests a minute.",
  });
});"""
    )


def test_the_message_is_the_answer_of_the_page() -> None:
    message = example("404", "http")
    assert message is not None
    assert message.startswith("HTTP/1.1 404 Not Found\n")


def test_the_message_of_a_code_inside_another_answer_is_that_answer() -> None:
    message = example("208", "http")
    assert message is not None
    assert message.startswith("HTTP/1.1 207 Multi-Status\n")
    assert "208 Already Reported" in message


@pytest.mark.parametrize(
    ("code", "framework_id"), [("305", "http"), ("101", "go"), ("499-nginx", "spring"), ("426", "django")]
)
def test_what_cannot_be_sent_has_no_example(code: str, framework_id: str) -> None:
    assert example(code, framework_id) is None


@pytest.mark.parametrize(
    ("code", "framework_id", "status"),
    [
        ("409", "spring", "HttpStatus.CONFLICT"),
        ("421", "spring", "HttpStatusCode.valueOf(421)"),
        ("409", "fastapi", "status.HTTP_409_CONFLICT"),
        ("409", "go", "http.StatusConflict"),
        ("409", "rails", ":conflict"),
        ("409", "laravel", "Response::HTTP_CONFLICT"),
        ("409", "aspnet", "StatusCodes.Status409Conflict"),
        ("425", "aspnet", "statusCode: 425"),
    ],
)
def test_a_status_is_a_constant_where_there_is_one(code: str, framework_id: str, status: str) -> None:
    assert status in (example(code, framework_id) or "")


@pytest.mark.parametrize(
    ("text", "quotes", "written"),
    [
        ("tea", "\"'", '"tea"'),
        ('realm="shop"', "\"'", "'realm=\"shop\"'"),
        ('realm="shop"', '"', '"realm=\\"shop\\""'),
        ("it's", "'", "'it\\'s'"),
        ("a\\b", '"', '"a\\\\b"'),
    ],
)
def test_a_literal_is_quoted_with_as_few_escapes_as_can_be(text: str, quotes: str, written: str) -> None:
    assert literal(text, quotes) == written


def test_headers_stand_below_each_other_or_side_by_side() -> None:
    template = "go(\n    {{headers}},\n)\n"
    assert put_headers(template, ["a", "b"], "\n") == "go(\n    a\n    b,\n)\n"
    assert put_headers(template, ["a", "b"], ", ") == "go(\n    a, b,\n)\n"
    assert put_headers(template, [], ", ") == "go(\n)\n"


def test_braces_that_are_no_placeholder_stay() -> None:
    assert fill("headers={{{name}}} {{ }}", {"name": "x"}) == "headers={x} {{ }}"


def test_a_file_that_is_no_json_is_named(root: Path) -> None:
    (root / "answers" / "answers.json").write_text("{", "utf-8")
    with pytest.raises(ResourceError, match=r"^answers/answers\.json: no valid JSON"):
        example("404", "go", root)


def test_an_unknown_field_is_named(root: Path) -> None:
    spoil(root, lambda document: document["answers"][0].update(colour="red"))
    with pytest.raises(ResourceError, match=r"entry 200, field colour: unknown field"):
        example("404", "go", root)


def test_a_trial_that_nobody_knows_is_named(root: Path) -> None:
    spoil(root, lambda document: document["frameworks"][1].update(trial="guessed"))
    with pytest.raises(ResourceError, match=r"entry spring, field trial: 'guessed' is none of tried, parsed"):
        example("404", "go", root)


def test_a_template_that_asks_for_what_the_answer_has_not_is_named(root: Path) -> None:
    (root / "answers" / "go" / "problem.txt").write_text("{{state}}\n", "utf-8")
    with pytest.raises(ResourceError, match=r"^go/problem\.txt, entry 404: 'state' has no value"):
        example("404", "go", root)


def test_a_template_that_is_gone_is_named(root: Path) -> None:
    (root / "answers" / "go" / "problem.txt").unlink()
    with pytest.raises(ResourceError, match=r"^go/problem\.txt: No such file"):
        example("404", "go", root)
