"""At the end of the program, asks about changes that are in memory only, because their file cannot be used."""

from PySide6.QtWidgets import QMessageBox

from statusref.app.file_dialogs import FileDialogs
from statusref.app.problems import problem_message
from statusref.core.clock import now_here
from statusref.study.export_file import export_everything
from statusref.userdata.user_data import UserData
from statusref.views.localizer import Localizer


def ask_about_unsaved(data: UserData, localizer: Localizer) -> None:
    """Return when all is saved, in its file or elsewhere, or when the user gives it up."""
    text = localizer.text
    failure = ""
    while not data.save():
        box = QMessageBox(QMessageBox.Icon.Warning, "StatusRef", text("unsaved.title"))
        reason = "" if data.problem is None else problem_message(data.problem, localizer)
        box.setInformativeText("\n\n".join(filter(None, (reason, text("unsaved.what"), failure))))
        again = box.addButton(text("unsaved.again"), QMessageBox.ButtonRole.AcceptRole)
        elsewhere = box.addButton(text("unsaved.elsewhere"), QMessageBox.ButtonRole.ActionRole)
        give_up = box.addButton(text("unsaved.give-up"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(again)
        box.setEscapeButton(again)
        box.exec()
        chosen = box.clickedButton()
        if chosen is give_up:
            return
        failure = ""
        if chosen is elsewhere:
            path = FileDialogs(None).to_write(text("unsaved.elsewhere"), _name(), "JSON (*.json)")
            if path is None:
                continue
            try:
                export_everything(data.storage, path)
            except OSError as error:
                failure = text("study.data.write-failed", path=path, reason=error.strerror or error)
            else:
                return


def _name() -> str:
    return f"statusref-{now_here().date().isoformat()}.json"
