"""Whether a proxy made a response itself. The flags in its log about the end of the request tell.

Sources: HAProxy's configuration manual, 8.5 Session state at disconnection; Envoy's documentation of %RESPONSE_FLAGS%;
Heroku's error codes.
"""

from functools import cache

_ENVOY = frozenset("UF UH UO NR NC UT UC URX LR RL UAEX RLSE LH FI UPE UMSDR OM DPE IH".split())  # noqa: SIM905
_HAPROXY_BEFORE_AN_ANSWER = frozenset("RQCH")
"""When the session ended: at the request, in the queue, while connecting, before the server's headers came."""


@cache
def answered_alone(flags: str) -> bool:
    """Return whether these flags say that no server behind the proxy answered."""
    if len(flags) == 4 and flags[2:].strip("-ENDIUOVP") == "":
        return (flags[0] != "-" and flags[1] in _HAPROXY_BEFORE_AN_ANSWER) or flags[0] == "P"
    return (flags[:1] == "H" and flags[1:].isdecimal()) or not _ENVOY.isdisjoint(flags.split(","))


def is_telling(flags: str) -> bool:
    """Whether the flags say that something went wrong: ``-`` and ``----`` mean a normal end."""
    return flags.strip("-") != "" and not flags.startswith("--")
