"""Tables of what people type and paste, each line with the right answer, and how a line is judged."""

import json
from pathlib import Path
from typing import Any

from statusref.search.engine import SearchEngine
from tests.search.asking import ids

_HERE = Path(__file__).parent


def rows(name: str) -> list[Any]:
    return [json.loads(line) for line in (_HERE / name).read_text("utf-8").splitlines()]


def is_right(engine: SearchEngine, row: Any) -> bool:
    """Judge a line by its mode.

    ``top``: the first expected code comes first and all are among the first five. ``log``: exactly these codes.
    ``any3``: one of them is among the first three. ``none``: no code.
    """
    found, expected = ids(engine, row["input"]), row["expected"]
    match row["mode"]:
        case "top":
            return found[:1] == expected[:1] and set(expected) <= set(found[:5])
        case "log":
            return set(found) == set(expected)
        case "any3":
            return not set(expected).isdisjoint(found[:3])
        case "none":
            return not found
    raise ValueError(row["mode"])


def wrong(engine: SearchEngine, table: list[Any]) -> list[str]:
    """The lines that are answered wrongly, with what was found."""
    return [
        f"{row['input']!r}: {ids(engine, row['input'])[:5]}, not {row['expected']}"
        for row in table
        if not is_right(engine, row)
    ]
