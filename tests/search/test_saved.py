"""The saved parts of the indexes: the same answers as without, and never a wrong or old one."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from statusref.domain.library import Library
from statusref.resources import resource_root
from statusref.search.engine import SearchEngine
from statusref.search.saved import saved_parts
from statusref.system.kept_file import KeptFile
from tests.benchmarks.search_bench import larger_library

QUERIES = (
    "404 뜻",
    "ㅊㅇ",
    "rate limti",
    "이메일 중복 에러코드",
    "upstream timed out",
    "idempotent",
    "retry after",
    "삭제 성공",
)


@pytest.fixture(scope="module")
def without() -> list[list[str]]:
    """The answers of indexes that were built."""
    return answers(resource_root(), None)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy = tmp_path / "resources"
    shutil.copytree(resource_root(), copy, ignore=shutil.ignore_patterns("fonts", "icons"))
    return copy


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "search.bin"


def parts(file: Path | None, root: Path, *, writes: bool = True) -> KeptFile:
    return saved_parts(None if file is None else file.parent, root, writes=writes)


def answers(root: Path, file: Path | None, *, writes: bool = True) -> list[list[str]]:
    library = Library(root)
    engine = SearchEngine(library.catalogue, library.prose, library, parts(file, root, writes=writes))
    for _ in engine.prepare():
        pass
    return [[str(match.target) for match in engine.search(query).matches] for query in QUERIES]


def damaged(content: bytes) -> Iterator[bytes]:
    yield b""
    yield content[:-1]
    yield content[: len(content) // 2]
    yield content[:40] + bytes(reversed(content[40:80])) + content[80:]
    yield content.replace(b"statusref kept 2", b"statusref kept 9")
    yield content[:-20] + bytes([content[-20] ^ 1]) + content[-19:]
    yield content[:-8]
    yield b"\0" * 100


def test_the_same_answers_from_the_file(root: Path, file: Path, without: list[list[str]]) -> None:
    assert answers(root, file) == without
    written = file.stat().st_mtime_ns
    assert answers(root, file) == without
    assert file.stat().st_mtime_ns == written, "what is good is not written again"
    assert [path.name for path in file.parent.iterdir()] == ["search.bin"]


def test_a_larger_catalogue_gives_the_same_answers_from_the_file(root: Path, file: Path) -> None:
    library = larger_library(root, 4)

    def found(saved: KeptFile | None) -> list[list[str]]:
        engine = SearchEngine(library.catalogue, library.prose, library, saved)
        for _ in engine.prepare():
            pass
        return [[str(match.target) for match in engine.search(query).matches] for query in QUERIES]

    without = found(None)
    assert found(parts(file, root)) == without
    assert len(parts(file, root).load()) > 3 * 2, "each index has several pieces, and all of them count"
    assert found(parts(file, root)) == without


def test_a_window_that_is_closed_while_it_saves_leaves_nothing_behind(root: Path, file: Path) -> None:
    saved = parts(file, root)
    assert saved.load() == []
    slices = saved.saving(("prose", number) for number in range(3))
    next(slices)
    assert list(file.parent.iterdir()), "it has begun to write"
    slices.close()
    assert list(file.parent.iterdir()) == []


def test_a_damaged_file_is_written_anew(root: Path, file: Path, without: list[list[str]]) -> None:
    assert answers(root, file) == without
    good, pieces = file.read_bytes(), parts(file, root).load()
    assert pieces
    for content in damaged(good):
        file.write_bytes(content)
        assert answers(root, file) == without
        assert parts(file, root).load() == pieces


def test_a_changed_page_is_found_at_the_next_start(root: Path, file: Path) -> None:
    library = Library(root)
    answers(root, file)
    page = root / "codes" / "404.en.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("## Common causes\n", "## Common causes\n\nA xylophone.\n"), encoding="utf-8")
    engine = SearchEngine(library.catalogue, library.prose, library, parts(file, root))
    for _ in engine.prepare():
        pass
    assert [match.target.id for match in engine.search("xylophone").codes] == ["404"]


def test_what_is_damaged_after_it_was_indexed_costs_only_itself(root: Path, file: Path) -> None:
    answers(root, file)
    library = Library(root)
    engine = SearchEngine(library.catalogue, library.prose, library, parts(file, root))
    for _ in engine.prepare():
        pass
    assert engine.neighbour_count > 400
    for name in ("neighbours/curl.json", "messages.json"):
        (root / name).write_text("{", encoding="utf-8")
    for query in ("curl: (52) Empty reply from server", "upstream timed out"):
        assert {match.target.id for match in engine.search(query).matches}.isdisjoint({"curl-52"})
    found = engine.search("ERR_CONNECTION_REFUSED").matches[0].target
    assert found.id == "browsers-err-connection-refused"


def test_where_nothing_can_be_written_nothing_breaks(root: Path, tmp_path: Path, without: list[list[str]]) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    assert answers(root, blocked / "search.bin") == without
    (tmp_path / "taken" / "search.bin").mkdir(parents=True)
    assert answers(root, tmp_path / "taken" / "search.bin") == without, "a folder in place of the file"
    assert answers(root, tmp_path / "never" / "search.bin", writes=False) == without
    assert not (tmp_path / "never").exists()


def test_what_is_no_file_is_left_alone(root: Path, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("there are no such pipes")
    pipe = tmp_path / "search.bin"
    os.mkfifo(pipe)
    saved = parts(pipe, root)
    assert saved.load() == []
    saved.save([])
    assert pipe.is_fifo()


def test_what_was_made_from_older_files_is_not_used(root: Path, file: Path) -> None:
    saved = parts(file, root)
    assert saved.load() == []
    page = root / "codes" / "404.en.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA line more.\n", encoding="utf-8")
    saved.save([("prose", 1)])
    assert parts(file, root).load() == []


def test_a_wheel_brings_the_parts_along(root: Path, tmp_path: Path) -> None:
    parts(None, root).bring([("typos", 1)])
    for path in root.rglob("*"):
        os.utime(path, (0, 0))  # an installation gives the files times of its own
    first = parts(tmp_path / "cache" / "search.bin", root)
    assert first.load() == [("typos", 1)]
    (root / "codes" / "404.en.md").write_text("another page", encoding="utf-8")
    assert parts(None, root).load() == []
