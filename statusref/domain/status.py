"""A status code and its facts, apart from the prose."""

from enum import Enum
from typing import NamedTuple

from statusref.domain.text import Text


class StatusClass(Enum):
    """The class a code belongs to by its first digit (RFC 9110, Section 15). The value is its usual notation."""

    INFORMATIONAL = "1xx"
    SUCCESSFUL = "2xx"
    REDIRECTION = "3xx"
    CLIENT_ERROR = "4xx"
    SERVER_ERROR = "5xx"

    @classmethod
    def of(cls, code: int) -> "StatusClass | None":
        """Return the class of ``code``, or None outside 100-599: those numbers are not valid status codes."""
        return _CLASSES[code // 100 - 1] if 100 <= code <= 599 else None

    @property
    def first(self) -> int:
        """The x00 of the class: a client handles an unknown code of the class as this one (RFC 9110, Section 15)."""
        return int(self.value[0]) * 100


_CLASSES = tuple(StatusClass)


class Registration(Enum):
    """Whether and how an entry is in the IANA HTTP Status Code Registry."""

    REGISTERED = "registered"
    TEMPORARY = "temporary"
    UNUSED = "unused"
    UNOFFICIAL = "unofficial"


class Visibility(Enum):
    """Where an unofficial code can be seen."""

    CLIENT = "client"
    LOG = "log"
    LOG_AND_ERROR_PAGE = "log-and-error-page"


class Verification(Enum):
    """How far an entry's facts could be checked. The words for each are in ``resources/i18n/words.json``."""

    SPECIFICATION = "specification"
    QUOTED = "quoted"
    VENDOR = "vendor"
    SECONDARY = "secondary"
    SINGLE = "single"


class ContentRule(Enum):
    """Whether a response with the code may carry content (RFC 9110, Section 6.4; RFC 9112, Section 6.3)."""

    ALLOWED = "allowed"
    NONE = "none"


class Retry(Enum):
    """What a client may do about repeating the request. The words for each are in ``resources/i18n/words.json``."""

    NOT_APPLICABLE = "not-applicable"
    NOT_NEEDED = "not-needed"
    NO = "no"
    FOLLOW = "follow"
    USE_CACHE = "use-cache"
    AFTER_FIX = "after-fix"
    WITH_CREDENTIALS = "with-credentials"
    OTHER_CREDENTIALS = "other-credentials"
    AFTER_WAIT = "after-wait"
    ONLY_WITH_RETRY_AFTER = "only-with-retry-after"
    IDEMPOTENT = "idempotent"
    YES = "yes"
    WITHOUT_EXPECT = "without-expect"
    OTHER_CONNECTION = "other-connection"
    NOT_IN_EARLY_DATA = "not-in-early-data"
    AFTER_UPGRADE = "after-upgrade"
    USER_ACTION = "user-action"
    INSPECT_PARTS = "inspect-parts"


class Who(Enum):
    """Who is most likely at fault for an answer; nobody where nothing is wrong."""

    CLIENT = "client"
    SERVER = "server"
    BETWEEN = "between"
    NOBODY = "nobody"


class HeaderLevel(Enum):
    """How strongly the specification asks for a header, in the words of RFC 2119; "typical" is not one of them."""

    MUST = "MUST"
    SHOULD = "SHOULD"
    MAY = "MAY"
    TYPICAL = "typical"


class Side(NamedTuple):
    """Who is most likely at fault, and the same as a phrase: at most 24 characters in Korean, 40 in English."""

    who: Who
    phrase: Text


class Header(NamedTuple):
    """A header field of a response with the code; if it belongs to the request, ``condition`` says so."""

    name: str
    level: HeaderLevel
    condition: Text | None
    reference: str


class Constant(NamedTuple):
    """A code's name in a programming language's library; ``since`` is the version that brought it, if known."""

    name: str
    since: str | None
    deprecated: bool


class NamedBy(NamedTuple):
    """Another name of a code, and who used or uses it."""

    phrase: str
    source: Text


class Introduction(NamedTuple):
    """Where a code first appeared. ``text`` names the document, ``http`` the HTTP version that it defined, if any.

    ``only`` is set if just one HTTP version supports the code. ``verified``: the document itself was checked.
    """

    text: str
    http: str | None
    only: str | None
    verified: bool


class Entry(NamedTuple):
    """One use of a status code: a row of the IANA registry, or a vendor's use of a number.

    ``id`` is the code, or ``code-vendor`` for an unofficial use. ``cacheable`` means heuristically cacheable (RFC 9110,
    Section 15.1). If it is False, a response with explicit freshness may still be stored, unless ``must_not_store``.
    ``content`` is None where no response reaches a client. ``first_step`` is one sentence for whoever received the
    answer, or found it in a log: at most 90 characters in Korean, 140 in English.
    """

    id: str
    code: int
    phrase: str
    korean: str
    side: Side
    first_step: Text
    aliases: tuple[str, ...]
    registration: Registration
    vendor: Text | None
    visibility: Visibility | None
    reference: str | None
    url: str | None
    former: tuple[NamedBy, ...]
    other_names: tuple[NamedBy, ...]
    introduced: Introduction
    cacheable: bool
    must_not_store: bool
    content: ContentRule | None
    retry: Retry
    headers: tuple[Header, ...]
    constants: dict[str, tuple[Constant, ...]]
    keywords: tuple[str, ...]
    tags: tuple[str, ...]
    importance: int
    sources: tuple[str, ...]
    verification: Verification

    @property
    def status_class(self) -> StatusClass | None:
        """The class by the first digit, or None outside 100-599."""
        return StatusClass.of(self.code)

    @property
    def essential(self) -> bool:
        """Whether this is one of the most common codes."""
        return self.importance == 1

    @property
    def official(self) -> bool:
        """Whether the IANA registry has this row."""
        return self.registration is not Registration.UNOFFICIAL

    @property
    def number(self) -> str:
        """The code as it is shown, always with three digits."""
        return f"{self.code:03}"


class ConfusablePair(NamedTuple):
    """Two entries that people mix up, and the sentence that tells them apart."""

    ids: tuple[str, str]
    difference: Text

    def other(self, entry_id: str) -> str:
        """Return the id of the partner of ``entry_id``."""
        return self.ids[1] if entry_id == self.ids[0] else self.ids[0]
