"""What can be wrong with a file that is to be imported. Nothing has been changed when one of these is raised."""


class ImportFileError(Exception):
    """The file cannot be imported. The window words each kind; ``str(error)`` is one English line."""


class UnreadableError(ImportFileError):
    """The operating system could not read the file; ``reason`` is its word."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"cannot be read: {reason}")
        self.reason = reason


class TooLargeError(ImportFileError):
    """The file has more bytes, or reviews, than ``limit``."""

    def __init__(self, limit: int, what: str) -> None:
        super().__init__(f"more than {limit} {what}")
        self.limit = limit
        self.what = what


class NotJsonError(ImportFileError):
    """The file is no JSON, or cut short; ``reason`` names line and column."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"no valid JSON: {reason}")
        self.reason = reason


class NotOursError(ImportFileError):
    """The file is JSON, but none that this application exported."""

    def __init__(self) -> None:
        super().__init__("no export of StatusRef")


class NewerFormatError(ImportFileError):
    """A newer version of the application wrote the file."""

    def __init__(self, version: int) -> None:
        super().__init__(f"format version {version} is from a newer version of StatusRef")
        self.version = version


class InvalidContentError(ImportFileError):
    """Something in the file is not what it must be; ``place`` says where, such as ``cards[3].due``."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason
