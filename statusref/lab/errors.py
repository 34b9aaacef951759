"""What can go wrong before and while the lab answers."""


class LabError(Exception):
    """The lab cannot start. ``key`` is the key of the sentence for the user, ``values`` fill in its placeholders."""

    def __init__(self, reason: str, **values: str) -> None:
        self.key = f"lab.error.{reason}"
        self.values = values
        super().__init__(f"{self.key} {values}")


class BadOptionError(Exception):
    """An option of an address cannot be used. ``key`` is the key of the sentence, ``values`` fill its placeholders."""

    def __init__(self, reason: str, name: str, **values: str) -> None:
        self.key = f"lab.option.{reason}"
        self.values = {"name": name, **values}
        super().__init__(f"{self.key} {self.values}")


class ClientLeftError(Exception):
    """The client hung up before its answer was complete."""
