"""Makes an export for the window, which goes on meanwhile: a thread of its own process would hold it up.

A job is read from standard input. Standard output has a line of JSON for each per cent that is done (``{"percent":
7}``). If the export could not be made, a last line says why: ``{"key": …, "values": {…}}`` with a key of the words, or
``{"reason": …}``.
"""

import json
import sys

from statusref.domain.errors import ResourceError
from statusref.export.errors import CannotExportError
from statusref.export.job import read_job
from statusref.export.writing import write_export


def main() -> None:
    """Make the export that standard input describes."""
    try:
        form, contents, path = read_job(sys.stdin.readline())
        write_export(form, contents, path, _Steps().tell)
    except CannotExportError as error:
        _say(key=error.key, values={name: str(value) for name, value in error.values.items()})
    except OSError as error:
        _say(reason=error.strerror or str(error))
    except ResourceError as error:
        _say(reason=str(error))


class _Steps:
    """Tells of each per cent once."""

    def __init__(self) -> None:
        self._told = -1

    def tell(self, done: int, steps: int) -> None:
        percent = 100 * done // steps if steps else 100
        if percent != self._told:
            self._told = percent
            _say(percent=percent)


def _say(**values: object) -> None:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
