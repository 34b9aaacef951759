"""``framing=chunked``: a body whose length nobody says beforehand."""

from collections.abc import Iterable, Iterator

from statusref.lab.steps import Answer, Head, Piece, Step

_CHUNK = 16_384


def in_chunks(steps: Iterable[Step]) -> Iterator[Step]:
    """Give the same steps, with every body in chunks. An answer without a body stays as it is."""
    for step in steps:
        match step:
            case Answer(body=body) if len(body):
                yield Head(step._replace(body=b""), None)
                for start in range(0, len(body), _CHUNK):
                    yield Piece(body[start : start + _CHUNK])
            case Head(answer):
                yield Head(answer, None)
            case _:
                yield step
