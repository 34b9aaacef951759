"""The facts: valid by the schema, equal to the IANA registry, consistent, with named sources."""

import csv
import inspect
import json
import re
from collections import Counter
from enum import Enum
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.registry import CONSTANT_LANGUAGES
from statusref.domain.status import (
    ConfusablePair,
    Constant,
    ContentRule,
    Entry,
    Header,
    HeaderLevel,
    Introduction,
    NamedBy,
    Registration,
    Retry,
    Side,
    StatusClass,
    Verification,
    Visibility,
    Who,
)
from statusref.domain.text import Language
from statusref.domain.words import Words
from tests.content.material import ROOT, load_json

IANA = Path(__file__).with_name("iana_2025-09-15.csv")

# RFC 9110, Section 15.1; for 451, RFC 7725, Section 3.
HEURISTICALLY_CACHEABLE = {200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501}
# RFC 6585, Sections 3 to 6.
MUST_NOT_STORE = {428, 429, 431, 511}
ESSENTIAL = {
    *(200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429),
    *(500, 501, 502, 503, 504),
}
# These are only written to the server's log.
REACH_NO_CLIENT = {"000-aws", "444-nginx", "460-aws", "499-nginx"}


@pytest.fixture(scope="module")
def schema() -> Any:
    return load_json("registry.schema.json")


@pytest.fixture(scope="module")
def registry() -> Any:
    return load_json("registry.json")


def problems(schema: Any, document: Any) -> list[str]:
    errors = jsonschema.Draft202012Validator(schema).iter_errors(document)
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


def test_the_schema_is_a_schema(schema: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_registry_is_inside_the_schema(schema: Any, registry: Any) -> None:
    assert problems(schema, registry) == []


def fields(known: type) -> set[str]:
    return set(inspect.signature(known).parameters)


def objects(schema: Any) -> list[Any]:
    """Every part of the schema that describes an object."""
    found = []
    if isinstance(schema, dict):
        found += [schema] if schema.get("type") == "object" and "properties" in schema else []
        for inner in schema.values():
            found += objects(inner)
    return found


def test_the_schema_leaves_nothing_open(schema: Any) -> None:
    found = objects(schema)
    assert len(found) > 8
    assert not [part for part in found if part.get("additionalProperties") is not False]


def test_the_schema_explains_every_field_of_an_entry(schema: Any) -> None:
    undescribed = [
        name for name, field in schema["$defs"]["entry"]["properties"].items() if not field.get("description")
    ]
    assert not undescribed


@pytest.mark.parametrize(
    ("place", "known"),
    [
        (("entry", "registration"), Registration),
        (("entry", "visibility"), Visibility),
        (("entry", "content"), ContentRule),
        (("entry", "retry"), Retry),
        (("entry", "verification"), Verification),
        (("header", "level"), HeaderLevel),
    ],
)
def test_the_schema_and_the_program_know_the_same_words(schema: Any, place: tuple[str, str], known: type[Enum]) -> None:
    allowed = schema["$defs"][place[0]]["properties"][place[1]]["enum"]
    assert {word for word in allowed if word is not None} == {member.value for member in known}


@pytest.mark.parametrize(
    ("name", "known"), [("entry", Entry), ("header", Header), ("constant", Constant), ("named_by", NamedBy)]
)
def test_the_schema_and_the_program_know_the_same_fields(schema: Any, name: str, known: type) -> None:
    assert set(schema["$defs"][name]["properties"]) == fields(known)


def test_the_schema_and_the_program_know_the_same_inner_fields(schema: Any) -> None:
    entry = schema["$defs"]["entry"]["properties"]
    assert set(entry["introduced"]["properties"]) == fields(Introduction)
    assert set(entry["side"]["properties"]) == fields(Side) - {"phrase"} | {"ko", "en"}
    assert set(entry["side"]["properties"]["who"]["enum"]) == {member.value for member in Who}
    assert tuple(entry["constants"]["properties"]) == CONSTANT_LANGUAGES
    assert set(schema["properties"]["pairs"]["items"]["properties"]) == fields(ConfusablePair)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("entries", 0, "headrs"), []),
        (("entries", 0, "registration"), "registred"),
        (("entries", 0, "keywords"), "one word"),
        (("entries", 0, "vendor"), None),
        (("entries", 5, "vendor"), {"ko": "공급사", "en": "vendor"}),
        (("entries", 5, "url"), "http://www.rfc-editor.org/"),
        (("entries", 5, "importance"), 4),
        (("entries", 5, "sources"), []),
        (("entries", 5, "korean"), "Only English"),
        (("entries", 5, "side", "who"), "proxy"),
        (("entries", 5, "side", "ko"), "가" * 25),
        (("entries", 5, "side", "en"), "a" * 41),
        (("entries", 5, "side", "note"), "more"),
        (("entries", 5, "first_step", "ko"), "가" * 91),
        (("entries", 5, "first_step", "en"), "a" * 141),
        (("entries", 5, "first_step"), {"ko": "한국어만"}),
        (("pairs", 0, "ids"), ["404"]),
        (("pairs", 0, "difference"), {"ko": "한국어만"}),
        (("dates", "updated"), "yesterday"),
        (("more",), 1),
    ],
)
def test_the_schema_refuses(schema: Any, path: tuple[Any, ...], value: object) -> None:
    spoilt = load_json("registry.json")
    place = spoilt
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert problems(schema, spoilt)


