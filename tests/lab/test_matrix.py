"""``/matrix``: what came in at its addresses, told as a table and as JSON."""

import json
from itertools import count
from typing import Any

import pytest

from tests.lab.conftest import Running

NAMES = (f"r{number}" for number in count())
AUTHORIZATION = {"Authorization": "Bearer t"}


@pytest.fixture
def run() -> str:
    return next(NAMES)


def shape(lab: Running, run: str) -> Any:
    return json.loads(lab.ask(f"/matrix/{run}", headers={"Accept": "application/json"}).body)


def outcome(lab: Running, run: str, code: int, method: str) -> Any:
    cells = shape(lab, run)["cells"]
    return next(cell["outcome"] for cell in cells if (cell["code"], cell["method"]) == (code, method))


@pytest.mark.parametrize("code", range(300, 309))
def test_each_code_leads_on(lab: Running, run: str, code: int) -> None:
    got = lab.ask(f"/matrix/{run}/{code}-GET")
    assert (got.status, got.headers["location"], got.body) == (code, f"/matrix/{run}/{code}-GET/1", b"")
    assert lab.ask(got.headers["location"]).status == 200


@pytest.mark.parametrize(
    ("sent", "then", "expected"),
    [
        (("PUT", b"0123456789"), ("PUT", b"0123456789"), "kept"),
        (("PUT", b"0123456789"), ("PUT", b""), "empty"),
        (("PUT", b"0123456789"), ("PUT", b"9876543210"), "empty"),
        (("PUT", b"0123456789"), ("GET", b""), "changed"),
        (("PUT", b"0123456789"), ("GET", b"0123456789"), "changed-with-body"),
        (("PUT", b"0123456789"), None, "stops"),
        (("GET", b""), None, "asked-otherwise"),
        (None, None, "not-asked"),
    ],
)
def test_outcomes(
    lab: Running, run: str, sent: tuple[str, bytes] | None, then: tuple[str, bytes] | None, expected: str
) -> None:
    lab.ask(f"/matrix/{run}/300-GET")
    if sent:
        lab.ask(f"/matrix/{run}/307-PUT", sent[0], body=sent[1])
    if then:
        lab.ask(f"/matrix/{run}/307-PUT/1", then[0], body=then[1])
    assert outcome(lab, run, 307, "PUT") == expected


def test_what_is_asked_again_counts_as_asked_last(lab: Running, run: str) -> None:
    lab.ask(f"/matrix/{run}/302-GET")
    lab.ask(f"/matrix/{run}/302-GET/1")
    lab.ask(f"/matrix/{run}/302-GET")
    assert outcome(lab, run, 302, "GET") == "stops"


def test_headers_are_noted_in_their_order(lab: Running, run: str) -> None:
    lab.ask(f"/matrix/{run}/302-GET", headers={"X-B": "1", "X-A": "2", "Cookie": "a=b"})
    lab.ask(f"/matrix/{run}/302-GET/1", headers={"X-B": "1", "X-A": "2"})
    cell = next(cell for cell in shape(lab, run)["cells"] if cell["first"])
    assert [name for name, _ in cell["first"]["headers"]] == ["host", "x-b", "x-a", "cookie"]
    page = lab.ask(f"/matrix/{run}").body.decode()
    assert "in their order: host, x-b, x-a" in page
    assert "dropped on the way: cookie" in page


@pytest.mark.parametrize(("case", "host"), [("port", "127.0.0.1"), ("host", "localhost")])
@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        (AUTHORIZATION, AUTHORIZATION, "passed-on"),
        (AUTHORIZATION, {}, "dropped"),
        (AUTHORIZATION, None, "stops"),
        ({}, {}, "not-sent"),
    ],
)
def test_authorization_to_another_origin(
    lab: Running,
    run: str,
    case: str,
    host: str,
    first: dict[str, str],
    then: dict[str, str] | None,
    expected: str,
) -> None:
    got = lab.ask(f"/matrix/{run}/{case}", headers=first)
    origin, path = f"http://{host}:{lab.other_port}", f"/matrix/{run}/{case}/1"
    assert got.headers["location"] == origin + path
    if then is not None:
        assert lab.ask(path, headers=then).status == 200
    assert shape(lab, run)["authorization"][case] == expected


def test_a_web_page_can_ask_too_and_what_its_browser_asks_beforehand_is_not_noted(lab: Running, run: str) -> None:
    path = f"/matrix/{run}/307-PUT?cors=*"
    beforehand = {"Origin": "http://shop.example", "Access-Control-Request-Method": "PUT"}
    for _ in range(2):
        assert lab.ask(path, "OPTIONS", beforehand).headers["access-control-allow-origin"] == "*"
        got = lab.ask(path, "PUT", body=b"0123456789")
        assert got.headers["access-control-allow-origin"] == "*"
        path = got.headers.get("location", "")
    assert outcome(lab, run, 307, "PUT") == "kept"


def test_the_chain_counts_and_ends(lab: Running, run: str) -> None:
    path, followed = f"/matrix/{run}/chain", 0
    while location := lab.ask(path).headers.get("location"):
        path, followed = location, followed + 1
        assert shape(lab, run)["redirects_followed"] == followed - 1
    assert followed == 60
    assert f"≥ {followed}" in lab.ask(f"/matrix/{run}").body.decode()


def test_the_front_hands_out_an_address_for_each_case(lab: Running) -> None:
    front = json.loads(lab.ask("/matrix", headers={"Accept": "application/json"}).body)
    assert len(front["addresses"]) == 9 * 7 + 3
    other = json.loads(lab.ask("/matrix", headers={"Accept": "application/json"}).body)
    assert front["result"] != other["result"]
    for address in front["addresses"].values():
        assert lab.ask(address.removeprefix(lab.url)).status in range(300, 309)
    assert f"{lab.url}/matrix/" in lab.ask("/matrix").body.decode()


@pytest.mark.parametrize(
    "path", ["/", "/UPPER/302-GET", "/a/302-GOT", "/a/309-GET", "/a/302-GET/100", "/never", "/a/b/c/d"]
)
def test_what_is_no_address_is_not_found(lab: Running, path: str) -> None:
    assert lab.ask(f"/matrix{path}").status == 404


def test_the_ninth_run_takes_the_place_of_the_first(lab: Running) -> None:
    for number in range(9):
        lab.ask(f"/matrix/many{number}/302-GET")
    assert lab.ask("/matrix/many0").status == 404
    assert lab.ask("/matrix/many1").status == 200


def test_the_page_speaks_the_language_and_form_that_is_asked_for(lab: Running, run: str) -> None:
    lab.ask(f"/matrix/{run}/302-POST", "POST", body=b"0123456789")
    lab.ask(f"/matrix/{run}/302-POST/1", "POST")
    korean = lab.ask(f"/matrix/{run}", headers={"Accept-Language": "ko"})
    assert korean.headers["content-type"] == "text/plain; charset=utf-8"
    assert "빈 POST" in korean.body.decode()
    html = lab.ask(f"/matrix/{run}", headers={"Accept": "text/html"})
    assert html.headers["content-type"] == "text/html; charset=utf-8"
    assert "<td>empty POST</td>" in html.body.decode()


def test_a_method_that_a_client_made_up_is_not_repeated_on_the_page(lab: Running, run: str) -> None:
    lab.ask(f"/matrix/{run}/302-GET")
    lab.ask(f"/matrix/{run}/302-GET/1", "MADEUP")
    assert "MADEUP" not in lab.ask(f"/matrix/{run}", headers={"Accept": "text/html"}).body.decode()
