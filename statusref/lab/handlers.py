"""What answers the requests to an address."""

from collections.abc import Callable

from statusref.lab.requests import Request
from statusref.lab.steps import Outcome

Handler = Callable[[Request], Outcome]
Handlers = dict[str, Handler]
"""By path; one that ends with a slash, ``/chain/``, is for every path below it that has no handler of its own.

A handler may raise BadOptionError.
"""
