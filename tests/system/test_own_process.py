"""The command that starts the program again works from anywhere, and hides nothing of the standard library."""

import subprocess
import sys
from pathlib import Path

from statusref import __version__
from statusref.system.own_process import own_command


def test_it_runs_in_a_folder_that_has_modules_of_the_same_names(tmp_path: Path) -> None:
    for name in ("statusref", "json", "runpy"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the wrong one')", "utf-8")
    command = own_command("statusref", "--version")
    assert command[0] == sys.executable
    done = subprocess.run(command, cwd=tmp_path, env={}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout
