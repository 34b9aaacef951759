"""The way back and forward through the places that were visited."""

from statusref.domain.links import Link


class History:
    """Places visited, as a browser keeps them."""

    def __init__(self) -> None:
        self._places: list[Link] = []
        self._here = -1

    def visit(self, place: Link) -> None:
        """Go to a place; what lay ahead is forgotten. Visiting the present place again changes nothing."""
        if self._here >= 0 and self._places[self._here] == place:
            return
        self._places[self._here + 1 :] = [place]
        self._here += 1

    def renew(self, place: Link) -> None:
        """Replace the nearest place of the same kind, backwards and forwards, by ``place``: its content has changed."""
        behind, ahead = range(self._here, -1, -1), range(self._here + 1, len(self._places))
        for positions in (behind, ahead):
            found = next((at for at in positions if self._places[at].kind is place.kind), None)
            if found is not None:
                self._places[found] = place

    @property
    def can_go_back(self) -> bool:
        return self._here > 0

    @property
    def can_go_forward(self) -> bool:
        return self._here < len(self._places) - 1

    def back(self) -> Link | None:
        """Step back and return where that is, or None at the start."""
        if not self.can_go_back:
            return None
        self._here -= 1
        return self._places[self._here]

    def forward(self) -> Link | None:
        """Step forward and return where that is, or None at the end."""
        if not self.can_go_forward:
            return None
        self._here += 1
        return self._places[self._here]
