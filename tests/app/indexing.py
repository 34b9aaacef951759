"""Builds the search's indexes at once instead of slice by slice."""

from statusref.app.shared_work import SharedWork


def finish_indexing(work: SharedWork) -> None:
    while not work.is_indexed:
        work._index_a_slice()
