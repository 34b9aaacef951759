"""What the loaders say about files that are missing, damaged or wrong: the file, the entry and the field."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.domain.notes import NoteStore, read_notes
from statusref.domain.overviews import load_overview
from statusref.domain.prose import HEADINGS, ProseStore, Section, parse_prose
from statusref.domain.registry import load_catalogue
from statusref.domain.scenarios import load_misconceptions, load_scenarios
from statusref.domain.status import Entry
from statusref.domain.text import Language, Text
from statusref.domain.words import Words
from tests.shipped import copy_resources

Spoil = Callable[[Any], None]


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A folder with a copy of the registry and nothing else."""
    return copy_resources(tmp_path, "registry.json")


@pytest.fixture
def note_files(tmp_path: Path) -> Path:
    return copy_resources(tmp_path, "notes")


@pytest.fixture
def study_files(tmp_path: Path) -> Path:
    return copy_resources(tmp_path, "study")


def refused(load: Callable[[], object]) -> ResourceError:
    with pytest.raises(ResourceError) as caught:
        load()
    error = caught.value
    assert str(error).startswith(error.file)
    assert "\n" not in str(error)
    for part in (error.entry, error.field):
        assert part is None or part in str(error)
    assert str(error).endswith(error.reason)
    return error


def spoilt_registry(root: Path, spoil: Spoil) -> ResourceError:
    file = root / "registry.json"
    document = json.loads(file.read_text("utf-8"))
    spoil(document)
    file.write_text(json.dumps(document), "utf-8")
    error = refused(lambda: load_catalogue(root))
    assert error.file == "registry.json"
    return error


def entry_404(document: Any) -> Any:
    return next(entry for entry in document["entries"] if entry["id"] == "404")


def put(*path: str | int, value: object) -> Spoil:
    """Set a value inside the entry 404."""

    def spoil(document: Any) -> None:
        place = entry_404(document)
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return spoil


@pytest.mark.parametrize(
    "name", ["registry.json", "i18n/words.json", "study/scenarios.json", "study/misconceptions.json"]
)
@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe\x00", b"null", b"[]", b"{}", b'{"entries": ', b"\x00" * 50, b"[" * 100_000]
)
def test_a_file_that_is_no_such_data(tmp_path: Path, catalogue: Catalogue, name: str, content: bytes) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    if name.endswith("words.json") and content == b"{}":
        return
    loaders: dict[str, Callable[[], object]] = {
        "registry.json": lambda: load_catalogue(tmp_path),
        "i18n/words.json": lambda: Words.load(tmp_path),
        "study/scenarios.json": lambda: load_scenarios(tmp_path, catalogue),
        "study/misconceptions.json": lambda: load_misconceptions(tmp_path, catalogue),
    }
    assert refused(loaders[name]).file == name


@pytest.mark.parametrize("length", [1, 100, 5_000, 100_000])
def test_a_truncated_registry(registry: Path, length: int) -> None:
    file = registry / "registry.json"
    file.write_bytes(file.read_bytes()[:length])
    error = refused(lambda: load_catalogue(registry))
    assert error.file == "registry.json"
    assert "no valid JSON" in error.reason


def test_a_registry_that_is_not_there(tmp_path: Path) -> None:
    error = refused(lambda: load_catalogue(tmp_path))
    assert error.file == "registry.json"
    assert "No such file" in error.reason


@pytest.mark.parametrize("field", sorted(set(Entry._fields) - {"id"}))
def test_a_field_of_the_wrong_type(registry: Path, field: str) -> None:
    error = spoilt_registry(registry, put(field, value=7.5))
    assert (error.entry, error.field) == ("404", field)


@pytest.mark.parametrize("field", sorted(set(Entry._fields) - {"id"}))
def test_a_field_that_is_missing(registry: Path, field: str) -> None:
    error = spoilt_registry(registry, lambda document: entry_404(document).pop(field))
    assert (error.entry, error.field, error.reason) == ("404", field, "missing")


