"""Where the resource files lie: the one place that knows.

A checkout keeps them in ``resources/`` beside the package; a wheel carries them inside the package as
``_resources`` (see ``force-include`` in ``pyproject.toml``).
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_root() -> Path:
    """Return the folder that holds ``registry.json``, ``codes/``, ``notes/`` and the rest.

    The folder of a checkout wins, so that a sentence corrected in an editor shows on the next start.
    """
    checkout = _PACKAGE.parent / "resources"
    return checkout if (checkout / "registry.schema.json").is_file() else _PACKAGE / "_resources"
