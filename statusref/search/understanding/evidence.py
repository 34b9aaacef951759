"""Whether a query was typed or printed by a program."""

import re

_PASTED = re.compile(
    r"\d\d:\d\d:\d\d|\d{4}[-/]\d\d[-/]\d\d[T ]|\b\d{1,3}(?:\.\d{1,3}){3}\b"  # times and addresses
    r"|\bhttps?://|\bHTTP/[0-9](?:\.[0-9])?\"? [1-9][0-9]{2}\b"
    r"|[\w\]]\\?[\"']?[=:] ?\\?[\"']|\w=\S+[ ,;].*\w=|\w+\(.*\w=\w"  # keys with values
    r"|\(os error \d|\[?\berrno\b[ :=]|ERR!|\x1b\[|[\t\n]",
    re.ASCII,
)


def is_pasted(text: str) -> bool:
    """Whether ``text`` was printed by a program, as far as its look tells: nobody types times, addresses and keys."""
    return _PASTED.search(text) is not None
