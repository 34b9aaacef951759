"""``lab matrix``: has a command make requests that are redirected, and prints what it did."""

import asyncio
import gc

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK, USAGE
from statusref.cli.requests import LabMatrixCommand
from statusref.cli.shapes import indented
from statusref.domain.library import Library
from statusref.lab.errors import LabError
from statusref.lab.matrix.measuring import LONGEST, Tried, try_command
from statusref.lab.matrix.report import Report
from statusref.lab.matrix.runs import Runs
from statusref.lab.matrix.shapes import run_shape
from statusref.lab.plain_pages import as_text
from statusref.lab.running import lab_for_commands
