"""A module that is left out is there as soon as something in it is used. Each test needs a Python of its own."""

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def run(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\nfrom statusref.system.left_out import left_out\n{script}"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_who_uses_a_module_that_was_left_out_gets_it() -> None:
    told = run(
        """
with left_out("ipaddress"):
    import urllib.parse
assert "ipaddress" not in sys.modules
print(urllib.parse.urlsplit("http://[::1]:8080/").port)
import ipaddress
print(ipaddress.ip_address("::1").is_loopback, urllib.parse.ipaddress.IPv6Address is ipaddress.IPv6Address)
try:
    urllib.parse.urlsplit("http://[1.2.3]/")
except ValueError as error:
    print(error)
"""
    )
    assert told.splitlines()[0] == "8080"
    assert told.splitlines()[1] == "True True"
    assert "does not appear to be an IPv4 or IPv6 address" in told


def test_a_name_may_be_taken_out_of_it_while_it_is_left_out() -> None:
    assert run('with left_out("textwrap"):\n    from textwrap import dedent\nprint(dedent("  x"))') == "x"


def test_a_module_that_is_loaded_stays_and_one_that_fails_is_told() -> None:
    assert run('import json\nwith left_out("json"):\n    pass\nprint(sys.modules["json"] is json)') == "True"
    told = run(
        """
with left_out("json", "no_such_module"):
    import no_such_module
try:
    no_such_module.name
except ModuleNotFoundError as error:
    print(error)
import json
print(hasattr(json, "nothing"))
"""
    )
    assert told == "No module named 'no_such_module'\nFalse"
