"""The sentences of error pages lead to the code that they explain, also where the page has no number."""

import json
from pathlib import Path
from typing import Any

import pytest

from statusref.domain.errors import ResourceError
from statusref.domain.registry import load_catalogue
from statusref.resources import resource_root
from statusref.search.beside.phrasebook import Scanned
from statusref.search.beside.sentences import FEWEST_WORDS, FILE, Sentences
from statusref.search.engine import SearchEngine
from tests.content.material import load_json
from tests.search.asking import all_ids, ids

SENTENCES: list[tuple[list[str], str]] = [
    (sentence["codes"], text)
    for page in load_json(FILE)["pages"]
    for sentence in page["sentences"]
    for text in sentence["texts"]
]


def test_each_sentence_leads_to_its_codes(engine: SearchEngine) -> None:
    """``*`` stands for a path here."""
    found = {text: ids(engine, text.replace("*", "/shop/cart")) for _, text in SENTENCES}
    assert not [(text, found[text]) for codes, text in SENTENCES if found[text][: len(codes)] != codes]


def test_each_has_words_enough_and_stands_once() -> None:
    texts = [text.lower() for _, text in SENTENCES]
    assert not [text for text in texts if len(text.split()) < FEWEST_WORDS]
    # Two servers may use one sentence for one code; for different codes it would say nothing.
    of_codes: dict[str, set[tuple[str, ...]]] = {}
    for codes, text in SENTENCES:
        of_codes.setdefault(text.lower(), set()).add(tuple(codes))
    assert not [text for text, codes in of_codes.items() if len(codes) > 1]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("Method Not Allowed The requested method PATCH is not allowed for this URL. Apache/2.4.62 (Debian)", "405"),
        ("The requested URL /wp-login.php was not found on this server.", "404"),
        ("Forbidden You don't have permission to access /icons/ on this server.", "403"),
        ("You don’t have permission to access this resource.", "403"),
        ("설명 서버가 법적인 사유들로 이 요청을 거부했습니다.", "451"),
        ("the gateway did not receive a timely response from the upstream server or application", "504"),
        ("What happened? The origin web server is not reachable. What can I do?", "523-cloudflare"),
        ("Microsoft Forefront TMG requires authorization to fulfill the request.", "407"),
        ("Sorry, this does not work. Squid did not receive any data for this request.", "502"),
    ],
)
def test_pages_as_they_are_pasted(engine: SearchEngine, page: str, code: str) -> None:
    assert ids(engine, page)[0] == code


def test_a_number_in_the_text_wins(engine: SearchEngine) -> None:
    assert ids(engine, "404 You don't have permission to access this resource")[0] == "404"


def test_part_of_a_sentence_is_a_question_like_any_other(engine: SearchEngine) -> None:
    assert len(ids(engine, "permission to access")) > 1


def test_what_stands_beside_is_still_found(engine: SearchEngine) -> None:
    found = all_ids(engine, "curl: (52) Empty reply; Squid did not receive any data for this request.")
    assert found[0] == "502"
    assert "curl-52" in found


def test_nothing_is_found_before_the_file_is_read() -> None:
    sentences = Sentences(load_catalogue(resource_root()), resource_root())
    text = "The request is required to be conditional."
    assert sentences.codes(Scanned(text)) == []
    sentences.slices.finish()
    assert sentences.codes(Scanned(text)) == [428]


@pytest.mark.parametrize(
    "document",
    [
        {"pages": [{"server": "x", "source": "y", "sentences": [{"codes": ["742"], "texts": ["a b c"]}]}]},
        {"pages": [{"server": "x", "sentences": [{"codes": ["404"], "texts": "a b c"}]}]},
        {"page": []},
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, document: Any) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / FILE).write_text(json.dumps(document), "utf-8")
    sentences = Sentences(load_catalogue(resource_root()), tmp_path)
    with pytest.raises(ResourceError, match="sentences"):
        sentences.slices.finish()
