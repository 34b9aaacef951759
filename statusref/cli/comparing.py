"""``statusref compare``: codes and their neighbours side by side, as text, as a Markdown table, as JSON."""

from collections.abc import Iterator

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.requests import CompareCommand
from statusref.cli.shapes import indented
from statusref.domain.columns import wrapped
from statusref.domain.comparison.comparing import compare
from statusref.domain.comparison.formats import markdown
from statusref.domain.comparison.parts import Comparison, column_title
from statusref.domain.comparison.pins import pinned
from statusref.domain.library import Library
from statusref.domain.shapes import Shape


def print_comparison(command: CompareCommand, library: Library, console: Console) -> int:
    """Print the comparison and return the exit code. Raises ResourceError."""
    language = command.language
    entries, problem = pinned(library, command.targets)
    if problem is not None:
        values = {name: quoted(str(value)) for name, value in problem.values.items()}
        console.complain(library.words.text(problem.key, language, **values))
        return NOTHING
    if len(entries) < 2:
        console.complain(library.words.text("cli.compare.too_few", language))
        return NOTHING
    comparison = compare(library, entries, language)
    if command.json:
        console.print(indented(_shape(comparison)))
    elif command.markdown:
        console.print(markdown(comparison))
    else:
        same = library.words.text("compare.same", language, labels="{labels}")
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
