"""``cors=``: whether the script of a web page may read the answer (Fetch standard, Section 3.2)."""

import re

from statusref.lab.answers import Answers
from statusref.lab.requests import METHODS, Request
from statusref.lab.steps import Answer, Headers

_ORIGIN = re.compile(r"https?://[A-Za-z0-9.\-]{1,253}(:\d{1,5})?|https?://\[[0-9a-fA-F:.]{2,45}\](:\d{1,5})?|null")
_NAMES = re.compile(r"[A-Za-z0-9-]{1,60}(?:, ?[A-Za-z0-9-]{1,60}){0,30}")
_PREFLIGHT_AGE = "0"
"""Seconds for which a browser may keep the answer; none, so that each try shows its preflight."""


def headers(request: Request) -> Headers:
    """Return what the option adds to an answer."""
    match request.wanted.cors:
        case None | "none":
            return ()
        case "*":
            return (("Access-Control-Allow-Origin", "*"),)
        case kind:
            origin = request.header("origin") or ""
            if not _ORIGIN.fullmatch(origin):
                return (("Vary", "Accept, Accept-Language, Origin"),)
            allowed: Headers = (
                ("Access-Control-Allow-Origin", origin),
                ("Vary", "Accept, Accept-Language, Origin"),
            )
            return (*allowed, ("Access-Control-Allow-Credentials", "true")) if kind == "credentials" else allowed


def preflight(answers: Answers, request: Request) -> Answer | None:
    """Return the answer to a browser that asks beforehand; None where ``request`` is no such question."""
    asked = request.header("access-control-request-method")
    if request.method != "OPTIONS" or asked is None or request.wanted.cors in {None, "none"}:
        return None
    extra = (*headers(request), ("Access-Control-Allow-Methods", ", ".join(METHODS)))
    names = request.header("access-control-request-headers") or ""
    if _NAMES.fullmatch(names):
        extra += (("Access-Control-Allow-Headers", names),)
    return answers.plain(204, request, (*extra, ("Access-Control-Max-Age", _PREFLIGHT_AGE)))
