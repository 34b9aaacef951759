"""Codes are found by their place in the line; other three digits are not."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statusref.search.log_formats import codes_in
from statusref.search.logs import LogReader

FOUND = [
    ("HTTP/1.0 404 Not Found", [404]),
    ("HTTP/1.1 502 Bad Gateway", [502]),
    ("HTTP/2 200", [200]),
    ("HTTP/2 301 ", [301]),
    ("HTTP/3 103", [103]),
    ("HTTP/2.0 204 No Content", [204]),
    # curl
    ("< HTTP/1.1 401 Unauthorized", [401]),
    ("< HTTP/2 429\r", [429]),
    ("* HTTP/1.1 407 Proxy Authentication Required", [407]),
    ("curl: (22) The requested URL returned error: 404", [404]),
    ("curl: (22) The requested URL returned error: 404 Not Found", [404]),
    # Common and Combined Log Format, nginx, Apache
    ('127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326', [200]),
    ('1.2.3.4 - - [10/Oct/2026:13:55:36 +0900] "POST /a?x=404 HTTP/1.1" 499 0 "-" "curl/8.5.0" "-"', [499]),
    ('1.2.3.4 - - [10/Oct/2026:13:55:36 +0900] "-" 408 0 "-" "-"', [408]),
    (r'1.2.3.4 - - [10/Oct/2026:13:55:36 +0900] "\x16\x03\x01\x02\x00" 400 150 "-" "-"', [400]),
    ('1.2.3.4 - - [10/Oct/2026:13:55:36 +0900] "GET /500 HTTP/2.0" 304 - "https://a/404" "Mozilla/5.0 (500)"', [304]),
    ('"GET /x HTTP/1.1" 499 0', [499]),
    ('INFO:     127.0.0.1:50123 - "GET /items/404 HTTP/1.1" 422 Unprocessable Entity', [422]),
    # HAProxy
    (
        "haproxy[1]: 10.0.1.2:333 [06/Feb/2009:12:14:14.655] in px/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0",
        [200],
    ),
    ('ha[1]: 1.1.1.2:333 [06/Feb/2009:12:14:14.655] in px/a 10/0/30/69/109 404 2750 - - ---- "GET /5 HTTP/1.1"', [404]),
    ("ha[1]: 1.1.1.2:333 [06/Feb/2009:12:14:14.655] px px/<NOSRV> -1/-1/-1/-1/+50000 408 +212 - - cR-- 2/2", [408]),
    # Envoy
    ('[2016-04-15T20:17:00.310Z] "POST /api/v1/locations HTTP/2" 204 - 154 0 226 100 "10.0.35.28" "nsq2http"', [204]),
    ('[2016-04-15T20:17:00.310Z] "GET /a HTTP/1.1" 503 UH 0 19 0 - "-" "curl"', [503]),
    # AWS ALB, classic ELB
    (
        'http 2018-07-02T22:23:00Z app/lb/50 1.1.1.1:2 10.0.0.1:80 0.000 0.001 0.000 200 200 34 366 "GET http://a/ ',
        [200] * 2,
    ),
    ('https 2018-07-02T22:23:00Z app/lb/50 1.1.1.1:2817 - -1 -1 -1 502 - 34 366 "GET https://a:443/ HTTP/1.1"', [502]),
    ('2015-05-13T23:39:43Z lb 1.1.1.1:2 10.0.0.1:80 0.000073 0.001048 0.000057 504 200 0 29 "GET http://a', [504, 200]),
    # Cloudflare JSON
    ('{"ClientIP":"1.2.3.4","EdgeResponseBytes":404,"EdgeResponseStatus":520,"OriginResponseStatus":0}', [520]),
    # logfmt
    ('level=info msg="request done" status=503 duration=404ms', [503]),
    ("at=info method=GET path=/ host=a fwd=1.2.3.4 dyno=web.1 connect=1ms service=200ms status=404 bytes=512", [404]),
    ('status="502" upstream_status=504', [502, 504]),
    ("response.status_code=418", [418]),
    # JSON
    ('{"status":503}', [503]),
    ('{"status": "503", "took": 200}', [503]),
    ('{"statusCode":404,"message":"Not Found"}', [404]),
    ('{"status_code" : 429}', [429]),
    ('{"response.status":410}', [410]),
    ('{"response":{"status":410}}', [410]),
    ('{"http.response.status_code":404}', [404]),
    ('{"http":{"response":{"status_code":404}}}', [404]),
    (r'{"log":"{\"status\":500,\"size\":404}"}', [500]),
    # exceptions
    ("requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://a/500", [404]),
    ("requests.exceptions.HTTPError: 503 Server Error: Service Unavailable for url: https://a/", [503]),
    ("urllib.error.HTTPError: HTTP Error 403: Forbidden", [403]),
    ("httpx.HTTPStatusError: Client error '404 Not Found' for url 'https://a/'", [404]),
    ("aiohttp.client_exceptions.ClientResponseError: 429, message='Too Many Requests', url='https://a/'", [429]),
    ("AxiosError: Request failed with status code 404", [404]),
    ("Error: Request failed with status code 500", [500]),
    ("Failed to load resource: the server responded with a status of 404 (Not Found)", [404]),
    ("GET https://example.com/missing 404 (Not Found)", [404]),
    ("Error: HTTP error! status: 404", [404]),
    ("unexpected status code: 502", [502]),
    ("unexpected status: 404 Not Found", [404]),
    ("java.io.IOException: Server returned HTTP response code: 500 for URL: https://a/", [500]),
    ("(GET https://example.com/) 404", [404]),
    ('org.springframework.web.client.HttpClientErrorException$NotFound: 404 Not Found: "{}"', [404]),
    ("org.springframework.web.client.HttpServerErrorException: 503 Service Unavailable", [503]),
    ("System.Net.Http.HttpRequestException: Response status code does not indicate success: 404 (Not Found).", [404]),
    ("System.Net.WebException: The remote server returned an error: (404) Not Found.", [404]),
    ("StatusCode: 404, ReasonPhrase: 'Not Found', Version: 1.1", [404]),
    ("HTTPError: Response code 404 (Not Found)", [404]),
    ("HTTP request sent, awaiting response... 404 Not Found", [404]),
    ("2026-11-21 10:00:00 ERROR 404: Not Found.", [404]),
    ("Completed 404 Not Found in 500ms (Views: 200.1ms)", [404]),
    ('[GIN] 2026/11/21 - 10:00:00 | 404 |     500.1µs |       127.0.0.1 | GET      "/x"', [404]),
    ("GET /users/500 404 12.345 ms - 150", [404]),
]

NOT_FOUND = [
    "port 8404",
    "took 503ms",
    "404",
    "not found",
    "listening on 0.0.0.0:404",
    "error at line 404",
    "processed 500 rows in 200 ms",
    "2026-11-21 10:00:00.503 INFO worker 404 started",
    "GET /404 HTTP/1.1",
    "Content-Length: 404",
    '{"size":404,"took":503}',
    '{"status":"ok","code":"E404"}',
    '{"status":4040}',
    '{"status":404.5}',
    "status=5030",
    "status=ok 404",
    "exit status 1",
    "HTTP/1.1 4040 what",
    "HTTP/1.1 40 what",
    "10.0.0.404 - -",
    "AAPL 404 +12 (503)",
    "Room 404, Building 200",
    "timeout of 500ms exceeded",
    'user_agent="Mozilla/5.0 (404)"',
]


@pytest.mark.parametrize(("line", "codes"), FOUND)
def test_place(line: str, codes: list[int]) -> None:
    assert codes_in(line) == codes


@pytest.mark.parametrize("line", NOT_FOUND)
def test_any_three_digits_do_not_count(line: str) -> None:
    assert codes_in(line) == []


def read(*pieces: str) -> LogReader:
    reader = LogReader()
    for piece in pieces:
        for _ in reader.feed(piece):
            pass
    reader.finish()
    return reader


ALL = "\n".join(line for line, _ in FOUND) + "\n" + "\n".join(NOT_FOUND) + "\n"
EXPECTED: dict[int, int] = {}
for _, _codes in FOUND:
    for _code in set(_codes):
        EXPECTED[_code] = EXPECTED.get(_code, 0) + 1


def test_counts_every_line_once() -> None:
    reader = read(ALL)
    assert dict(reader.counts) == EXPECTED
    assert reader.lines == len(FOUND) + len(NOT_FOUND)


def test_most_frequent_first() -> None:
    assert read("HTTP/1.1 404 A\n" * 2 + "HTTP/1.1 500 A\n" * 3 + "HTTP/1.1 200 A\n" * 2).counts == (
        (500, 3),
        (200, 2),
        (404, 2),
    )


def test_a_whole_curl_answer() -> None:
    text = "HTTP/1.1 301 Moved\r\nlocation: /404\r\n\r\nHTTP/2 200 \r\ncontent-length: 503\r\n\r\n<h1>500</h1>"
    assert read(text).counts == ((200, 1), (301, 1))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, len(ALL)), max_size=12))
def test_pieces_make_no_difference(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(ALL)]
    reader = read(*(ALL[start:end] for start, end in pairwise(places)))
    assert dict(reader.counts) == EXPECTED
    assert reader.lines == len(FOUND) + len(NOT_FOUND)


def test_ten_thousand_lines() -> None:
    lines = [
        f'1.2.3.4 - - [21/Nov/2026:10:00:00 +0900] "GET /{i} HTTP/1.1" {(200, 404, 502)[i % 3]} {i}'
        for i in range(10_000)
    ]
    reader = read("\n".join(lines))
    assert reader.lines == 10_000
    assert dict(reader.counts) == {200: 3334, 404: 3333, 502: 3333}


def test_one_endless_line() -> None:
    line = json.dumps([{"id": i, "status": 503, "took": 404} for i in range(5000)])
    assert read(line).counts == ((503, 1),)
    assert read(line + "\n", line).counts == ((503, 2),)


def test_results_grow_while_reading() -> None:
    reader = LogReader()
    seen = [reader.counts[0][1] for _ in reader.feed("HTTP/1.1 404 Not Found\n" * 20_000, budget_ms=0)]
    assert len(seen) > 10
    assert seen == sorted(seen)
    assert seen[0] < 1000


@pytest.mark.parametrize(
    "text", ["", "\n", "\x00" * 50_000, "a" * 50_000, "a." * 30_000, '"' * 30_000, "1/" * 30_000, '] "' * 20_000]
)
def test_nothing_to_find(text: str) -> None:
    assert read(text).counts == ()


def test_nothing_but_counts_is_kept() -> None:
    reader = read("HTTP/1.1 404 Not Found secret\n", "an unfinished secret")
    assert "secret" not in repr(vars(reader))
