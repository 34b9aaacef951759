"""Lists the files of the repository."""

import os
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
_NOT_OURS = {"build", "data", "dist", "node_modules"}
_DOTTED = {".ci", ".github", ".gitignore", ".gitattributes", ".editorconfig"}


def files() -> Iterator[Path]:
    """Every file of the repository, committed or not, except what tools make."""
    for folder, subfolders, names in os.walk(CHECKOUT):
        subfolders[:] = [name for name in subfolders if _is_ours(name)]
        yield from (Path(folder, name) for name in names if _is_ours(name))


def _is_ours(name: str) -> bool:
    made = name in _NOT_OURS or name == "__pycache__" or name.endswith((".egg-info", ".pyc"))
    return not made and (not name.startswith(".") or name in _DOTTED)
