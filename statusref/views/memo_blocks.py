"""The user's memo as a page shows it."""

from statusref.domain.description.blocks import ProseBlock
from statusref.domain.description.prose_blocks import prose_blocks
from statusref.domain.markdown import Paragraph, Span
from statusref.views.localizer import Localizer

_SHOWN = 20_000
"""Characters that a page shows of a memo: to lay out a hundred times as many would hold up the window for seconds."""


def memo_blocks(memo: str, localizer: Localizer) -> tuple[ProseBlock, ...]:
    """Return a memo in Markdown as blocks; of a very long one the beginning, and a sentence that says so."""
    shown = memo[:_SHOWN]
    if len(shown) < len(memo):
        shown = shown[: shown.rfind("\n") + 1] or shown
    # An import, unlike the editor, may bring line ends of other systems.
    blocks = prose_blocks("\n".join(shown.splitlines()))
    if len(shown) < len(memo):
        blocks = (*blocks, Paragraph((Span(localizer.text("memo.long")),), quiet=True))
    return blocks
