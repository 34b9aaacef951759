"""The files that the tree is saved to."""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from statusref.diagram import saving
from statusref.diagram.branches import Branch
from statusref.diagram.layout import SIZE, Layout
from statusref.diagram.saving import save_and_tell, save_tree
from statusref.diagram.sheets import Part, Sheet
from statusref.diagram.svg import sheet_svg
from statusref.diagram.wrapping import estimated
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.system.typst_package import NoTypstError

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", Language)
def test_svg_is_one_file_for_each_sheet(library: Library, language: Language, tmp_path: Path) -> None:
    written = save_tree(library, language, tmp_path / "tree.svg")
    assert sorted(tmp_path.iterdir()) == sorted(written)
    assert written[0].name == "tree-01.svg"
    said: list[str] = []
    for file in written:
        root = ET.parse(file).getroot()
        assert (root.get("width"), root.get("height")) == ("210mm", "297mm")
        said += [text.text or "" for text in root.iter(f"{SVG}text")]
    whole = " ".join(said)
    for outcome in library.chooser.outcomes.values():
        entry = library.catalogue.get(outcome.code)
        assert entry is not None
        assert f"{entry.number} {entry.phrase}" in whole
    for question in library.chooser.questions.values():
        assert question.ask[language] in whole


def test_the_same_twice(library: Library, tmp_path: Path) -> None:
    one = save_tree(library, Language.KOREAN, tmp_path / "one.svg")
    two = save_tree(library, Language.KOREAN, tmp_path / "two.svg")
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in two]


def test_special_characters_stay_text() -> None:
    tree = Branch("a", 'x < y & "z"', "a > b?", None, None, refers=False, branches=())
    sheet = Sheet(1, (Part(("<b>",), Layout(estimated).picture(tree), 0.0),))
    root = ET.fromstring(sheet_svg(sheet, "T & <t>", "foot"))
    assert [text.text for text in root.iter(f"{SVG}text")] == ["<b>", 'x < y & "z"', "a > b?", "foot"]
    assert root.findtext(f"{SVG}title") == "T & <t>"
    assert f"font-size: {SIZE:g}px" in (root.findtext(f"{SVG}style") or "")


def test_pdf_has_all_sheets_and_keeps_the_text(library: Library, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    (written,) = save_tree(library, Language.KOREAN, tmp_path / "tree.pdf")
    content = written.read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/Count %d" % len(save_tree(library, Language.KOREAN, tmp_path / "tree.svg")) in content
    assert b"/Lang(ko)" in content
    assert b"Pretendard" in content
    assert b"/ToUnicode" in content
    assert save_tree(library, Language.KOREAN, tmp_path / "again.pdf")[0].read_bytes() == content


def test_without_typst(monkeypatch: pytest.MonkeyPatch, library: Library, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoTypstError):
        save_tree(library, Language.ENGLISH, tmp_path / "tree.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_stays_as_it_was(library: Library, tmp_path: Path) -> None:
    (tmp_path / "tree-01.svg").mkdir()
    with pytest.raises(OSError, match="tree-01"):
        save_tree(library, Language.ENGLISH, tmp_path / "tree.svg")
    assert [file.name for file in tmp_path.iterdir()] == ["tree-01.svg"]
    with pytest.raises(FileNotFoundError):
        save_tree(library, Language.ENGLISH, tmp_path / "nowhere" / "tree.svg")


def test_only_sheets_are_replaced_by_numbered_ones(library: Library, tmp_path: Path) -> None:
    """The dialog asks only about the name that the user typed, which has no number."""
    first, *_ = save_tree(library, Language.KOREAN, tmp_path / "tree.svg")
    assert save_tree(library, Language.ENGLISH, tmp_path / "tree.svg")[0] == first
    first.write_text("<svg>my own drawing</svg>")
    told = save_and_tell(library, Language.ENGLISH, tmp_path / "tree.svg")
    assert (told.done, told.words) == (False, f"Not replaced, because another file has this name: {first}")
    assert first.read_text() == "<svg>my own drawing</svg>"


def test_a_read_only_file_is_not_replaced(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tree.pdf").write_text("mine")
    monkeypatch.setattr(saving, "can_write", lambda _place: False)  # root may write every file
    told = save_and_tell(library, Language.ENGLISH, tmp_path / "tree.pdf")
    assert "read-only" in told.words
    assert (tmp_path / "tree.pdf").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right there")
def test_a_link_stays_a_link(library: Library, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    (tmp_path / "shared").mkdir()
    (tmp_path / "tree.pdf").symlink_to(tmp_path / "shared" / "real.pdf")
    save_tree(library, Language.ENGLISH, tmp_path / "tree.pdf")
    assert (tmp_path / "tree.pdf").is_symlink()
    assert (tmp_path / "shared" / "real.pdf").read_bytes().startswith(b"%PDF")
