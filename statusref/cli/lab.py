"""``lab``: prints what the lab reports, line by line, while it runs."""

import gc
from collections.abc import Sequence

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK, USAGE
from statusref.cli.requests import LabCommand
from statusref.domain.library import Library
from statusref.lab.errors import LabError
from statusref.lab.events import Closed, Event, Exchange, Listening, Refused, as_json
from statusref.lab.limits import lowered
from statusref.lab.running import serve


def run_lab(command: LabCommand, library: Library, console: Console) -> int:
    """Raises ResourceError, and OSError if the output cannot be written."""

    def report(events: Sequence[Event]) -> None:
        lines = [as_json(event) if command.json else _line(event, library, command) for event in events]
        console.print("\n".join(lines))
        console.stdout.flush()

    def complain(error: LabError) -> None:
        console.complain(library.words.text(error.key, command.language, **error.values))

    try:
        limits = lowered(command.limits)
    except LabError as error:
        complain(error)
        return USAGE
    # ``main`` turns the collector off for the short commands; this one may run for days.
    gc.enable()
    try:
        serve(library, report, command.port, limits, parent_watch=command.parent_watch)
    except LabError as error:
        complain(error)
        return NOTHING
    return OK


def _line(event: Event, library: Library, command: LabCommand) -> str:
    match event:
        case Listening(url):
            return library.words.text("cli.lab.listening", command.language, url=url)
        case Exchange():
            status = "-" if event.status is None else f"{event.status} {event.reason}".rstrip()
            return f"{event.ms:9.1f} ms  {event.method} {quoted(event.target)} → {status}  {event.ended}"
        case Refused():
            return f"{event.client} → {event.status} {event.reason}"
        case Closed(exchanges):
            return library.words.text("cli.lab.closed", command.language, count=str(exchanges))
