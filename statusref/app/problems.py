"""What the window says when something is wrong with a file of the user's."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from statusref.userdata.problems import Damaged, DiskFull, Locked, Newer, Problem, ReadOnly, Unavailable


def problem_message(problem: Problem) -> str:
    """One message: what is off, what was set aside, what is safe."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Problems", text)

    match problem:
        case Damaged(path, None, _):
            text = tr("Your data file cannot be read and could not be moved; it is left as it is: {path}. Changes stay in memory.")
            return text.format(path=path)
        case Damaged(_, set_aside, None):
            return tr("Your data file was damaged. It was set aside as {path}; a new one was begun.").format(path=set_aside)
        case Damaged(_, set_aside, backup):
            text = tr("Your data file was damaged. It was set aside as {path}; a new one was begun. Newest good backup: {backup}")
            return text.format(path=set_aside, backup=backup)
        case ReadOnly(path):
            return tr("Your data file cannot be written: {path}. Changes last until the window closes.").format(path=path)
        case Locked(path):
            return tr("Another program holds your data file: {path}. Changes stay in memory until it lets go.").format(path=path)
        case Newer(path, version):
            text = tr("A newer StatusRef wrote your data file (version {version}): {path}. It is left untouched; changes are not saved.")
            return text.format(path=path, version=version)
        case DiskFull(path):
            return tr("The disk is full: {path}. What was saved is safe; new changes are kept in memory and tried again.").format(path=path)
        case Unavailable(path, reason):
            return tr("Your data file cannot be used: {path} ({reason}). Changes last until the window closes.").format(
                path=path, reason=reason
            )
        case _:
            assert_never(problem)
