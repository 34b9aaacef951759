"""Links: what is written is read again, and what is no link is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusref.domain.links import Link, LinkKind, code_link, compare_link, parse_link

TARGETS = st.text(st.characters(codec="utf-8"), min_size=1)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("code:499-nginx", code_link("499-nginx")),
        ("class:4xx", Link(LinkKind.CLASS, "4xx")),
        ("compare:401,499-nginx", compare_link(("401", "499-nginx"))),
        ("page:study", Link(LinkKind.PAGE, "study")),
        ("copy:Response%3A%3AHTTP_OK", Link(LinkKind.COPY, "Response::HTTP_OK")),
        ("https://a.example/b?c=d:e#f", Link(LinkKind.WEB, "https://a.example/b?c=d:e#f")),
        ("http://a.example", Link(LinkKind.WEB, "http://a.example")),
        ("web:https://a.example", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("code:", None),
        ("404", None),
        ("", None),
    ],
)
def test_what_is_a_link(text: str, link: Link | None) -> None:
    assert parse_link(text) == link


@given(st.sampled_from([kind for kind in LinkKind if kind is not LinkKind.WEB]), TARGETS)
def test_what_is_written_is_read_again(kind: LinkKind, target: str) -> None:
    assert parse_link(str(Link(kind, target))) == Link(kind, target)
