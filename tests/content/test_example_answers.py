"""The example answers: inside the schema, with what HTTP asks for, and readable for parsers of their languages."""

import ast
import http
import re
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import tree_sitter_c_sharp
import tree_sitter_go
import tree_sitter_java
import tree_sitter_javascript
import tree_sitter_php
import tree_sitter_ruby
from tree_sitter import Language, Parser

from statusref.domain.example_answers import ExampleAnswers, Framework, Trial
from statusref.domain.prose import ProseStore
from statusref.domain.status import ContentRule, Entry, HeaderLevel
from tests.content.material import ROOT, load_json, shipped

# Registered entries that no framework sends, and the reason.
SERVERS_OWN = "the server sends it by itself, before or instead of the program's answer"
NOT_ANSWERED = {
    "100": SERVERS_OWN,
    "101": SERVERS_OWN,
    "102": SERVERS_OWN,
    "103": "each server has another way to send it, if any",
    "104": "a draft",
    "208": "stands inside a 207",
    "305": "deprecated: no client may follow it",
    "306": "unused",
    "418": "unused",
    "505": SERVERS_OWN,
    "506": "a fault in a server's own negotiation",
    "510": "obsolete: nobody speaks the extension framework",
}

# Headers that are a MUST on a condition which holds for the example.
ON_CONDITION = {
    "203": ["Via"],
    "206": ["Content-Range"],
    "226": ["IM"],
    "304": ["ETag"],
    "426": ["Connection", "Sec-WebSocket-Version"],
}

GRAMMARS: dict[str, Callable[[], object]] = {
    "java": tree_sitter_java.language,
    "javascript": tree_sitter_javascript.language,
    "go": tree_sitter_go.language,
    "php": tree_sitter_php.language_php_only,
    "ruby": tree_sitter_ruby.language,
    "csharp": tree_sitter_c_sharp.language,
}

DATA = load_json("answers/answers.json")
ANSWERS = {answer["code"]: answer for answer in DATA["answers"]}
ENTRIES = {entry.id: entry for entry in shipped().entries}
STORE = ExampleAnswers(ROOT, ProseStore(ROOT))
FRAMEWORKS = [framework for framework in STORE.frameworks if framework.style]
EACH_FRAMEWORK = pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda framework: framework.id)


def examples(framework: Framework) -> dict[str, str]:
    found = {entry.id: STORE.example(entry, framework) for entry in ENTRIES.values()}
    return {entry_id: text for entry_id, text in found.items() if text is not None}


def header_names(code: str) -> list[str]:
    return [header["name"] for header in ANSWERS[code]["headers"]]


def required(entry: Entry) -> list[str]:
    return [header.name for header in entry.headers if header.level is HeaderLevel.MUST and header.condition is None]


