"""A first search must not load heavy modules. Preparing is done in slices, once."""

import subprocess
import sys

from statusref.domain.catalogue import Catalogue
from statusref.search.engine import SearchEngine

CODE = """
import sys
from statusref.domain.registry import load_catalogue
from statusref.resources import resource_root
from statusref.search.engine import SearchEngine
from tests.shipped import window_library
engine = SearchEngine(window_library().catalogue)
assert engine.search("not found").matches[0].id == "404"
heavy = {"rapidfuzz", "PySide6", "numpy", "asyncio", "statusref.study", "statusref.models"} & set(sys.modules)
assert not heavy, heavy
print("light")
"""


def test_a_first_search_loads_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "light", done.stderr


def test_preparing_twice_is_free(catalogue: Catalogue) -> None:
    engine = SearchEngine(catalogue)
    assert len(list(engine.prepare())) > 50
    assert len(list(engine.prepare())) <= 2


def test_preparing_may_be_interrupted(catalogue: Catalogue) -> None:
    engine = SearchEngine(catalogue)
    steps = engine.prepare()
    next(steps)
    assert engine.search("ㅊㅇ").matches[0].id == "404"
    for _ in steps:
        pass
    assert engine.search("fobidden").matches[0].id == "403"
