"""``docs/audit.md`` lists all content in the state in which it was read."""

from pathlib import Path

from tests.content.audit import DOCUMENT, digest, names, readings, record

NAMES = sorted(names())
READ = readings(DOCUMENT.read_text("utf-8"))


def test_what_is_shipped_is_what_was_read() -> None:
    unread = [name for name in NAMES if name not in READ]
    assert not unread, "never read: see docs/audit.md"
    changed = [f"{name} (read on {READ[name].date})" for name in NAMES if READ[name].digest != digest(name)]
    assert not changed, "changed since it was read: read it again, see docs/audit.md"


def test_nothing_else_is_listed() -> None:
    assert sorted(READ) == NAMES


def test_reading_again_changes_one_row(tmp_path: Path) -> None:
    document = tmp_path / "audit.md"
    document.write_bytes(DOCUMENT.read_bytes())
    record(document, "RFC 9110, 15.5.5 | 2026", ["codes/404.en.md"])
    again = readings(document.read_text("utf-8"))
    assert again["codes/404.en.md"].against == "RFC 9110, 15.5.5 / 2026"
    assert {name for name in READ if again[name] != READ[name]} <= {"codes/404.en.md"}
    assert document.read_text("utf-8").count("\n") == DOCUMENT.read_text("utf-8").count("\n")
