"""The error of a resource file."""


class ResourceError(Exception):
    """A resource file is missing or damaged, or has a value that is not allowed.

    ``file`` names the file, ``entry`` the entry in it (or None), ``field`` the field of that (or None). ``reason`` says
    in a few English words what is wrong. ``str(error)`` is one line with all of them.
    """

    def __init__(self, file: str, reason: str, *, entry: str | None = None, field: str | None = None) -> None:
        self.file = file
        self.entry = entry
        self.field = field
        self.reason = reason
        place = [file]
        if entry is not None:
            place.append(f"entry {entry}")
        if field is not None:
            place.append(f"field {field}")
        super().__init__(f"{', '.join(place)}: {reason}")
