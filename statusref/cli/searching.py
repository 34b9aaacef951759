"""``search``: once for the arguments, or for every line of standard input."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from statusref.cli.beside_shapes import beside_shape, foreign_text
from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.neighbours import neighbour_line
from statusref.cli.requests import SearchCommand, SearchLinesCommand
from statusref.cli.shapes import Shapes, array_of_lines, one_line
from statusref.cli.target_lines import target_line
from statusref.domain.library import Library
from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.text import Language
from statusref.search.engine import SearchEngine
from statusref.search.memo_index import BEGINNING
from statusref.search.query import MAX_QUERY
from statusref.search.results import Choice, Comparison, ForeignAnswer, Found, Match, Memo, Results
from statusref.search.saved import saved_parts
from statusref.system.console import text_of
from statusref.system.machine import Machine
from statusref.system.paths import standard_paths

_MAX_LINE = 4 * MAX_QUERY
"""Longer lines of standard input are cut at so many bytes: a line may be a whole file, and the search reads no more."""
_SHOWN_SUGGESTIONS = 5
_KEPT_ANSWERS = 1024
"""So many answers are kept, because lines of a log are often equal. One takes some 2 KB, without the pages in it."""


def search(command: SearchCommand | SearchLinesCommand, library: Library, console: Console) -> int:
    """Search once, or for each line of standard input. Raises ResourceError and OSError."""
    if isinstance(command, SearchCommand):
        return search_once(command, library, console)
    return search_lines(command, library, console)


def search_once(command: SearchCommand, library: Library, console: Console) -> int:
    """Print the results, or that there are none and which codes come near. Raises ResourceError and OSError."""
    results = _prepared_engine(library, console, command.language).search(command.query)
    matches = list(_within_limit(results.matches, command.limit))
    if command.json:
        encoder = _Encoder(Shapes(library))
        console.print(array_of_lines([encoder.encoded(match).decode() for match in matches]))
    else:
        if results.comparison is not None:
            console.print(_compared(results.comparison, command.language))
        for match in matches:
            console.print(_line(match, library, command.language))
    console.stdout.flush()
    _report_missing(command, results, library, console)
    return OK if matches else NOTHING


def search_lines(command: SearchLinesCommand, library: Library, console: Console) -> int:
    """Answer each line of standard input with one line, a JSON array, as soon as it has come.

    Raises ResourceError and OSError.
    """
    engine = _prepared_engine(library, console, command.language)
    encoder = _Encoder(Shapes(library))

    @lru_cache(_KEPT_ANSWERS)
    def answer(query: str) -> list[tuple[bytes, bytes]]:
        return [encoder.parts(match) for match in _within_limit(engine.search(query).matches, command.limit)]

    gc.enable()  # ``main`` turns it off, for commands that end at once; this one may run for hours
    for query in _lines(console.stdin):
        console.stdout.write(b"[%b]\n" % b", ".join([head + tail for head, tail in answer(query)]))
        console.stdout.flush()
    return OK


class _Encoder:
    """Writes results as JSON. The part that does not depend on the query is encoded once for each target."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._heads: dict[str, bytes] = {}

    def encoded(self, match: Match[Found]) -> bytes:
        return b"".join(self.parts(match))

    def parts(self, match: Match[Found]) -> tuple[bytes, bytes]:
        """Return the JSON in two pieces: what does not depend on the query, and what does."""
        target = match.target
        if isinstance(target, ForeignAnswer):  # its sentence has the number, which differs
            head = _utf8(one_line(beside_shape(target)).removesuffix("}"))
        else:
            head = self._heads.get(match.id) or self._heads.setdefault(match.id, self._head(target))
        matched = [{"field": mark.field.value, "text": mark.text, "spans": mark.spans} for mark in match.marks]
        return head, _utf8(f', "score": {round(match.score, 4)}, "matched": {one_line(matched)}}}')

    def _head(self, target: Found) -> bytes:
        if isinstance(target, Note | Neighbour | Message | Choice | ForeignAnswer | Memo):
            shape = beside_shape(target)
        else:
            shape = self._shapes.of(target)
        return _utf8(one_line(shape).removesuffix("}"))


