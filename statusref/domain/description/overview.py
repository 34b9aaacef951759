"""What the overview of a class filter contains: what the class means, its rules, its unassigned numbers."""

from collections.abc import Iterator

from statusref.domain.class_filter import ClassFilter
from statusref.domain.description.blocks import Description, Head, Part
from statusref.domain.description.prose_blocks import prose_blocks
from statusref.domain.library import Library
from statusref.domain.markdown import Paragraph, Span
from statusref.domain.overviews import load_overview, overview_file
from statusref.domain.text import Language


def describe_overview(library: Library, choice: ClassFilter, language: Language) -> Description:
    """Describe the overview of ``choice``. Raises ResourceError if its file is missing or wrong."""
    overview = load_overview(library.root, choice.value, language)
    status_class = choice.status_class
    number = status_class.value if status_class else ""
    title = library.words.text(f"class.{number}" if status_class else f"overview.{choice.value}", language)
    head = Head(number, title, tone=status_class, summary=(Span(overview.summary),))
    return Description(
        head, lambda: _parts(library, choice, overview.body, language), overview_file(choice.value, language)
    )


def _parts(library: Library, choice: ClassFilter, body: str, language: Language) -> Iterator[Part]:
    yield Part("", prose_blocks(body))
    status_class = choice.status_class
    if status_class is not None:
        spans = library.catalogue.unassigned_in(status_class)
        ranges = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spans)
        unknown = library.words.text("overview.unknown", language, code=status_class.first)
        yield Part(
            library.words.text("overview.ranges", language),
            (Paragraph((Span(ranges),)), Paragraph((Span(unknown),), quiet=True)),
        )
