"""The commands that need the window: open it, or save a picture of it."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSize, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from statusref import __version__
from statusref.app.bootstrap import Application
from statusref.app.errors import tell_resource_error
from statusref.app.handover import PATIENCE_S, hand_over
from statusref.app.instance import listen
from statusref.app.program import Program
from statusref.app.request_queue import RequestQueue
from statusref.app.windows import Windows
from statusref.cli.console import Console
from statusref.cli.exit_codes import NOTHING, OK, RESOURCES
from statusref.cli.requests import OpenWindow, ScreenshotCommand
from statusref.domain.errors import ResourceError
from statusref.domain.links import Link, LinkKind, choice_link, code_link, note_link
from statusref.pages import LOOKUP
from statusref.resources import resource_root
from statusref.system import channel
from statusref.system.machine import Machine
from statusref.system.paths import Paths, standard_paths
from statusref.theme.tokens import DARK, LIGHT

_LATER_MS = 2000
_STARTING_S = 5.0
"""How long a program that was a moment faster is waited for: it has no time for others before its window is there."""


def open_window(request: OpenWindow, keep_for_next_start: Callable[[], None]) -> int:
    """Open the window and stay until it is closed. Return the exit code.

    ``keep_for_next_start`` is called some time after the window has been painted.
    """
    qt = make_qt([])
    machine = Machine.this()
    queue = RequestQueue()
    address = channel.address(machine)
    instance = listen(machine, address, queue.add)
    if instance is None:
        patience_s = _STARTING_S if channel.is_starting(machine, address) else PATIENCE_S
        if hand_over(sys.argv[1:], machine, patience_s=patience_s):
            return OK
    else:
        QTimer.singleShot(0, instance.tell_started)
    try:
        return _stay_open(qt, machine, request, queue, keep_for_next_start)
    except ResourceError as error:
        tell_resource_error(error)
        return RESOURCES
    finally:
        if instance is not None:
            instance.close()


def _stay_open(
    qt: QApplication, machine: Machine, request: OpenWindow, queue: RequestQueue, later: Callable[[], None]
) -> int:
    windows = Windows(qt, resource_root(), standard_paths(machine))
    windows.answer(request._replace(toggle=False, new_window=False), "")
    queue.answer_with(windows.answer)
    QTimer.singleShot(_LATER_MS, later)
    try:
        return qt.exec()
    finally:
        windows.close()


def take_screenshot(request: ScreenshotCommand) -> int:
    """Save a picture of the window as a PNG, without a display. Return the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(request.scale)
    qt = make_qt([])
    # The user's files are neither read nor written, so that the picture is the same on every machine.
    nowhere = Path(os.devnull)
    try:
        paths = Paths(nowhere / "settings", nowhere / "data", nowhere / "log")
        application = Application(Program(qt, resource_root(), paths))
        problem = draw(application, request)
    except ResourceError as error:
        tell_resource_error(error)
        return RESOURCES
    if problem:
        Console.of_process().complain(problem)
        return NOTHING
    if not application.window.grab().save(request.path):
        Console.of_process().complain(f"cannot write {request.path}")
        return NOTHING
    return OK


def draw(application: Application, request: ScreenshotCommand) -> str:
    """Show in the window what ``request`` asks for, completely painted. Return why it cannot be, or an empty text."""
    application.program.translation.use(request.language)
    application.localizer.use(request.language)
    application.preferences.changed.emit()
    application.theme.apply(tokens=DARK if request.theme.value == "dark" else LIGHT)
    window = application.window
    window.resize(QSize(*request.size) if request.size else QSize(1180, 780))
    window.show()
    engine = application.core.engine
    for _ in engine.prepare():
        pass
    window.lookup.panel.be_ready(engine.codes, engine.neighbour_count)
    if request.code is not None and not application.navigation.go(code_link(request.code)):
        return _no_page(request.code)
    if request.query is not None:
        window.top.field.setText(request.query)
    place = _place(request)
    if place is not None:
        if request.compare is not None:
            from statusref.domain.comparison.pins import pinned  # noqa: PLC0415 - the window does without it

            # The page would show those that it can, and say this above them.
            _, problem = pinned(application.core.library, request.compare.split(","))
            if problem:
                return application.localizer.text(problem.key, **problem.values)
        if not application.navigation.go(place):
            return _no_page(place.target)
    elif request.page != LOOKUP:
        application.navigation.show_page(request.page)
    window.top.field.setFocus()
    application.qt.processEvents()
    window.lookup.detail.finish()
    application.qt.processEvents()
    return ""


def _no_page(name: str) -> str:
    return f"there is no page called {name}"


def _place(request: ScreenshotCommand) -> Link | None:
    """Return the place outside the first page that is asked for."""
    if request.note is not None:
        return note_link(request.note)
    if request.compare is not None:
        return Link(LinkKind.COMPARE, request.compare)
    return None if request.choice is None else choice_link(request.choice)


def make_qt(arguments: list[str]) -> QApplication:
    """Make the QApplication with what must be set before there is a window."""
    qInstallMessageHandler(_on_qt_message)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # Not with QApplication.setStyle: it returns a QStyle, and PySide would make that class with all its enums.
    qt = QApplication(["statusref", "-style", "fusion", *arguments])
    qt.setApplicationName("StatusRef")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("statusref")
    return qt


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if context.category == "qt.accessibility.atspi":
        return  # screen readers ask for what is gone already, such as the rows of the last search
    if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg, QtMsgType.QtWarningMsg}:
        Console.of_process().remark(f"Qt: {message}")
