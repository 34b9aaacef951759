"""Puts into the wheel what the first start would otherwise have to work out: the library and a part of the search.

Without the program's dependencies, as in an isolated build, the wheel is made all the same, and the first start after
an installation takes a little longer.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BringKeptFiles(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self._folder = Path(tempfile.mkdtemp())
        resources = self._folder / "resources"
        shutil.copytree(Path(self.root, "resources"), resources)
        sys.path.insert(0, self.root)
        try:
            from statusref.core.brought_files import write_brought_files
        except ImportError as error:
            self.app.display_warning(f"{error.name} is missing: the first start will take a little longer")
            return
        for file in write_brought_files(resources):
            build_data["force_include"][str(file)] = f"statusref/_resources/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
