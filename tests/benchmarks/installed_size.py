"""The size on disk of the program with its dependencies, compared with PySide6-Essentials alone."""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.figures import print_table, verdict
from tests.benchmarks.processes import CHECKOUT

_BUDGET = 1.12
_PINNED = next(
    line for line in (CHECKOUT / "requirements.txt").read_text("utf-8").split() if line.startswith("pyside6-essentials")
)


def main() -> None:
    """Install each into its own folder and print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        alone = _installed(Path(folder, "alone"), _PINNED)
        app = _installed(Path(folder, "app"), str(CHECKOUT), _PINNED)
    row = ("installed MiB", f"{app:.1f}", f"{alone:.1f}", f"{app / alone:.3f}", verdict(app / alone, _BUDGET))
    print_table("Installed size", ("", "statusref", "PySide6-Essentials", "ratio", "budget"), [row])


def _installed(target: Path, *wanted: str) -> float:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--target", str(target), *wanted], check=True)
    return sum(path.stat().st_size for path in target.rglob("*") if path.is_file()) / 2**20
