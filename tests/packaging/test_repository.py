"""What no file of the repository may contain, and what only one file may contain."""

import re
import tomllib

import pytest

from statusref import __version__
from tests.packaging.checkout import CHECKOUT, files

_INDEX = re.compile(r"--(?:extra-)?index-url|--find-links[ =](?:/|\w+:)|pypi\S*/simple\b|\bindex-url\s*=")
_MACHINE = re.compile(r"(?:(?<![\w.:/])|file://)/(?:root|home/\w+|Users/\w+|opt|mnt)/|[A-Z]:\\Users\\")
_TEXT = {
    *("", ".py", ".md", ".toml", ".txt", ".json", ".svg", ".desktop", ".yml", ".yaml", ".cfg", ".ini", ".sh"),
}


def texts() -> dict[str, str]:
    return {
        path.relative_to(CHECKOUT).as_posix(): path.read_text("utf-8")
        for path in files()
        if path.suffix in _TEXT and "fuzz" not in path.name
    }


@pytest.fixture(scope="module")
def contents() -> dict[str, str]:
    found = texts()
    assert {"pyproject.toml", "requirements.txt", "Makefile", ".ci/run", "statusref/app/main.py"} <= found.keys()
    return found


def found_in(contents: dict[str, str], pattern: re.Pattern[str], *exempt: str) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in contents.items()
        if name not in exempt
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_index(contents: dict[str, str]) -> None:
    assert found_in(contents, _INDEX, "tests/packaging/test_repository.py") == []


def test_no_file_names_a_path_of_one_machine(contents: dict[str, str]) -> None:
    assert found_in(contents, _MACHINE, "tests/packaging/test_repository.py") == []
    if len(CHECKOUT.parts) > 2:
        assert found_in(contents, re.compile(re.escape(str(CHECKOUT)))) == []


def test_the_version_is_written_once(contents: dict[str, str]) -> None:
    quoted = re.compile(rf"""["']{re.escape(__version__)}["']""")
    assert found_in(contents, quoted) == [f'statusref/__init__.py:3: __version__ = "{__version__}"']
    assert "version" in tomllib.loads(contents["pyproject.toml"])["project"]["dynamic"]
