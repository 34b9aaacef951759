"""Tests of statusref.search."""
