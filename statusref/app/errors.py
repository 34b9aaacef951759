"""Dialogs of last resort: for a resource file that cannot be used, and for a bug in the program."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from statusref import __version__
from statusref.cli.console import Console
from statusref.domain.errors import ResourceError
from statusref.domain.text import Language, Text
from statusref.system.machine import system_name

_LOG_LIMIT = 256 * 1024

# These texts are not in ``words.json``, because that may be the damaged file.
_CANNOT_START = Text(
    "StatusRef를 시작할 수 없습니다. 프로그램의 파일이 손상되었습니다.",
    "StatusRef cannot start: a file of its own is damaged.",
)
_CRASHED = Text(
    "StatusRef에 오류가 생겼습니다. 내 데이터는 안전합니다.",
    "StatusRef met an error of its own. Your data is safe.",
)
_ALSO_IN = Text("보고서는 {path}에도 있습니다.", "The report is also in {path}")
_COPY = Text("보고서 복사", "Copy report")


def _language() -> Language:
    """The language of the window, or that of the system as long as there is no window."""
    return Language.from_locale(QLocale().name())


def tell_resource_error(error: ResourceError) -> None:
    """Name the file and the reason, on stderr and, unless the platform is offscreen, in a dialog."""
    Console.of_process().complain(str(error))  # the user may have started the program in a terminal
    if QGuiApplication.platformName() != "offscreen":
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

        box = QMessageBox(
            QMessageBox.Icon.Critical,
            "StatusRef",
            _CANNOT_START[_language()],
        )
        box.setInformativeText(str(error))
        box.exec()


class CrashHook:
    """Replaces ``sys.excepthook``. A bug is logged, then shown in one dialog with a button that copies the report.

    The report holds version, platform and traceback, never what the user typed or pasted.
    """

    def __init__(self, log: Path) -> None:
        self._log = log
        self._showing = False

    def install(self) -> None:
        """Become ``sys.excepthook``."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = make_report(error)
        Console.of_process().remark(report)
        self._write_log(report)
        if QApplication.instance() is not None and not self._showing:
            self._showing = True
            self._show(report)
            self._showing = False

    def _write_log(self, report: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            old = self._log.read_text("utf-8", "replace")[-_LOG_LIMIT:] if self._log.exists() else ""
            self._log.write_text(old + report + "\n", "utf-8")
        except OSError:
            # The report is on stderr and in the dialog all the same.
            return

    def _show(self, report: str) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

        box = QMessageBox(
            QMessageBox.Icon.Critical,
            "StatusRef",
            _CRASHED[_language()],
        )
        box.setInformativeText(_ALSO_IN[_language()].format(path=self._log))
        box.setDetailedText(report)
        copy = box.addButton(_COPY[_language()], QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        box.exec()


def make_report(error: BaseException) -> str:
    """Return version, platform and traceback as text. Paths are cut to the part inside this program."""
    import traceback  # noqa: PLC0415 - only needed after a bug

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f'  File "{_short(frame.filename)}", line {frame.lineno}, in {frame.name}' for frame in frames]
    # The text of the exception may quote what the user typed, so only its type is reported.
    python = ".".join(map(str, sys.version_info[:3]))
    head = f"StatusRef {__version__}, Qt {qVersion()}, Python {python}, {system_name()}"
    return "\n".join([head, "Traceback (most recent call last):", *lines, type(error).__name__, ""])


def _short(path: str) -> str:
    parts = Path(path).parts
    return str(Path(*parts[parts.index("statusref") :])) if "statusref" in parts else Path(path).name