@pytest.mark.parametrize(
    ("spoil", "field", "reason"),
    [
        (put("phrse", value="Not Found"), "phrse", "unknown field"),
        (put("phrase", value=""), "phrase", "text is expected"),
        (put("code", value=1000), "code", "from 0 to 999"),
        (put("code", value=True), "code", "whole number"),
        (put("cacheable", value=1), "cacheable", "true or false"),
        (put("retry", value="never"), "retry", "'never' is none of"),
        (put("importance", value=0), "importance", "from 1 to 3"),
        (put("keywords", value=["a", 1]), "keywords", "list of texts"),
        (put("headers", 0, "level", value="must"), "headers[0].level", "'must' is none of MUST"),
        (put("headers", 0, "condition", value={"ko": "만"}), "headers[0].condition.en", "missing"),
        (put("headers", value={}), "headers", "list is expected"),
        (put("headers", 0, value="Allow"), "headers[0]", "object is expected"),
        (put("constants", "java", value=[]), "constants.java", "unknown field"),
        (put("constants", "go", 0, "deprecated", value=None), "constants.go[0].deprecated", "true or false"),
        (put("introduced", "verified", value="yes"), "introduced.verified", "true or false"),
        (put("former", value=[{"phrase": "x"}]), "former[0].source", "missing"),
        (put("side", "who", value="proxy"), "side.who", "'proxy' is none of client"),
        (put("side", value={"who": "client", "ko": "말"}), "side.en", "missing"),
        (put("first_step", "ko", value=""), "first_step.ko", "text is expected"),
    ],
)
def test_an_entry_that_says_what_it_must_not(registry: Path, spoil: Spoil, field: str, reason: str) -> None:
    error = spoilt_registry(registry, spoil)
    assert (error.entry, error.field) == ("404", field)
    assert reason in error.reason


@pytest.mark.parametrize(
    ("spoil", "entry", "reason"),
    [
        (lambda document: document["entries"].insert(50, dict(document["entries"][50])), "418", "stands twice"),
        (put("vendor", value={"ko": "공급사", "en": "vendor"}), "404", "vendor belongs to unofficial entries"),
        (put("registration", value="unofficial"), "404", "vendor belongs to unofficial entries"),
        (put("code", value=405), "404", "vendor belongs to unofficial entries"),
        (put("phrase", value="404"), "404", "a phrase in words is expected"),
        (lambda document: document["entries"].reverse(), None, "out of order"),
    ],
)
def test_entries_that_contradict_each_other(registry: Path, spoil: Spoil, entry: str | None, reason: str) -> None:
    error = spoilt_registry(registry, spoil)
    assert error.entry is not None
    assert reason in error.reason
    if entry is not None and reason != "stands twice":
        assert error.entry == entry


@pytest.mark.parametrize(
    ("spoil", "field", "reason"),
    [
        (lambda document: document["pairs"][0].update(ids=["404", "4040"]), "pairs", "unknown entry 4040"),
        (lambda document: document["pairs"][0].update(ids=["404"]), "pairs[0].ids", "two entry ids"),
        (lambda document: document["pairs"][2].pop("difference"), "pairs[2].difference", "missing"),
        (
            lambda document: document["pairs"][2].update(difference={"ko": "말", "en": ""}),
            "pairs[2].difference.en",
            "text",
        ),
        (lambda document: document["unassigned"][1].update(last=600), "unassigned[1].last", "from 100 to 599"),
        (lambda document: document["dates"].pop("updated"), "dates.updated", "missing"),
        (lambda document: document.update(entries=[]), "entries", "holds no entry"),
        (lambda document: document.pop("entries"), "entries", "missing"),
        (lambda document: document["entries"][0].pop("id"), "entries[0].id", "missing"),
        (lambda document: document["entries"][7].update(id=404), "entries[7].id", "text is expected"),
    ],
)
def test_what_stands_outside_the_entries(registry: Path, spoil: Spoil, field: str, reason: str) -> None:
    error = spoilt_registry(registry, spoil)
    assert error.field == field
    assert reason in error.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "'Summary' with its sentence is missing"),
        ("## Summary\n\n## Example\n\nText.", "'Summary' with its sentence is missing"),
        ("Text first.\n\n## Summary\n\nA sentence.", "text before the first heading"),
        ("## Summary\n\nA sentence.\n\n## Common reasons\n\nText.", "unknown heading 'Common reasons'"),
        ("## 요약\n\n문장.", "unknown heading '요약'"),
        ("## Summary\n\nA sentence.\n\n## Summary\n\nAnother.", "stands twice or out of order"),
        (
            "## Summary\n\nA sentence.\n\n## Example\n\nx\n\n## Common causes\n\ny",
            "'Common causes' stands twice or out of order",
        ),
    ],
)
def test_a_page_that_is_no_page(text: str, reason: str) -> None:
    error = refused(lambda: parse_prose(text, Language.ENGLISH, "codes/404.en.md"))
    assert error.file == "codes/404.en.md"
    assert reason in error.reason


