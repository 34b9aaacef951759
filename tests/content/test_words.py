"""The words: every key in the program is in a file, every key in a file is used, and each is in the right file.

There are two files: ``words.json`` for words of the terminal (the window may use them, too) and ``window.json`` for
words that only the window uses. Qt's ``tr()`` is not used.
"""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from statusref.resources import resource_root

PACKAGE = Path(__file__).resolve().parents[2] / "statusref"
TERMINAL_ROOMS = ("cli", "diagram", "domain", "export", "lab", "logs", "study", "search", "userdata")
KEY = re.compile(r"[a-z][\w-]*(?:\.[\w-]+)+")


def keys_in(name: str) -> set[str]:
    return set(json.loads((resource_root() / "i18n" / name).read_text("utf-8")))


WORDS, WINDOW = keys_in("words.json"), keys_in("window.json")
ALL = WORDS | WINDOW


def pattern_of(text: ast.JoinedStr) -> str:
    """A key that is put together, such as ``f"class.{value}"``, as a regular expression."""
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.-]+" for part in text.values)


def texts(tree: ast.AST) -> Iterator[str]:
    """Regular expressions for all literals that look like a key, or that begin like one and have values in them."""
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner:
            if KEY.fullmatch(node.value):
                yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr) and re.match(
            r"[a-z][\w-]*(?:\\-[\w-]*)*\\\.", pattern := pattern_of(node)
        ):
            yield pattern


@cache
def used_in(rooms: tuple[str, ...]) -> frozenset[str]:
    """The keys that modules of these rooms use. A key for a count stands for its ``.one`` and ``.many``."""
    found: set[str] = set()
    for room in rooms:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            for pattern in texts(ast.parse(path.read_text("utf-8"))):
                match = re.compile(rf"(?:{pattern})(?:\.one|\.many)?").fullmatch
                found.update(key for key in ALL if match(key))
    return frozenset(found)


ROOMS = tuple(path.name for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith("_"))


def test_no_key_is_in_both_files() -> None:
    assert not WORDS & WINDOW


def test_every_key_is_asked_for() -> None:
    assert sorted(ALL - used_in(ROOMS)) == []


def test_the_terminal_uses_no_words_of_the_window() -> None:
    assert sorted(used_in(TERMINAL_ROOMS) & WINDOW) == []


def test_words_that_only_the_window_uses_are_in_its_file() -> None:
    assert sorted(WORDS - used_in(TERMINAL_ROOMS)) == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_word_that_is_asked_for_is_there(path: Path) -> None:
    """Checks every literal key that is passed to a function called ``text``, ``count`` or ``_text``."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        argument = node.args[0]
        if called not in {"text", "count", "_text"} or not isinstance(argument, ast.Constant):
            continue
        key = argument.value
        if isinstance(key, str) and KEY.fullmatch(key):
            assert {key} <= ALL if called != "count" else {f"{key}.one", f"{key}.many"} <= ALL, f"line {node.lineno}"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_qt_translates_nothing_of_ours(path: Path) -> None:
    assert not re.search(r"\btr\(|QCoreApplication\.translate", path.read_text("utf-8"))


@pytest.mark.parametrize("name", ["words.json", "window.json"])
def test_both_languages_have_the_same_placeholders(name: str) -> None:
    for key, text in json.loads((resource_root() / "i18n" / name).read_text("utf-8")).items():
        assert set(text) == {"ko", "en"}, key
        korean, english = (set(re.findall(r"\{(\w+)", text[language])) for language in ("ko", "en"))
        assert korean == english, key
