"""``study --due`` and ``export anki``."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.requests import ExportAnkiCommand, StudyDueCommand
from statusref.cli.shapes import indented
from statusref.core.core import Core
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.study.anki import export_anki
from statusref.study.decks import Deck, DeckKind
from statusref.study.due import DueToday
from statusref.study.loading import load_cards
from statusref.userdata.place import data_file


def print_due(command: StudyDueCommand, root: Path, library: Library, console: Console) -> int:
    """Print what is due today. Raises ResourceError and OSError; if the data file cannot be used, stderr says so."""
    path = data_file(os.environ, sys.platform, Path.home())
    if path.exists():
        due = _due(path, root, library, console, command.language)
    else:
        # Nothing was studied yet. The command must not make the file.
        with TemporaryDirectory() as folder:
            due = _due(Path(folder) / path.name, root, library, console, command.language)
    if command.json:
        console.print(indented(due.to_json()))
        return OK
    counts = due.counts
    text = library.words.text
    console.print(
        text(
            "cli.study.due",
            command.language,
            day=due.day.isoformat(),
            total=counts.total,
            review=counts.review,
            learning=counts.learning,
            new=counts.new,
        )
    )
    for number in dict.fromkeys(entry.id for card in due.cards for entry in card.entries[:1]):
        entry = library.catalogue.get(number)
        if entry is not None:
            console.print(f"  {entry.id}  {entry.phrase}  {entry.korean}")
    return OK


def write_anki(command: ExportAnkiCommand, root: Path, library: Library, console: Console) -> int:
    """Write the Anki package. Raises ResourceError."""
    cards = load_cards(root, library.catalogue)

    def summary(entry_id: str, language: Language) -> str:
        return library.prose.page(entry_id, language).summary

    try:
        notes = export_anki(cards, summary, Path(command.path), datetime.now(UTC))
    except OSError as error:
        reason = error.strerror or str(error)
        console.complain(
            library.words.text("cli.export.failed", command.language, path=quoted(command.path), reason=reason)
        )
        return NOTHING
    console.print(library.words.text("cli.export.anki", command.language, count=notes, path=command.path))
    return OK


def _due(path: Path, root: Path, library: Library, console: Console, language: Language) -> DueToday:
    core = Core(root, path)
    if core.data.problem is not None:
        reason = type(core.data.problem).__name__
        console.complain(library.words.text("cli.study.unusable", language, path=path, reason=reason))
    everything = Deck(DeckKind.ALL, "", frozenset(entry.id for entry in library.catalogue.entries))
    due = core.study.due(everything)
    core.close()
    return due
