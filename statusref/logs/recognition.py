"""Recognises the layout of a log from its first lines."""

from collections.abc import Set as AbstractSet

from statusref.logs.column_layouts import FIELDS, csv_layout, w3c_layout
from statusref.logs.custom_layout import custom_layout
from statusref.logs.har import HarLayout
from statusref.logs.json_lines import json_layout
from statusref.logs.key_value_layouts import LOGFMT, PrometheusLayout
from statusref.logs.layout import Layout
from statusref.logs.line_layouts import LINE_LAYOUTS
from statusref.logs.proxy_layouts import VARNISH_TRANSACTION, VARNISHLOG

_SAMPLE_LINES = 64


def recognise(block: bytes, known: AbstractSet[int]) -> Layout | None:
    """Return the layout that fits the first lines of ``block``, or None.

    ``known`` are the codes that have entries: a column with nothing else may be the status (``custom_layout``).
    """
    if FIELDS in block and (w3c := w3c_layout(block)):
        return w3c
    if HarLayout.recognises(block):
        return HarLayout()
    lines = block.split(b"\n", _SAMPLE_LINES)[:_SAMPLE_LINES]
    sample = [line for line in lines if line and not line.isspace()]
    if not sample:
        return None
    return (
        _by_signs(sample)
        or _by_lines(sample)
        or csv_layout(sample[0])
        or _logfmt(sample)
        or custom_layout(sample, known)
    )


def _by_signs(sample: list[bytes]) -> Layout | None:
    """Look for marks that only one format has."""
    if (prometheus := PrometheusLayout()).recognises(sample):
        return prometheus
    if any(VARNISH_TRANSACTION.match(line) for line in sample):
        return VARNISHLOG
    return json_layout(sample)


def _by_lines(sample: list[bytes]) -> Layout | None:
    fits = [sum(layout.line.match(line) is not None for line in sample) for layout in LINE_LAYOUTS]
    most = max(fits)
    return LINE_LAYOUTS[fits.index(most)] if 2 * most >= len(sample) else None


def _logfmt(sample: list[bytes]) -> Layout | None:
    fits = sum(LOGFMT.line.match(line + b"\n") is not None for line in sample)
    return LOGFMT if 2 * fits >= len(sample) else None
