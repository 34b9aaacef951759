"""Imports a file with a million reviews. Takes half a minute, so it only runs with ``STATUSREF_TORTURE=1``."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from statusref.domain.registry import load_catalogue
from statusref.resources import resource_root
from statusref.study.export_file import FORMAT, VERSION
from statusref.study.loading import load_cards
from statusref.study.study import Study
from statusref.userdata.user_data import open_user_data
from tests.study.many_reviews import as_rows, many_reviews

COUNT = 1_000_000


@pytest.mark.skipif(not os.environ.get("STATUSREF_TORTURE"), reason="only with STATUSREF_TORTURE=1")
def test_a_million_reviews(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    document = {"format": FORMAT, "version": VERSION, "reviews": as_rows(many_reviews(COUNT, now))}
    (tmp_path / "many.json").write_text(json.dumps(document))
    data = open_user_data(tmp_path / "statusref.sqlite3", lambda: now)
    root = resource_root()
    study = Study(data.storage, load_cards(root, load_catalogue(root)), lambda: now, lambda: UTC)
    shares: list[float] = []
    report = study.import_file(tmp_path / "many.json", shares.append)
    assert (report.reviews, report.duplicates, report.future) == (COUNT, 0, 0)
    assert study.statistics().totals().answers == COUNT
    assert shares == sorted(shares)
    data.close()
