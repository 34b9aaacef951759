"""Search: from whatever the user has to the status codes it means. No Qt; see ``engine`` for the whole of it."""

from statusref.search.engine import SearchEngine
from statusref.search.log_formats import codes_in, looks_like_log
from statusref.search.logs import LogReader
from statusref.search.query import MAX_QUERY
from statusref.search.results import Field, Mark, Match, Ranking, Reason, Results, Target, Tier

__all__ = [
    "MAX_QUERY",
    "Field",
    "LogReader",
    "Mark",
    "Match",
    "Ranking",
    "Reason",
    "Results",
    "SearchEngine",
    "Target",
    "Tier",
    "codes_in",
    "looks_like_log",
]
