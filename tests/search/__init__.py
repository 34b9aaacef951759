"""Tests of statusref.search, in the order of the design's tables."""