def test_an_unknown_heading_is_answered_with_the_known_ones() -> None:
    error = refused(lambda: parse_prose("## 요약\n\n문장.\n\n## 흔한 이유\n", Language.KOREAN, "codes/404.ko.md"))
    for text in HEADINGS.values():
        assert text.ko in error.reason


def test_headings_inside_a_message_are_its_text() -> None:
    prose = parse_prose("## Summary\n\nA.\n\n## Example\n\n```http\n## Cautions\n```\n", Language.ENGLISH, "x")
    assert prose.sections[Section.EXAMPLE] == "```http\n## Cautions\n```"


@pytest.mark.parametrize("language", Language)
def test_a_page_that_is_missing_or_not_utf_8(copied: Path, language: Language) -> None:
    name = f"codes/404.{language.value}.md"
    (copied / name).write_bytes(b"## Summary\n\n\xff\n")
    error = refused(lambda: ProseStore(copied).page("404", language))
    assert (error.file, error.reason) == (name, "not UTF-8: invalid start byte at byte 12")
    (copied / name).unlink()
    error = refused(lambda: ProseStore(copied).page("404", language))
    assert error.file == name
    assert "No such file" in error.reason


def test_a_corrected_sentence_shows_at_the_next_start(copied: Path) -> None:
    """Whatever the editor: decomposed Hangul as macOS writes it, and the line ends of Windows, give the same page."""
    file = copied / "codes" / "404.ko.md"
    expected = ProseStore(copied).page("404", Language.KOREAN)
    file.write_bytes(unicodedata.normalize("NFD", file.read_text("utf-8")).replace("\n", "\r\n").encode())
    assert ProseStore(copied).page("404", Language.KOREAN) == expected
    file.write_text("## 요약\n\n고친 문장입니다.\n", "utf-8")
    assert ProseStore(copied).page("404", Language.KOREAN).summary == "고친 문장입니다."


def spoilt_note(root: Path, catalogue: Catalogue, name: str, old: str, new: str) -> ResourceError:
    file = root / "notes" / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return refused(lambda: read_notes(root, catalogue))


@pytest.mark.parametrize(
    ("name", "old", "new", "field", "reason"),
    [
        ("redirects.ko.md", "codes: 301", "codes: 3010, 301", "codes", "unknown code '3010'"),
        ("redirects.ko.md", "order: 1\n", "order: first\n", None, "differ from the English file"),
        ("redirects.en.md", "codes: 301, ", "codes: ", None, "differ from the English file"),
        ("redirects.ko.md", "title: ", "tilte: ", "title", "missing"),
        ("redirects.en.md", "order: 1\n", "order: 1\nauthor: me\n", "author", "unknown field"),
        ("redirects.en.md", "---\n", "", None, "front matter between two lines ---"),
    ],
)
def test_a_note_that_is_no_note(
    note_files: Path, catalogue: Catalogue, name: str, old: str, new: str, field: str | None, reason: str
) -> None:
    error = spoilt_note(note_files, catalogue, name, old, new)
    assert error.file.startswith("notes/redirects.")
    assert error.field == field
    assert reason in error.reason