def test_the_data_is_inside_its_schema() -> None:
    schema = load_json("answers/answers.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(DATA)) == []


@pytest.mark.parametrize(("kind", "lacking"), [("problem", "detail"), ("json", "state"), ("text", "content")])
def test_an_answer_without_what_its_template_asks_for_is_outside_the_schema(kind: str, lacking: str) -> None:
    schema = load_json("answers/answers.schema.json")
    answer = next(answer for answer in DATA["answers"] if answer["kind"] == kind)
    spoilt = {**DATA, "answers": [{name: value for name, value in answer.items() if name != lacking}]}
    assert len(list(jsonschema.Draft202012Validator(schema).iter_errors(spoilt))) == 1


def test_who_is_answered_with() -> None:
    registered = {entry.id for entry in ENTRIES.values() if entry.official}
    assert registered - NOT_ANSWERED.keys() == ANSWERS.keys()
    assert list(ANSWERS) == sorted(ANSWERS)
    assert len(DATA["answers"]) == len(ANSWERS)


@EACH_FRAMEWORK
def test_every_framework_sends_every_code_but_those_it_refuses(framework: Framework) -> None:
    assert framework.style is not None
    assert ANSWERS.keys() - examples(framework).keys() == set(framework.style.refused)


def test_only_the_bare_message_shows_codes_of_vendors() -> None:
    message, *others = STORE.frameworks
    assert STORE.example(ENTRIES["419-laravel"], message)
    assert [STORE.example(ENTRIES["419-laravel"], framework) for framework in others] == [None] * 8


@pytest.mark.parametrize("code", ANSWERS)
def test_an_answer_carries_the_headers_that_it_must(code: str) -> None:
    wanted = {*required(ENTRIES[code]), *ON_CONDITION.get(code, [])}
    assert wanted <= set(header_names(code))


def test_headers_on_a_condition_are_a_must_in_the_registry() -> None:
    for code, names in ON_CONDITION.items():
        levels = {header.name for header in ENTRIES[code].headers if header.level is HeaderLevel.MUST}
        assert set(names) <= levels, code


@pytest.mark.parametrize("code", ["429", "503"])
def test_who_should_wait_is_told_how_long(code: str) -> None:
    assert header_names(code) == ["Retry-After"]


def test_redirects_and_created_say_where_to() -> None:
    moved = [code for code, answer in ANSWERS.items() if answer["kind"] == "redirect"]
    assert moved == ["301", "302", "303", "307", "308"]
    assert not [code for code in (*moved, "201") if header_names(code) != ["Location"]]


def test_only_answers_that_may_have_content_have_it() -> None:
    empty = {code for code, answer in ANSWERS.items() if answer["kind"] == "empty"}
    assert empty == {code for code in ANSWERS if ENTRIES[code].content is ContentRule.NONE}


def test_errors_are_problem_details() -> None:
    errors = {code for code in ANSWERS if code >= "400"}
    assert {code for code, answer in ANSWERS.items() if answer["kind"] == "problem"} == errors - {"511"}


@EACH_FRAMEWORK
def test_every_header_and_text_is_in_the_code(framework: Framework) -> None:
    for code, text in examples(framework).items():
        plain = text.replace('\\"', '"')
        answer = ANSWERS[code]
        wanted = [header["value"] for header in answer["headers"]]
        wanted += [answer[name] for name in ("state", "type", "content", "detail") if name in answer]
        assert [value for value in wanted if value not in plain] == [], code


@EACH_FRAMEWORK
def test_the_code_is_clean(framework: Framework) -> None:
    for code, text in examples(framework).items():
        assert "{{" not in text, code
        assert text == text.strip(), code
        assert not re.search(r"[ \t]$|\n{4}", text, re.MULTILINE), code


@EACH_FRAMEWORK
def test_a_parser_of_the_language_reads_the_code(framework: Framework) -> None:
    if framework.language == "python":
        for text in examples(framework).values():
            ast.parse(text)
        return
    parser = Parser(Language(GRAMMARS[framework.language]()))
    broken = [code for code, text in examples(framework).items() if parser.parse(text.encode()).root_node.has_error]
    assert not broken


def test_the_parsers_see_what_is_broken() -> None:
    broken = "func order( {"
    for language, grammar in GRAMMARS.items():
        assert Parser(Language(grammar())).parse(broken.encode()).root_node.has_error, language


def test_the_constants_of_python_are_those_of_the_oldest_version_that_we_run_on() -> None:
    django = next(framework for framework in FRAMEWORKS if framework.id == "django")
    for code, text in examples(django).items():
        for name in re.findall(r"HTTPStatus\.(\w+)", text):
            assert http.HTTPStatus[name] == int(code)


@EACH_FRAMEWORK
def test_every_template_is_used(framework: Framework) -> None:
    used = {STORE._template(answer, framework.id).name for answer in STORE._answers.values()}
    assert used == {path.name for path in (ROOT / "answers" / framework.id).iterdir()}


def test_what_was_tried_says_with_which_version() -> None:
    message, *others = STORE.frameworks
    assert (message.id, message.version, message.style) == ("http", None, None)
    assert all(framework.version for framework in others)
    assert [framework.id for framework in others if framework.trial is Trial.PARSED] == ["aspnet"]


def test_folders_and_frameworks_agree() -> None:
    folders = {path.name for path in (ROOT / "answers").iterdir() if path.is_dir()}
    assert folders == {framework.id for framework in FRAMEWORKS}


def schema_objects(schema: Any) -> list[Any]:
    if isinstance(schema, list):
        return [part for inner in schema for part in schema_objects(inner)]
    if not isinstance(schema, dict):
        return []
    found = [schema] if schema.get("type") == "object" else []
    return found + [part for inner in schema.values() for part in schema_objects(inner)]


def test_the_schema_leaves_nothing_open_and_explains_every_field() -> None:
    found = schema_objects(load_json("answers/answers.schema.json"))
    assert len(found) == 7
    for part in found:
        assert part["additionalProperties"] is False
        assert all(field.get("description") or "$ref" in field for field in part["properties"].values())
