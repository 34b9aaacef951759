"""Builds the search's indexes at once instead of slice by slice."""

from statusref.app.idle_work import IdleWork


def finish_indexing(idle: IdleWork) -> None:
    while idle._index_timer.isActive():
        idle._index_a_slice()
