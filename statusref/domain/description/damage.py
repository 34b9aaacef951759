"""What is shown in place of a page whose file cannot be read."""

from statusref.domain.description.blocks import Description, Head
from statusref.domain.errors import ResourceError
from statusref.domain.markdown import Span


def describe_damage(error: ResourceError, title: str = "") -> Description:
    """Describe a page that says what is wrong, under its title where that is known."""
    return Description(Head("", title, summary=(Span(str(error)),)), tuple, error.file)
