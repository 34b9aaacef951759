"""What is shown where a class is chosen and no code: what the class means, its rules, its unassigned ranges."""

from pathlib import Path

from statusref.domain.catalogue import Catalogue
from statusref.domain.chips import class_chip
from statusref.domain.class_filter import ClassFilter
from statusref.domain.markdown import Span
from statusref.domain.overviews import Overview, load_overview
from statusref.domain.words import Words
from statusref.theme.tokens import Tone
from statusref.views.localizer import Localizer
from statusref.views.page_header import HeaderContent
from statusref.views.page_writer import PageWriter


class ClassPage:
    """Writes the overviews."""

    def __init__(self, root: Path, catalogue: Catalogue, words: Words, localizer: Localizer) -> None:
        self._root = root
        self._catalogue = catalogue
        self._words = words
        self._localizer = localizer

    def header(self, choice: ClassFilter) -> HeaderContent:
        """What the header shows: the class's name in its colour."""
        status_class = choice.status_class
        if status_class is None:
            tone = Tone.UNOFFICIAL
            return HeaderContent("", self._localizer.text(f"overview.{choice.value}"), "", tone)
        title = class_chip(status_class, self._words, self._localizer.language).removeprefix(status_class.value).strip()
        return HeaderContent(status_class.value, title, "", Tone(status_class.value))

    def summary(self, choice: ClassFilter) -> str:
        """The one sentence."""
        return self._overview(choice).summary

    def write_rest(self, writer: PageWriter, choice: ClassFilter) -> None:
        """Everything below the summary."""
        writer.gap(10)
        writer.markdown(self._overview(choice).body)
        status_class = choice.status_class
        if status_class is not None:
            writer.label(self._localizer.text("overview.ranges"))
            spans = self._catalogue.unassigned_in(status_class)
            text = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spans)
            writer.body((Span(text),))
            writer.body((Span(self._localizer.text("overview.unknown", code=status_class.first)),), quiet=True)

    def _overview(self, choice: ClassFilter) -> Overview:
        return load_overview(self._root, choice.value, self._localizer.language)
