"""With PySide6 6.12.0 on Python 3.11, each call that returns nothing drops a reference to None, until Python aborts."""

import sys

from PySide6.QtCore import QObject


def test_calls_without_a_result_keep_the_references_to_none() -> None:
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(200):
        thing.setObjectName("again")
    assert abs(sys.getrefcount(None) - before) < 50
