"""The pages of the window: the one table that rail, keys, links and the command line read. No Qt.

A new page is its own file in ``views`` and a row here.
"""

from typing import NamedTuple


class PageRow(NamedTuple):
    """One page.

    ``name`` stands for it on the command line (``--page notes``), in links (``page:notes``) and in the words
    (``page.notes``). ``view`` is the module in ``statusref.views`` and in it the class, a ``WindowPage``. ``keys`` go
    to the page, in Qt's portable spelling. A page with an ``icon`` has a button on the rail. ``opens`` are the kinds
    of links (values of ``LinkKind``) whose targets the page shows.
    """

    name: str
    view: str
    keys: tuple[str, ...]
    icon: str | None = None
    opens: tuple[str, ...] = ()


PAGES = (
    PageRow("lookup", "lookup_page.LookupPage", ("Alt+1",), "search", ("code", "class", "neighbour", "message")),
    PageRow("notes", "notes_page.NotesPage", ("Alt+2",), "notes", ("note",)),
    PageRow("study", "study.study_page.StudyPage", ("Alt+3",), "study", ("study", "review")),
    PageRow("compare", "compare.compare_page.ComparePage", ("Alt+4",), "compare", ("compare",)),
    PageRow("choose", "choose.choose_page.ChoosePage", ("Alt+5",), "choose", ("choose",)),
    PageRow("lab", "lab.lab_page.LabPage", ("Alt+6",), "lab", ("lab",)),
    PageRow("settings", "settings_page.SettingsPage", ("Ctrl+,",)),
    PageRow("about", "about_page.AboutPage", ("Shift+F1",)),
)
LOOKUP, NOTES, COMPARE, CHOOSE = "lookup", "notes", "compare", "choose"
"""The page that the window opens with, and those that ``screenshot`` draws for an option of that name."""
