"""``python -m tests.measurements.redirects``: what HTTP clients send after a redirect, measured on loopback.

Prints the table that the note on redirects shows, and a line per client that could not be measured. The libraries are
looked for where the options say; nothing is installed, and nothing but 127.0.0.1 is contacted.
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.measurements.redirect_clients import Client, MissingClientError, everything
from tests.measurements.redirect_server import Loopback, Request, serving

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "QUERY")
CODES = (300, 301, 302, 303, 305, 307, 308)
ELSEWHERE = ("port", "host")
_HEADERS = ("authorization", "cookie", "x-probe")
_COLUMNS = [
    ("POST 301, 302", [("POST", 301), ("POST", 302)]),
    ("PUT 301, 302", [("PUT", 301), ("PUT", 302)]),
    ("DELETE 301, 302", [("DELETE", 301), ("DELETE", 302)]),
    ("QUERY 301, 302", [("QUERY", 301), ("QUERY", 302)]),
    ("POST, PUT, DELETE, QUERY 303", [("POST", 303), ("PUT", 303), ("DELETE", 303), ("QUERY", 303)]),
    ("HEAD 303", [("HEAD", 303)]),
    ("POST 307, 308", [("POST", 307), ("POST", 308)]),
    ("QUERY 307, 308", [("QUERY", 307), ("QUERY", 308)]),
    ("GET 300, 305", [("GET", 300), ("GET", 305)]),
]


@dataclass(frozen=True)
class Measured:
    client: str
    next_request: dict[str, str]  # per "METHOD code": what was sent to the address in Location
    hops: int
    headers: dict[str, list[str]]  # per place: which of the caller's headers went along


def measure(client: Client, number: int, loopback: Loopback) -> Measured:
    """Raise MissingClientError if the client cannot be started."""
    redirects = [(method, code) for method in METHODS for code in CODES]
    plan = [(method, code, "here") for method, code in redirects]
    plan += [("GET", 302, place) for place in (*ELSEWHERE, "1")]
    cases = [f"{number}-{method}-{code}-{target}" for method, code, target in plan]
    answers = client.send(
        [(method, loopback.url(case, code, target)) for case, (method, code, target) in zip(cases, plan, strict=True)]
    )
    outcomes = dict(zip(plan, answers.outcomes, strict=True))
    came_in = {step: loopback.requests[case] for step, case in zip(plan, cases, strict=True)}
    return Measured(
        answers.version,
        {f"{m} {code}": _what_followed(came_in[m, code, "here"], outcomes[m, code, "here"]) for m, code in redirects},
        len(came_in["GET", 302, "1"]) - 1,
        {place: _sent_along(came_in["GET", 302, place]) for place in ELSEWHERE},
    )


def _what_followed(requests: list[Request], outcome: str) -> str:
    match requests:
        case []:
            return "cannot be sent"
        case [_]:
            return "error" if outcome.startswith("error") else "not followed"
        case [first, second]:
            if second.method == first.method:
                return "kept" if second.body == first.body else f"empty {second.method}"
            return f"{second.method} with body" if second.body else second.method
        case _:
            return f"{len(requests)} requests"


def _sent_along(requests: list[Request]) -> list[str]:
    return [name for name in _HEADERS if len(requests) > 1 and name in requests[-1].headers]


def table(rows: list[Measured]) -> str:
    """A Markdown table. Cells whose cases agree say so once."""
    lines = ["| client | " + " | ".join(name for name, _ in _COLUMNS) + " | hops | headers to another port / host |"]
    lines.append("|---" * (len(_COLUMNS) + 3) + "|")
    for row in rows:
        cells = []
        for _, cases in _COLUMNS:
            seen = [row.next_request[f"{method} {code}"] for method, code in cases]
            cells.append(seen[0] if len(set(seen)) == 1 else " / ".join(seen))
        along = " / ".join(", ".join(row.headers[place]) or "none" for place in ELSEWHERE)
        lines.append(f"| {row.client} | {' | '.join(cells)} | {row.hops} | {along} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measurements.redirects", description=__doc__)
    parser.add_argument("--python", default=sys.executable, metavar="PATH", help="interpreter that has the libraries")
    parser.add_argument(
        "--node", type=Path, default=Path(), metavar="FOLDER", help="its node_modules has the libraries"
    )
    parser.add_argument("--java", action="append", metavar="PATH", help="the program java, one per version from 11 on")
    parser.add_argument("--okhttp", action="append", metavar="CLASSPATH", help="OkHttp and Okio, one per version")
    parser.add_argument("--json", type=Path, help="file for all that was measured")
    chosen = parser.parse_args()
    clients = everything(chosen.python, chosen.node, chosen.java or ["java"], chosen.okhttp or ["."])
    measured, missing = [], []
    with serving() as loopback:
        for number, client in enumerate(clients):
            try:
                measured.append(measure(client, number, loopback))
            except MissingClientError as error:
                missing.append(f"{client.name}: {error}")
    print(table(measured))
    print(*(f"Not measured: {line}" for line in missing), sep="\n")
    if chosen.json:
        rows = [vars(row) for row in measured]
        chosen.json.write_text(json.dumps({"measured": rows, "missing": missing}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
