"""The only place that knows where the resource files lie.

In a checkout they are in ``resources/`` beside the package. In a wheel they are inside the package as ``_resources``
(see ``force-include`` in ``pyproject.toml``).
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_root() -> Path:
    """Return the folder that holds ``registry.json``, ``codes/``, ``notes/`` and the rest.

    A checkout uses its own folder, so that a sentence corrected in an editor is shown after the next start.
    """
    checkout = _PACKAGE.parent / "resources"
    return checkout if (checkout / "registry.schema.json").is_file() else _PACKAGE / "_resources"