def iana_rows() -> list[dict[str, str]]:
    with IANA.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_copy_of_the_iana_registry_is_whole() -> None:
    rows = iana_rows()
    assert len(rows) == 64
    assert len({row["code"] for row in rows}) == 64


def test_every_row_of_the_iana_registry_has_its_entry_and_no_entry_more(catalogue: Catalogue) -> None:
    assert [entry.id for entry in catalogue.entries if entry.official] == [row["code"] for row in iana_rows()]
    assert f"iana_{catalogue.dates.updated}" == IANA.stem


@pytest.mark.parametrize("row", iana_rows(), ids=lambda row: row["code"])
def test_an_entry_says_what_the_iana_registry_says(catalogue: Catalogue, row: dict[str, str]) -> None:
    entry = catalogue.get(row["code"])
    assert entry is not None
    name, _, remark = (
        row["description"].partition(" (") if not row["description"].startswith("(") else (row["description"], "", "")
    )
    assert entry.phrase == name
    assert entry.reference == row["reference"]
    match name, remark.split(" ")[0].rstrip(")"):
        case "(Unused)", _:
            assert entry.registration is Registration.UNUSED
        case _, "TEMPORARY":
            assert entry.registration is Registration.TEMPORARY
        case _, remark_word:
            assert entry.registration is Registration.REGISTERED
            assert remark_word in {"", "OBSOLETED"}
            assert remark_word == "" or "deprecated" in entry.tags


def test_the_dates_of_the_temporary_registration_are_those_of_the_registry(words: Words) -> None:
    (row,) = [row for row in iana_rows() if "TEMPORARY" in row["description"]]
    dates = re.findall(r"\d{4}-\d\d-\d\d", row["description"])
    assert len(dates) == 3
    for language in Language:
        assert re.findall(r"\d{4}-\d\d-\d\d", words.text("temporary.dates", language)) == dates


def test_a_link_leads_to_the_section_that_is_named(catalogue: Catalogue) -> None:
    for entry in catalogue.entries:
        match = re.fullmatch(r"RFC (\d+), Section ([\d.]+)", entry.reference or "")
        if match:
            assert entry.url == f"https://www.rfc-editor.org/rfc/rfc{match[1]}.html#section-{match[2]}", entry.id


def test_the_unassigned_ranges_are_what_the_registry_leaves(catalogue: Catalogue) -> None:
    taken = {entry.code for entry in catalogue.entries if entry.official}
    listed = [code for first, last in catalogue.unassigned for code in range(first, last + 1)]
    assert listed == [code for code in range(100, 600) if code not in taken]


def test_caching_follows_the_specifications(catalogue: Catalogue) -> None:
    assert {entry.code for entry in catalogue.entries if entry.cacheable} == HEURISTICALLY_CACHEABLE
    assert {entry.code for entry in catalogue.entries if entry.must_not_store} == MUST_NOT_STORE
    assert not any(entry.cacheable for entry in catalogue.entries if not entry.official)


def test_content_follows_the_specification(catalogue: Catalogue) -> None:
    none = {entry.code for entry in catalogue.entries if entry.content is ContentRule.NONE}
    assert none == {entry.code for entry in catalogue.entries if entry.status_class is StatusClass.INFORMATIONAL} | {
        204,
        205,
        304,
    }
    assert {entry.id for entry in catalogue.entries if entry.content is None} == REACH_NO_CLIENT


