"""The page where a search found nothing: it says so, and what can be searched for."""

from typing import NamedTuple

from statusref.domain.description.blocks import Description, Head, Part
from statusref.domain.description.prose_blocks import prose_blocks
from statusref.domain.markdown import Span
from statusref.system.keys import key_name
from statusref.views.localizer import Localizer

_FILE = "i18n/window.json"
_ROOM = 60
"""A title with a longer query would fill the page."""


class NoMatch(NamedTuple):
    """What was searched for. ``is_hidden``: there are matches, but class filter or bookmarks hide them."""

    query: str
    is_hidden: bool


def describe_no_match(what: NoMatch, localizer: Localizer) -> Description:
    """Describe the page in the language of the window."""
    query = " ".join(what.query.split())
    shown = query if len(query) <= _ROOM else f"{query[:_ROOM]}…"
    if what.is_hidden:
        summary = localizer.text("no-match.hidden", keys=key_name("Ctrl+1"))
    else:
        summary = localizer.text("no-match.summary")
    head = Head("", localizer.text("no-match.title", query=shown), summary=(Span(summary),))
    tips = Part("", prose_blocks(localizer.text("no-match.tips")))
    return Description(head, lambda: iter((tips,)), _FILE)
