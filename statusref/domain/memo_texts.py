"""Joins two texts of one memo that were written independently, on two computers."""

_RULE = "\n\n---\n\n"


def both_texts(later: str, earlier: str) -> str:
    """Return the later text, then the parts that only the earlier one has; lines ``---`` stand between them.

    If the later text is empty, the memo was removed, and the result is empty. Joining the same texts again changes
    nothing.
    """
    parts = later.split(_RULE)
    missing = [part for part in earlier.split(_RULE) if part not in parts and not later.startswith(part)]
    return _RULE.join([*parts, *missing]) if later else ""
