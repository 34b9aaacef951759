"""The words: every key in the program is in a file, every key in a file is used, and each is in the right file.

There are two files: ``words.json`` for words of the terminal (the window may use them, too) and ``window.json`` for
words that only the window uses. Qt's ``tr()`` is not used.
"""

import ast
import json
import re
from collections.abc import Iterable, Iterator
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
ALL = frozenset(WORDS | WINDOW)


def pattern_of(text: ast.JoinedStr) -> str:
    """A key that is put together, such as ``f"class.{value}"``, as a regular expression."""
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.-]+" for part in text.values)


def texts(tree: ast.AST) -> Iterator[str]:
    """The keys that literals of a module may mean: those that look like a key, or begin like one and have values.

    A key for a count stands for its ``.one`` and ``.many``.
    """
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner:
            if KEY.fullmatch(node.value):
                yield from (f"{node.value}{count}" for count in ("", ".one", ".many"))
        elif isinstance(node, ast.JoinedStr) and re.match(
            r"[a-z][\w-]*(?:\\-[\w-]*)*\\\.", pattern := pattern_of(node)
        ):
            match = re.compile(rf"(?:{pattern})(?:\.one|\.many)?").fullmatch
            yield from filter(match, ALL)


@cache
def used_in(room: str) -> frozenset[str]:
    """The keys that modules of a room use."""
    paths = (PACKAGE / room).rglob("*.py")
    return ALL & {key for path in paths for key in texts(ast.parse(path.read_text("utf-8")))}


def used_in_any(rooms: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(used_in, rooms))


ROOMS = tuple(path.name for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith("_"))


def test_no_key_is_in_both_files() -> None:
    assert not WORDS & WINDOW


def test_every_key_is_asked_for() -> None:
    assert sorted(ALL - used_in_any(ROOMS)) == []


def test_the_terminal_uses_no_words_of_the_window() -> None:
    assert sorted(used_in_any(TERMINAL_ROOMS) & WINDOW) == []


def test_words_that_only_the_window_uses_are_in_its_file() -> None:
    assert sorted(WORDS - used_in_any(TERMINAL_ROOMS)) == []


def asked_for(tree: ast.AST) -> Iterator[tuple[int, set[str]]]:
    """The literal keys that are passed to a function called ``text``, ``count`` or ``_text``, with their lines."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        argument = node.args[0]
        if called not in {"text", "count", "_text"} or not isinstance(argument, ast.Constant):
            continue
        key = argument.value
        if isinstance(key, str) and KEY.fullmatch(key):
            yield node.lineno, {f"{key}.one", f"{key}.many"} if called == "count" else {key}


def test_every_word_that_is_asked_for_is_there() -> None:
    lacking = [
        f"{path.relative_to(PACKAGE)}, line {line}: {sorted(keys - ALL)}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, keys in asked_for(ast.parse(path.read_text("utf-8")))
        if not keys <= ALL
    ]
    assert not lacking, "\n".join(lacking)


def test_qt_translates_nothing_of_ours() -> None:
    asks = re.compile(r"\btr\(|QCoreApplication\.translate")
    asking = [str(path) for path in sorted(PACKAGE.rglob("*.py")) if asks.search(path.read_text("utf-8"))]
    assert not asking, "\n".join(asking)


@pytest.mark.parametrize("name", ["words.json", "window.json"])
def test_both_languages_have_the_same_placeholders(name: str) -> None:
    for key, text in json.loads((resource_root() / "i18n" / name).read_text("utf-8")).items():
        assert set(text) == {"ko", "en"}, key
        korean, english = (set(re.findall(r"\{(\w+)", text[language])) for language in ("ko", "en"))
        assert korean == english, key
