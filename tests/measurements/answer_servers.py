"""How the examples of each framework are served."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.measurements.redirect_clients import MissingClientError, run

SERVERS = Path(__file__).parent / "servers"


@dataclass(frozen=True)
class Started:
    """What to start, and where."""

    command: list[str]
    folder: Path = Path()
    environment: dict[str, str] = field(default_factory=dict)


Examples = dict[str, str]  # by code
Start = Callable[[Path, Examples, int], Started]
"""From a folder of one's own, the examples and the port to what is started. Raises MissingClientError."""


def _written(folder: Path, examples: Examples) -> str:
    """Write a file for each example, as the servers read them."""
    folder.mkdir()
    for code, text in examples.items():
        (folder / f"{code}.txt").write_text(text, "utf-8")
    return str(folder)


def _script(command: list[str], name: str, folder: Path) -> Start:
    def start(own: Path, examples: Examples, port: int) -> Started:
        return Started([*command, str(SERVERS / name), _written(own / "examples", examples), str(port)], folder)

    return start


def _go(own: Path, examples: Examples, port: int) -> Started:
    functions = [text.replace("func order(", f"func order{code}(") for code, text in examples.items()]
    routes = [f'http.HandleFunc("/{code}/orders", order{code})' for code in examples]
    source = _filled("go_server.go", EXAMPLES="\n\n".join(functions), ROUTES="\n\t".join(routes))
    (own / "main.go").write_text(source, "utf-8")
    # `go run` would leave the server behind when it is ended.
    return Started(["sh", "-c", f"go build main.go && exec ./main '' {port}"], own)


def _spring(class_path: str) -> Start:
    def start(own: Path, examples: Examples, port: int) -> Started:
        classes = [
            f'@RestController @RequestMapping("/{code}")\nclass Code{code} {{\n{text}\n}}'
            for code, text in examples.items()
        ]
        names = ", ".join(f"Code{code}.class" for code in examples)
        path = own / "SpringServer.java"
        path.write_text(_filled(path.name, EXAMPLES="\n\n".join(classes), CLASSES=names), "utf-8")
        compiled = run(["javac", "-cp", class_path, "-d", str(own), str(path)])
        if compiled.returncode:
            raise MissingClientError(compiled.stderr.strip().splitlines()[0])
        return Started(["java", "-cp", f"{own}:{class_path}", "SpringServer", "", str(port)])

    return start


def _laravel(autoload: str) -> Start:
    def start(own: Path, examples: Examples, port: int) -> Started:
        folder = _written(own / "examples", {code: f"<?php\n{text}" for code, text in examples.items()})
        name_and_serve = 'php "$0" && exec php -S "$1" "$0"'
        command = ["sh", "-c", name_and_serve, str(SERVERS / "laravel_server.php"), f"127.0.0.1:{port}"]
        return Started(command, own, {"EXAMPLES": folder, "AUTOLOAD": autoload})

    return start


def _filled(name: str, **parts: str) -> str:
    text = (SERVERS / name).read_text("utf-8")
    for part, filling in parts.items():
        text = text.replace(part, filling)
    return text


def servers(python: str, node_modules: Path, spring: str, laravel: str) -> dict[str, Start]:
    """All that can be started, by the framework's id."""
    return {
        "spring": _spring(spring),
        "express": _script(["node"], "express_server.mjs", node_modules),
        "fastapi": _script([python], "fastapi_server.py", Path()),
        "django": _script([python], "django_server.py", Path()),
        "go": _go,
        "laravel": _laravel(laravel),
        "rails": _script(["ruby"], "rails_server.rb", Path()),
    }
