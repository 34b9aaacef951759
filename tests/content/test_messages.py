"""The messages without a number: valid by the schema, and found by their own phrases only."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

import jsonschema
import pytest

from statusref.domain.text import Language
from tests.content.material import load_json
from tests.content.particles import slips
from tests.each import for_each

MESSAGES: list[Any] = load_json("messages.json")["messages"]
GLOSSARY: Any = load_json("glossary.json")

# Lines of mail, FTP, database and other programs. None of them is about HTTP.
FOREIGN = [
    "530 5.7.0 Must issue a STARTTLS command first",
    "550 5.1.1 <user@example.com>: Recipient address rejected: User unknown in virtual mailbox table",
    "421 4.7.0 Try again later, closing connection.",
    "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not accepted')",
    "Response: 530 Login incorrect.",
    "550 Failed to change directory.",
    "425 Failed to establish connection.",
    "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)",
    "ERROR 2003 (HY000): Can't connect to MySQL server on '192.0.2.8:3306' (111)",
    "SQLSTATE[HY000] [2002] Connection refused",
    'psql: error: connection to server at "localhost" (::1), port 5432 failed: Connection refused',
    "ERROR:  canceling statement due to statement timeout",
    "ERROR:  permission denied for table users",
    "ORA-12541: TNS:no listener",
    'org.postgresql.util.PSQLException: FATAL: password authentication failed for user "app"',
    "com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure",
    "redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.",
    "MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017",
    "ssh: connect to host example.com port 22: Connection refused",
    "git@github.com: Permission denied (publickey).",
    "kex_exchange_identification: Connection closed by remote host",
    "Host key verification failed.",
    "SIP/2.0 486 Busy Here",
    "RTSP/1.0 454 Session Not Found",
    "Process finished with exit code 137 (interrupted by signal 9: SIGKILL)",
    "Nov 04 00:20:04 host systemd[1]: app.service: Main process exited, code=exited, status=203/EXEC",
    "Git clone failed: exit status 128",
    "Killed process 4242 (java) total-vm:8123456kB, anon-rss:4012345kB",
    "Segmentation fault (core dumped)",
    "bash: npm: command not found",
]


@cache  # there are more phrases than re keeps
def pattern(phrase: str) -> re.Pattern[str]:
    start = r"(?<!\w)" if re.match(r"\w", phrase[0]) else ""
    end = r"(?!\w)" if re.match(r"\w", phrase[-1]) else ""
    inner = "[^\n]{0,80}".join(re.escape(part) for part in phrase.split("*"))
    return re.compile(f"{start}{inner}{end}", re.IGNORECASE)


def matched(phrase: str, line: str) -> bool:
    return pattern(phrase).search(line) is not None


def found(line: str) -> list[tuple[int, Any]]:
    """Return the messages found in a line with the length of their longest matching phrase, the longest first."""
    hits = []
    for message in MESSAGES:
        lengths = [len(phrase) for phrase in message["phrases"] if matched(phrase, line)]
        if lengths:
            hits.append((max(lengths), message))
    return sorted(hits, key=lambda hit: -hit[0])


def by_id(message: Any) -> str:
    return str(message["id"])


def test_the_messages_are_inside_the_schema() -> None:
    schema = load_json("messages.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = jsonschema.Draft202012Validator(schema).iter_errors({"messages": MESSAGES})
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []


def test_there_are_many_and_no_product_takes_them_all() -> None:
    assert len(MESSAGES) >= 150
    assert max(Counter(message["product"] for message in MESSAGES).values()) <= 15


def test_ids_and_phrases_are_used_once() -> None:
    ids = [message["id"] for message in MESSAGES]
    assert len(set(ids)) == len(ids)
    phrases = [phrase.lower() for message in MESSAGES for phrase in message["phrases"]]
    assert [phrase for phrase, count in Counter(phrases).items() if count > 1] == []


def test_the_codes_are_entries_of_the_registry() -> None:
    known = {entry["id"] for entry in load_json("registry.json")["entries"]}
    assert {code for message in MESSAGES for code in message["codes"]} <= known


@for_each("message", MESSAGES, by_id)
def test_the_example_leads_to_its_own_message(message: Any) -> None:
    hits = found(message["example"]["line"])
    assert message in [hit for _, hit in hits]
    longest = hits[0][0]
    best = [hit for length, hit in hits if length == longest]
    assert [hit["id"] for hit in best if hit["codes"] != message["codes"]] == []


@pytest.mark.parametrize("line", FOREIGN)
def test_lines_of_other_systems_are_left_alone(line: str) -> None:
    assert [message["id"] for _, message in found(line)] == []


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("upstream timed out (110: Operation timed out)", ["504"]),
        ("UPSTREAM PREMATURELY CLOSED CONNECTION", ["502"]),
        ("recv() failed; connect() failed (111: Connection refused)", ["502"]),
        ("client intended to send too large body: 3 bytes", ["413"]),
        ("toomanyrequests: slow down", ["429"]),
        ("CSRF token mismatch.", ["419-laravel", "403"]),
        ("Failed to fetch", []),
    ],
)
def test_well_known_messages_mean_their_code(line: str, codes: list[str]) -> None:
    assert found(line)[0][1]["codes"] == codes


def test_a_phrase_is_whole_words_and_stays_on_its_line() -> None:
    assert not matched("fetch failed", "prefetch failed")
    assert not matched("fetch failed", "fetch failed_at")
    assert matched("timeout of * exceeded", "timeout of 5000ms exceeded")
    assert not matched("timeout of * exceeded", "timeout of 5000ms\nexceeded")
    assert not matched("timeout of * exceeded", f"timeout of {'9' * 90} exceeded")


@for_each("message", MESSAGES, by_id)
def test_the_texts_use_the_words_of_the_other_pages(message: Any) -> None:
    for field in ("says", "check"):
        for language in Language:
            text = message[field][language.value]
            assert text == unicodedata.normalize("NFC", text).strip()
            assert text.endswith((".", "다."))
            for entry in GLOSSARY[language.value]:
                rest = text
                for allowed in entry.get("unless", ()):
                    rest = rest.replace(allowed, "")
                assert not [word for word in entry["not"] if re.search(rf"(?<![\w-]){re.escape(word)}", rest)]
        assert not list(slips(message[field]["ko"]))