def test_a_note_without_its_other_language(note_files: Path, catalogue: Catalogue) -> None:
    (note_files / "notes" / "redirects.en.md").unlink()
    error = refused(lambda: read_notes(note_files, catalogue))
    assert error.file == "notes/redirects.en.md"


def test_no_notes_at_all(tmp_path: Path, catalogue: Catalogue) -> None:
    assert refused(lambda: read_notes(tmp_path, catalogue)).file == "notes"


def test_the_text_of_a_note_is_without_its_front_matter(notes: NoteStore) -> None:
    text = notes.text("redirects", Language.ENGLISH)
    assert not text.startswith("---")
    assert "order:" not in text.partition("\n\n")[0]
    assert [note.slug for note in notes.about("410")]
    assert notes.get("no-such-note") is None


@pytest.mark.parametrize("content", ["", "One sentence alone.\n", "\n\n\n"])
def test_an_overview_that_is_no_overview(copied: Path, content: str) -> None:
    (copied / "classes" / "4xx.en.md").write_text(content, "utf-8")
    assert refused(lambda: load_overview(copied, "4xx", Language.ENGLISH)).file == "classes/4xx.en.md"


def test_an_overview_that_is_missing(copied: Path) -> None:
    assert refused(lambda: load_overview(copied, "6xx", Language.KOREAN)).file == "classes/6xx.ko.md"


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"codes": []}, "codes", "names no code"),
        ({"codes": ["404", "404"]}, "codes", "names a code twice"),
        ({"codes": ["499"]}, "codes", "unknown entry 499"),
        ({"why": {"ko": "까닭"}}, "why.en", "missing"),
        ({"hint": "x"}, "hint", "unknown field"),
        ({"tempting": [{"code": "299", "why_not": {"ko": "말", "en": "word"}}]}, "tempting", "unknown entry 299"),
    ],
)
def test_a_scenario_that_cannot_be_used(
    study_files: Path, catalogue: Catalogue, change: dict[str, object], field: str, reason: str
) -> None:
    file = study_files / "study" / "scenarios.json"
    document = json.loads(file.read_text("utf-8"))
    document["scenarios"][0].update(change)
    file.write_text(json.dumps(document), "utf-8")
    error = refused(lambda: load_scenarios(study_files, catalogue))
    assert (error.file, error.entry, error.field) == ("study/scenarios.json", document["scenarios"][0]["id"], field)
    assert reason in error.reason


def test_a_scenario_whose_answer_is_right_and_wrong(study_files: Path, catalogue: Catalogue) -> None:
    file = study_files / "study" / "scenarios.json"
    document = json.loads(file.read_text("utf-8"))
    document["scenarios"][0]["codes"].append(document["scenarios"][0]["tempting"][0]["code"])
    file.write_text(json.dumps(document), "utf-8")
    assert "is right and wrong" in refused(lambda: load_scenarios(study_files, catalogue)).reason


def test_two_questions_with_one_id(study_files: Path, catalogue: Catalogue) -> None:
    file = study_files / "study" / "misconceptions.json"
    document = json.loads(file.read_text("utf-8"))
    document["misconceptions"][1]["id"] = document["misconceptions"][0]["id"]
    file.write_text(json.dumps(document), "utf-8")
    assert refused(lambda: load_misconceptions(study_files, catalogue)).reason == "stands twice"


def test_a_word_that_lacks_a_language(copied: Path) -> None:
    file = copied / "i18n" / "words.json"
    document = json.loads(file.read_text("utf-8"))
    del document["class.4xx"]["ko"]
    file.write_text(json.dumps(document), "utf-8")
    error = refused(lambda: Words.load(copied))
    assert (error.file, error.field) == ("i18n/words.json", "class.4xx.ko")


def test_a_word_that_is_unknown(words: Words) -> None:
    error = refused(lambda: words.text("class.6xx", Language.KOREAN))
    assert (error.file, error.field) == ("i18n/words.json", "class.6xx")


def test_braces_in_values_are_no_placeholders() -> None:
    words = Words({"said": Text("{text}라고 함", "said {text}")})
    assert words.text("said", Language.ENGLISH, text="{0} {x}") == "said {0} {x}"
