r"""The patterns by which a number in a line is a status code: words before it and after it.

Except for methods and proxy flags, they expect lower case, in UTF-8. A pattern that ends with ``\Z`` is searched in the
last bytes before a number; a pattern for words after a number is matched at the end of the number.
"""

from statusref.logs.lazy_pattern import LazyPattern


def _pattern(*choices: str) -> LazyPattern[bytes]:
    return LazyPattern("|".join(choices).encode())


_OPEN = r"""(?:\\?["'])?[(<\[`]?(?:\\?["'])?"""
"""A quotation mark or a bracket, or both: ``: [``, ``=\\"``, ``(``."""
_IS = (
    r"""(?:\\?["'])?(?:[ \t]+(?:of|is|was|as|to|in|the|received|returned|from|server|with|unexpected))*"""
    r"""[ \t]*(?:[:=]+|=>|->)?[ \t]*"""
)
"""What may stand between a key and its value."""
_PARTICLE = "(?:가|는|은|이|를|을|로)?"

_UNITS = (
    rb"[kKMG]i?[bB]|[bB]ytes?|[bBkKM]|ms|\xc2\xb5s|us|ns|s|secs?|seconds?|min|minutes?|h|hours?|days?|px|rows?|packages?|passed|failed"
    rb"|tests?|files?|items?|users?|records?|results?|times?|lines?|requests?|messages?|entries|bits?|kbps"
)

_STATUS_KEY = r"(?:status[ _.-]?codes?|(?:response|http|resp|reply|result)[ _-]?codes?|status)"

UPSTREAM = _pattern(
    rf"""(?:upstream|origin|backend|target|beresp)[\w.]{{0,24}}?[ _.-]?(?:status|code)[\w.-]{{0,6}}{_IS}{_OPEN}\Z""",
    rf"""\bus={_OPEN}\Z""",
)
"""The code of a server behind a proxy: ``upstream_status=504``, ``"OriginStatus":502``, ``us=502``."""

CERTAIN = _pattern(
    # Status lines and access logs: HTTP/1.1 502 · "GET /x HTTP/1.1" 499 · HTTP/1.1 "422"
    r"""\bhttp/\d(?:\.\d)?(?:\\?["'])?[ \t]+["']?\Z""",
    # Keys: "status":503 · status=404 · a status code of 404 · Status code: (413) · unacceptableStatusCode(400)
    rf"""{_STATUS_KEY}{_PARTICLE}(?:{_IS}|\(code: ?){_OPEN}\Z""",
    # HTTP 401 · HTTP error 404 · HTTP code = 413 · HTTP/2 stream: HTTP status 503
    rf"""\bhttps?(?:[ _-](?:error|status|code|response|request|probe|get))*!?{_IS}{_OPEN}\Z""",
    # Korean: 상태 코드 204 · 응답코드=503
    rf"""(?:상태|응답)\s*코드{_PARTICLE}{_IS}{_OPEN}\Z""",
    # Exceptions: requests.exceptions.HTTPError: 404 · FeignException$NotFound: [404
    rf"""(?:error|exception)(?:\$\w+)?: {_OPEN}\Z""",
    # Squid, nginx' debug log, Rails, wget, npm
    r"""\b(?:tcp|udp)_[a-z_]+/\Z""",
    r"""\bhttp (?:finalize request|special response): \Z""",
    r"""\b(?:completed|response\.\.\.) \Z""",
    r"""\b(?:err!|error) (?:code )?e\Z""",
)

HINTS = _pattern("http", "us=", "status", "code", "err", "exception", "tcp_", "udp_", "completed", "response", "코드")
"""Every certain or upstream code needs one of these in its line. Searching them first is much faster."""

LIKELY = _pattern(
    # Server returned 403 · received 404 · response 407 · responded with a 500 · returned error: 404
    rf"""\b(?:respon(?:se|d|ds|ded)|return(?:s|ed|ing)?|got|received|replied|answer(?:s|ed)?)"""
    rf"""(?: (?:with|an?|the|error|http|code|unexpected))*:? ?{_OPEN}\Z""",
    # ERROR 404: · API Error (529 · An error occurred (403) · error code 504
    rf"""\b(?:error|err!|occurred|indicate success)(?:[ _-]code)?:? ?{_OPEN}\Z""",
    rf"""(?:에러|오류)\s*코드{_PARTICLE}{_IS}{_OPEN}\Z""",
    # The name of a class: BadStatusLine: 400 · UnexpectedHttpStatus: 502 · RequestFailed: 503
    rf"""(?:(?:http|status|response)(?:line)?|(?:http|request|response)fail(?:ed|ure)): {_OPEN}\Z""",
)
"""Weaker evidence: it counts only for known codes, and not in lines of other protocols (FOREIGN)."""

BARE_CODE = _pattern(rf"""\bcode{_IS}{_OPEN}\Z""")
"""The key ``code`` may belong to anything: it counts only in lines with HTTP_WORDS and without better evidence."""
LETTER = LazyPattern(rb"[a-z\x80-\xff]")
HTTP_WORDS = _pattern(r"""\b(?:https?|method|path|ur[il]|error|request|response|status)\b""")

