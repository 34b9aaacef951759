"""``statusref lab matrix -- COMMAND`` and ``lab retry -- COMMAND`` with a small client."""

import asyncio
import json
import re
import sys
from pathlib import Path

import pytest

from statusref.lab import clients
from statusref.lab.clients import Ended
from statusref.lab.errors import LabError
from statusref.lab.matrix import measuring
from statusref.lab.matrix.cases import PROBES, cell
from statusref.lab.matrix.run import Run
from tests.cli.conftest import Cli, cli
from tests.lab.conftest import library

__all__ = ["cli"]
PYTHON = (sys.executable, "-I", "-S", str(Path(__file__).parent / "small_client.py"))


def client(how: str, method: str = "{method}") -> list[str]:
    return [*PYTHON, how, method, "{url}", "{body}"]


def test_a_client_that_follows(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    some = [cell(code, method) for code in (302, 303) for method in ("GET", "PUT", "HEAD")]
    cases = [*some, cell(302, "POST"), cell(307, "POST"), cell(305, "POST"), *PROBES]
    monkeypatch.setattr(measuring, "CASES", {case.name: case for case in cases})
    monkeypatch.setenv("http_proxy", "http://proxy.invalid:3128")
    done = cli("lab", "matrix", "--json", "--", *client("follow"))
    assert (done.code, done.err) == (0, "")
    result = json.loads(done.out)
    seen = {f"{case['method']} {case['code']}": case["outcome"] for case in result["cells"]}
    assert {name: outcome for name, outcome in seen.items() if outcome != "not-asked"} == {
        "GET 302": "kept",
        "PUT 302": "kept",
        "HEAD 302": "kept",
        "POST 302": "changed",
        "GET 303": "kept",
        "PUT 303": "changed",
        "HEAD 303": "kept",
        "POST 305": "stops",
        "POST 307": "kept",
    }
    assert result["redirects_followed"] == 5
    assert result["authorization"] == {"port": "passed-on", "host": "dropped"}
    assert result["command"][-3:] == ["{method}", "{url}", "{body}"]
    assert result["not_ended"] == []


def test_without_a_method_only_its_own_is_tried_and_a_failure_is_told(cli: Cli) -> None:
    done = cli("lab", "matrix", "--lang", "ko", "--", *client("stop", "POST"))
    assert (done.code, done.err) == (0, "")
    lines = [re.split("  +", line) for line in done.out.split("\n")]
    assert ["302", *["요청 없음"] * 2, "오류", *["요청 없음"] * 4] in lines
    assert ["내 클라이언트", "오류", "요청 없음", "요청 없음", "오류", "오류"] in lines


def test_a_command_that_does_not_end_is_stopped() -> None:
    ended = asyncio.run(clients.run(client("hang", "GET"), seconds=0))
    assert (ended.exit_code, ended.failed) == (None, False)


def test_what_did_not_end_is_told(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    async def tried(*_: object) -> measuring.Tried:
        return measuring.Tried(Run(), {"302-GET": Ended(None, 20.0), "307-PUT": Ended(1, 0.1)})

    monkeypatch.setattr(measuring, "try_command", tried)
    done = cli("lab", "matrix", "--lang", "en", "--", "client", "{url}")
    assert done.out.endswith("Stopped because they did not end within 20 s: 302-GET\n")
    lines = [re.split("  +", line) for line in done.out.split("\n")]
    assert ["307", *["not asked"] * 3, "cannot send", *["not asked"] * 3] in lines


@pytest.mark.parametrize("trial", ["matrix", "retry"])
def test_a_command_that_makes_no_request(cli: Cli, trial: str) -> None:
    done = cli("lab", trial, "--lang", "en", "--", *client("silent"))
    expected = "statusref: the command made no request to the lab and ended with exit code 3: nothing to do\n"
    assert (done.code, done.out, done.err) == (1, "", expected)


@pytest.mark.parametrize("trial", ["matrix", "retry"])
def test_a_command_that_cannot_be_started(cli: Cli, trial: str, tmp_path: Path) -> None:
    done = cli("lab", trial, "--lang", "en", "--", str(tmp_path / "none"), "{url}")
    assert done.code == 1
    assert done.err == f"statusref: cannot start {tmp_path / 'none'}: No such file or directory\n"


def test_a_command_that_hangs_without_a_request() -> None:
    with pytest.raises(LabError) as error:
        asyncio.run(measuring.try_command(library(), ["sleep", "600"], lambda *_: None, seconds=0.1))
    assert error.value.key == "lab.error.silent_and_hanging"


@pytest.mark.parametrize("trial", ["matrix", "retry"])
def test_how_to_use_it_is_said(cli: Cli, trial: str) -> None:
    done = cli("lab", trial)
    assert (done.code, done.out) == (2, "")
    assert f"statusref lab {trial} -- curl" in done.err
    without_url = cli("lab", trial, "--lang", "en", "--", "curl")
    assert without_url.err == "statusref: the command needs {url}, where the address in the lab is put\n"
    assert cli("lab", trial, "--port", "80", "--", "curl", "{url}").code == 2


def test_a_client_that_tries_again_at_once(cli: Cli) -> None:
    done = cli("lab", "retry", "--json", "--", *client("thrice"))
    assert (done.code, done.err) == (0, "")
    result = json.loads(done.out)
    assert {(row["code"], row["method"]): row["requests"] for row in result["failures"]} == {
        (code, method): 3 for code in (429, 503, 408, None) for method in ("GET", "PUT", "POST")
    }
    assert [row["outcome"] for row in result["retry_after"]] == ["ignored"] * 4
