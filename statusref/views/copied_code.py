"""A code as text for the clipboard."""

from statusref.domain.catalogue import Target, title
from statusref.domain.status import Entry
from statusref.settings.options import CopyFormat


def copied_code(target: Target, form: CopyFormat) -> str:
    """Return the text in the form that the user chose; a number without a name is the number in every form."""
    if not isinstance(target, Entry):
        return title(target)
    match form:
        case CopyFormat.NUMBER_PHRASE:
            return title(target)
        case CopyFormat.NUMBER:
            return target.number
        case CopyFormat.NUMBER_KOREAN:
            return f"{target.number} {target.korean}"
        case CopyFormat.FULL:
            return f"{title(target)} ({target.korean})"
