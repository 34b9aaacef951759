"""What a number of three digits may be other than a status code, by what stands before and behind it.

The patterns for what stands before are tried on the last characters up to the number, the others at its end. The text
is in small letters: patterns that ignore case take three times as long to compile.
"""

import re

REACH = 48
"""Characters before a number that are looked at."""

_HTTP_WORDS = r"(?<![a-z])(?:https?|(?:http)?status|(?:status|error)?code|error|err|response)|상태|코드|에러|오류|응답"

LIST_BEFORE = re.compile(r"(?<![0-9.])[1-9][0-9]{2}(?:[,/·~→>-]|\.\.)\s?\Z")
LIST_BEHIND = re.compile(r"\s?(?:[,/·~→-]>?|\.\.)\s?[1-9][0-9]{2}(?![0-9.])")
"""Codes side by side: ``502/504``, ``401,403``, ``301..303``, ``422→400``."""

HTTP_BEFORE = re.compile(
    rf"(?:{_HTTP_WORDS})[은는이가를]?[\s:=\[(#<'\"_/-]*(?:of |is )?\Z"
    r"|\bresponse (?:for|from) \S+: \Z"
    r"|\b(?:request|call|fetch|upload|download|get|post|put|patch|delete)\b[^0-9;,|]{0,30}\bfailed: \Z"
)
"""A word of HTTP right before the number, with any separator between: ``http-404``, ``에러코드: 404``. A colon may
stand behind what was asked: ``response for api: 502``, ``upload of a.zip failed: 413``.
"""
HTTP_BEHIND = re.compile(r"\s(?:https?|status|error|response|code)(?![a-z])|\s?(?:에러|오류|응답|상태)")
"""A word of HTTP right behind the number: ``999 error``."""
GLUED_BEFORE = re.compile(rf"(?:{_HTTP_WORDS}|(?<![a-z])(?:e|sc|rc))\Z")
"""``HTTP404``, ``E403``."""
COMMIT_PREFIX = re.compile(r"\w+(?:\([^)]*\))?!?: \Z")
"""``fix: 500 on …``, at the very start of a text."""

FOREIGN_BEFORE = re.compile(
    r"(?:\b(?:exit(?:ed)?|os error|errno|msg|sqlcode|ora|sip/2\.0|rtsp/[12]\.\d)|종료)\b[^,;|0-9]{0,20}\Z"
    r"|\bfailed \(\Z",  # an errno: recv() failed (104: Connection reset by peer)
)
"""Numbers of processes, operating systems, databases and other protocols, also where a word of HTTP stands between."""

_COUNTING_WORDS = (
    "port|pid|lines?|rows?|signal|level|state|chmod|chown|column|char(?:acter)?|position|offset|[ug]id|id"
    "|ver(?:sion)?|v|rfc|pr|ticket|build|release|room|step|chapter|figure|section|took|after|within"
    "|failed to get an?|size|bytes|count|total"
)
_NO_KEY_OF_A_CODE = "".join(
    f"(?<!{word})"
    for word in ("error", "exception", "code", "status", "response", "expected", "was", "got", "received")
)
NEVER_BEFORE = re.compile(
    r"[0-9][.,:/x×~-]\Z"  # part of a longer number, date, time, address or version
    r"|[a-z0-9]-\Z|\S[:/]\Z|[a-z0-9][.]\Z|[a-z]\Z|(?<![가-힣])제\Z"  # part of a name or path
    r"|[#$₩€£@*%\\_=+≈§]\Z"  # an amount, or the number of a ticket
    rf"|\b(?:{_COUNTING_WORDS})[\s:=.#]*\Z"
    r"|(?:포트|라인|버전|줄|행)\s*[:=#]?\s*\Z"
    rf"|\w[a-z]*{_NO_KEY_OF_A_CODE}: \Z",
)

_COUNTERS = (
    r"개|명|원|호|층|장|건|회|번째|줄|쪽|곳|통|자|초|분|시간|일(?!\s*(?:때|경우|뿐|수))|달|월|년|배|살|점|위|행"
    r"|바이트|퍼센트|킬로|메가|기가"
)
_AFTER_COUNTER = r"(?:실|[을를의이가은는만도]|까지|정도|이상|이하|미만|씩)?(?![가-힣a-z0-9])"
_COUNTED = (
    "packages?|passed|failed|tests?|files?|items?|users?|records?|results?|times|lines?|rows?|columns?|entries"
    "|messages|requests|people|percent|days?|hours?|minutes?|seconds?|weeks?|months?|years?|won|dollars?|usd|krw"
    "|orders|products|customers|members|visitors|subscribers|emails|connections|threads|workers|nodes|replicas|jobs|tasks"
    "|events|queries|transactions|documents|tokens|words|iterations|batches|partitions|commits|downloads"
)
_UNITS = (
    "ms|µs|us|ns|secs?|min|h|hrs?|k|m|g|b|kb|mb|gb|tb|[kmgt]ib|[kmg]?bps|px|pt|em|[rqf]ps|rpm|m?hz|ghz|dpi|km|kg|cm|mm"
    "|bytes?|p|rd|th|st|nd"
)
_TEST_RUN = r"\s(?:[a-z-]+\s){0,2}(?:tests|specs|checks|assertions|examples)\s(?:passed|failed|succeeded|skipped)\b"
"""``307 focused tests passed``. Other things are counted right behind the number: ``404 error files`` has a code."""
NEVER_BEHIND = re.compile(
    r"\s?[.,:/~-][0-9]|[./][a-z]|[_%°]|x[0-9]"
    rf"|\s?(?:{_UNITS})(?![a-z0-9])|\s(?:s|{_COUNTED})(?![a-z0-9])"
    rf"|{_TEST_RUN}"
    rf"|\s?(?:{_COUNTERS}){_AFTER_COUNTER}"
    r"|번\s*(?:포트|줄|라인|이슈|문제|국도|버스|[지째])"
    r"|\s\(net::"  # Chrome's own numbers, as it once showed them
    r"|\s+[0-9]{4,}\s+[0-9]|\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+[0-9]",
)
CELL_BEFORE, CELL_BEHIND = re.compile(r"\|\s*\Z"), re.compile(r"\s*\|")
"""A cell of a table."""

CLASS_BEHIND = re.compile(r"번?\s?대(?![가-힣]*역)")
"""``400번대``, ``500대``: the class."""
GLUED_BEHIND = re.compile(r"-?([a-z][a-z0-9]*)")
"""A word glued to a number counts if the number is called so: ``404notfound``, ``301redirects``, or if it frames."""
PLURAL = "s"
