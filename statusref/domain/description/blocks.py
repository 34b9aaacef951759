"""The parts that a described page is made of.

A writer (the window's, the terminal's) decides how each of them looks, and nothing else. They are named tuples, because
every command that prints a page has to create these classes, and data classes take longer to create.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from statusref.domain.links import Link
from statusref.domain.markdown import Heading, ListItem, Paragraph, Spans, Table
from statusref.domain.status import StatusClass


class Chip(NamedTuple):
    """A fact in a few words. A ``toned`` one is shown in the colour of the page's class."""

    text: str
    toned: bool = False


class Head(NamedTuple):
    """The top of a page.

    ``number`` is empty on pages that are not about one code or class. ``tone`` is the class whose colour the page is
    shown in, None for the colour of unofficial codes. ``summary`` is the first sentence; it may have
    links.
    """

    number: str
    title: str
    subtitle: str = ""
    tone: StatusClass | None = None
    chips: tuple[Chip, ...] = ()
    summary: Spans = ()


class Exchange(NamedTuple):
    """HTTP messages that belong together, in their order."""

    messages: tuple[str, ...]


ProseBlock = Heading | Paragraph | ListItem | Table | Exchange
"""What Markdown is parsed into."""


class Caution(NamedTuple):
    """Blocks that are set off from the rest, in the colour of a class (None: of unofficial codes)."""

    blocks: tuple[ProseBlock, ...]
    tone: StatusClass | None


class Fact(NamedTuple):
    """A label and its value, which is shown in a chip or as plain text."""

    label: str
    value: Chip | str


class Facts(NamedTuple):
    """Short facts, one below the other. ``tone`` is the class in whose colour their toned chips are shown."""

    facts: tuple[Fact, ...]
    tone: StatusClass | None


class LinkItem(NamedTuple):
    """An item of a list that leads elsewhere, with a remark on where it leads (or "")."""

    text: str
    link: Link
    remark: str = ""


class CodeLine(NamedTuple):
    """A name as it is written in the code of a programming language, with a remark (or "")."""

    language: str
    code: str
    remark: str


class CodeLines(NamedTuple):
    """Names in code. ``copy`` is the text of the link that copies a name, where a writer can offer that."""

    lines: tuple[CodeLine, ...]
    copy: str


Block = ProseBlock | Facts | Caution | LinkItem | CodeLines


class Part(NamedTuple):
    """Blocks under a label. With the label "" they continue the part before."""

    label: str
    blocks: tuple[Block, ...]


class Description(NamedTuple):
    """A page in one language.

    ``parts`` returns what stands below the head. It is a function, because the window paints the head first and needs
    the parts only then. It raises ResourceError if a file that it needs is missing or wrong. ``file`` is the resource
    file that the text comes from.
    """

    head: Head
    parts: Callable[[], Iterable[Part]]
    file: str
