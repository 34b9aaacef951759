"""Example bodies, chosen by ``Accept`` or by the option ``body``."""

import json
from html import escape
from typing import NamedTuple

from statusref.lab.steps import Content

PROBLEM, HTML, TEXT, JSON = "problem", "html", "text", "json"
TYPES = {
    PROBLEM: "application/problem+json",
    HTML: "text/html; charset=utf-8",
    TEXT: "text/plain; charset=utf-8",
    JSON: "application/json",
}
MOST_BYTES = 1_048_576
_SIZED_TYPE = "text/plain; charset=utf-8"
_LINE = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-\n"
_LINES = memoryview(_LINE * (MOST_BYTES // len(_LINE)))
FOR_ERRORS = (PROBLEM, HTML, TEXT)
FOR_OTHERS = (JSON, HTML, TEXT)


class Body(NamedTuple):
    """``media_type`` is empty where there is no content."""

    media_type: str
    content: Content


EMPTY = Body("", b"")


def example(form: str, status: int, title: str, sentence: str, language: str) -> Body:
    """Return the body of an answer in one of the four forms. ``title`` and ``sentence`` come from the page."""
    match form:
        case "problem":
            document: dict[str, object] = {"type": "about:blank", "title": title, "status": status, "detail": sentence}
            content = json.dumps(document, ensure_ascii=False)
        case "json":
            content = json.dumps({"status": status, "title": title, "text": sentence}, ensure_ascii=False)
        case "html":
            head = escape(f"{status} {title}".strip())
            content = (
                f'<!doctype html>\n<html lang="{language}"><meta charset="utf-8"><title>{head}</title>\n'
                f"<h1>{head}</h1>\n<p>{escape(sentence)}</p></html>\n"
            )
        case _:
            content = f"{status} {title}".strip() + f"\n{sentence}\n"
    return Body(TYPES[form], content.encode())


def sized(size: int) -> Body:
    """Return ``size`` bytes of text in lines of 64, at most ``MOST_BYTES``."""
    return Body(_SIZED_TYPE, _LINES[:size])


def chosen_form(accept: str | None, offered: tuple[str, ...]) -> str:
    """Return the form that ``Accept`` likes best; where it has no preference, the first of those that are offered.

    An ``Accept`` that none satisfies is disregarded, as RFC 9110, Section 12.5.1 allows.
    """
    if accept in {None, "*/*"}:
        return offered[0]
    ranges = _ranges(accept or "")
    return max(offered, key=lambda form: _quality(TYPES[form].partition(";")[0], ranges))


def _ranges(accept: str) -> dict[str, float]:
    ranges: dict[str, float] = {}
    for item in accept.lower().split(",")[:50]:
        name, *parameters = (part.strip() for part in item.split(";"))
        weights = [part[2:].strip() for part in parameters if part.startswith("q=")]
        ranges[name] = _weight(weights[0]) if weights else 1.0
    return ranges


def _weight(text: str) -> float:
    is_weight = text[:1] in {"0", "1"} and text.replace(".", "", 1).isdecimal() and text.isascii() and len(text) <= 5
    return min(float(text), 1.0) if is_weight else 0.0


def _quality(media_type: str, ranges: dict[str, float]) -> float:
    """The most specific range counts. ``application/json`` is taken as a wish for problem details, too."""
    names = [media_type, f"{media_type.partition('/')[0]}/*", "*/*"]
    if media_type == TYPES[PROBLEM]:
        names.insert(1, "application/json")
    return next((ranges[name] for name in names if name in ranges), 0.0)
