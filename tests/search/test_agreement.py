"""``text_index`` must find exactly the texts in which ``matching`` finds a match, with the same form and place."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from statusref.search.entry_texts import SHOWN, names
from statusref.search.folding import Folded
from statusref.search.hangul import compose, initials_of, strokes_of
from statusref.search.matching import match_text
from statusref.search.needle import Needle, fold_query
from statusref.search.rules import CASES, name_order
from statusref.search.text_index import TextIndex
from tests.shipped import window_library

CATALOGUE = window_library().catalogue
TEXTS = sorted({text.text for entry in CATALOGUE.entries for text in names(entry)})


def index_of(texts: list[str]) -> TextIndex:
    """An index in which the rank of a match is 100 times the text's number plus the rank of its form and place."""
    order = sorted(CASES, key=lambda case: name_order(*case, is_alias=False))
    index = TextIndex()
    for number, text in enumerate(texts):
        index.add((text,), [100 * number + order.index(case) for case in CASES])
    for _ in index.sort():
        pass
    return index


INDEX = index_of(TEXTS)
FOLDED = [Folded(text) for text in TEXTS]


@st.composite
def pieces(draw: st.DrawFn) -> str:
    """A piece of a name, perhaps half typed, perhaps with initials for some syllables."""
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, len(text) - 1))
    piece = text[start : start + draw(st.integers(1, 8))]
    if draw(st.booleans()):
        piece = compose(strokes_of(piece)[: draw(st.integers(1, 12))])
    if draw(st.booleans()):
        which = draw(st.integers(0, len(piece)))
        piece = initials_of(piece[:which]) + piece[which:]
    return piece


@settings(max_examples=300, deadline=None)
@given(pieces() | st.text(st.sampled_from("ㄱㅇㅊㄳ가각없음이 not(-"), max_size=5))
@example("ㅊ을")
@example("고")
def test_index_and_matcher_agree(query: str) -> None:
    needle = Needle(fold_query(query))
    if not needle.plain:
        return
    ranks = INDEX.find(needle) + INDEX.find_inside(needle)
    best: dict[int, int] = {}
    for rank in ranks:
        best[rank // 100] = min(rank % 100, best.get(rank // 100, 100))
    order = sorted(CASES, key=lambda case: name_order(*case, is_alias=False))
    for number, folded in enumerate(FOLDED):
        match = match_text(needle, folded)
        expected = None if match is None else order.index((match.form, match.place))
        assert best.get(number) == expected, (query, folded.text, match)


def test_shown_names_are_names() -> None:
    assert all({text.field for text in names(entry)} >= set(SHOWN) for entry in CATALOGUE.entries)
