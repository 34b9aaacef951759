"""Serve every example of FastAPI under its code: ``fastapi_server.py FOLDER PORT``.

Every server in this folder does the same: ``FOLDER`` has a file for each code, ``/404/orders`` is answered by the
example of 404, and the first line that is printed names framework and version.
"""

import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from runpy import run_path
from typing import Any


def main(folder: str, port: str) -> None:
    fastapi: Any = import_module("fastapi")
    everything = fastapi.FastAPI()
    for path in sorted(Path(folder).iterdir()):
        app = fastapi.FastAPI()
        run_path(str(path), {"app": app})
        everything.mount(f"/{path.stem}", app)
    print(f"FastAPI {version('fastapi')}, Starlette {version('starlette')}", flush=True)
    import_module("uvicorn").run(everything, port=int(port), log_level="error")


if __name__ == "__main__":
    main(*sys.argv[1:])
