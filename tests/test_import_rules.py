"""The rules for imports, which are read from the table in ``docs/architecture.md``."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGE = CHECKOUT / "statusref"

EVERYTHING = frozenset({"everything"})


def rooms_of(page: str) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """The rows of the table: name of the room, rooms that it may import, modules of Qt that it may import."""
    table = page.partition("<!-- rooms -->")[2].partition("<!-- end of rooms -->")[0].strip()
    for row in table.split("\n")[2:]:
        name, _, imports, qt = (cell.strip() for cell in row.strip("|").split("|"))
        yield name.strip("`"), frozenset(imports.split()) - {"–"}, frozenset(qt.split()) - {"–"}


ROOMS = list(rooms_of((CHECKOUT / "docs" / "architecture.md").read_text("utf-8")))
# The package itself (``statusref``, with the version) may be imported everywhere.
MAY_IMPORT = {name: imports for name, imports, _ in ROOMS} | {"__main__": frozenset({"app"})}
# A room that is not in here must work without Qt.
MAY_IMPORT_QT = {name: qt for name, _, qt in ROOMS if qt}
WITHOUT_QT = sorted(MAY_IMPORT.keys() - MAY_IMPORT_QT.keys() - {"__main__"})


def module_name(path: Path) -> str:
    parts = path.relative_to(CHECKOUT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def room(module: str) -> str:
    """Return the room of a module: ``domain`` for ``statusref.domain.status``, empty for ``statusref``."""
    inner = "/".join(module.split(".")[1:3])
    return inner if inner in MAY_IMPORT else inner.partition("/")[0]


def imported(tree: ast.AST) -> Iterator[str]:
    """All modules that are imported anywhere in ``tree``, also inside functions and ``if TYPE_CHECKING``."""
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom():
                assert node.level == 0, f"line {node.lineno}: a relative import"
                module = node.module or ""
                for alias in node.names:
                    assert alias.name != "*", f"line {node.lineno}: import *"
                    inner = f"{module}.{alias.name}"
                    yield inner if inner in FILES or module == "PySide6" else module


@cache
def imports() -> dict[str, set[str]]:
    """What each module imports."""
    return {name: set(imported(ast.parse(path.read_text("utf-8")))) for name, path in FILES.items()}


def test_the_scan_saw_the_program() -> None:
    """If no modules were found, the other tests would check nothing."""
    assert {room(name) for name in FILES} - {""} == MAY_IMPORT.keys()
    assert len(FILES) > 100
    assert "statusref.domain.status" in imports()["statusref.domain.class_filter"]
    assert "PySide6.QtWidgets" in imports()["statusref.views.main_window"]
    assert "statusref.app.window_command" in imports()["statusref.app.window_request"]


def test_a_module_imports_only_what_its_room_may() -> None:
    wrong = []
    for module, names in imports().items():
        here = room(module)
        allowed = MAY_IMPORT.get(here, frozenset())
        if allowed != EVERYTHING:
            ours = {name for name in names if name.startswith("statusref.") and room(name) != here}
            wrong += [f"{module} imports {name}" for name in ours if room(name) not in allowed]
    assert not wrong, "\n".join(wrong)


def test_a_module_imports_only_the_qt_its_room_may() -> None:
    """``PySide6`` alone is wrong, too: the module of Qt is to be named."""
    wrong = []
    for module, names in imports().items():
        allowed = {f"PySide6.{name}" for name in MAY_IMPORT_QT.get(room(module), ())}
        qt = {".".join(name.split(".")[:2]) for name in names if name.split(".")[0] == "PySide6"}
        wrong += [f"{module} imports {name}" for name in qt - allowed]
    assert not wrong, "\n".join(wrong)


def test_no_module_imports_itself_over_others() -> None:
    graph = {name: {other for other in found if other in FILES} for name, found in imports().items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_the_start_loads_no_qt() -> None:
    """``app/main.py`` and ``__main__.py`` may import what loads Qt only inside functions."""
    for module in ("statusref.app.main", "statusref.__main__"):
        tree = ast.parse(FILES[module].read_text("utf-8"))
        at_once = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        names = {name for node in at_once for name in imported(node)}
        assert {room(name) for name in names if name.startswith("statusref")} <= {"app", "system"}
        assert not {name for name in names if name.startswith("PySide6")}


def test_a_second_start_loads_next_to_nothing() -> None:
    code = (
        "import sys\nbefore = set(sys.modules)\n"
        "from statusref.app.handover import hand_over\nfrom statusref.system.machine import Machine\n"
        "here = Machine.this()\n"
        "hand_over(['404'], Machine(here.platform, {**here.environment, 'DISPLAY': ':0'}, '/nonexistent'))\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    loaded = run(code).split()
    assert "statusref.app.handover" in loaded
    assert not {"pathlib", "json", "typing", "socket", "PySide6"} & set(loaded)
    assert len(loaded) < 30, "some of them Python may have loaded already"


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_everything_below_the_models_works_without_qt() -> None:
    """All these modules are imported in a process in which importing PySide6 fails."""
    modules = [name for name in FILES if room(name) in {*WITHOUT_QT, ""}]
    modules += ["statusref.app.main", "statusref.app.handover"]
    assert {"statusref.cli.program", "statusref.search.engine", "statusref.domain.registry"} < set(modules)
    code = "import importlib, sys\nsys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
    code += f"for name in {modules!r}:\n    importlib.import_module(name)\nprint(len(sys.modules) > 0)"
    assert run(code) == "True\n"


def test_a_command_that_prints_never_loads_qt() -> None:
    code = (
        "import sys\nfrom statusref.app.main import main\n"
        "for line in (['show', '404'], ['search', 'not found'], ['list'], ['--version']):\n    assert main(line) == 0\n"
        "loaded = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
        "sys.exit(str(loaded) if loaded else 0)"
    )
    assert "404" in run(code)
