"""Makes the kept files (``system/kept_file.py``) that a wheel contains, so that even the first start is fast."""

import tempfile
from pathlib import Path

from statusref.core.core import Core
from statusref.core.kept_library import kept_library
from statusref.domain.words import FILE, WINDOW_FILE
from statusref.search.saved import saved_parts


def write_brought_files(root: Path) -> list[Path]:
    """Write the kept files into ``root``, a folder of resource files, and return their paths.

    Called when a wheel is built (``hatch_build.py``). Raises ResourceError if a resource file is wrong.
    """
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        core = Core(root, cache / "none", FILE, WINDOW_FILE, cache=cache)
        _ = core.library.notes
        for _ in core.engine.prepare():
            pass
        core.keep_library()
        brought = []
        for kept in (kept_library(cache, root, FILE, WINDOW_FILE), saved_parts(cache, root)):
            kept.bring(kept.load())
            brought.append(kept.brought)
    return brought
