"""The memos on the codes of a card, below the card."""

from statusref.study.cards import Card
from statusref.views.memo_editor import MemoEditor, MemoTexts
from statusref.views.study.labels import entry_title


class CardMemo(MemoEditor):
    """One memo after the other is edited: ``step`` goes to the next."""

    def step(self, memos: MemoTexts, card: Card) -> None:
        """Open the memo on the card's first code; if one is open, that on the next code; after the last, close it."""
        ids = [entry.id for entry in card.entries]
        place = ids.index(self.entry_id) + 1 if self.entry_id in ids else 0
        if place < len(ids):
            self.open(memos, ids[place], entry_title(card.entries[place]))
        else:
            self.close_editor()
