"""The index answers for all texts what the matcher answers for one: they must never disagree."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from statusref.domain.registry import load_catalogue
from statusref.resources import resource_root
from statusref.search.entry_texts import SHOWN, names
from statusref.search.folding import Folded
from statusref.search.hangul import compose, initials_of, keys_of
from statusref.search.keys import Ranks
from statusref.search.matching import match_text
from statusref.search.needle import Needle, fold_query
from statusref.search.rules import BY_INITIALS, BY_KEYS, INSIDE, PLAIN, WHOLE, name_rank
from statusref.search.text_index import TextIndex

CATALOGUE = load_catalogue(resource_root())
RANKS = Ranks(CATALOGUE)
TEXTS = sorted({text.text for entry in CATALOGUE.entries for text in names(entry)})
CASES = [(form, place) for form in (PLAIN, BY_INITIALS, BY_KEYS) for place in range(WHOLE, INSIDE + 1)]


def index_of(texts: list[str]) -> TextIndex:
    """An index in which text number n has the keys 100 n + order of the case in the ranking of names."""
    order = sorted(CASES, key=lambda case: name_rank(*case, is_alias=False))
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
        piece = compose(keys_of(piece)[: draw(st.integers(1, 12))])
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
    keys = INDEX.find(needle) + INDEX.find_inside(needle)
    best: dict[int, int] = {}
    for key in keys:
        best[key // 100] = min(key % 100, best.get(key // 100, 100))
    order = sorted(CASES, key=lambda case: name_rank(*case, is_alias=False))
    for number, folded in enumerate(FOLDED):
        match = match_text(needle, folded)
        expected = None if match is None else order.index((match.form, match.place))
        assert best.get(number) == expected, (query, folded.text, match)


def test_shown_names_are_names() -> None:
    assert all({text.field for text in names(entry)} >= set(SHOWN) for entry in CATALOGUE.entries)
