"""The pages of the window: the one table that rail, keys, links and the command line read. No Qt.

A new page is its own file in ``views`` and a row here.
"""

from typing import NamedTuple


class PageRow(NamedTuple):
    """One page.

    ``name`` stands for it on the command line (``--page notes``), in links (``page:notes``) and in the words
    (``page.notes``). ``view`` is the module in ``statusref.views`` and the class in it, a ``WindowPage``. A page with
    an ``icon`` has a button on the rail. ``keys`` go to it, in Qt's portable spelling.
    """

    name: str
    view: str
    icon: str | None
    keys: tuple[str, ...]


PAGES = (
    PageRow("lookup", "lookup_page.LookupPage", "search", ("Alt+1",)),
    PageRow("notes", "notes_page.NotesPage", "notes", ("Alt+2",)),
    PageRow("study", "study.study_page.StudyPage", "study", ("Alt+3",)),
    PageRow("settings", "settings_page.SettingsPage", None, ("Ctrl+,",)),
    PageRow("about", "about_page.AboutPage", None, ("Shift+F1",)),
)
LOOKUP, NOTES = PAGES[0].name, PAGES[1].name
"""The page that the window opens with, and the one that ``screenshot --note`` draws."""
