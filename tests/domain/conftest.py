"""A copy of the resources that a test may damage, without the fonts."""

from pathlib import Path

import pytest

from tests.shipped import copy_resources


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    names = ("codes", "notes", "classes", "i18n", "study", "registry.json", "comparisons.json")
    return copy_resources(tmp_path / "resources", *names)
