"""Serve every example of Django under its code, as described in ``fastapi_server.py``."""

import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from runpy import run_path
from types import ModuleType
from typing import Any


def main(folder: str, port: str) -> None:
    settings: Any = import_module("django.conf").settings
    settings.configure(ROOT_URLCONF="answers_urls", ALLOWED_HOSTS=["*"], SECRET_KEY="answers", MIDDLEWARE=[])
    import_module("django").setup()
    route = import_module("django.urls").path
    urls: Any = ModuleType("answers_urls")
    urls.urlpatterns = []
    for path in sorted(Path(folder).iterdir()):
        urls.urlpatterns.append(route(f"{path.stem}/orders", run_path(str(path))["order"]))
    sys.modules[urls.__name__] = urls
    print(f"Django {version('django')}", flush=True)
    server: Any = import_module("django.core.servers.basehttp")
    server.run("127.0.0.1", int(port), import_module("django.core.wsgi").get_wsgi_application())


if __name__ == "__main__":
    main(*sys.argv[1:])
