"""What is shown in place of a page whose file cannot be read."""

from statusref.domain.description.blocks import Description, Head
from statusref.domain.errors import ResourceError
from statusref.domain.markdown import Span


def describe_damage(error: ResourceError, title: str = "") -> Description:
    """Describe a page that shows the error. ``title`` is the title of the page that could not be read, if known."""
    return Description(Head("", title, summary=(Span(str(error)),)), tuple, error.file)
