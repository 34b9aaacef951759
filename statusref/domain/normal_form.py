"""Unicode's normal forms. Python's tables for them are loaded for the first text that needs them."""

import re

_SURELY_NFC = re.compile("[\0-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u3131-\u318e가-힣]*")
"""Characters that NFC leaves as they are, whatever stands beside them: Latin, punctuation, arrows, Hangul."""


def nfc(text: str) -> str:
    """Return ``text`` in NFC, the form with composed characters."""
    if _SURELY_NFC.fullmatch(text):
        return text
    from unicodedata import normalize  # noqa: PLC0415 - see above

    return normalize("NFC", text)


def nfkc(text: str) -> str:
    """Return ``text`` in NFKC: also with plain characters in place of those that only look different (``４０４``)."""
    if text.isascii():
        return text
    from unicodedata import normalize  # noqa: PLC0415 - see above

    return normalize("NFKC", text)
