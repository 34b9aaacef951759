"""The page of an entry or a number."""

from statusref.domain.catalogue import Target
from statusref.domain.description.blocks import Description
from statusref.domain.description.entry import describe_entry
from statusref.domain.description.number import describe_number
from statusref.domain.library import Library
from statusref.domain.status import Entry
from statusref.domain.text import Language


def describe_target(library: Library, target: Target, language: Language) -> Description:
    """Describe the page of an entry or of a number that no entry has.

    Raises ResourceError if a file is missing or wrong, or if a word is missing.
    """
    if isinstance(target, Entry):
        return describe_entry(library, target, language)
    return describe_number(library, target, language)
