"""Times and sizes of the search, on the shipped catalogue and on catalogues 10 and 100 times larger.

Run: ``python tests/benchmarks/search_bench.py``. The larger catalogues are copies of the entries in which two of three
words are altered, so that the number of different words grows as in a real catalogue.
"""

import argparse
import gc
import math
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from statusref.domain.catalogue import Catalogue
from statusref.domain.library import Library
from statusref.domain.prose import Prose, ProseStore
from statusref.domain.registry import load_catalogue
from statusref.domain.status import Entry, Header, NamedBy
from statusref.domain.text import Language
from statusref.resources import resource_root
from statusref.search.engine import SearchEngine
from statusref.search.saved import saved_parts
from tests.benchmarks.figures import verdict

_PREPARED = 3
"""How often a search is prepared to know its slowest slice."""
_BUDGETS = {"slice cpu": 8.0, "its slice": 8.0}
"""In milliseconds, for the largest catalogue: each slice of the first preparation, and of a later one."""
_ENDINGS = ("ar", "el", "ion", "um", "ov", "est", "ix", "and")
_TYPED = (
    "404", "5xx", "not found", "HttpStatus.NOT_FOUND", "request entity too large", "찾을 수 없음", "영구 이동",
    "ㅊㅇㅅㅇㅇ", "ㅇㄱㅇㄷ", "영궁", "ㅈ못된", "ckwdmf", "ㅜㅐㅅ 래ㅕㅜㅇ", "nto found", "fobidden", "게이트웨에",
    "Retry-After", "cloudflare", "RFC9110 15.5.5", "rate limit", "속도 제한", "점검 중", "timeout",
    "cloudflare timeout", "webdav 잠김", "서버가 요청을", "the server refuses", "qqqqzzzz",
    "HTTP/1.1 502 Bad Gateway", "e", "이", "status", "요청", "권한 없음",
)  # fmt: skip


def keystrokes() -> list[str]:
    """Return every text that is in the search field while the queries are typed."""
    return [text[:end] for text in _TYPED for end in range(1, len(text) + 1)]


@cache
def _altered(text: str, copy: int) -> str:
    return " ".join(_altered_word(word, copy) for word in text.split(" "))


