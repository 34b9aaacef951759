"""``python -m tests.measurements.rfc_wording FOLDER``: hash the wording of the specifications in FOLDER.

The folder holds the RFCs that the pages cite, as HTML, XML or plain text. Only hashes of runs of words are written (see
``tests.content.wording``): the texts themselves stay where they are.
"""

import argparse
import html
import re
import sys
from pathlib import Path

from tests.content.wording import FILE, hashes, words

_NO_TEXT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_PAGE_BREAK = re.compile(r"\n[^\n]*\[Page \d+\]\n\f?\n?RFC [^\n]*\n")


def text_of(path: Path) -> str:
    text = path.read_text("utf-8", errors="replace")
    if path.suffix in {".html", ".xml"}:
        return html.unescape(_TAG.sub("", _NO_TEXT.sub(" ", text)))
    return _PAGE_BREAK.sub("\n", text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    paths = sorted(path for path in parser.parse_args().folder.iterdir() if path.suffix in {".html", ".xml", ".txt"})
    if not paths:
        print("No .html, .xml or .txt file is in this folder.", file=sys.stderr)
        return 1
    runs = {one for path in paths for one in hashes(words(text_of(path)))}
    FILE.write_bytes(b"".join(sorted(runs)))
    print(f"{len(runs)} runs of {len(paths)} texts: {', '.join(path.stem for path in paths)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
