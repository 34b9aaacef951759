"""Real clients and the retries: a repetition counts, whether it comes over the same connection or over a new one."""

import json
import shutil
import subprocess
import sys
from itertools import groupby
from typing import Any

import pytest

from statusref.lab.retry.cases import DELAYS, Later
from tests.lab.conftest import Running, running

PYTHON = """
import sys, requests, urllib3
from requests.adapters import HTTPAdapter
from urllib3.util import Retry
how = Retry(2, backoff_factor=0, status_forcelist=[503, 408], raise_on_status=False)
pool, session = urllib3.PoolManager(retries=how), requests.Session()
session.mount("http://", HTTPAdapter(max_retries=how))
for url in sys.argv[2:]:
    try:
        pool.request("GET", url) if sys.argv[1] == "urllib3" else session.get(url)
    except (urllib3.exceptions.MaxRetryError, requests.ConnectionError):
        pass
"""
NODE = """
for (const url of process.argv.slice(1)) {
  for (let times = 0; times < 3; times++) {
    try {
      const answer = await fetch(url);
      await answer.text();
      if (answer.ok) break;
      const seconds = Number(answer.headers.get("retry-after"));
      await new Promise((again) => setTimeout(again, 1000 * seconds));
    } catch {}
  }
}
"""
CLIENTS = {
    "curl": (2, ["curl", "-s", "--retry", "1", "--retry-all-errors"]),
    "urllib3": (3, [sys.executable, "-c", PYTHON, "urllib3"]),
    "requests": (3, [sys.executable, "-c", PYTHON, "requests"]),
    "fetch": (3, ["node", "--input-type=module", "-e", NODE, "--"]),
}
"""How often each asks, and how it is started before the addresses."""
CASES = ("503", "408", "lost")


def ask(lab: Running, client: str, *cases: str) -> Any:
    """Have a client ask, and return the JSON of its run."""
    command = CLIENTS[client][1]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not here")
    urls = [f"{lab.url}/retry/run/{case}" for case in cases]
    subprocess.run([*command, *urls], capture_output=True, timeout=60, check=False)
    return json.loads(lab.ask("/retry/run", headers={"Accept": "application/json"}).body)


@pytest.mark.parametrize("client", CLIENTS)
def test_each_repetition_counts(client: str) -> None:
    times = CLIENTS[client][0]
    with running() as lab:
        failures = ask(lab, client, *CASES)["failures"]
        exchanges = lab.exchanges(3 * times + 1)[:-1]
    assert [(row["code"], row["requests"]) for row in failures] == [(503, times), (408, times), (None, times)]
    by_case = groupby(sorted(exchanges, key=lambda each: each.target), key=lambda each: each.target.rpartition("/")[2])
    connections = {case: len({each.connection for each in asked}) for case, asked in by_case}
    assert connections["503"] < times, "the connection is kept, and used again"
    assert (connections["408"], connections["lost"]) == (times, times), "the lab has closed it"


@pytest.mark.parametrize("client", ["urllib3", "fetch"])
def test_who_waits_as_told_is_seen_to(client: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DELAYS, Later.SECONDS, 1)
    with running() as lab:
        told = next(row for row in ask(lab, client, "503", "503-seconds")["retry_after"] if row["code"] == 503)
    assert (told["asked"], told["outcome"]) == (1, "heeded")
    assert told["waited"] >= 0.95
