"""The shipped resources, read once in a process, and copies of them that a test may damage."""

import shutil
from functools import cache
from pathlib import Path

from statusref.domain.library import Library
from statusref.domain.words import FILE, WINDOW_FILE
from statusref.resources import resource_root


@cache
def shipped_library(*words_files: str) -> Library:
    """The library with the words of ``words_files``; without any it has those that commands that print have."""
    return Library(resource_root(), *words_files)


def window_library() -> Library:
    """The library with the words of the window, too."""
    return shipped_library(FILE, WINDOW_FILE)


def copy_resources(root: Path, *names: str) -> Path:
    """Copy folders and files of the resources to ``root``, and return it."""
    for name in names:
        shipped = resource_root() / name
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if shipped.is_dir():
            shutil.copytree(shipped, root / name, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(shipped, root / name)
    return root
