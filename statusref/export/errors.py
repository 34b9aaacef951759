"""Why an export is not made."""


class CannotExportError(Exception):
    """The export cannot be made. ``key`` is the key of the sentence that says why, ``values`` fill it in."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(f"{key} {values}")


class CancelledError(Exception):
    """The user ended the export."""
