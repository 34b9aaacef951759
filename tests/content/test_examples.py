"""The example exchanges: h11 can parse them, and they show the code of their page."""

import re
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.prose import ProseStore, Section
from statusref.domain.status import Entry, HeaderLevel
from statusref.domain.text import Language
from tests.content.exchanges import Answer, Exchange, WrongMessageError, messages, read_exchanges
from tests.content.material import files, label, shipped, without_front_matter
from tests.each import for_each

# Entries without an example, and the reason.
NO_EXAMPLE = {
    "305": "deprecated: no client may follow it",
    "306": "unused: no message has it",
    "418": "unused: HTTP defines no exchange with it",
    "510": "obsolete: nobody speaks the extension framework",
}

# Entries whose example ends in another code: the final statuses of its exchanges, and the reason.
INTERIM = "an interim response is followed by the final one"
REPEATED = "the request is repeated as the answer asks"
INSIDE = "the code stands in the body of another response"
ENDS_IN: dict[str, tuple[tuple[int, ...], str]] = {
    "100": ((201,), INTERIM),
    "102": ((201,), INTERIM),
    "103": ((200,), INTERIM),
    "104": ((200,), INTERIM),
    "202": ((202, 200), "the monitor that the answer names is asked afterwards"),
    "206": ((206, 200), "the same range is asked for when the file has changed"),
    "208": ((207,), INSIDE),
    "303": ((303, 200), REPEATED),
    "304": ((200, 304), "the validator comes from an earlier answer"),
    "307": ((307, 201), REPEATED),
    "308": ((308, 201), REPEATED),
    "401": ((401, 200), REPEATED),
    "407": ((407, 200), REPEATED),
    "408": ((408, 200), REPEATED),
    "411": ((411, 202), REPEATED),
    "417": ((417, 201), REPEATED),
    "423": ((423, 204), REPEATED),
    "424": ((207,), INSIDE),
    "425": ((425, 200), REPEATED),
    "428": ((428, 204), REPEATED),
    "449-microsoft": ((449, 200), REPEATED),
    "496-nginx": ((400,), "nginx sends 400; 496 is its own number for it"),
    "497-nginx": ((400,), "nginx sends 400; 497 is its own number for it"),
    "498-esri": ((200,), INSIDE),
}

# The reason phrases that real servers of vendors send, if they differ from the name of the code.
SENT_AS = {
    "419-laravel": "unknown status",
    "449-microsoft": "Reply With",
    "521-cloudflare": "<none>",
    "530-cloudflare": "<none>",
}

REDIRECTS = {301, 302, 303, 307, 308}
WITHOUT_CONTENT = {204, 304}
DATE_FIELDS = {
    "date",
    "last-modified",
    "expires",
    "if-modified-since",
    "if-unmodified-since",
    "if-range",
    "retry-after",
}
IMF_FIXDATE = re.compile(r"[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT")

ENTRIES = {entry.id: entry for entry in shipped().entries}
PROSE = ProseStore(files(Language.KOREAN)[0].parents[1])


def example(entry_id: str, language: Language = Language.KOREAN) -> str:
    return PROSE.page(entry_id, language).sections.get(Section.EXAMPLE, "")


WITH_EXAMPLE = [entry_id for entry_id in ENTRIES if example(entry_id)]
NOTE_FILES = files(Language.KOREAN, "notes")


def exchanges_of(entry_id: str) -> list[Exchange]:
    return read_exchanges(messages(example(entry_id)))


def every_exchange() -> list[tuple[str, Exchange]]:
    found = [(entry_id, exchange) for entry_id in WITH_EXAMPLE for exchange in exchanges_of(entry_id)]
    for path in NOTE_FILES:
        texts = messages(without_front_matter(path.read_text("utf-8")))
        found += [(label(path), exchange) for exchange in read_exchanges(texts)]
    return found


def answers() -> list[tuple[str, Exchange, Answer]]:
    return [(place, exchange, answer) for place, exchange in every_exchange() for answer in exchange.answers]


def test_who_has_an_example() -> None:
    """All registered codes have an example, except those listed. Codes that never reach a client have none."""
    lacking = {entry_id for entry_id, entry in ENTRIES.items() if entry.official and not example(entry_id)}
    assert lacking == NO_EXAMPLE.keys()
    assert not [entry_id for entry_id in WITH_EXAMPLE if ENTRIES[entry_id].content is None]


@for_each("entry_id", WITH_EXAMPLE)
def test_an_example_is_an_exchange_that_works(entry_id: str) -> None:
    assert exchanges_of(entry_id)


@for_each("path", NOTE_FILES, label)
def test_the_exchanges_of_a_note_work(path: Path) -> None:
    read_exchanges(messages(without_front_matter(path.read_text("utf-8"))))


@for_each("korean", files(Language.KOREAN), label)
def test_both_languages_show_the_same_messages(korean: Path) -> None:
    english = korean.with_name(korean.name.replace(".ko.md", ".en.md"))
    assert messages(korean.read_text("utf-8")) == messages(english.read_text("utf-8"))


@for_each("entry_id", WITH_EXAMPLE)
def test_an_example_ends_in_its_code(entry_id: str) -> None:
    wanted = ENDS_IN[entry_id][0] if entry_id in ENDS_IN else (ENTRIES[entry_id].code,)
    assert tuple(exchange.final.status for exchange in exchanges_of(entry_id)) == wanted


@for_each("entry_id", WITH_EXAMPLE)
def test_an_example_shows_its_code(entry_id: str) -> None:
    """As a status where it is sent as one, else in the body of the response that is sent."""
    entry = ENTRIES[entry_id]
    shown = [answer for exchange in exchanges_of(entry_id) for answer in exchange.answers]
    if entry_id in {"496-nginx", "497-nginx"}:
        assert b"<title>400 " in shown[-1].body
    elif ENDS_IN.get(entry_id, ((), ""))[1] == INSIDE:
        assert entry.number.encode() in shown[-1].body
    else:
        assert entry.code in [answer.status for answer in shown]


def test_the_table_of_exceptions_names_only_exceptions() -> None:
    assert ENDS_IN.keys() <= set(WITH_EXAMPLE)
    assert SENT_AS.keys() <= set(WITH_EXAMPLE)
    assert not [entry_id for entry_id, (statuses, _) in ENDS_IN.items() if statuses == (ENTRIES[entry_id].code,)]


def test_registered_codes_are_sent_with_their_phrase(catalogue: Catalogue) -> None:
    phrases = {entry.code: entry.phrase for entry in catalogue.entries if entry.official}
    wrong = [
        (place, answer.status, answer.phrase)
        for place, _, answer in answers()
        if answer.status in phrases and answer.phrase != phrases[answer.status] and place != "451-exchange"
    ]
    assert not wrong


def test_vendors_codes_are_sent_with_their_name() -> None:
    for entry_id in WITH_EXAMPLE:
        entry = ENTRIES[entry_id]
        sent = {
            answer.phrase
            for exchange in exchanges_of(entry_id)
            for answer in exchange.answers
            if answer.status == entry.code
        }
        if not entry.official and sent:
            assert sent == {SENT_AS.get(entry_id, entry.phrase)}, entry_id


def required(entry: Entry) -> list[str]:
    return [header.name for header in entry.headers if header.level is HeaderLevel.MUST and header.condition is None]


@pytest.mark.parametrize("entry_id", [entry_id for entry_id in WITH_EXAMPLE if required(ENTRIES[entry_id])])
def test_a_header_that_must_be_there_is_there(entry_id: str) -> None:
    entry = ENTRIES[entry_id]
    own = [answer for exchange in exchanges_of(entry_id) for answer in exchange.answers if answer.status == entry.code]
    assert own
    for answer in own:
        assert [name for name in required(entry) if not answer.values(name)] == []


def test_only_505_is_asked_in_another_version() -> None:
    first_lines = {entry_id: messages(example(entry_id))[0].partition("\n")[0] for entry_id in WITH_EXAMPLE}
    assert [entry_id for entry_id, line in first_lines.items() if not line.endswith(" HTTP/1.1")] == ["505"]


