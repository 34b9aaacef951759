"""What is exported, by which choice."""

import pytest

from statusref.domain.class_filter import ClassFilter
from statusref.domain.library import Library
from statusref.domain.markdown import Span
from statusref.domain.text import Language
from statusref.export.contents import Contents, choose_contents
from statusref.export.pages import counted, describe_all, pages_of
from tests.export.conftest import BOTH, NO_MEMOS


def test_everything_is_everything(library: Library, everything: Contents) -> None:
    assert everything.entries == library.catalogue.entries
    assert everything.notes == library.notes.notes
    assert everything.neighbours == tuple(library.neighbours.all())


def test_a_choice_brings_what_belongs_to_it_in_the_order_of_the_library(library: Library) -> None:
    chosen = choose_contents(library, ["410", "404", "nowhere"], BOTH, NO_MEMOS)
    assert [entry.id for entry in chosen.entries] == ["404", "410"]
    assert "not-found-gone" in {note.slug for note in chosen.notes}
    assert "redirects" not in {note.slug for note in chosen.notes}
    assert {"iis-404.0", "curl-52"} & {one.id for one in chosen.neighbours} == {"iis-404.0"}


def test_a_note_and_a_neighbour_can_be_chosen_themselves(library: Library) -> None:
    chosen = choose_contents(library, ["curl-52", "redirects"], BOTH, NO_MEMOS)
    assert not chosen.entries
    assert [note.slug for note in chosen.notes] == ["redirects"]
    assert [one.id for one in chosen.neighbours] == ["curl-52"]


@pytest.mark.parametrize("only", list(ClassFilter))
def test_a_class_holds_what_its_filter_shows(library: Library, only: ClassFilter) -> None:
    chosen = choose_contents(library, only, BOTH, NO_MEMOS)
    if only is ClassFilter.NEIGHBOUR:
        assert not chosen.entries
        assert len(chosen.neighbours) == len(list(library.neighbours.all()))
    elif only.status_class is not None:
        assert {entry.status_class for entry in chosen.entries} == {only.status_class}
    assert bool(chosen.entries) == (only is not ClassFilter.NEIGHBOUR)


def test_notes_and_neighbours_can_be_left_out(library: Library) -> None:
    chosen = choose_contents(library, ClassFilter.ALL, BOTH, NO_MEMOS, notes=False, neighbours=False)
    assert chosen.entries
    assert not chosen.notes
    assert not chosen.neighbours


def test_memos_come_with_their_codes_only(library: Library) -> None:
    memos = {"404": "mine", "200": "elsewhere", "410": "  \n"}
    assert choose_contents(library, {"404", "410"}, BOTH, memos).memos == {"404": "mine"}


def test_every_entry_is_on_a_page_once(everything: Contents) -> None:
    links = [page.link for page in pages_of(everything)]
    assert len(links) == len(set(links))
    assert {entry.id for entry in everything.entries} <= {link.target for link in links}


def test_what_is_about_the_window_is_left_out(everything: Contents) -> None:
    """The overviews tell how to type and which keys there are."""
    for page in describe_all(everything):
        if page.page.level < 2:
            for text in page.texts.values():
                said = repr([part.blocks for part in text.parts()])
                assert "F1" not in said
                assert "`4xx`" not in said


def test_the_front_page_has_the_dates_of_the_data(library: Library, everything: Contents) -> None:
    front = describe_all(everything)[0]
    for language in Language:
        items = [block for part in front.texts[language].parts() for block in part.blocks]
        dates = library.catalogue.dates
        said = "".join(span.text for block in items for span in getattr(block, "spans", ()) if isinstance(span, Span))
        assert dates.updated in said
        assert dates.seen in said


def test_progress_begins_with_nothing_and_ends_with_all(few: Contents) -> None:
    told: list[tuple[int, int]] = []
    pages = list(counted(pages_of(few), lambda done, steps: told.append((done, steps))))
    assert told == [(done, len(pages)) for done in range(len(pages) + 1)]
