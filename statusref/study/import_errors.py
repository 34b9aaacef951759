"""Errors of a file that the user wants to import. They are raised before any user data is changed."""


class ImportFileError(Exception):
    """The file cannot be imported. The window translates each subclass; ``str(error)`` is one line of English."""


class UnreadableError(ImportFileError):
    """The file could not be read. ``reason`` is the operating system's message."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"cannot be read: {reason}")
        self.reason = reason


class TooLargeError(ImportFileError):
    """The file has more than ``limit`` bytes or reviews; ``what`` says which of them."""

    def __init__(self, limit: int, what: str) -> None:
        super().__init__(f"more than {limit} {what}")
        self.limit = limit
        self.what = what


class NotJsonError(ImportFileError):
    """The file is not JSON, or ends too early. ``reason`` names line and column."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"no valid JSON: {reason}")
        self.reason = reason


class NotOursError(ImportFileError):
    """The file is JSON that this application did not export."""

    def __init__(self) -> None:
        super().__init__("no export of StatusRef")


class NewerFormatError(ImportFileError):
    """A newer version of the application wrote the file."""

    def __init__(self, version: int) -> None:
        super().__init__(f"format version {version} is from a newer version of StatusRef")
        self.version = version


class InvalidContentError(ImportFileError):
    """A value in the file is missing or wrong. ``place`` says where, such as ``cards[3].due``."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason
