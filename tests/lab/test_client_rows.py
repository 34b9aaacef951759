"""Real clients and the matrix: each gets the row that the note on redirects has for it."""

import asyncio
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from statusref.domain.markdown import Spans, Table
from statusref.domain.text import Language
from statusref.lab import measured
from statusref.lab.answers import Answers
from statusref.lab.matrix.cases import PROBES, cases_of
from statusref.lab.matrix.handlers import address_of, handlers
from statusref.lab.matrix.report import Report
from statusref.lab.matrix.run import Run
from statusref.lab.runs import Runs
from statusref.lab.short_lived import short_lived_lab
from tests.lab.conftest import library
from tests.measurements.redirect_clients import SCRIPTS, WITH_BODY, Send, curl, script, wget

BODY = "0123456789"
Asking = Callable[[list[Send]], list[str]]


def python(name: str) -> Asking:
    return lambda requests: (
        script(name, [sys.executable, str(SCRIPTS / "python_client.py"), name]).send(requests).outcomes
    )


CLIENTS: dict[str, Asking] = {
    "curl": lambda requests: curl().send(requests).outcomes,
    "curl -X": lambda requests: curl("-X").send(requests).outcomes,
    "wget": lambda requests: wget().send(requests).outcomes,
    "requests": python("requests"),
    "httpx": python("httpx"),
    "urllib3": python("urllib3"),
    "urllib": python("urllib"),
    "fetch": lambda requests: (
        script("fetch", ["node", str(SCRIPTS / "node_client.mjs"), "fetch"]).send(requests).outcomes
    ),
}
PROGRAMS = {"curl": "curl", "curl -X": "curl", "wget": "wget", "fetch": "node"}
BROWSER = """<!doctype html><meta charset="utf-8"><pre></pre><script type="module">
const outcomes = [];
for (const [method, url] of %s) {
  const body = %s.includes(method) ? "%s" : undefined;
  try {
    outcomes.push(String((await fetch(`${url}?cors=*`, {method, body, headers: {authorization: "Bearer t"}})).status));
  } catch (error) {
    outcomes.push(`error ${error}`);
  }
}
document.querySelector("pre").textContent = JSON.stringify(outcomes);
</script>
"""


def row_of(client: str, rows: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The row of a client, whose version in the note may be another."""
    name, *options = client.split()
    (found,) = [
        row for title, row in rows.items() if title.split()[0] == name and title.endswith("-X") == bool(options)
    ]
    return found


def rows_of_the_note() -> tuple[measured.Measured, measured.Measured]:
    return measured.outcomes(library(), Language.ENGLISH), measured.passing(library(), Language.ENGLISH)


def own_rows(asking: Asking) -> list[tuple[str, ...]]:
    """The rows of a client in a report: what it did with the cases of the note's columns, and with the three others."""
    columns = rows_of_the_note()[0].columns
    cases = [*(case for column in columns for case in cases_of(column)), *PROBES]
    runs = Runs(Run)
    answers = Answers(library())

    async def ask() -> list[str]:
        async with short_lived_lab(answers, handlers(answers, runs)) as origin:
            return await asyncio.to_thread(asking, [(case.method, address_of(origin, "here", case)) for case in cases])

    outcomes = zip(cases, asyncio.run(ask()), strict=True)
    failed = [case.name for case, outcome in outcomes if outcome.startswith("error")]
    blocks = Report(library(), Language.ENGLISH, runs.open("here"), failed).blocks()
    rows = [tuple(map(text_of, block.rows[1])) for block in blocks if isinstance(block, Table)]
    return [row[1:] for row in rows if row[0] == "your client"]


def text_of(cell: Spans) -> str:
    return "".join(span.text for span in cell)


@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_gets_the_row_that_was_measured(client: str) -> None:
    if client in PROGRAMS and shutil.which(PROGRAMS[client]) is None:
        pytest.skip(f"{PROGRAMS[client]} is not here")
    outcomes, passing = rows_of_the_note()
    assert own_rows(CLIENTS[client]) == [row_of(client, outcomes.rows), row_of(client, passing.rows)]


def test_a_browser_does_what_the_standard_says(tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("Chromium is not here")
    page = tmp_path / "page.html"

    def asking(requests: list[Send]) -> list[str]:
        page.write_text(BROWSER % (json.dumps(requests), json.dumps(sorted(WITH_BODY)), BODY), "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
        command = [chromium, *options, "--virtual-time-budget=60000", "--dump-dom", page.as_uri()]
        shown = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
        outcomes = re.search("<pre>(.+)</pre>", shown)
        assert outcomes is not None, shown
        listed: list[str] = json.loads(unescape(outcomes[1]))
        return listed

    outcomes, passing = rows_of_the_note()
    assert own_rows(asking) == [row_of("Fetch", outcomes.rows), row_of("Fetch", passing.rows)]
