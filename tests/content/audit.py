"""``docs/audit.md``: which content was read claim by claim, when, against what, and in which state.

    python -m tests.content.audit "RFC 9110, 15.5.5; nginx 1.22.1 run" codes/404.en.md codes/404.ko.md registry.json#404

records that these were read today. Each row is a file of ``resources/``, or ``registry.json#<id>`` for the facts of one
entry: its keywords and aliases only lead to it and may change without a new reading. So may the phrases in
``chooser.json`` by which people ask.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from tests.content.material import PROSE_FOLDERS, ROOT, label, load_json

DOCUMENT = ROOT.parent / "docs" / "audit.md"
OTHER_FILES = ("messages.json", "study/scenarios.json", "study/misconceptions.json")
CHOOSER = "chooser.json"
REGISTRY = "registry.json"
_NOT_FACTS = {"keywords", "aliases"}
_ROW = re.compile(
    r"^\| `(?P<name>[^`]+)` \| (?P<date>[-\d]+) \| (?P<against>.+) \| `(?P<digest>[0-9a-f]{64})` \|$", re.MULTILINE
)


class Reading(NamedTuple):
    """One row: what was read, the date as ``YYYY-MM-DD``, what it was checked against, and its SHA-256."""

    name: str
    date: str
    against: str
    digest: str


def names() -> Iterator[str]:
    """Return the name of everything that must have been read."""
    for folder in PROSE_FOLDERS:
        yield from (label(path) for path in sorted((ROOT / folder).glob("*.md")))
    yield from (f"{REGISTRY}#{entry_id}" for entry_id in _facts())
    yield from (*OTHER_FILES, CHOOSER)
    yield from (label(path) for path in sorted((ROOT / "neighbours").glob("*.json")))


def digest(name: str) -> str:
    """Return the SHA-256 of what ``name`` stands for now. Raises ``KeyError`` or ``OSError`` where nothing is."""
    file, _, entry_id = name.partition("#")
    if name == CHOOSER:
        return sha256(_chooser()).hexdigest()
    return sha256(_facts()[entry_id] if entry_id else (ROOT / file).read_bytes()).hexdigest()


def _chooser() -> bytes:
    chooser: Any = load_json(CHOOSER)
    for outcome in chooser["outcomes"]:
        del outcome["asked"]
    return json.dumps(chooser, ensure_ascii=False, sort_keys=True).encode()


@cache
def _facts() -> dict[str, bytes]:
    registry: Any = load_json(REGISTRY)
    rows = {entry["id"]: {key: entry[key] for key in entry if key not in _NOT_FACTS} for entry in registry["entries"]}
    rows["pairs"] = registry["pairs"]
    return {name: json.dumps(row, ensure_ascii=False, sort_keys=True).encode() for name, row in rows.items()}


def readings(text: str) -> dict[str, Reading]:
    return {row["name"]: Reading(*row.groups()) for row in _ROW.finditer(text)}


def record(document: Path, against: str, some: list[str]) -> None:
    """Write that ``some`` were read today."""
    text = document.read_text("utf-8")
    known = readings(text)
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    known |= {name: Reading(name, today, against.replace("|", "/"), digest(name)) for name in some}
    heading = text[: text.index("| --- |")].rstrip()
    rows = [f"| `{row.name}` | {row.date} | {row.against} | `{row.digest}` |" for _, row in sorted(known.items())]
    document.write_text("\n".join([heading, "| --- | --- | --- | --- |", *rows, ""]), "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.content.audit", description="Record that content was read.")
    parser.add_argument("against", help="what it was checked against: sections, programs with versions, vendor's pages")
    parser.add_argument("names", nargs="+", help="files below resources/, or registry.json#ID")
    options = parser.parse_args()
    unknown = sorted(set(options.names) - set(names()))
    if unknown:
        print(f"Not among the content that is read: {', '.join(unknown)}", file=sys.stderr)
        return 1
    record(DOCUMENT, options.against, options.names)
    return 0


if __name__ == "__main__":
    sys.exit(main())
