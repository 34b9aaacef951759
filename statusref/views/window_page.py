"""What the pages of the window have in common: each answers for itself what keys, history and title ask."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from statusref.domain.links import Link, LinkKind, parse_link
from statusref.domain.markdown import Spans
from statusref.domain.text import Language
from statusref.views.correction import Correction

if TYPE_CHECKING:
    from statusref.domain.description.blocks import Description

    # Loaded with the first page that is made later than the window, and with the first list of links.
    from statusref.views.listed_links import ListedLink
    from statusref.views.page_context import PageContext

_CODES = frozenset({LinkKind.CODE, LinkKind.NEIGHBOUR})


class WindowPage(QWidget):
    """A page of the window. The window asks the page that is shown; what a page does not override, it does not do.

    ``shown_changed`` tells that the page shows another thing (its title and location are others now), ``visited`` that
    the user went to a place, which history keeps. ``link_activated`` carries a link for others to follow, ``menu_made``
    the menu (a QMenu) of a text on the page, before it opens.
    """

    shown_changed = Signal()
    visited = Signal(Link)
    link_activated = Signal(Link)
    menu_made = Signal(object)

    @classmethod
    def make(cls, context: "PageContext") -> "WindowPage":
        """Make the page when it is first opened."""
        raise NotImplementedError

    @property
    def location(self) -> Link | None:
        """Where the page is, as history keeps it; None for a page that history leaves out."""
        return None

    @property
    def title(self) -> str:
        """What the page shows, for the window's title; may be empty."""
        return ""

    @property
    def shown_code(self) -> Link | None:
        """The code or neighbour that the page shows, which the keys for codes are about; None where it shows none."""
        location = self.location
        return location if location is not None and location.kind in _CODES else None

    def open(self, location: Link) -> bool:
        """Show what ``location`` names. False if there is no such thing; the page then stays as it was."""
        del location
        return True

    def scroll_back(self) -> None:
        """Scroll to where the place that is shown was left: the way back led to it."""

    def escape(self) -> bool:
        """Leave what is open on the page (a find bar, a part of it). False if there is nothing to leave."""
        return False

    def open_find(self) -> None:
        """Open find in page, where there is one."""

    def zoom(self, steps: float) -> bool:
        """Zoom a picture by so many notches of the wheel. False where none is shown: the text size changes then."""
        del steps
        return False

    def edit_memo(self) -> bool:
        """Open the user's memo on the code that is shown. False if no code is."""
        return False

    def copied_text(self) -> str:
        """Return what copying the page copies; empty if there is nothing to copy."""
        return ""

    def copied_name(self) -> str:
        """Return what is said to be copied; empty if the text itself is said."""
        return ""

    def printed(self) -> "Description | None":
        """Return what printing the page prints; None where there is nothing to print."""
        return None

    def citation(self, language: Language) -> Spans:
        """Return the reference to what is shown; empty if there is nothing to refer to. Raises ResourceError."""
        del language
        return ()

    def correction(self) -> Correction | None:
        """Return the selected sentence, or the first, with its file; None where the page has no prose."""
        return None

    def links(self) -> "Sequence[ListedLink]":
        """Return the links that stand in no text, for the list of the page's links."""
        return ()

    def take_focus(self) -> None:
        """Give the keyboard to the widget where work on the page begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus_to_read(self) -> None:
        """Give the keyboard to what a link from another page has led to."""
        self.take_focus()

    @Slot(str)
    def follow(self, address: str) -> None:
        """Send on a link that was chosen in a reader, where links are text."""
        link = parse_link(address)
        if link is not None:
            self.link_activated.emit(link)

    def save(self) -> None:
        """Save what is being written: the window closes."""

    def end(self) -> None:
        """End what runs for the page: the window is closed. It may be shown again."""