def test_redirects_say_where_to() -> None:
    for place, _, answer in answers():
        if answer.status in REDIRECTS:
            assert len(answer.values("Location")) == 1, (place, answer.status)


def test_switching_protocols_is_announced_on_the_connection() -> None:
    """RFC 9110, Section 7.8: a sender of Upgrade must also send "Connection: upgrade"."""
    for place, _, answer in answers():
        if answer.values("Upgrade"):
            options = ",".join(answer.values("Connection")).lower()
            assert "upgrade" in options, (place, answer.status)


def test_final_answers_say_when_they_were_made() -> None:
    """RFC 9110, Section 6.6.1: an origin server with a clock must send Date in 2xx, 3xx and 4xx responses."""
    undated = [
        (place, answer.status)
        for place, _, answer in answers()
        if 200 <= answer.status < 500 and len(answer.values("Date")) != 1
    ]
    assert not undated


def test_dates_exist() -> None:
    """The format of RFC 9110, Section 5.6.7, with the right day of the week."""
    fields = [
        (place, name, value)
        for place, exchange in every_exchange()
        for name, value in [*exchange.headers, *(field for answer in exchange.answers for field in answer.headers)]
        if name in DATE_FIELDS and value.endswith("GMT")
    ]
    assert len(fields) > 100
    for place, name, value in fields:
        assert IMF_FIXDATE.fullmatch(value), (place, name, value)
        assert format_datetime(parsedate_to_datetime(value), usegmt=True) == value, (place, name, value)


def test_the_length_is_said_where_it_may_be_and_nowhere_else() -> None:
    """RFC 9110, Section 8.6: none in 1xx and 204. RFC 9112, Section 6.3: elsewhere only a length ends the message."""
    for place, exchange, answer in answers():
        lengths = answer.values("Content-Length")
        where = (place, exchange.method, answer.status)
        assert len(lengths) <= 1, where
        if answer.status < 200 or answer.status == 204 or (exchange.method == "CONNECT" and answer.status < 300):
            assert not lengths, where
            assert not answer.values("Transfer-Encoding"), where
        elif answer.status not in WITHOUT_CONTENT and exchange.method != "HEAD":
            assert lengths or answer.values("Transfer-Encoding"), where
        if answer.status == 205:
            assert lengths == ["0"], where


def test_content_says_what_it_is() -> None:
    """RFC 9110, Section 8.3. Section 15.3.7: a 206 to If-Range leaves out fields that the client already has."""
    for place, exchange in every_exchange():
        asked = {name for name, _ in exchange.headers}
        for answer in exchange.answers:
            if answer.body and not (answer.status == 206 and "if-range" in asked):
                assert len(answer.values("Content-Type")) == 1, (place, answer.status)


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (["HTTP/1.1 200 OK\nContent-Length: 0"], "answers nothing"),
        (["GET / HTTP/1.1\nHost: a.example"], "never answered"),
        (["GET / HTTP/1.1"], "Host"),
        (["GET / HTTP/1.1\nHost: a.example", "HTTP/1.1 100 Continue"], "never answered"),
        (["GET / HTTP/1.1\nHost: a.example", "HTTP/1.1 200 OK\nContent-Length: 3\n\nfour"], "framing"),
        (["GET / HTTP/1.1\nHost: a.example", "HTTP/1.1 200 OK\nContent-Length: 5\n\nfour"], "shorter"),
        (["GET / HTTP/1.1\nHost: a.example", "HTTP/1.1 204 No Content\n\nbody"], "framing"),
        (["PUT / HTTP/1.1\nHost: a.example\nContent-Length: 9\n\nbody", "HTTP/1.1 204 No Content"], "shorter"),
        (["HEAD / HTTP/1.1\nHost: a.example", "HTTP/1.1 200 OK\nContent-Length: 4\n\nbody"], "framing"),
    ],
)
def test_the_reader_of_exchanges_refuses_what_is_wrong(texts: list[str], reason: str) -> None:
    with pytest.raises(WrongMessageError, match=reason):
        read_exchanges(texts)
