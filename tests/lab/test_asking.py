"""The small client with which the window asks."""

import asyncio

import h11
import pytest

from statusref.lab.asking import ask, is_here
from tests.lab.conftest import Running


def asked(lab: Running, method: str, target: str) -> list[tuple[str, str, int | None]]:
    before = len(lab.exchanges(0))
    count = asyncio.run(ask(method, lab.url + target))
    return [(each.method, each.target, each.status) for each in lab.exchanges(before + count)[before:]]


def test_one_answer(lab: Running) -> None:
    assert asked(lab, "GET", "/503?body=json") == [("GET", "/503?body=json", 503)]
    assert asked(lab, "HEAD", "/404") == [("HEAD", "/404", 404)]


@pytest.mark.parametrize(
    ("method", "code", "then"),
    [
        ("POST", 301, "GET"),
        ("POST", 302, "GET"),
        ("PUT", 302, "PUT"),
        ("PUT", 303, "GET"),
        ("HEAD", 303, "HEAD"),
        ("POST", 307, "POST"),
        ("QUERY", 308, "QUERY"),
    ],
)
def test_redirects_are_followed_as_browsers_do(lab: Running, method: str, code: int, then: str) -> None:
    assert asked(lab, method, f"/{code}") == [(method, f"/{code}", code), (then, "/200", 200)]


def test_a_loop_ends(lab: Running) -> None:
    assert len(asked(lab, "GET", "/loop")) == 21


def test_interim_answers_come_before_the_answer(lab: Running) -> None:
    assert asked(lab, "GET", "/103") == [("GET", "/103", 200)]
    assert lab.exchanges(1)[-1].interim == (103,)


@pytest.mark.parametrize("how", ["close", "reset", "half", "garbage"])
def test_no_answer_is_an_error_of_its_kind(lab: Running, how: str) -> None:
    with pytest.raises((OSError, h11.RemoteProtocolError)):
        asyncio.run(ask("GET", f"{lab.url}/000?how={how}"))


@pytest.mark.parametrize(
    "url",
    ["http://example.com/", "https://127.0.0.1/", "file:///etc/passwd", "http://127.0.0.1.example.com/", "//a", ""],
)
def test_nobody_else_is_asked(url: str) -> None:
    assert not is_here(url)
    assert asyncio.run(ask("GET", url)) == 0
