"""A copy of the resources that a test may damage, without the fonts."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def copied(tmp_path: Path, resources: Path) -> Path:
    root = tmp_path / "resources"
    for name in ("codes", "notes", "classes", "i18n", "study"):
        shutil.copytree(resources / name, root / name)
    for name in ("registry.json", "comparisons.json"):
        shutil.copy(resources / name, root)
    return root
