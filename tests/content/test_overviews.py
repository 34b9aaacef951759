"""The overviews, which are shown when a class is chosen and no code."""

import re

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.domain.class_filter import ClassFilter
from statusref.domain.markdown import Heading, parse_blocks
from statusref.domain.overviews import load_overview
from statusref.domain.text import Language
from tests.content.material import ROOT


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("choice", ClassFilter)
def test_every_choice_has_its_overview(choice: ClassFilter, language: Language) -> None:
    overview = load_overview(ROOT, choice.value, language)
    assert "\n" not in overview.summary
    assert overview.summary.endswith(".")
    assert not re.search(r"[`*\[]", overview.summary)


@pytest.mark.parametrize("choice", ClassFilter)
def test_both_languages_are_built_alike(choice: ClassFilter) -> None:
    korean, english = (list(parse_blocks(load_overview(ROOT, choice.value, language).body)) for language in Language)
    assert [type(block) for block in korean] == [type(block) for block in english]


def test_no_overview_is_left_over() -> None:
    assert {path.name for path in (ROOT / "classes").iterdir()} == {
        f"{choice.value}.{language.value}.md" for choice in ClassFilter for language in Language
    }


@pytest.mark.parametrize("language", Language)
def test_the_rules_of_each_class_have_their_headings(language: Language) -> None:
    for choice in ClassFilter:
        body = load_overview(ROOT, choice.value, language).body
        assert any(isinstance(block, Heading) for block in parse_blocks(body)), choice


@pytest.mark.parametrize("language", Language)
def test_ranges_that_are_named_are_ranges_that_exist(catalogue: Catalogue, language: Language) -> None:
    """A range that an overview calls unassigned must be unassigned in the registry."""
    unassigned = {code for first, last in catalogue.unassigned for code in range(first, last + 1)}
    for choice in ClassFilter:
        body = load_overview(ROOT, choice.value, language).body
        for line in body.splitlines():
            if re.search("할당되지 않|미할당|unassigned", line):
                for first, last in re.findall(r"\b([1-5]\d\d)[–~-]([1-5]\d\d)\b", line):
                    if (first, last) != ("100", "599"):
                        assert set(range(int(first), int(last) + 1)) <= unassigned, line
