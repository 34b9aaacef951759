"""Links as values. No other module writes them as text or reads them from text."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple
from urllib.parse import quote, unquote


class LinkKind(Enum):
    """What a link leads to. The value is the part before the colon where a link is written as text."""

    CODE = "code"
    """The page of an entry (``code:499-nginx``) or of a number without one (``code:299``)."""
    CLASS = "class"
    """The overview of a class filter (``class:4xx``)."""
    NEIGHBOUR = "neighbour"
    """A neighbour of the status codes by its id (``neighbour:curl-52``)."""
    MESSAGE = "message"
    """A message by its id (``message:nginx-upstream-timed-out``)."""
    NOTE = "note"
    """A note by its slug (``note:redirects``)."""
    COMPARE = "compare"
    """Entries and neighbours side by side, by their ids (``compare:401,403``)."""
    CHOICE = "choose"
    """A place in the chooser (``choose:answer/client-fault``)."""
    LAB = "lab"
    """A code in the lab (``lab:503``)."""
    PAGE = "page"
    """A page of the window by its name (``page:study``)."""
    COPY = "copy"
    """Puts a text on the clipboard (``copy:HttpStatus.OK``)."""
    CARD = "card"
    """Sends a study card to the next review (``card:meaning-404``)."""
    STUDY = "study"
    """A part of study: its start, the progress or the list of cards (``study:progress``)."""
    REVIEW = "review"
    """The review of the cards that are due (``review:all``)."""
    ACTION = "action"
    """A command of the window (``action:correction``)."""
    WEB = "web"
    """A web address, http or https only; written as it is, without the kind."""


class Link(NamedTuple):
    """A link. What ``target`` means depends on the kind: see ``LinkKind``."""

    kind: LinkKind
    target: str

    def __str__(self) -> str:
        """Write the link, percent-encoded as an address must be; ``parse_link`` reads it again."""
        return self.target if self.kind is LinkKind.WEB else f"{self.kind.value}:{_quoted(self.target)}"

    @property
    def address(self) -> str:
        """The address with which other programs can open the link; empty for links that only work inside the window."""
        if self.kind is LinkKind.WEB:
            return self.target
        return f"statusref://{self.kind.value}/{_quoted(self.target)}" if self.kind in _PLACES else ""


def _quoted(target: str) -> str:
    """Percent-encode a target, but keep the comma between ids: RFC 3986, Section 3.3 allows it in a path."""
    return quote(target, safe="/,")


_PLACES = frozenset(LinkKind) - {LinkKind.WEB, LinkKind.COPY, LinkKind.CARD, LinkKind.ACTION}

CORRECTION = Link(LinkKind.ACTION, "correction")
"""Copies the file and the sentence that a reader wants to correct."""
EDIT_MEMO = Link(LinkKind.ACTION, "memo")
"""Opens the user's memo on the code that is shown."""
EXPORT = Link(LinkKind.ACTION, "export")
"""Opens the dialog that exports the reference."""
SHOW_KEYS = Link(LinkKind.ACTION, "keys")
"""Shows the list of keys."""
REVIEW = Link(LinkKind.REVIEW, "all")
"""Opens the review of all cards that are due."""


def code_link(entry_id: str) -> Link:
    """Return the link to the page of an entry, or of a number."""
    return Link(LinkKind.CODE, entry_id)


def class_link(choice: str) -> Link:
    """Return the link to the overview of a class filter, given by its value."""
    return Link(LinkKind.CLASS, choice)


def note_link(slug: str) -> Link:
    """Return the link to a note."""
    return Link(LinkKind.NOTE, slug)


def neighbour_link(neighbour_id: str) -> Link:
    """Return the link to a neighbour."""
    return Link(LinkKind.NEIGHBOUR, neighbour_id)


def message_link(message_id: str) -> Link:
    """Return the link to a message."""
    return Link(LinkKind.MESSAGE, message_id)


def compare_link(ids: Iterable[str]) -> Link:
    """Return the link that puts entries and neighbours side by side."""
    return Link(LinkKind.COMPARE, ",".join(ids))


def choice_link(path: str) -> Link:
    """Return the link to a place in the chooser."""
    return Link(LinkKind.CHOICE, path)


def lab_link(code: str) -> Link:
    """Return the link that has the lab ask for a code."""
    return Link(LinkKind.LAB, code)


def page_link(name: str) -> Link:
    """Return the link to a page of the window."""
    return Link(LinkKind.PAGE, name)


def study_link(part: str) -> Link:
    """Return the link to a part of study."""
    return Link(LinkKind.STUDY, part)


def copy_link(text: str) -> Link:
    """Return the link that copies ``text``."""
    return Link(LinkKind.COPY, text)


def card_link(card_id: str) -> Link:
    """Return the link that sends a study card to the next review."""
    return Link(LinkKind.CARD, card_id)


def parse_link(text: str) -> Link | None:
    """Read a link as ``str(link)`` writes it; None if it is not one."""
    kind, colon, target = text.partition(":")
    if kind in {"http", "https"} and colon:
        return Link(LinkKind.WEB, text)
    if not target or kind == LinkKind.WEB.value:
        return None
    return next((Link(member, unquote(target)) for member in LinkKind if member.value == kind), None)
