"""``python -m tests.benchmarks``: measures all budgets in one run and prints tables of times and ratios."""

import argparse
import sys

from tests.benchmarks import command_line, installed_size, lab, launch
from tests.benchmarks.processes import environments, run

_PARTS = (
    "launch",
    "requests",
    "typing",
    "large",
    "cli",
    "search",
    "logs",
    "study",
    "pages",
    "export",
    "lab",
    "size",
)
_OFFSCREEN = (
    ("requests", "handing_over"),
    ("large", "typing_in", "--times", "100", "--rounds", "1"),
    ("search", "search_bench"),
    ("logs", "logs"),
    ("study", "studying", "--reviews", "1000"),
    ("study", "studying", "--reviews", "100000"),
    ("study", "course"),
    ("pages", "pages"),
    ("export", "exporting"),
)
"""Parts in processes of their own: the part's name, its module, and options."""


def main() -> None:
    """Run the chosen parts. What needs Qt runs in a process of its own, so that this process stays small."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=_PARTS, metavar="PART", help=f"some of: {', '.join(_PARTS)}")
    parser.add_argument("--size", action="store_true", help="also install the program to measure its size")
    parser.add_argument("--runs", type=int, default=21, help="processes of each kind for the medians")
    arguments = parser.parse_args()
    parts = arguments.only or [part for part in _PARTS if part != "size" or arguments.size]
    if "launch" in parts:
        launch.main(arguments.runs)
    if "cli" in parts:
        command_line.main(arguments.runs)
    if "lab" in parts:
        lab.main(arguments.runs)
    with environments() as platforms:
        for environment in platforms.values():
            if "typing" in parts:
                _part(environment, "typing_in")
        for part, module, *options in _OFFSCREEN:
            if part in parts:
                _part(platforms["offscreen"], module, *options)
    if "size" in parts:
        installed_size.main()


def _part(environment: dict[str, str], module: str, *options: str) -> None:
    print(run([sys.executable, "-m", f"tests.benchmarks.{module}", *options], environment).output, end="", flush=True)


if __name__ == "__main__":
    main()
