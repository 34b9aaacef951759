"""Example answers: how a program answers with a status code, as an HTTP message and as code for web frameworks.

``answers/answers.json`` has two things: what the answer with each code contains, without regard to a framework, and how
each framework writes a status, a header and a text. ``answers/<framework>/`` has the templates: one for each kind of
answer, and one named after a code where the framework has its own way to send that code.
"""

from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from statusref.domain.code_templates import fill, literal, put_headers
from statusref.domain.errors import ResourceError
from statusref.domain.fields import Fields
from statusref.domain.markdown import Message, parse_blocks
from statusref.domain.prose import ProseStore, Section, read_text
from statusref.domain.registry import read_json
from statusref.domain.status import Entry
from statusref.domain.text import Language

FOLDER = "answers"
FILE = f"{FOLDER}/answers.json"
_TEXTS = ("state", "type", "content", "detail")


class Trial(Enum):
    """How the examples of a framework were tested: run in a server (TRIED), or only read by a parser (PARSED)."""

    TRIED = "tried"
    PARSED = "parsed"


class Style(NamedTuple):
    """How a framework writes a response: templates for a status and for a header, and its quotation marks.

    ``between`` separates two headers. ``exceptions`` has, by number, the statuses whose constant is not the one in the
    registry. ``refused`` are the codes that cannot be sent, because they need a header that the framework's server
    refuses: PEP 3333 forbids a program to set hop-by-hop headers.
    """

    status: str
    exceptions: dict[str, str]
    header: str
    between: str
    quotes: str
    refused: tuple[str, ...]


class Framework(NamedTuple):
    """A framework that an example can be written for. ``version`` is the version it was tested with, or written for.

    The bare HTTP message has neither version nor style.
    """

    id: str
    name: str
    language: str
    version: str | None
    trial: Trial
    style: Style | None


class SentAnswer(NamedTuple):
    """What the answer to a request with ``method`` contains.

    ``kind`` chooses the template; ``texts`` are the values that templates of this kind can use.
    """

    code: str
    method: str
    kind: str
    headers: dict[str, str]
    texts: dict[str, str]


class ExampleAnswers:
    """The example answers under ``root``. All methods raise ResourceError if a file is missing or wrong."""

    def __init__(self, root: Path, prose: ProseStore) -> None:
        self._root = root
        self._prose = prose

    @cached_property
    def _document(self) -> Fields:
        return Fields(read_json(self._root, FILE), FILE)

    @cached_property
    def frameworks(self) -> tuple[Framework, ...]:
        """All frameworks in the order in which they are shown, the bare HTTP message first."""
        return self._document.objects("frameworks", _framework)

    @cached_property
    def _answers(self) -> dict[str, SentAnswer]:
        return {answer.code: answer for answer in self._document.objects("answers", _answer)}

    def sent(self, entry_id: str) -> SentAnswer | None:
        """Return what the answer with an entry's code contains; None for the codes that no application sends."""
        return self._answers.get(entry_id)

    def example(self, entry: Entry, framework: Framework) -> str | None:
        """Return the source code that answers with ``entry``, or the HTTP message; without a line break at the end.

        None for status codes that a web application cannot or should not send, and, as an HTTP message, for those that
        are never sent at all.
        """
        if framework.style is None:
            return self._message(entry)
        answer = self._answers.get(entry.id)
        if answer is None or entry.id in framework.style.refused:
            return None
        return self._code(entry, answer, framework, framework.style)

    def _message(self, entry: Entry) -> str | None:
        """Return the response in the example of the entry's page whose status is the entry's.

        If there is none, the last response: its content has the code inside, as in a multi-status response.
        """
        markdown = self._prose.page(entry.id, Language.ENGLISH).sections.get(Section.EXAMPLE, "")
        answers = [
            block.text
            for block in parse_blocks(markdown)
            if isinstance(block, Message) and block.text.startswith("HTTP/")
        ]
        own = (text for text in answers if text.split()[1] == entry.number)
        return next(own, answers[-1] if answers else None)

    def _code(self, entry: Entry, answer: SentAnswer, framework: Framework, style: Style) -> str:
        quoted = {"phrase": entry.phrase, **answer.texts}
        if "Location" in answer.headers:
            quoted["location"] = answer.headers["Location"]
        values = {name: literal(text, style.quotes) for name, text in quoted.items()}
        values |= {
            "number": entry.number,
            "status": _status(entry, style),
            "method": answer.method,
            "Method": answer.method.capitalize(),
            "action": self._document.object("actions").text(answer.method),
        }
        headers = [
            fill(style.header, {"name": literal(name, style.quotes), "value": literal(value, style.quotes)})
            for name, value in answer.headers.items()
        ]
        path = self._template(answer, framework.id)
        try:
            return fill(put_headers(read_text(path), headers, style.between), values).rstrip("\n")
        except KeyError as error:
            raise ResourceError(f"{framework.id}/{path.name}", f"{error} has no value", entry=entry.id) from error

    def _template(self, answer: SentAnswer, framework_id: str) -> Path:
        """Return the most special template that exists: of the code, of its kind with headers, of its kind."""
        folder = self._root / FOLDER / framework_id
        names = [answer.code, *([f"{answer.kind}-headers"] if answer.headers else []), answer.kind]
        paths = [folder / f"{name}.txt" for name in names]
        return next((path for path in paths if path.exists()), paths[-1])


def _status(entry: Entry, style: Style) -> str:
    """Return the constant of the framework, or the number if it has no constant."""
    if entry.number in style.exceptions:
        return style.exceptions[entry.number]
    names = {language: constants[0].name for language, constants in entry.constants.items()}
    names |= {"number": entry.number, "symbol": entry.phrase.lower().replace(" ", "_").replace("-", "_")}
    try:
        return fill(style.status, names)
    except KeyError:
        return entry.number


def _framework(fields: Fields) -> Framework:
    fields = fields.of_entry(fields.text("id"))
    fields.only(frozenset(Framework._fields))
    return Framework(
        fields.text("id"),
        fields.text("name"),
        fields.text("language"),
        fields.optional_text("version"),
        fields.choice("trial", Trial),
        _style(fields.object("style")) if "style" in fields else None,
    )


def _style(fields: Fields) -> Style:
    fields.only(frozenset(Style._fields))
    exceptions = fields.objects("exceptions", lambda inner: (inner.text("code"), inner.text("status")))
    return Style(
        fields.text("status"),
        dict(exceptions),
        fields.text("header"),
        fields.text("between"),
        fields.text("quotes"),
        fields.texts("refused"),
    )


def _answer(fields: Fields) -> SentAnswer:
    fields = fields.of_entry(fields.text("code"))
    fields.only(frozenset({"code", "method", "kind", "headers", *_TEXTS}))
    headers = fields.objects("headers", lambda inner: (inner.text("name"), inner.text("value")))
    return SentAnswer(
        fields.text("code"),
        fields.text("method"),
        fields.text("kind"),
        dict(headers),
        {name: fields.text(name) for name in _TEXTS if name in fields},
    )
