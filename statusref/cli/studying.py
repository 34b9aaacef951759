"""``study --due``, ``study --plan`` and ``export anki``."""

from datetime import UTC, datetime
from pathlib import Path

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.requests import ExportAnkiCommand, StudyDueCommand, StudyPlanCommand
from statusref.cli.shapes import indented
from statusref.cli.user_data import open_core, tell_of_read_only
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.study.anki import export_anki
from statusref.study.cards import Card
from statusref.study.decks import everything
from statusref.study.loading import load_cards


def print_due(command: StudyDueCommand, root: Path, library: Library, console: Console) -> int:
    """Print what is due today. Raises ResourceError and OSError; if the data file cannot be used, stderr says so."""
    with open_core(root, library, console, command.language) as core:
        due = core.study.due(everything())
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
    for entry in {card.entries[0].id: card.entries[0] for card in due.cards}.values():
        console.print(f"  {entry.id}  {entry.phrase}  {entry.korean}")
    return OK


def print_plan(command: StudyPlanCommand, root: Path, library: Library, console: Console) -> int:
    """Print the new cards of each coming day. Raises ResourceError and OSError, as ``print_due`` does."""
    with open_core(root, library, console, command.language) as core:
        plan = core.study.plan(everything(), command.days)
    if command.json:
        days = [
            {"day": number, "date": day.day.isoformat(), "new": [_planned(card) for card in day.new]}
            for number, day in enumerate(plan, start=1)
        ]
        console.print(indented({"days": days}))
        return OK
    text = library.words.text
    for number, day in enumerate(plan, start=1):
        heading = text("cli.study.plan.day", command.language, number=number, day=day.day.isoformat(), new=len(day.new))
        console.print(heading)
        for card in day.new:
            kind = text(f"cli.study.kind.{card.kind.value}", command.language)
            console.print(f"  {' · '.join(entry.id for entry in card.entries)}  {kind}")
    return OK


def _planned(card: Card) -> dict[str, object]:
    return {"id": card.id, "kind": card.kind.value, "codes": [entry.id for entry in card.entries]}


def write_anki(command: ExportAnkiCommand, root: Path, library: Library, console: Console) -> int:
    """Write the Anki package. Raises ResourceError."""
    cards = load_cards(root, library.catalogue)
    tell_of_read_only(library, console, command.language)

    def summary(entry_id: str, language: Language) -> str:
        return library.prose.page(entry_id, language).summary

    try:
        notes = export_anki(cards, summary, Path(command.path), datetime.now(UTC))
    except OSError as error:
        reason = error.strerror or str(error)
        problem = library.words.text("export.failed", command.language, path=quoted(command.path), reason=reason)
        console.complain(problem)
        return NOTHING
    console.print(library.words.text("cli.export.anki", command.language, count=notes, path=command.path))
    return OK