LIKELY_BEHIND = _pattern(
    r" (?:error|http) responses?\b",
    r"(?:번)?\s*(?:에러|오류|응답)",
    r": the server ",
    r"\][ \t]+\d+ responses",
)

PROXY_FLAGS = LazyPattern(
    rb"[ ](?:UF|UH|UO|UR|UT|UC|LR|LH|NR|NC|DI|FI|RL|DC|URX|UAEX|RLSE|SI|IH|DPE|UPE|UMSDR|OM|DF)"
    rb"(?:,[A-Z]{2,5})*(?![A-Za-z])"
)
"""Envoy's response flags: ``503 UF,URX``."""

NEVER_BEFORE = _pattern(
    r"""\bexit(?:ed)?\b[^,;|]{0,40}\Z""",
    r"""\b(?:pid|port|line|errno|os error|signal|character|column|uid|gid|level|exit)["']?[ \t]*[:=#]?[ \t]*\Z""",
    r"""\b(?:sip|rtsp|icap)/\d\.\d["']?[ \t]+\Z""",
    # The expected code, which did not come: failed to get a 200 OK · was 503 and not [200]
    r"""\b(?:failed to get an?|and not) \[?\Z""",
)
COUNTED = LazyPattern(r"[ \t]*(?:개|명|원|호|층|장|건|회|번째|줄|페이지|쪽|초|분|시간|일|달|월|년|배)".encode())
"""Korean counters and units after a number; the English ones are in ``NUMBER``."""

FOREIGN = _pattern(
    r"""\b(?:e?smtp|lmtp|imap|sip/2\.0|rtsp/1\.0|ftp|postfix|dsn=|sqlstate|mysql|ora-\d)""",
    r"""^[ \t]*\d{3}[ -]\d\.\d{1,3}\.\d""",
)
"""Marks of protocols and programs whose numbers look like status codes."""

EXPECTED = LazyPattern(
    rb"expect(?:ed|s|ing)?\b(?:[^0-9\n]{0,30}?)(?<!\d)(?P<expected>[1-5]\d\d)(?!\d)[^0-9\n]{0,24}?\b(?:was|got|actual|received|is)\b"
    rb"[^0-9\n]{0,24}?(?P<actual>[1-5]\d\d)(?!\d)"
)
"""Tests: ``Status expected:<200> but was:<401>``, ``Expected 401 but was 400``."""
CODE_COUNTS = LazyPattern(rb"\[code:count\]((?:[ \t]+\d{3}:\d+)+)")
"""The last line of vegeta's report."""

_METHODS = "|".join(
    rf"{name}(?<![A-Za-z/_-]{name})(?![A-Za-z_-])"
    for name in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "PROPFIND")
)
METHOD = _pattern(_METHODS)
METHOD_URL = _pattern(rf"""(?:{_METHODS})[ \t]+[^\s"']+[ \t]+[(\[]?\Z""")
METHOD_ALONE = _pattern(rf"(?:{_METHODS})[ \t]+\Z")
URL_BEHIND = LazyPattern(rb"[ \t]+(?:https?://|/)")
"""``GET /x 404`` and ``GET 403 http://…``."""

COLOURS = LazyPattern(rb"\x1b\[[0-9;?]*[A-Za-z]|\[\d{1,2}(?:;\d{1,3})*m")
"""ANSI colours. The clipboard may have removed the escape character."""
NUMBER = LazyPattern(
    # First the digits, then lookbehinds for what must not stand before them: so the search only stops at digits.
    rb"[1-9][0-9]{2}"
    # not the end of a number, a time, an address or a word: 10:00:00.503, 1,200, 10.0.0.404, $404, x404
    rb"(?<![0-9]...)(?<![0-9][.,:-]...)(?<![a-df-oq-zA-DF-OQ-Z_#$]...)"
    # nor a part of a path or a place in a source file: /items/404, Order.java:404 (but TCP_MISS/404)
    rb"(?<![^A-Z0-9]/...)(?<!\.java:...)(?<!\.kt:...)(?<!\.py:...)(?<!\.[jt]s:...)(?<!\.go:...)(?<!\.rb:...)"
    rb"(?<!\.c[sc]:...)"
    # nor followed by more digits, a unit, a counted thing, or Chrome's own name of the number: 404.5, 203/EXEC,
    # 503 ms, 403 packages, 102 (net::ERR_CONNECTION_REFUSED)
    rb"(?![0-9%]|/[A-Za-z]| \(net::|[.:~-][0-9]|,[0-9]{3}\b|[ \t]?(?:" + _UNITS + rb")(?![\w=:]))"
)
"""Three digits that may be a code, in a line as it is written."""

PATTERNS = tuple(rule for rule in tuple(globals().values()) if isinstance(rule, LazyPattern))
