"""Real clients against the lab: each reads its answers, and does what it is known to do with them."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from statusref.lab.events import Exchange
from tests.lab.conftest import PATIENCE, Running, running

PYTHON = "import sys\nfor url in sys.argv[1:]:\n    "
URLLIB = (
    "from urllib.request import urlopen; from urllib.error import HTTPError\n"
    f"{PYTHON}try: print(urlopen(url).status)\n    except HTTPError as error: print(error.code)"
)
REQUESTS = f"import requests\n{PYTHON}print(requests.get(url).status_code)"
HTTPX = f"import httpx\n{PYTHON}print(httpx.get(url, follow_redirects=True, trust_env=False).status_code)"
NODE = """
for (const url of process.argv.slice(1)) {
  const answer = await fetch(url);
  await answer.text();
  console.log(answer.status);
}
"""
CLIENTS = {
    "curl": ["curl", "-sL", "-w", "%{stderr}%{http_code}\n"],
    "wget": ["wget", "-q", "-O", "/dev/null", "--server-response", "--tries=1", "--content-on-error"],
    "urllib": [sys.executable, "-c", URLLIB],
    "requests": [sys.executable, "-c", REQUESTS],
    "httpx": [sys.executable, "-c", HTTPX],
    "node": ["node", "--input-type=module", "-e", NODE, "--"],
}
"""How each is started before the addresses. It says the code of each last answer; wget says those of redirects, too."""


@pytest.mark.parametrize("client", CLIENTS)
def test_it_reads_the_answers(lab: Running, client: str) -> None:
    """An interim answer is passed over, but by Python's http.client, which takes any but 100 for the answer."""
    if shutil.which(CLIENTS[client][0]) is None:
        pytest.skip(f"{client} is not here")
    targets = ["/200", "/404", "/503", "/418?body=1MB", "/slow?bytes=20&every=1ms", "/chain/2?code=307", "/103"]
    before = len(lab.exchanges(0))
    command = [*CLIENTS[client], *(lab.url + target for target in targets)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=6 * PATIENCE, check=False)
    if client == "wget":
        codes = [code for code in re.findall(r"^ *HTTP/\S+ (\d+)", done.stderr, re.MULTILINE) if code != "307"]
    else:
        codes = (done.stderr if client == "curl" else done.stdout).split()
    last_one = "103" if client in {"urllib", "requests"} else "200"
    assert codes == ["200", "404", "503", "418", "200", "200", last_one], done.stderr
    asked = [exchange.target for exchange in lab.exchanges(before + 9)[before:]]
    assert asked == [*targets[:6], "/chain/1?code=307", "/chain/0?code=307", "/103"]


def test_what_curl_does() -> None:
    """POST becomes GET after 301 to 303 and stays after 307 and 308; ``--retry`` waits as ``Retry-After`` says."""
    if shutil.which("curl") is None:
        pytest.skip("curl is not here")
    with running() as lab:
        for code in (301, 302, 303, 307, 308):
            curl("-L", "-d", "body", f"{lab.url}/{code}?to=/echo")
        followed = [exchange for exchange in lab.exchanges(10) if exchange.target == "/echo"]
        assert [(exchange.method, exchange.request_body_bytes) for exchange in followed] == [
            ("GET", 0), ("GET", 0), ("GET", 0), ("POST", 4), ("POST", 4),
        ]  # fmt: skip
        curl("--retry", "3", f"{lab.url}/503?times=1&header=Retry-After:1")
        tries = lab.exchanges(12)[10:]
        assert [exchange.status for exchange in tries] == [503, 200]
        assert tries[1].began - tries[0].began >= 0.95
        assert curl("-d", "x" * 2000, "-H", "Expect: 100-continue", f"{lab.url}/100?refuse=417") != ""
        refused = last(lab, 13)
        assert (refused.status, refused.request_body_bytes) == (417, 0)
        curl("--proxy", lab.url, "--proxy-user", "user:secret", f"{lab.url}/try/407")
        assert last(lab, 14).status == 200
        curl("-m", "0.2", f"{lab.url}/try/499")
        assert last(lab, 15).ended == "client-left"
        curl("-C", "9990", f"{lab.url}/try/206")
        assert last(lab, 16).status == 206


def test_what_a_browser_shows(tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium here")
    with running() as lab:
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--virtual-time-budget=2000",
            "--dump-dom",
            f"--user-data-dir={tmp_path}",
        ]
        done = subprocess.run(
            [chromium, *options, f"{lab.url}/302?to=/404"], capture_output=True, text=True, timeout=60, check=False
        )
        assert "404 Not Found" in done.stdout
        assert [exchange.status for exchange in lab.exchanges(2)][:2] == [302, 404]


def test_node_speaks_websocket(lab: Running) -> None:
    if shutil.which("node") is None:
        pytest.skip("node is not here")
    code = (
        "const socket = new WebSocket(process.argv[1]); socket.onopen = () => socket.send('안녕');"
        "socket.onmessage = event => { console.log(event.data); socket.close() }"
    )
    command = ["node", "--experimental-websocket", "--no-warnings", "-e", code, f"ws://127.0.0.1:{lab.port}/try/101"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if "bad option" in done.stderr:
        pytest.skip("this node has no WebSocket")
    assert done.stdout.strip() == "안녕", done.stderr
    assert [(each.status, each.ended) for each in lab.exchanges(1)[-1:]] == [(101, "switched")]


def curl(*arguments: str) -> str:
    done = subprocess.run(["curl", "-sS", *arguments], capture_output=True, text=True, timeout=60, check=False)
    return done.stdout


def last(lab: Running, count: int) -> Exchange:
    return lab.exchanges(count)[-1]


def test_what_echo_tells_is_json_to_curl(lab: Running) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not here")
    told = json.loads(curl("-X", "QUERY", "-d", "q=1", f"{lab.url}/echo"))
    assert (told["method"], told["body"]) == ("QUERY", "q=1")
