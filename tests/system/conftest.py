"""Fixtures: a folder whose permissions count."""

from tests.userdata.conftest import public_folder

__all__ = ["public_folder"]