def test_nothing_is_wrong_where_the_class_says_so(catalogue: Catalogue) -> None:
    """An interim response blames nobody, and a success or a redirect never blames the client."""
    for entry in catalogue.entries:
        if entry.status_class is StatusClass.INFORMATIONAL:
            assert entry.side.who is Who.NOBODY, entry.id
        if entry.status_class in {StatusClass.SUCCESSFUL, StatusClass.REDIRECTION}:
            assert entry.side.who is not Who.CLIENT, entry.id


def test_the_words_say_the_same_side_as_the_data(catalogue: Catalogue) -> None:
    client = {entry.id for entry in catalogue.entries if entry.side.who is Who.CLIENT}
    assert client == {entry.id for entry in catalogue.entries if "클라이언트" in entry.side.phrase.ko}
    assert client == {entry.id for entry in catalogue.entries if "client:" in entry.side.phrase.en}
    between = {entry.id for entry in catalogue.entries if entry.side.who is Who.BETWEEN}
    assert between == {entry.id for entry in catalogue.entries if entry.side.phrase.en.startswith("In between: ")}


def test_the_first_step_is_one_plain_sentence(catalogue: Catalogue) -> None:
    """The page shows it as it stands, so it holds no Markdown."""
    for entry in catalogue.entries:
        step = entry.first_step
        assert re.fullmatch(r"[^`*\[\]]+니다\.", step.ko), entry.id
        assert re.fullmatch(r"[A-Z][^`*\[\]]+\.", step.en), entry.id
        assert not entry.side.phrase.ko.endswith("."), entry.id
        assert not entry.side.phrase.en.endswith("."), entry.id


def test_the_advice_on_retrying_agrees_with_the_other_facts(catalogue: Catalogue) -> None:
    """The chip stands beside the header rows, so one page must not give two different answers."""
    for entry in catalogue.entries:
        names = {header.name for header in entry.headers}
        demands = {header.name for header in entry.headers if header.level is HeaderLevel.MUST}
        nothing_to_repeat = entry.visibility is Visibility.LOG or entry.status_class is StatusClass.INFORMATIONAL
        assert (entry.retry is Retry.NOT_APPLICABLE) == nothing_to_repeat, entry.id
        if entry.status_class is StatusClass.SUCCESSFUL:
            assert entry.retry in {Retry.NOT_NEEDED, Retry.INSPECT_PARTS}, entry.id
        if "Retry-After" in names:
            assert entry.retry in {Retry.AFTER_WAIT, Retry.ONLY_WITH_RETRY_AFTER}, entry.id
        if demands & {"WWW-Authenticate", "Proxy-Authenticate"}:
            assert entry.retry is Retry.WITH_CREDENTIALS, entry.id
        if entry.retry is Retry.FOLLOW:
            assert names & {"Location", "X-MS-Location"}, entry.id


def test_the_essential_codes_are_those_that_everybody_meets(catalogue: Catalogue) -> None:
    assert {entry.code for entry in catalogue.entries if entry.essential} == ESSENTIAL
    assert all(entry.official for entry in catalogue.entries if entry.essential)


def test_every_entry_has_sources_that_name_something(catalogue: Catalogue) -> None:
    for entry in catalogue.entries:
        assert entry.sources, entry.id
        for source in entry.sources:
            assert len(source) >= 8, (entry.id, source)
            assert not re.search(r"from memory|todo|\?\?|(?:^| )/|@[0-9a-f]{7}", source, re.IGNORECASE), source
        assert len(set(entry.sources)) == len(entry.sources), entry.id


def test_what_is_said_to_be_checked_with_the_vendor_names_more_than_lists(catalogue: Catalogue) -> None:
    """The page says "checked against the vendor's documentation or source", so one of these must be a source."""
    lists = re.compile(r"Wikipedia|\(list of codes\)|\(translations\)")
    unnamed = [
        entry.id
        for entry in catalogue.entries
        if entry.verification is Verification.VENDOR and all(lists.search(source) for source in entry.sources)
    ]
    assert not unnamed


def test_what_the_specification_says_is_cited_to_its_section(catalogue: Catalogue) -> None:
    """MUST, SHOULD and MAY come from a specification, so the section must be named."""
    for entry in catalogue.entries:
        for header in entry.headers:
            if header.level is not HeaderLevel.TYPICAL and entry.official and "draft-" not in header.reference:
                assert re.fullmatch(r"RFC \d+, Section [\dA-Z.]+( and [\dA-Z.]+)?", header.reference), (
                    entry.id,
                    header,
                )


