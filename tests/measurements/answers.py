"""``python -m tests.measurements.answers``: what web frameworks really send for the example answers, on loopback.

Starts a server with all examples of each framework that is installed where the options say, asks for each, and compares
status, headers and content with what ``answers.json`` says. Prints a table, a line for every answer that is not as it
should be, and a line per framework that could not be started. Nothing is installed, and nothing but 127.0.0.1 is
contacted. ASP.NET is not among them.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from statusref.domain.example_answers import FILE, ExampleAnswers, Framework
from statusref.domain.prose import ProseStore
from statusref.domain.registry import load_catalogue
from statusref.resources import resource_root
from tests.measurements.answer_servers import Examples, Start, servers
from tests.measurements.redirect_clients import MissingClientError

_SECONDS = 120


def answer_data() -> dict[str, Any]:
    """What each answer carries, by code."""
    document = json.loads((resource_root() / FILE).read_text("utf-8"))
    return {answer["code"]: answer for answer in document["answers"]}


def all_examples() -> Iterator[tuple[Framework, Examples]]:
    root = resource_root()
    store = ExampleAnswers(root, ProseStore(root))
    entries = load_catalogue(root).entries
    for framework in store.frameworks:
        texts = {entry.id: store.example(entry, framework) for entry in entries}
        yield framework, {code: text for code, text in texts.items() if text is not None}


@contextmanager
def serving(start: Start, examples: Examples, port: int) -> Iterator[str]:
    """Yield the version that the server says it has. Raises MissingClientError if it does not start."""
    with TemporaryDirectory() as folder:
        started = start(Path(folder), examples, port)
        with subprocess.Popen(
            started.command,
            cwd=started.folder,
            env={**os.environ, **started.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as server:
            try:
                assert server.stdout is not None
                version = server.stdout.readline().strip()
                _wait_for(port, server)
                yield version
            finally:
                server.terminate()


def _wait_for(port: int, server: subprocess.Popen[str]) -> None:
    for _ in range(_SECONDS * 10):
        if server.poll() is not None:
            raise MissingClientError(f"ended with {server.returncode}")
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise MissingClientError(f"not there after {_SECONDS} s")


def ask(code: str, answer: dict[str, Any], port: int) -> list[str]:
    """Return everything that is not as it should be."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(answer["method"].upper(), f"/{code}/orders")
        response = connection.getresponse()
        content = response.read()
    except (OSError, HTTPException) as error:
        return [f"no answer: {error!r}"]
    finally:
        connection.close()
    wrong = [] if response.status == int(code) else [f"status {response.status}"]
    for header in answer["headers"]:
        sent = response.getheader(header["name"], "nothing")
        # Laravel and Rails make a whole URL of the path in Location, and PHP's server closes each connection.
        part = {"Location": sent[-len(header["value"]) :], "Connection": sent.rpartition(", ")[2]}
        if header["value"] not in {sent, part.get(header["name"])}:
            wrong.append(f"{header['name']}: {sent}")
    return wrong + _wrong_content(answer, response.getheader("Content-Type", ""), content)


def _wrong_content(answer: dict[str, Any], media_type: str, content: bytes) -> list[str]:
    match answer["kind"]:
        case "empty":
            return [f"content {content[:40]!r}"] if content else []
        case "text":
            good = content.decode() == answer["content"] and media_type.startswith(answer["type"])
        case "json":
            wanted = {"id": 17, "state": answer["state"]}
            good = media_type.startswith("application/json") and json.loads(content) == wanted
        case "problem":
            good = media_type.startswith("application/problem+json") and _is_problem(json.loads(content), answer)
        case _:
            good = True
    return [] if good else [f"{media_type} {content[:60]!r}"]


def _is_problem(problem: dict[str, Any], answer: dict[str, Any]) -> bool:
    return bool(problem["status"] == int(answer["code"]) and problem["detail"] == answer["detail"] and problem["title"])


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measurements.answers", description=__doc__)
    parser.add_argument("--python", default=sys.executable, metavar="PATH", help="interpreter with FastAPI and Django")
    parser.add_argument("--node", type=Path, default=Path(), metavar="FOLDER", help="its node_modules has Express")
    parser.add_argument("--spring", default=".", metavar="CLASSPATH", help="Spring Boot with Spring MVC and Tomcat")
    parser.add_argument("--laravel", default="/usr/share/php/Illuminate/autoload.php", metavar="FILE", help="loads it")
    parser.add_argument("--only", nargs="*", metavar="FRAMEWORK")
    chosen = parser.parse_args()
    data = answer_data()
    starts = servers(chosen.python, chosen.node, chosen.spring, chosen.laravel)
    notes = []
    print("| framework | version | examples | answered as they should |\n|---|---|---|---|")
    for framework, examples in all_examples():
        if framework.id not in starts or framework.id not in (chosen.only or starts):
            continue
        port = _free_port()
        try:
            with serving(starts[framework.id], examples, port) as version:
                wrong = {code: faults for code in examples if (faults := ask(code, data[code], port))}
        except (MissingClientError, FileNotFoundError) as error:
            notes.append(f"Not measured: {framework.name}: {error}")
            continue
        print(f"| {framework.name} | {version} | {len(examples)} | {len(examples) - len(wrong)} |", flush=True)
        notes += [f"{framework.name} {code}: {'; '.join(faults)}" for code, faults in wrong.items()]
    print("", *notes, sep="\n")


if __name__ == "__main__":
    main()
