"""Turns Markdown into the blocks of a page."""

from collections.abc import Iterator

from statusref.domain.description.blocks import Exchange, ProseBlock
from statusref.domain.markdown import Message, parse_blocks


def prose_blocks(markdown: str) -> tuple[ProseBlock, ...]:
    """Parse Markdown; messages that follow each other become one exchange."""
    return tuple(_grouped(markdown))


def _grouped(markdown: str) -> Iterator[ProseBlock]:
    messages: list[str] = []
    for block in parse_blocks(markdown):
        if isinstance(block, Message):
            messages.append(block.text)
            continue
        if messages:
            yield Exchange(tuple(messages))
            messages = []
        yield block
    if messages:
        yield Exchange(tuple(messages))
