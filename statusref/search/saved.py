"""The parts of the indexes that take longest to build, kept between starts."""

from collections.abc import Iterator
from pathlib import Path

from statusref.system.kept_file import KeptFile

_FOLDERS = (".", "codes", "neighbours", "notes", "search", "study")
"""The folders of the resource files that the saved parts are made from."""


def saved_parts(cache: Path | None, root: Path, *, writes: bool = True) -> KeptFile:
    """Return what keeps the parts for the resource files of ``root``: the state of each index by its name."""

    def sources() -> Iterator[Path]:
        yield from Path(__file__).parent.rglob("*.py")
        for folder in _FOLDERS:
            yield from (path for path in (root / folder).iterdir() if path.suffix in {".json", ".md"})

    return KeptFile("search.bin", cache, root, sources, writes=writes)
