"""How each client is started. Proxies and settings of the user are kept away from it."""

import os
import re
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

SCRIPTS = Path(__file__).parent / "clients"
BODY = "0123456789"
WITH_BODY = frozenset({"POST", "PUT", "QUERY"})
_FIELDS = ("Content-Type: text/plain", "Authorization: Bearer t", "Cookie: a=b", "X-Probe: 1")
_SECONDS = 300

Send = tuple[str, str]  # method, URL


class MissingClientError(Exception):
    """It is not installed, or does not start."""


@dataclass(frozen=True)
class Answers:
    version: str
    outcomes: list[str]  # per request: begins with "error" if the client says that it failed


@dataclass(frozen=True)
class Client:
    name: str
    send: Callable[[list[Send]], Answers]


def run(command: list[str], lines: str = "", folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    try:
        return subprocess.run(
            command,
            input=lines,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except OSError as error:
        raise MissingClientError(error.strerror or str(error)) from error
    except subprocess.TimeoutExpired as error:
        raise MissingClientError(f"not done after {_SECONDS} s") from error


def script(name: str, command: list[str], folder: Path | None = None) -> Client:
    """A client that reads all requests from standard input, as described in ``clients/python_client.py``."""

    def send(requests: list[Send]) -> Answers:
        done = run(command, "".join(f"{method} {url}\n" for method, url in requests), folder)
        version, *outcomes = done.stdout.splitlines() or [""]
        if len(outcomes) != len(requests):
            problem = [line for line in done.stderr.splitlines() if "rror" in line] or [f"exit code {done.returncode}"]
            raise MissingClientError(problem[-1].strip())
        return Answers(version, outcomes)

    return Client(name, send)


def _one_by_one(name: str, options: Iterable[str], arguments: Callable[[str, Path], list[str]]) -> Client:
    """A program that is started once per request."""
    named = " ".join([name, *options])

    def send(requests: list[Send]) -> Answers:
        version = re.search(r"\d+(\.\d+)+", run([name, "--version"]).stdout)
        with TemporaryDirectory() as folder:
            content = Path(folder, "content")
            content.write_text(BODY, "utf-8")
            outcomes = [run([name, *arguments(method, content), url]) for method, url in requests]
        numbered = named.replace(name, f"{name} {version[0] if version else ''}", 1)
        return Answers(numbered, [f"error exit code {done.returncode}" if done.returncode else "" for done in outcomes])

    return Client(named, send)


def curl(*options: str) -> Client:
    def arguments(method: str, content: Path) -> list[str]:
        how = ["-X", method, *(["-d", BODY] if method in WITH_BODY else [])]
        if "-X" not in options:
            by_option = {"GET": [], "HEAD": ["-I"], "POST": ["-d", BODY], "PUT": ["-T", str(content)]}
            how = by_option.get(method, how)
        fields = [part for line in _FIELDS for part in ("-H", line)]
        others = [option for option in options if option != "-X"]
        # `-q` has to be the first option.
        return ["-q", "-s", "-L", *others, *how, *fields, "-o", os.devnull]

    return _one_by_one("curl", options, arguments)


def wget() -> Client:
    def arguments(method: str, content: Path) -> list[str]:
        body = [f"--body-data={BODY}"] if method in WITH_BODY else []
        fields = [f"--header={line}" for line in _FIELDS]
        return ["--no-config", "--no-proxy", "-q", "--tries=1", "-O", os.devnull, f"--method={method}", *body, *fields]

    return _one_by_one("wget", (), arguments)


def everything(python: str, node_modules: Path, javas: list[str], okhttp: list[str]) -> list[Client]:
    """All clients of the table, in its order."""
    libraries = ["requests", "httpx", "urllib3", "aiohttp", "urllib", "pyreqwest"]
    on_node = ["fetch", "undici", "axios", "got", "node-fetch"]
    in_java = ["HttpClient", "HttpURLConnection"]
    return [
        *(curl(*options) for options in ([], ["-X"], ["--post301", "--post302", "--post303"], ["--location-trusted"])),
        wget(),
        *(script(name, [python, str(SCRIPTS / "python_client.py"), name]) for name in libraries),
        *(script(name, ["node", str(SCRIPTS / "node_client.mjs"), name], node_modules) for name in on_node),
        *(script(name, [java, str(SCRIPTS / "JavaClients.java"), name]) for java in javas for name in in_java),
        script("Go", ["go", "run", str(SCRIPTS / "go_client.go")]),
        *(script("OkHttp", [javas[0], "-cp", path, str(SCRIPTS / "OkHttpRunner.java")]) for path in okhttp),
        script("PHP stream", ["php", str(SCRIPTS / "php_client.php")]),
    ]