@pytest.mark.parametrize(
    ("entry_id", "name", "level"),
    [
        ("101", "Upgrade", HeaderLevel.MUST),
        ("401", "WWW-Authenticate", HeaderLevel.MUST),
        ("405", "Allow", HeaderLevel.MUST),
        ("407", "Proxy-Authenticate", HeaderLevel.MUST),
        ("416", "Content-Range", HeaderLevel.SHOULD),
        ("426", "Upgrade", HeaderLevel.MUST),
        ("429", "Retry-After", HeaderLevel.MAY),
        ("451", "Link", HeaderLevel.SHOULD),
        ("503", "Retry-After", HeaderLevel.MAY),
    ],
)
def test_the_level_of_a_header_is_the_word_of_the_rfc(
    catalogue: Catalogue, entry_id: str, name: str, level: HeaderLevel
) -> None:
    entry = catalogue.get(entry_id)
    assert entry is not None
    assert level in {header.level for header in entry.headers if header.name == name}


def test_no_two_entries_have_one_korean_name(catalogue: Catalogue) -> None:
    """A study card shows the name and asks for the code, so the name must tell which is meant."""
    assert Counter(entry.korean for entry in catalogue.entries).most_common(1)[0][1] == 1


def test_confusable_codes_are_told_apart_once_a_pair(catalogue: Catalogue) -> None:
    order = {entry.id: place for place, entry in enumerate(catalogue.entries)}
    assert Counter(frozenset(pair.ids) for pair in catalogue.pairs).most_common(1)[0][1] == 1
    for pair in catalogue.pairs:
        assert order[pair.ids[0]] < order[pair.ids[1]], pair.ids
        assert len(pair.difference.ko) <= 120, pair.ids
        assert len(pair.difference.en) <= 200, pair.ids
        assert pair.difference.ko.endswith("."), pair.ids
        assert pair.difference.en.endswith("."), pair.ids


def test_every_entry_is_confusable_with_some_other(catalogue: Catalogue) -> None:
    """Essential entries have a pair, and a pair is found from both of its entries."""
    for entry in catalogue.entries:
        for pair in catalogue.pairs_of(entry.id):
            assert pair in catalogue.pairs_of(pair.other(entry.id))
    paired = {entry_id for pair in catalogue.pairs for entry_id in pair.ids}
    assert {entry.id for entry in catalogue.entries if entry.essential} <= paired


@pytest.mark.parametrize(
    ("words", "entry_id"),
    [
        (["속도 제한", "rate limit"], "429"),
        (["점검", "maintenance"], "503"),
        (["로그인"], "401"),
        (["중복"], "409"),
        (["이어받기"], "206"),
        (["비동기"], "202"),
        (["커피"], "418"),
        (["검열"], "451"),
        (["삭제된 페이지"], "410"),
        (["파일이 너무 큼", "용량 초과"], "413"),
        (["세션 만료"], "419-laravel"),
        (["로드밸런서"], "504"),
        (["잃어버린 갱신", "lost update"], "428"),
        (["와이파이 로그인", "captive portal"], "511"),
        (["웹소켓"], "101"),
        (["csrf"], "419-laravel"),
    ],
)
def test_words_that_people_search_for_are_keywords(catalogue: Catalogue, words: list[str], entry_id: str) -> None:
    entry = catalogue.get(entry_id)
    assert entry is not None
    known = " | ".join([*entry.keywords, *entry.aliases, *entry.tags]).lower().replace(" ", "")
    assert [word for word in words if word.lower().replace(" ", "") not in known] == []


def test_keywords_are_said_in_both_languages(catalogue: Catalogue) -> None:
    for entry in catalogue.entries:
        korean = [word for word in entry.keywords if re.search("[가-힣]", word)]
        assert len(korean) >= 3, entry.id
        assert len(entry.keywords) - len(korean) >= 3, entry.id


def test_the_files_of_data_are_written_to_be_read_and_corrected() -> None:
    """UTF-8 with Hangul not escaped, and one field per line."""
    for name in ("registry.json", "registry.schema.json", "glossary.json"):
        text = (ROOT / name).read_text("utf-8")
        assert "\\u" not in text
        assert max(map(len, text.splitlines())) < 2000
        assert json.loads(text)
