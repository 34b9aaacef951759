"""The requests that the command line can make, one type for each command.

These are named tuples and not dataclasses because the classes are made at every start: eight frozen dataclasses took
5 ms when that was measured (0.4 of an empty interpreter), eight named tuples 1 ms.
"""

from enum import Enum
from typing import NamedTuple

from statusref.domain.class_filter import ClassFilter
from statusref.domain.text import Language
from statusref.pages import LOOKUP


class Theme(Enum):
    """The appearance of a screenshot (``--theme``)."""

    LIGHT = "light"
    DARK = "dark"


class ShowHelp(NamedTuple):
    """``--help``."""

    language: Language


class ShowVersion(NamedTuple):
    """``--version``: the program's name and version."""


class ShowCommand(NamedTuple):
    """``show ID``. ``target`` is what was typed; it may be no id at all."""

    target: str
    language: Language
    json: bool = False


class CompareCommand(NamedTuple):
    """``compare ID ID…``: two to five codes side by side, as text, JSON or a Markdown table."""

    targets: tuple[str, ...]
    language: Language
    json: bool = False
    markdown: bool = False


class ChooseCommand(NamedTuple):
    """``choose PATH``: a place in the chooser, a question or the code at the end; without a path the ways in.

    ``tree`` is the file that the whole tree is to be drawn in, instead of all that.
    """

    path: str
    language: Language
    json: bool = False
    tree: str | None = None


class CiteCommand(NamedTuple):
    """``cite ID…``: a reference for each, to paste elsewhere. ``form`` is a value of ``CitationFormat``."""

    targets: tuple[str, ...]
    language: Language
    form: str = "text"


class SearchCommand(NamedTuple):
    """``search QUERY``: at most ``limit`` results."""

    query: str
    language: Language
    limit: int
    json: bool = False


class SearchLinesCommand(NamedTuple):
    """``search -``: one query a line on standard input, one JSON array a line on standard output."""

    limit: int
    language: Language = Language.ENGLISH


class LogCommand(NamedTuple):
    """``log FILE…``: the codes of log files, ``-`` being standard input. ``counts``: only how often each comes."""

    files: tuple[str, ...]
    language: Language
    counts: bool = False
    json: bool = False


class ListCommand(NamedTuple):
    """``list``: every entry, or those of ``only``."""

    language: Language
    only: ClassFilter | None = None
    json: bool = False


class ListNeighboursCommand(NamedTuple):
    """``list --class neighbour``: the numbers and names beside HTTP."""

    language: Language
    json: bool = False


class StudyDueCommand(NamedTuple):
    """``study --due``: what is due today."""

    language: Language
    json: bool = False


class StudyPlanCommand(NamedTuple):
    """``study --plan DAYS``: the new cards of each coming day."""

    days: int
    language: Language
    json: bool = False


class ExportAnkiCommand(NamedTuple):
    """``export anki PATH``: every study card as an Anki package."""

    path: str
    language: Language


class LabCommand(NamedTuple):
    """``lab``: a server on loopback that answers with any code. ``parent_watch``: ends with whoever started it.

    ``limits`` is the text of ``--limits``, empty without it.
    """

    language: Language
    port: int | None = None
    limits: str = ""
    json: bool = False
    parent_watch: bool = False


class Trial(Enum):
    """What ``lab`` finds out about a client."""

    MATRIX = "matrix"
    RETRY = "retry"


class LabTrialCommand(NamedTuple):
    """``lab matrix -- COMMAND`` and ``lab retry -- COMMAND``; ``client`` is the command, empty if there is none."""

    trial: Trial
    client: tuple[str, ...]
    language: Language
    json: bool = False


class ExportCommand(NamedTuple):
    """``export FORMAT PATH``: the reference in a format of ``statusref.export.formats``; ``-`` is standard output.

    ``language`` is for messages. ``only`` is None for the bookmarks. ``base`` is the address of a site, or empty.
    """

    format: str
    path: str
    language: Language
    languages: tuple[Language, ...]
    only: ClassFilter | None = ClassFilter.ALL
    notes: bool = True
    neighbours: bool = True
    memos: bool = False
    base: str = ""


class OpenWindow(NamedTuple):
    """Open the window, or bring it up: where it was closed, or at a place.

    ``code`` is an id or three-digit number, ``query`` a search, ``place`` a link as text (``note:redirects``), ``file``
    the absolute path of a log. ``toggle`` hides the window if it is in front. ``new_window`` wants one more window.
    """

    code: str | None = None
    query: str | None = None
    place: str | None = None
    file: str | None = None
    toggle: bool = False
    new_window: bool = False


class ScreenshotCommand(NamedTuple):
    """``screenshot PATH``: the window as a picture.

    ``page`` is the name of a row of ``PAGES``, ``compare`` are ids joined by commas, ``size`` is in logical
    pixels, None for the usual size.
    """

    path: str
    language: Language
    page: str = LOOKUP
    code: str | None = None
    query: str | None = None
    note: str | None = None
    compare: str | None = None
    choice: str | None = None
    theme: Theme = Theme.LIGHT
    size: tuple[int, int] | None = None
    scale: float = 1.0


PrintingCommand = (
    ShowCommand
    | CompareCommand
    | ChooseCommand
    | CiteCommand
    | SearchCommand
    | SearchLinesCommand
    | LogCommand
    | ListCommand
    | ListNeighboursCommand
    | StudyDueCommand
    | StudyPlanCommand
    | ExportAnkiCommand
    | ExportCommand
    | LabCommand
    | LabTrialCommand
)
Command = ShowHelp | ShowVersion | PrintingCommand | OpenWindow | ScreenshotCommand
