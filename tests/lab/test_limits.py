"""The limits of the lab, lowered on its command line."""

import pytest

from statusref.lab.errors import LabError
from statusref.lab.limits import LIMITS, USUAL, lowered
from tests.cli.conftest import Cli, cli
from tests.lab.conftest import parsed, received, running, send_head

__all__ = ["cli"]


def test_what_is_usual_changes_nothing() -> None:
    assert lowered("") == lowered(USUAL) == LIMITS


def test_each_can_be_lowered() -> None:
    lower = lowered("connections=8,target=1KB,header=4kB,body=100B,request=2s,idle=250ms")
    assert lower == LIMITS._replace(connections=8, target=1024, header=4096, body=100, request_time=2, idle_time=0.25)
    assert all(here <= usual for here, usual in zip(lower, LIMITS, strict=True))


@pytest.mark.parametrize(
    "choice",
    ["connections=257", "target=9KB", "header=17KB", "body=2MB", "request=11s", "idle=31", "idle=9999999",
     "connections=0", "connections=-1", "connections=8s", "body=1s", "idle=1KB", "speed=1", "body", "=1", "body=1GB",
     "body=٣"],
)  # fmt: skip
def test_none_is_raised_or_made_up(choice: str) -> None:
    for choices in (choice, f"header=4KB,{choice}"):
        with pytest.raises(LabError) as error:
            lowered(choices)
        assert error.value.values["choice"] == choice


def test_none_comes_twice() -> None:
    with pytest.raises(LabError):
        lowered("body=1,body=2")


def test_the_command_says_what_can_be_lowered(cli: Cli) -> None:
    done = cli("lab", "--lang", "en", "--limits", "body=2MB")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"statusref: --limits: body=2MB; limits can only be lowered: {USUAL}\n"
    assert cli("lab", "matrix", "--limits", "body=1", "--", "curl", "{url}").code == 2


def test_lowered_limits_are_kept() -> None:
    with running(lowered("target=20,header=200,body=4")) as lab:
        assert lab.ask("/echo", "POST", body=b"1234").status == 200
        assert lab.ask("/echo", "POST", body=b"12345").status == 413
        assert lab.ask("/404?body=text&delay=1ms").status == 414
        assert lab.ask("/404", headers={"X-Long": "x" * 200}).status == 431
        with lab.connect() as connection:
            send_head(connection, lab, "POST /echo HTTP/1.1", {"Transfer-Encoding": "chunked"})
            connection.sendall(b"5\r\n12345\r\n0\r\n\r\n")
            assert parsed(received(connection), "POST").status == 413
