"""Holds a model against Qt's rules for models."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel

if TYPE_CHECKING:  # cannot be imported before pytest-qt has found Qt
    from pytestqt.modeltest import ModelTester

Check = Callable[[QAbstractItemModel], None]


@pytest.fixture
def check_model(qtmodeltester: "ModelTester") -> Check:
    """Fails for a model that breaks a rule; Qt's own tester in its default mode would let it pass."""
    return qtmodeltester.check
