"""Real clients against the lab: each reads its answers, and does what it is known to do with them."""

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest

from statusref.lab.events import Exchange
from tests.lab.conftest import PATIENCE, Running, running

PYTHON = "import sys; url = sys.argv[1]\n"
URLLIB = PYTHON + (
    "from urllib.request import urlopen; from urllib.error import HTTPError\n"
    "try: print(urlopen(url).status)\nexcept HTTPError as error: print(error.code)"
)
REQUESTS = PYTHON + "import requests; print(requests.get(url).status_code)"
HTTPX = PYTHON + "import httpx; print(httpx.get(url, follow_redirects=True, trust_env=False).status_code)"
NODE = "fetch(process.argv[1]).then(answer => console.log(answer.status))"


def library(name: str, code: str) -> list[str]:
    return [sys.executable, "-c", code] if importlib.util.find_spec(name) else []


CLIENTS = {
    "curl": ["curl", "-sL", "-o", "/dev/null", "-w", "%{http_code}", "{url}"],
    "wget": ["wget", "-q", "-O", "/dev/null", "--server-response", "--tries=1", "--content-on-error", "{url}"],
    "urllib": library("urllib", URLLIB),
    "requests": library("requests", REQUESTS),
    "httpx": library("httpx", HTTPX),
    "node": ["node", "-e", NODE, "{url}"],
}
Run = Callable[[Running, str], str]


@pytest.fixture(params=CLIENTS)
def client(request: pytest.FixtureRequest) -> Run:
    command = CLIENTS[request.param]
    if not command or shutil.which(command[0]) is None:
        pytest.skip(f"{request.param} is not here")
    if "{url}" not in command:
        command = [*command, "{url}"]

    def run(lab: Running, target: str) -> str:
        """What the client says about the last answer."""
        filled = [word.replace("{url}", f"{lab.url}{target}") if word == "{url}" else word for word in command]
        done = subprocess.run(filled, capture_output=True, text=True, timeout=6 * PATIENCE, check=False)
        lines = [line for line in f"{done.stderr}\n{done.stdout}".split("\n") if line.strip()]
        if request.param == "wget":
            lines = [line.split()[1] for line in lines if line.strip().startswith("HTTP/")]
        return lines[-1].strip() if lines else ""

    return run


@pytest.mark.parametrize(
    ("target", "said"),
    [("/200", "200"), ("/404", "404"), ("/503", "503"), ("/chain/3", "200"), ("/418?body=1MB", "418")],
)
def test_it_reads_the_answer(lab: Running, client: Run, target: str, said: str) -> None:
    assert client(lab, target) == said


@pytest.mark.parametrize(("name", "said"), [("curl", "200"), ("node", "200"), ("urllib", "103"), ("requests", "103")])
def test_what_becomes_of_an_interim_answer(lab: Running, name: str, said: str) -> None:
    """Python's http.client, below the last two, passes over 100 alone and takes any other 1xx for the answer."""
    command = CLIENTS[name]
    if not command or shutil.which(command[0]) is None:
        pytest.skip(f"{name} is not here")
    filled = [*(word for word in command if word != "{url}"), f"{lab.url}/103"]
    done = subprocess.run(filled, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == said


def test_it_follows_a_chain_to_its_end(client: Run) -> None:
    with running() as lab:
        client(lab, "/chain/2?code=307")
        targets = [exchange.target for exchange in lab.exchanges(3)]
    assert targets == ["/chain/2?code=307", "/chain/1?code=307", "/chain/0?code=307"]


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
        curl("--retry", "3", f"{lab.url}/503?times=2&header=Retry-After:1")
        tries = [exchange.status for exchange in lab.exchanges(13)[10:]]
        assert tries == [503, 503, 200]
        assert curl("-d", "x" * 2000, "-H", "Expect: 100-continue", f"{lab.url}/100?refuse=417") != ""
        refused = last(lab, 14)
        assert (refused.status, refused.request_body_bytes) == (417, 0)
        curl("--proxy", lab.url, "--proxy-user", "user:secret", f"{lab.url}/try/407")
        assert last(lab, 15).status == 200
        curl("-m", "0.2", f"{lab.url}/try/499")
        assert last(lab, 16).ended == "client-left"
        curl("-C", "9990", f"{lab.url}/try/206")
        assert last(lab, 17).status == 206


def test_what_a_browser_shows() -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium here")
    with running() as lab:
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom"]
        done = subprocess.run(
            [chromium, *options, f"{lab.url}/302?to=/404"], capture_output=True, text=True, timeout=60, check=False
        )
        assert "404 Not Found" in done.stdout
        assert [exchange.status for exchange in lab.exchanges(2)][:2] == [302, 404]


def test_node_speaks_websocket(lab: Running) -> None:
    if shutil.which("node") is None:
        pytest.skip("node is not here")
    code = (
        "if (typeof WebSocket === 'undefined') { console.log('none'); process.exit() }"
        "const socket = new WebSocket(process.argv[1]); socket.onopen = () => socket.send('안녕');"
        "socket.onmessage = event => { console.log(event.data); socket.close() }"
    )
    url = f"ws://127.0.0.1:{lab.port}/try/101"
    done = subprocess.run(["node", "-e", code, url], capture_output=True, text=True, timeout=60, check=False)
    if done.stdout.strip() == "none":
        pytest.skip("this node has no WebSocket")
    assert done.stdout.strip() == "안녕"


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
