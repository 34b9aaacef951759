"""Two texts of one memo become one, where both were written without knowing of the other."""

_RULE = "\n\n---\n\n"


def both_texts(later: str, earlier: str) -> str:
    """Return the later text followed by the parts that only the earlier one has. Joining again changes nothing."""
    parts = later.split(_RULE)
    missing = [part for part in earlier.split(_RULE) if part not in parts and not later.startswith(part)]
    return _RULE.join([*parts, *missing]) if later else ""
