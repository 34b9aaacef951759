"""Checks the simulated keyboard, and the search's Hangul against it and against hangulpy."""

import hangulpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusref.search.hangul import compose, initials_of, strokes_of
from tests.search.keyboard import states, strokes

SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6)


def test_states_of_a_word() -> None:
    assert states("찾을") == ["ㅊ", "차", "찾", "찾ㅇ", "찾으", "찾을"]
    assert states("영구이")[3:] == ["영ㄱ", "영구", "영궁", "영구이"]
    assert states("닭이") == ["ㄷ", "다", "달", "닭", "닭ㅇ", "닭이"]
    assert states("달걀") == ["ㄷ", "다", "달", "닭", "달갸", "달걀"]
    assert states("가까") == ["ㄱ", "가", "갂", "가까"]
    assert states("과일") == ["ㄱ", "고", "과", "광", "과이", "과일"]


@given(SYLLABLES)
def test_typing_ends_in_the_text(text: str) -> None:
    assert states(text)[-1] == text


@given(SYLLABLES)
def test_strokes_are_what_is_typed(text: str) -> None:
    assert list(strokes_of(text)) == strokes(text)
    assert compose(strokes_of(text)) == text


@given(SYLLABLES)
def test_every_state_is_a_prefix_in_strokes(text: str) -> None:
    typed = strokes_of(text)
    for count, state in enumerate(states(text), start=1):
        assert strokes_of(state) == typed[:count]
        assert compose(typed[:count]) == state


@given(SYLLABLES)
def test_initials_are_those_of_hangulpy(text: str) -> None:
    assert initials_of(text) == hangulpy.get_chosung_string(text)


@pytest.mark.parametrize(
    ("cluster", "typed"), [("ㄳ", "ㄱㅅ"), ("ㅀ", "ㄹㅎ"), ("ㅄ", "ㅂㅅ"), ("ㄲ", "ㄲ"), ("ㅘ", "ㅗㅏ")]
)
def test_clusters(cluster: str, typed: str) -> None:
    assert strokes_of(cluster) == typed
