"""The HTML exports in a real browser: what the search finds, and that nothing is loaded from anywhere."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from statusref.export.contents import Contents
from tests.export.conftest import Dom, export

FOUND = {
    "404": ["404"],
    "4": ["400", "401", "403"],
    "40": ["400", "401"],
    "4xx": ["400", "401", "403"],
    "50x": ["500", "501"],
    "４０４": ["404"],
    "not found": ["404"],
    "NOTFOUND": ["404"],
    "found": ["302"],
    "gateway": ["504", "502"],
    "찾을 수 없음": ["404"],
    "찾을": ["404"],
    "찾ㅇ": ["404"],
    "ㅊㅇㅅㅇㅇ": ["404"],
    "ㅇㄱㅇㄷ": ["301"],
    "영궁": ["301"],
    "payload too large": ["413"],
    "moved temporarily": ["302"],
    "curl 52": ["curl-52"],
    "1020": ["cloudflare-1020"],
    "404.13": ["iis-404.13"],
    "ECONNRESET": ["node-econnreset"],
    "499": ["499-nginx"],
    "cors": ["note-cors"],
    "zzzz": [],
    "<zzz>": [],
    ".*": [],
    "   ": [],
}
"""What is typed, and what stands first in the results."""

ASK = """
const answers = {};
const field = document.getElementById("query");
for (const query of %s) {
  field.value = query;
  field.dispatchEvent(new Event("input"));
  answers[query] = [...document.querySelectorAll("#found a")].map((link) => link.hash.slice(1));
}
document.body.replaceChildren(document.createElement("pre"));
document.querySelector("pre").textContent = JSON.stringify(answers);
"""


@pytest.fixture(scope="module")
def page(everything: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export("html", everything, tmp_path_factory.mktemp("html") / "book.html")


def test_the_search_finds_by_the_rules_of_the_window(page: Path, dom: Dom) -> None:
    shown = dom(page, ASK % json.dumps(list(FOUND)))
    pre = re.search("<pre>(.*?)</pre>", shown, re.DOTALL)
    assert pre is not None
    answers = json.loads(unescape(pre[1]))
    assert {query: answers[query][: len(first)] for query, first in FOUND.items()} == FOUND
    assert [query for query, first in FOUND.items() if not first and answers[query]] == []


def test_the_front_page_of_a_site_searches_itself(everything: Contents, dom: Dom, tmp_path: Path) -> None:
    folder = export("site", everything, tmp_path / "site")
    more = ASK.replace("link.hash.slice(1)", 'link.getAttribute("href")') % json.dumps(["ㅊㅇㅅㅇㅇ", "curl 52", "499"])
    pre = re.search("<pre>(.*?)</pre>", dom(folder / "ko" / "index.html", more), re.DOTALL)
    assert pre is not None
    answers = json.loads(unescape(pre[1]))
    assert answers["ㅊㅇㅅㅇㅇ"] == ["404/index.html"]
    assert answers["curl 52"][0] == "neighbour/curl/index.html#curl-52"
    assert answers["499"][0] == "499-nginx/index.html"


def test_without_script_there_is_no_field_that_answers_nothing(page: Path, dom: Dom) -> None:
    field = re.compile(r"<input id=\"?query[^>]* hidden")
    assert field.search(page.read_text("utf-8"))
    assert not field.search(dom(page))
