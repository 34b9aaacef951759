"""The status codes in a pasted line, by their place in it. The only place where the search asks the log reader."""

import re

from statusref.search.log_formats import codes_in

_PASTED = re.compile(
    r"\d\d:\d\d:\d\d|\d{4}[-/]\d\d[-/]\d\d[T ]|\b\d{1,3}(?:\.\d{1,3}){3}\b"  # times and addresses
    r"|\bhttps?://|\bHTTP/[0-9]"
    r"|[\w\]]\\?[\"']?[=:] ?\\?[\"']|\w=\S+[ ,;].*\w=|\w+\(.*\w=\w"  # keys with values
    r"|\(os error \d|\[?\berrno\b[ :=]|ERR!|\x1b\[|[\t\n]",
    re.ASCII,
)


def is_pasted(text: str) -> bool:
    """Whether ``text`` was printed by a program, as far as its look tells: nobody types times, addresses and keys."""
    return _PASTED.search(text) is not None


def codes_by_place(text: str) -> list[int]:
    """Return the status codes that stand in ``text`` where programs print them, each once, in order."""
    return list(dict.fromkeys(codes_in(text)))