def _within_limit(matches: Sequence[Match[Found]], limit: int) -> Iterator[Match[Found]]:
    """Yield the matches up to the ``limit``-th code; what stands beside the codes does not count."""
    codes = 0
    for match in matches:
        codes += match.is_code
        if codes > limit:
            return
        yield match


def _line(found: Match[Found], library: Library, language: Language) -> str:
    """Return the one line for a result."""
    match target := found.target:
        case Note():
            parts = f"{target.slug:<14}", target.title[language], "note.title"
        case Message():
            parts = f"{target.id:<14}", target.says[language], "message.title"
        case Choice(outcome=outcome):
            parts = target.id, outcome.why[language], "choose.title"
        case Memo(about):
            parts = f"{about.id:<14}", " … ".join(mark.text for mark in found.marks), "memo.title"
        case Neighbour():
            return neighbour_line(target, library, language)
        case ForeignAnswer():
            return foreign_text(target)[language]
        case _:
            return target_line(target, library.words, language)
    name, text, kind = parts
    return f"{name}  {text}  [{library.words.text(kind, language)}]"


def _compared(comparison: Comparison, language: Language) -> str:
    return f"{' / '.join(comparison.pair.ids)}: {comparison.pair.difference[language]}"


def _utf8(json: str) -> bytes:
    """Encode JSON as UTF-8; a lone surrogate becomes a JSON escape."""
    return json.encode("utf-8", "backslashreplace")


def _prepared_engine(library: Library, console: Console, language: Language) -> SearchEngine:
    # A command reads what the window has kept, and leaves no file behind itself.
    paths = standard_paths(Machine.this())
    saved = saved_parts(paths.cache, library.root, writes=False)
    engine = SearchEngine(library.catalogue, library.prose, library, saved)
    for _ in engine.prepare():
        pass
    _put_memos(engine, paths.data, library, console, language)
    return engine


def _put_memos(engine: SearchEngine, path: Path, library: Library, console: Console, language: Language) -> None:
    """Let the user's memos be found. Where their file cannot be read, say so; all else is found."""
    has_file = True
    with suppress(OSError):  # as where the folder may not be entered: to read the file tells that
        has_file = path.exists()
    if not has_file:
        return
    # Imported here, because it imports sqlite3, which a user without memos does not need.
    from statusref.userdata.failures import FILE_ERRORS  # noqa: PLC0415
    from statusref.userdata.reading import read_memos  # noqa: PLC0415

    try:
        for target_id, beginning in read_memos(path, BEGINNING):
            engine.memos.put(target_id, beginning)
    except FILE_ERRORS as error:
        console.complain(
            library.words.text(
                "cli.search.no_memos", language, path=path, reason=getattr(error, "strerror", None) or error
            )
        )


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of ``stream``, each cut after ``_MAX_LINE`` bytes."""
    while line := stream.readline(_MAX_LINE):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(_MAX_LINE)
        yield text_of(line).rstrip("\r\n").removeprefix("\ufeff")


def _report_missing(command: SearchCommand, results: Results, library: Library, console: Console) -> None:
    words, language = library.words, command.language
    if not results.matches:
        console.complain(words.text("cli.search.nothing", language, query=quoted(command.query)))
        if results.suggestions:
            console.remark(words.text("cli.search.nearest", language))
        for suggestion in results.suggestions[:_SHOWN_SUGGESTIONS]:
            console.remark(f"  {target_line(suggestion.target, words, language)}")
    elif len(results.codes) > command.limit and not command.json:
        count = len(results.codes) - command.limit
        console.remark(words.text("cli.search.more", language, count=count))
