"""How fast whole logs are read: 100 MB beside GoAccess, every layout by the byte, the slices of the window, memory."""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from statusref.domain.library import Library
from statusref.logs.evidence import LineReader
from statusref.logs.reader import LogReader
from statusref.logs.sources import open_file
from statusref.resources import resource_root
from tests.benchmarks.figures import print_table, quantile, verdict
from tests.benchmarks.processes import Run, environments, run
from tests.logs.samples import SAMPLES

_AGENTS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "curl/8.5.0",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
)
_PATHS = ("/", "/api/items/{}", "/login", "/static/app.{}.js", "/users/{}/orders?page=2", "/health")
_SPRING = (
    "INFO 1 --- [nio-8080-exec-3] c.e.demo.OrderController : order {0} created in {1} ms",
    "DEBUG 1 --- [nio-8080-exec-3] o.s.web.servlet.DispatcherServlet : Completed 404 NOT_FOUND",
    "INFO 1 --- [scheduling-1] c.e.Job : fetched {1} rows, took {1} ms",
    'ERROR 1 --- [nio-8080-exec-3] c.e.Client : I/O error on GET request for "http://stock:8080/x/{1}": refused',
    "TRACE 1 --- [nio-8080-exec-3] org.hibernate.SQL : select o.id, o.name from orders o where o.id = ? and o.x = {1}",
    "\n\tat com.example.OrderService.place(OrderService.java:{1})\n\tat com.example.Web.service(Web.java:{1})",
)


def combined(size: int) -> Iterator[str]:
    """An access log of about ``size`` bytes; every client and many paths come once."""
    chance = random.Random(4)
    written, moment = 0, 0.0
    while written < size:
        moment += chance.random() * 0.2
        day, second = divmod(int(moment), 86400)
        path = chance.choice(_PATHS).format(chance.randrange(10**6))
        code = chance.choices((200, 304, 404, 301, 502, 499, 500), (80, 8, 6, 3, 1, 1, 0.3))[0]
        line = (
            f"10.{chance.randrange(256)}.{chance.randrange(256)}.{chance.randrange(256)} - - "
            f"[{day + 1:02}/Nov/2026:{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02} +0900] "
            f'"GET {path} HTTP/1.1" {code} {chance.randrange(90_000)} "-" "{chance.choice(_AGENTS)}"\n'
        )
        written += len(line)
        yield line


def spring(size: int) -> Iterator[str]:
    """A log of an application, in which one line of some ten has a code."""
    chance = random.Random(4)
    written = 0
    while written < size:
        kind = chance.choice(_SPRING).format(chance.randrange(10**6), chance.randrange(1000))
        line = (
            f"2026-11-21 10:{chance.randrange(60):02}:{chance.randrange(60):02}.{chance.randrange(1000):03}  {kind}\n"
        )
        written += len(line)
        yield line


def write(file: Path, lines: Iterator[str]) -> None:
    """Line for line: a process that is measured later has the memory of this one at its start."""
    with file.open("w", encoding="ascii") as stream:
        stream.writelines(lines)


def beside_goaccess(log: Path, small: Path, environment: dict[str, str], folder: Path) -> None:
    """Print the times of the whole commands, start included, and the memory they took."""

    def statusref(file: Path, *options: str) -> Run:
        return run([sys.executable, "-m", "statusref", "log", str(file), *options], environment)

    runs = {"counts": statusref(log, "--counts"), "with times and paths": statusref(log)}
    rows = []
    if goaccess := shutil.which("goaccess"):
        command = [goaccess, str(log), "--log-format=COMBINED", "--no-progress", "-o", str(folder / "report.json")]
        reference = run(command, environment)
        for (name, ours), budget in zip(runs.items(), (0.5, 1.0), strict=True):
            share = ours.seconds / reference.seconds
            rows.append([name, f"{ours.seconds:.2f}", f"{ours.memory:.0f}", f"{share:.2f}", verdict(share, budget)])
        rows.append(["GoAccess", f"{reference.seconds:.2f}", f"{reference.memory:.0f}", "1", ""])
    else:
        rows += [[name, f"{ours.seconds:.2f}", f"{ours.memory:.0f}", "", "no GoAccess"] for name, ours in runs.items()]
    growth = runs["with times and paths"].memory / statusref(small).memory
    rows.append(["memory: 100 MB ÷ 10 MB", "", "", f"{growth:.2f}", verdict(growth, 1.2)])
    print_table("100 MB of Combined log", ["", "s", "MiB", "÷ GoAccess", "budget"], rows)


def read_in_blocks(evidence: LineReader, file: Path, size: int) -> tuple[list[float], LogReader]:
    """The seconds that each block took."""
    reader = LogReader(evidence)
    spent = []
    with open_file(file) as source:
        start = time.perf_counter()
        for _ in reader.read(source, size):
            spent.append(time.perf_counter() - start)
            start = time.perf_counter()
    return spent, reader


def every_layout(evidence: LineReader, folder: Path, small: Path) -> None:
    """Print how many bytes a second each layout reads, beside those of Combined."""
    reference = sum(read_in_blocks(evidence, small, 1 << 18)[0]) / small.stat().st_size
    rows = []
    for sample in SAMPLES:
        text = sample.text
        head, body = "", text
        if "#Fields" in text:
            head, _, body = text.partition("#Fields")
            fields, _, body = body.partition("\n")
            head, body = f"{head}#Fields{fields}\n", body.partition("#Fields")[0]
        if sample.layout is None:
            body = "".join(spring(8 << 20))
        file = folder / f"{sample.file}.log"
        file.write_text(head + body * max(1, (8 << 20) // len(body.encode())), "utf-8")
        seconds = sum(read_in_blocks(evidence, file, 1 << 18)[0])
        speed = file.stat().st_size / seconds
        ratio = seconds / file.stat().st_size / reference
        limit = verdict(-speed / 1e6, -8.0).replace("-", "") if sample.layout is None else verdict(ratio, 1.5)
        rows.append([sample.file, sample.layout or "free", f"{speed / 1e6:.1f}", f"{ratio:.2f}", limit])
        file.unlink()
    print_table("Layouts", ["", "layout", "MB/s", "÷ Combined", "budget"], rows)


def slices(evidence: LineReader, files: dict[str, Path]) -> None:
    """Print how long the blocks take that the window reads between two events: a slice begins no block after 2 ms."""
    rows = []
    for name, file in files.items():
        spent = [1000 * seconds for seconds in read_in_blocks(evidence, file, 8 * 1024)[0]]
        rows.append([name, f"{quantile(spent, 0.5):.2f}", f"{quantile(spent, 0.999):.2f}", f"{max(spent):.2f}"])
    print_table("Blocks of the window (budget of a slice: 4 ms, of which 2 before the last block)",
                ["", "median ms", "p99.9", "max"], rows)  # fmt: skip


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=100)
    size = parser.parse_args().megabytes * 10**6
    evidence = LineReader(Library(resource_root()).catalogue)
    for _ in evidence.prepare():
        pass
    with tempfile.TemporaryDirectory() as name, environments() as platforms:
        folder = Path(name)
        files = {"combined": folder / "combined.log", "free": folder / "spring.log", "one line": folder / "line.log"}
        small = folder / "small.log"
        write(files["combined"], combined(size))
        write(small, combined(size // 10))
        beside_goaccess(files["combined"], small, platforms["offscreen"], folder)
        every_layout(evidence, folder, small)
        files["combined"] = small
        write(files["free"], spring(size // 10))
        files["one line"].write_text(small.read_text("ascii").replace("\n", " "), "ascii")
        slices(evidence, files)


if __name__ == "__main__":
    main()
