"""Back and forward, as in a browser."""

from hypothesis import given
from hypothesis import strategies as st

from statusref.domain.links import class_link, code_link, note_link
from statusref.views.history import History

A, B, C = code_link("404"), note_link("redirects"), class_link("all")


def test_nothing_to_go_back_to_at_first() -> None:
    history = History()
    assert (history.back(), history.forward()) == (None, None)
    history.visit(A)
    assert (history.can_go_back, history.can_go_forward) == (False, False)
    assert history.back() is None


def test_back_and_forward() -> None:
    history = History()
    for place in (A, B, C):
        history.visit(place)
    assert [history.back(), history.back(), history.back()] == [B, A, None]
    assert [history.forward(), history.forward(), history.forward()] == [B, C, None]


def test_visiting_where_one_is_changes_nothing() -> None:
    history = History()
    for place in (A, A, B, B):
        history.visit(place)
    assert history.back() == A
    assert not history.can_go_back
    history.visit(A)
    assert history.forward() == B


def test_a_new_place_forgets_what_lay_ahead() -> None:
    history = History()
    for place in (A, B):
        history.visit(place)
    history.back()
    history.visit(C)
    assert history.forward() is None
    assert history.back() == A


@given(steps=st.lists(st.sampled_from(["back", "forward", "1", "2", "3"]), max_size=40))
def test_it_agrees_with_two_stacks(steps: list[str]) -> None:
    history, here = History(), ""
    before: list[str] = []
    after: list[str] = []
    for step in steps:
        match step:
            case "back" if before:
                after.append(here)
                here = before.pop()
                assert history.back() == code_link(here)
            case "back":
                assert history.back() is None
            case "forward" if after:
                before.append(here)
                here = after.pop()
                assert history.forward() == code_link(here)
            case "forward":
                assert history.forward() is None
            case _ if step != here:
                if here:
                    before.append(here)
                after.clear()
                here = step
                history.visit(code_link(step))
            case _:
                history.visit(code_link(step))
        assert (history.can_go_back, history.can_go_forward) == (bool(before), bool(after))
