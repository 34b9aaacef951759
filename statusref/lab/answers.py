"""From a status code to its answer: what its page says it MUST carry, and an example body."""

from functools import lru_cache

from statusref.domain.catalogue import InvalidNumber, Target, UnassignedNumber
from statusref.domain.example_answers import SentAnswer
from statusref.domain.library import Library
from statusref.domain.status import ContentRule, Entry, HeaderLevel
from statusref.domain.text import Language
from statusref.lab import bodies
from statusref.lab.bodies import Body
from statusref.lab.errors import BadOptionError
from statusref.lab.requests import METHODS, Request
from statusref.lab.steps import Answer, Content, Headers, Interim

HERE = "/200"
"""Where an answer leads to, unless it was asked to lead elsewhere."""
_VALUES = {
    "Location": HERE,
    "Upload-Draft-Interop-Version": "8",
    "Ms-Echo-Request": "token",
    "X-MS-Credential-Service-Url": HERE,
    "X-MS-Location": HERE,
}
"""Values of headers that no example answer has, or that must lead to the lab itself."""
_SENT = frozenset({HeaderLevel.MUST, HeaderLevel.SHOULD})
_CLOSING = frozenset({408, 413})
"""RFC 9110, Sections 15.5.9 and 15.5.14: the server closes the connection, and says so."""


class Answers:
    """Makes the plain answers of all codes from the library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._made = lru_cache(maxsize=2048)(self._make)

    def plain(self, status: int, request: Request, extra: Headers = ()) -> Answer:
        """Return the final answer with ``status`` (200-999) to a request, with ``extra`` headers."""
        wanted = request.wanted
        form = wanted.body or _form(status, request)
        answer = self._made(status, form, wanted.size, language_of(request))
        if status == 405:
            allowed = ", ".join(method for method in METHODS if method != request.method)
            answer = with_extra(answer, (("Allow", allowed),))
        return with_extra(answer, extra + wanted.headers)

    def saying(self, status: int, request: Request, sentence: str, extra: Headers = ()) -> Answer:
        """Return an answer whose body says ``sentence`` instead of what the page says."""
        form = _form(status, request)
        target = self.target(status)
        title = target.phrase if isinstance(target, Entry) else ""
        body = bodies.example(form, status, title, sentence, language_of(request).value)
        return self.carrying(request, body.media_type, body.content, extra, status)

    def carrying(
        self, request: Request, media_type: str, body: Content, extra: Headers = (), status: int = 200
    ) -> Answer:
        """Return an answer with a body of its own."""
        answer = with_extra(self.plain(status, request, extra), (("Content-Type", media_type),))
        return answer._replace(body=body)

    def text(self, key: str, request: Request, **values: str) -> str:
        """Return a sentence in the language that the client asks for."""
        return self.library.words.text(key, language_of(request), **values)

    def bad_option(self, request: Request, error: BadOptionError) -> Answer:
        """Return the 400 that names an option and says what it may be, in whatever form ``Accept`` wants."""
        return self.saying(400, request, self.text(error.key, request, **error.values))

    def interim(self, status: int) -> Interim:
        """Return the interim answer with ``status`` (100-199)."""
        target = self.target(status)
        if not isinstance(target, Entry):
            return Interim(status)
        return Interim(status, self._required(target), target.phrase)

    def target(self, status: int) -> Target:
        """Return what a number stands for first: its registered use if it has one."""
        return self.library.catalogue.find(f"{status:03}")[0]

    def _make(self, status: int, form: str, size: int | None, language: Language) -> Answer:
        target = self.target(status)
        title = target.phrase if isinstance(target, Entry) else ""
        body = bodies.EMPTY
        headers: Headers = ()
        if not has_no_content(target):
            body = self._body(target, form, size, language)
        if isinstance(target, Entry):
            headers = self._required(target)
        if status in _CLOSING:
            headers += (("Connection", "close"),)
        if body.media_type:
            headers += (("Content-Type", body.media_type),)
        headers += (("Cache-Control", "no-store"), ("Vary", "Accept, Accept-Language"))
        return Answer(status, headers, body.content, title, target.id)

    def _body(self, target: Target, form: str, size: int | None, language: Language) -> Body:
        if form == "empty":
            return bodies.EMPTY
        if size is not None:
            return bodies.sized(size)
        sent = self._sent(target)
        if sent is not None and sent.kind == "text":
            return Body(sent.texts["type"], sent.texts["content"].encode())
        title, sentence = self._texts(target, language)
        return bodies.example(form, target.code, title, sentence, language.value)

    def _texts(self, target: Target, language: Language) -> tuple[str, str]:
        match target:
            case Entry():
                return target.phrase, target.first_step[language]
            case UnassignedNumber(_, status_class, _):
                return "", self.library.words.text("lab.unassigned", language, first=str(status_class.first))
            case InvalidNumber():
                return "", self.library.words.text("lab.invalid", language)

    def _sent(self, target: Target) -> SentAnswer | None:
        return self.library.example_answers.sent(target.id)

    def _required(self, entry: Entry) -> Headers:
        """Return the headers that the page asks for, with the values of the example answer."""
        sent = self._sent(entry)
        values = ({} if sent is None else sent.headers) | _VALUES
        names = [header.name for header in entry.headers if header.level in _SENT]
        return tuple((name, values[name]) for name in dict.fromkeys(names) if name in values)


def _form(status: int, request: Request) -> str:
    return bodies.chosen_form(request.header("accept"), bodies.FOR_ERRORS if status >= 400 else bodies.FOR_OTHERS)


def with_extra(answer: Answer, extra: Headers) -> Answer:
    """Return the answer with ``extra`` headers, in the place of its own of the same names."""
    if not extra:
        return answer
    names = {name.lower() for name, _ in extra}
    return answer._replace(headers=tuple(pair for pair in answer.headers if pair[0].lower() not in names) + extra)


def has_no_content(target: Target) -> bool:
    return isinstance(target, Entry) and target.content is ContentRule.NONE


def language_of(request: Request) -> Language:
    """Return the language that ``Accept-Language`` names first."""
    return Language.from_locale((request.header("accept-language") or "").strip())
