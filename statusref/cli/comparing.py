"""``statusref compare``: codes side by side, as text, as a Markdown table, as JSON."""

from collections.abc import Iterator

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.requests import CompareCommand
from statusref.cli.shapes import Shape, indented
from statusref.domain.columns import wrapped
from statusref.domain.comparison import MOST, Comparison, column_title, compare
from statusref.domain.library import Library
from statusref.domain.status import Entry


def print_comparison(command: CompareCommand, library: Library, console: Console) -> int:
    """Print the comparison and return the exit code."""

    def refuse(key: str, **values: object) -> int:
        console.complain(library.words.text(key, command.language, **values))
        return NOTHING

    entries: list[Entry] = []
    for text in command.targets:
        found = [target for target in library.catalogue.find(text) if isinstance(target, Entry)]
        if not found:
            return refuse("cli.show.no_such_id", text=quoted(text))
        # A number that several use: the registered use, or all where there is none.
        entries += found[:1] if found[0].official else found
    comparison = compare(library, entries, command.language)
    if len(comparison.entries) < 2:
        return refuse("cli.compare.too_few")
    if len(comparison.entries) > MOST:
        return refuse("cli.compare.too_many", most=MOST)
    if command.json:
        console.print(indented(_shape(comparison)))
    elif command.markdown:
        console.print("\n".join(_markdown(comparison)))
    else:
        same = library.words.text("cli.compare.same", command.language, labels="{labels}")
        console.print("\n".join(_lines(comparison, same, console.width)))
    return OK


def _lines(comparison: Comparison, same: str, width: int | None) -> Iterator[str]:
    """Yield what tells the codes apart, each fact that differs with its values below it, and what is the same."""
    for difference in comparison.differences:
        yield from wrapped(f"{' · '.join(difference.ids)}  {difference.text}", width, 2)
    titles = [column_title(entry) for entry in comparison.entries]
    margin = max(map(len, titles)) + 4
    for row in comparison.rows:
        if row.differs:
            yield from ("", row.label)
            for title, value in zip(titles, row.values, strict=True):
                yield from wrapped(f"  {title.ljust(margin - 4)}  {value}", width, margin)
    alike = [f"{row.label} ({row.values[0]})" for row in comparison.rows if not row.differs]
    if alike:
        yield ""
        yield from wrapped(same.format(labels=", ".join(alike)), width, 2)


def _markdown(comparison: Comparison) -> Iterator[str]:
    titles = [column_title(entry) for entry in comparison.entries]
    yield f"| | {' | '.join(titles)} |"
    yield f"|---|{'---|' * len(titles)}"
    for row in comparison.rows:
        yield f"| {' | '.join(_cell(text) for text in (row.label, *row.values))} |"
    if comparison.differences:
        yield ""
    for difference in comparison.differences:
        yield f"- {' · '.join(difference.ids)}: {difference.text}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _shape(comparison: Comparison) -> Shape:
    ids = [entry.id for entry in comparison.entries]
    return {
        "codes": ids,
        "differences": [{"ids": list(pair), "text": text} for pair, text in comparison.differences],
        "rows": [
            {
                "key": row.key.partition(".")[2],
                "label": row.label,
                "differs": row.differs,
                "values": dict(zip(ids, row.values, strict=True)),
            }
            for row in comparison.rows
        ],
    }
