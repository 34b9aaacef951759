"""The normal forms are those of Unicode, whichever way they are found."""

import re
import sys
import unicodedata
from itertools import product

from statusref.domain.normal_form import _SURELY_NFC, nfc, nfkc


def test_a_text_whose_characters_all_stay_is_in_nfc() -> None:
    """Two characters may also be one together, so each is tried between two others."""
    staying = [chr(code) for code in range(sys.maxunicode) if _SURELY_NFC.fullmatch(chr(code))]
    assert len(staying) > 11_172 + 0x300
    assert unicodedata.is_normalized("NFC", "".join(staying))
    some = [char for char in staying if char < "가"] + ["가", "각", "힣"]
    for first, second in product(some, some):
        assert unicodedata.is_normalized("NFC", first + second), (first, second)


def test_texts_in_every_form() -> None:
    for text in ("404 Not Found", "찾을 수 없음 → 404", "café", "４０４", "ㄱㅏ", "Å", "㎏", "क़", "\u2000", "\u0344"):
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            typed = unicodedata.normalize(form, text)
            assert nfc(typed) == unicodedata.normalize("NFC", typed)
            assert nfkc(typed) == unicodedata.normalize("NFKC", typed)


def test_most_texts_need_no_tables() -> None:
    assert re.fullmatch(_SURELY_NFC, "인증이 필요합니다. “401” – WWW-Authenticate …")
