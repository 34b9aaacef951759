"""More texts than are sorted at a time: what begins alike is divided, and each start still finds all that has it."""

import random

from statusref.search.sorted_texts import SortedTexts

RANK_AT_WORD = 100_000
"""Added to the rank of a text for its second and further words."""


def texts() -> list[list[str]]:
    """Make ten thousand texts of one or two words: many are equal, and many differ only far behind their start."""
    chance = random.Random(4)
    firsts = ["rfc9110", "rfc911", "retry", "re", "찾", "찾을", "e"]

    def text() -> list[str]:
        second = chance.choice(["after", "수없음", "a" * 40 + str(chance.randrange(9))])
        return [chance.choice(firsts), second][: chance.choice((1, 2))]

    return [text() for _ in range(10_000)]


def test_each_start_finds_all_texts_that_have_it() -> None:
    index = SortedTexts()
    all_texts = texts()
    for rank, words in enumerate(all_texts):
        starts = [len(words[0])] if len(words) > 1 else []
        index.add(["".join(words)], [starts], rank, RANK_AT_WORD + rank)
    for _ in index.sort():
        pass
    for start in ("r", "re", "rfc911", "rfc9110", "rfc9110a", "찾", "찾을수", "a", "a" * 40, "a" * 40 + "7", "수", "x"):
        whole = [rank for rank, words in enumerate(all_texts) if "".join(words).startswith(start)]
        words_too = [rank for rank, words in enumerate(all_texts) if len(words) > 1 and words[1].startswith(start)]
        found = sorted(index.ranks_with_prefix(start))
        assert found == [*whole, *(RANK_AT_WORD + rank for rank in words_too)], start


def test_every_text_is_found_as_a_whole() -> None:
    index = SortedTexts()
    all_texts = ["".join(words) for words in texts()]
    for text in all_texts:
        index.add([text], [[]], 0, 0)
    for _ in index.sort():
        pass
    for text in set(all_texts):
        assert list(index.groups_with_text(text)) == [rank for rank, other in enumerate(all_texts) if other == text]
