"""Finds status codes in logs, transcripts and error messages by their place in the line; no other three digits count.

Each alternative of the pattern has a group for its code, and load balancers that log their own code and the target's
have two. No alternative matches across the end of a line.
"""

import re
from collections.abc import Iterator
from functools import cache

_CODE = r"([0-9]{3})(?![0-9A-Za-z_]|\.[0-9])"
_KEY = r"(?:status|status_?code|status-code|responsestatus|response_?code|http_?code|http_?status)"

_FORMATS = (
    # Status lines, curl -i and -v; access logs: HTTP/1.1 502 Bad Gateway · "GET /x HTTP/1.1" 499 0 · < HTTP/2 200
    rf"\bHTTP/[0-9](?:\.[0-9])?(?:\\?\")?[ \t]+{_CODE}",
    # Common and Combined Log Format, request not HTTP: [06/Feb/2026:12:14:14 +0900] "-" 408 0 "-"
    rf"\][ ]\"[^\"\r\n]{{0,1500}}\"[ ]{_CODE}(?=[ ](?:[0-9]+|-)(?:[ \r\n]|\Z))",
    # HAProxy: timers, code, bytes: 10/0/30/69/109 200 2750
    rf"\b-?[0-9]+(?:/-?[0-9]+){{2,3}}/\+?[0-9]+[ ]{_CODE}(?=[ ]\+?[0-9]+[ ])",
    # AWS ALB and classic ELB: three processing times, then the balancer's code and the target's:
    # 0.001 0.048 0.000 502 502
    rf"(?:[ ](?:-1|[0-9]+\.[0-9]+)){{3}}[ ]{_CODE}[ ](?:{_CODE}|-)(?=[ ][0-9]+[ ])",
    # JSON, also quoted inside JSON: "status":503 · "http.response.status_code": "404" · "EdgeResponseStatus":520
    rf"\"(?:[\w.@-]{{0,60}}[._-]|(?:edge|origin|client))?{_KEY}\\?\"[ \t]*:[ \t]*(?:\\?\")?{_CODE}",
    # logfmt, headers and sentences:
    # status=503 · status: 404 · statusCode 404 · status code 404 · a status of 404 · StatusCode: 404,
    rf"\b(?:[\w.]{{0,40}}[._])?(?:{_KEY}|status[ ]code)(?:[ ]of|[ ]is)?(?:[ ]?[=:][ ]?|[ ])(?:\\?[\"'])?{_CODE}",
    # requests, Spring, Ruby:
    # HTTPError: 404 Client Error · HttpClientErrorException$NotFound: 404 Not Found · 404 : [no body]
    rf"\b\w{{0,60}}(?:Error|Exception)(?:\$\w{{1,60}})?:[ ][\[(]?{_CODE}(?=[ ,)])",
    # urllib, Caddy, wget, browsers: HTTP Error 404: Not Found · ERROR 404: Not Found · HTTP status 404
    rf"\bHTTP[ ](?:error|status|code|response)!?(?:[ ]code)?:?[ ]{_CODE}",
    rf"\bERROR[ ]{_CODE}(?=:)",
    # httpx: Client error '404 Not Found' for url
    rf"\b(?:Client|Server)[ ]error[ ]'{_CODE}",
    # Java, Node got, curl, .NET:
    # Server returned HTTP response code: 500 · returned error: 404 · returned an error: (404) Not Found
    rf"\b(?:response[ ]code|returned[ ](?:an[ ])?error):?[ ]\(?{_CODE}",
    # .NET HttpClient: Response status code does not indicate success: 404 (Not Found).
    rf"\bindicate[ ]success:[ ]{_CODE}",
    # Java HttpResponse, browser consoles, morgan:
    # (GET https://a/) 404 · GET https://a/ 404 (Not Found) · GET /x 404 12.3 ms
    rf"\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ ][^\s\"']{{1,1500}}[ ]{_CODE}(?=[ ]*(?:\(|$|[ ][0-9.]+[ ]|[ ]-))",
    # Rails: Completed 404 Not Found in 5ms · wget: awaiting response... 404 Not Found
    rf"\b(?:Completed|response\.\.\.)[ ]{_CODE}(?=[ ])",
    # Gin: | 404 |    Squid: TCP_MISS/404
    rf"\|[ ]+{_CODE}(?=[ ]+\|)",
    rf"\b(?:TCP|UDP)_[A-Z_]+/{_CODE}",
)  # fmt: skip


@cache
def log_pattern() -> re.Pattern[str]:
    """Return the pattern of all formats. The first call compiles it, which takes some milliseconds."""
    return re.compile("|".join(_FORMATS), re.IGNORECASE | re.MULTILINE)


def codes_at(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the position and the number of every status code in ``text[start:end]``, in order."""
    for match in log_pattern().finditer(text, start, end):
        for group in match.groups():
            if group is not None:
                yield match.start(), int(group)


def codes_in(text: str) -> list[int]:
    """Return the status codes in ``text``, in order."""
    if len(text) < _SHORTEST or not any(map(str.isdecimal, text)):
        return []
    return [code for _, code in codes_at(text, 0, len(text))]


_SHORTEST = len("HTTP/2 200")
