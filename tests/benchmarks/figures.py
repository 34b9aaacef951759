"""Medians, quantiles, and the tables that the benchmarks print."""

import math
from collections.abc import Sequence


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value that the share ``share`` of ``values`` does not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def verdict(value: float, budget: float) -> str:
    """Return the budget as text, and whether ``value`` keeps it."""
    return f"{budget:g} {'ok' if value <= budget else 'MISSED'}"


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table with the first column left-aligned and the others right-aligned."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    print(f"\n{title}")
    for row in (head, *rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        print("  " + "  ".join(cells), flush=True)