def _altered_word(word: str, copy: int) -> str:
    seed = sum(map(ord, word)) + copy
    if not copy or seed % 3 == 0 or not word.isalpha():
        return word
    if word.isascii():
        return word + _ENDINGS[seed % 8] + _ENDINGS[copy // 8 % 8]
    if all("가" <= char <= "힣" for char in word):
        return "".join(
            chr(0xAC00 + (ord(char) - 0xAC00 + 588 * (seed % 19) + 28 * (copy % 21)) % 11172) for char in word
        )
    return word


def _entry(entry: Entry, copy: int) -> Entry:
    def named(names: tuple[NamedBy, ...]) -> tuple[NamedBy, ...]:
        return tuple(name._replace(phrase=_altered(name.phrase, copy)) for name in names)

    def header(header: Header) -> Header:
        return header._replace(name="-".join(_altered_word(word, copy) for word in header.name.split("-")))

    return entry._replace(
        id=f"{entry.id}-{copy}" if copy else entry.id,
        phrase=_altered(entry.phrase, copy),
        korean=_altered(entry.korean, copy),
        aliases=tuple(_altered(alias, copy) for alias in entry.aliases),
        former=named(entry.former),
        other_names=named(entry.other_names),
        headers=tuple(map(header, entry.headers)),
        keywords=tuple(_altered(keyword, copy) for keyword in entry.keywords),
    )


class _ManyPages(ProseStore):
    """The shipped pages, altered for the copies. Keeps no pages, because their memory is not to be measured."""

    def __init__(self, shipped: ProseStore) -> None:
        self._shipped = shipped

    def page(self, entry_id: str, language: Language) -> Prose:
        base, _, copy = entry_id.rpartition("-")
        if not copy.isdecimal() or not base:
            return self._shipped.page(entry_id, language)
        sections = self._shipped.page(base, language).sections
        return Prose({section: _altered(text, int(copy)) for section, text in sections.items()})


def catalogue(times: int) -> tuple[Catalogue, ProseStore]:
    """Make a catalogue with ``times`` times as many entries as the shipped one."""
    shipped = load_catalogue(resource_root())
    entries = tuple(_entry(entry, copy) for copy in range(times) for entry in shipped.entries)
    larger = Catalogue(entries, shipped.pairs, shipped.unassigned, shipped.dates)
    return larger, _ManyPages(ProseStore(resource_root()))


def larger_library(root: Path, times: int, *words_files: str) -> Library:
    """Return the library under ``root`` with ``times`` times as many entries."""
    library = Library(root, *words_files)
    library.catalogue, library.prose = catalogue(times)
    return library


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds that ``work`` takes, and how many of them the processor worked for this thread."""
    start, busy = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - start) * 1000, (time.thread_time() - busy) * 1000


def quantile(times: list[float], share: float) -> float:
    """Return the value that the share ``share`` of ``times`` does not exceed."""
    return sorted(times)[min(len(times) - 1, math.ceil(share * len(times)) - 1)]


def prepared(engine: SearchEngine) -> list[tuple[float, float]]:
    """Prepare ``engine`` and return for each slice what ``timed`` does. The collector is off, as in the window."""
    gc.disable()
    steps: Iterator[None] = engine.prepare()
    slices = []
    is_over = False

    def step() -> None:
        nonlocal is_over
        is_over = next(steps, steps) is steps

    while not is_over:
        slices.append(timed(step))
    gc.enable()
    return slices


def slowest_slice(*rounds: list[tuple[float, float]]) -> float:
    """Return the processor time of the slowest slice, of each slice the better of its ``rounds``."""
    slowest: float = max(min(busy for _, busy in same) for same in zip(*rounds, strict=True))
    return slowest


def first_rows(engine: SearchEngine, query: str) -> None:
    """Do for a query what the list does after a key press: make 200 rows, and marks for the dozen that are visible."""
    rows = list(engine.search(query).matches[:200])
    for match in rows[:12]:
        _ = match.marks


def fields_of(entries: tuple[Entry, ...]) -> int:
    """Count the searchable fields that are not empty."""
    searched = (
        *("id", "phrase", "korean", "aliases", "vendor", "reference", "former", "other_names", "headers", "constants"),
        *("keywords", "tags"),
    )
    return sum(sum(1 for name in searched if getattr(entry, name)) + 2 for entry in entries)


def measure(times: int, rounds: int) -> dict[str, float]:
    """Measure a catalogue of one size. Return the values by the name of their row in the table."""
    library = larger_library(resource_root(), times)
    entries = library.catalogue
    for entry in entries.entries:
        # What it takes to alter the pages is no part of what is measured.
        for language in Language:
            library.prose.page(entry.id, language)
    engine = SearchEngine(entries, library.prose, library)
    first, _ = timed(lambda: engine.search("404"))
    slices = prepared(engine)
    firsts: list[list[tuple[float, float]]] = []
    laters: list[list[tuple[float, float]]] = []
    for _ in range(_PREPARED):
        with TemporaryDirectory() as folder:
            # As at the first start, which writes the file, and at every later one.
            for starts in (firsts, laters):
                gc.collect()
                saved = saved_parts(Path(folder), library.root)
                starts.append(prepared(SearchEngine(entries, library.prose, library, saved)))
    queries = keystrokes()
    for query in queries:
        first_rows(engine, query)
    gc.collect()
    gc.freeze()
    spent = [(*timed(partial(first_rows, engine, query)), query) for _ in range(rounds) for query in queries]
    milliseconds = [took for took, _, _ in spent]
    slowest = max(spent, key=lambda one: one[1])
    del engine
    tracemalloc.start()
    library = larger_library(resource_root(), times)
    engine = SearchEngine(entries, library.prose, library)
    prepared(engine)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    print(f"  {times:>4} ×: slowest {slowest[2]!r} {slowest[1]:.2f} ms of processor", file=sys.stderr)
    return {
        "entries": len(entries.entries),
        "median ms": statistics.median(milliseconds),
        "p99 ms": quantile(milliseconds, 0.99),
        "max ms": max(milliseconds),
        "cpu median": statistics.median(busy for _, busy, _ in spent),
        "cpu p99 ms": quantile([busy for _, busy, _ in spent], 0.99),
        "queries/s": 1000 / statistics.fmean(milliseconds),
        "first ms": first,
        "ready ms": sum(took for took, _ in slices),
        "again ms": sum(took for took, _ in laters[-1]),
        "slice cpu": slowest_slice(*firsts),
        "its slice": slowest_slice(*laters),
        "slice p95": quantile([took for took, _ in slices], 0.95),
        "index MiB": size / 2**20,
        "B/field": size / fields_of(entries.entries),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1, 10, 100])
    arguments = parser.parse_args()
    table = {times: measure(times, arguments.rounds) for times in arguments.sizes}
    print(f"{'':>12}" + "".join(f"{times:>11} ×" for times in table) + f"{'slope':>9}")
    for name in next(iter(table.values())):
        values = [row[name] for row in table.values()]
        small, large = min(table), max(table)
        kept = f"  {verdict(values[-1], _BUDGETS[name])}" if name in _BUDGETS else ""
        slope = math.log(values[-1] / values[0]) / math.log(large / small) if large > small else 0.0
        print(f"{name:>12}" + "".join(f"{value:>13.2f}" for value in values) + f"{slope:>9.2f}{kept}")
    print("slope: 1 is linear growth, 0 is none")


if __name__ == "__main__":
    main()
