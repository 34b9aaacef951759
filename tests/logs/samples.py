"""What is in the logs of the folder ``real``.

Their lines were written by the programs themselves on the loopback interface (nginx 1.22, Apache 2.4, HAProxy 2.6,
Squid 5.7, Varnish 7.1, Caddy 2.6), or stand in the documentation of the vendor that ``statusref/logs`` names, for JEUS
in a user's public analysis of its log; hosts and addresses are replaced.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

NOTHING: Mapping[Any, int] = MappingProxyType({})
REAL = Path(__file__).parent / "real"


class Sample(NamedTuple):
    """``codes``: counts of what clients got. ``upstream``: pairs of the client's code and a server's, with counts.

    ``time`` and ``path`` are those of the first line that has a code; ``alone``: answers of the proxy itself.
    """

    file: str
    layout: str | None
    codes: dict[int, int]
    time: str | None = None
    path: str | None = None
    upstream: Mapping[tuple[int, int], int] = NOTHING
    alone: int = 0
    flags: Mapping[str, int] = NOTHING

    @property
    def text(self) -> str:
        return real(self.file)


def real(name: str) -> str:
    return (REAL / f"{name}.log").read_bytes().decode()


SAMPLES = [
    Sample("common", "common", {404: 2, 200: 1}, "2026-11-29T15:58:34+00:00", "/"),
    Sample("combined", "combined", {403: 1, 404: 1, 400: 1}, "2026-11-29T15:58:30+00:00", "/private/{n}"),
    Sample("vhost", "vhost", {404: 1, 200: 1}, "2026-11-29T15:58:34+00:00", "/a"),
    Sample("quoted", "quoted status", {404: 1, 200: 1}, "2026-11-29T15:58:30+00:00", "/nope"),
    Sample("custom", "custom", dict.fromkeys((200, 404, 418, 403, 301, 502), 1), "2026-11-29T15:58:30+00:00", "/"),
    Sample(
        "ingress",
        "ingress-nginx",
        {502: 1, 499: 1, 404: 1},
        "2026-11-29T15:58:30+00:00",
        "/proxy/{n}",
        {(502, 502): 2, (499, 504): 2},
        alone=1,
    ),
    Sample(
        "proxy-manager",
        "nginx-proxy-manager",
        {301: 1, 200: 1},
        "2023-01-11T02:16:53+01:00",
        "/",
        {(200, 200): 1},
        alone=1,
    ),
    Sample("webtob", "common", {200: 1, 304: 1}, "2024-06-17T08:19:47+00:00", "/"),
    Sample("tomcat", "common", {404: 1, 500: 1}, "2026-10-11T09:12:44+09:00", "/favicon.ico"),
    Sample("jeus", "jeus", {200: 1, 404: 1, 500: 1}, "2019-05-02T13:42:55", "/cse/orange/la"),
    Sample("gin", "gin", {429: 1, 200: 1}, "2026-09-27T20:14:37", "/api/embed"),
    Sample("haproxy", "haproxy", {404: 1, 503: 1}, "2026-11-29T15:58:30", "/a", alone=1, flags={"SC--": 1}),
    Sample("squid", "squid", {200: 1, 403: 1, 503: 1}, "2026-11-29T15:58:34+00:00", "/"),
    Sample("varnishncsa", "combined", {418: 1, 404: 1}, "2026-11-29T15:58:34+00:00", "/teapot"),
    Sample("varnishlog", "varnishlog", {404: 1}),
    Sample(
        "envoy",
        "envoy",
        {204: 1, 503: 1},
        "2016-04-15T20:17:00+00:00",
        "/api/v1/locations",
        alone=1,
        flags={"UF,URX": 1},
    ),
    Sample("traefik", "traefik", {200: 1, 404: 1}, "2020-01-28T20:20:08+00:00", "/xmlrpc.php"),
    Sample("traefik-json", "traefik", {502: 1, 404: 1}, "2026-08-31T10:00:00+00:00", "/checkout", {(502, 500): 1}),
    Sample("caddy", "caddy", {200: 1, 404: 1}, "2026-11-29T15:58:34+00:00", "/index.html"),
    Sample("iis", "iis", {404: 1, 200: 1, 500: 1}, "2026-10-11T00:12:44", "/web.config"),
    Sample("cloudfront", "cloudfront", {403: 1}, "2021-04-07T17:29:49", "/index.html.php"),
    Sample("s3", "s3", {200: 1}, "2013-03-24T10:22:56+00:00", "/{n}/a.mp3"),
    Sample("alb", "alb", {502: 1, 500: 1}, "2026-10-11T00:12:44+00:00", "/items/{n}", {(500, 503): 1}, alone=1),
    Sample("clb", "clb", {504: 1}, "2015-05-13T23:39:43+00:00", "/", {(504, 200): 1}),
    Sample("heroku", "heroku", {503: 1, 200: 1}, "2026-10-11T00:12:44+00:00", "/slow", alone=1, flags={"H12": 1}),
    Sample("cloudflare", "cloudflare", {520: 1, 200: 1}, "2026-10-11T00:00:01+00:00", "/x", {(520, 502): 1}, alone=1),
    Sample("gcp", "gcp", {302: 1}, "2020-06-08T23:41:30+00:00", "/console/"),
    Sample("azure", "azure", {502: 1}, "2018-07-16T00:41:20+00:00", "/main.js", {(502, 504): 1}),
    Sample("json-lines", "json", {502: 1, 404: 1}, "2026-11-29T15:58:30+00:00", "/proxy/{n}", {(502, 502): 2}),
    Sample("logfmt", "logfmt", {502: 1, 503: 1}, "2026-10-11T00:12:44+00:00", "/api", {(503, 504): 1}),
    Sample("jmeter", "csv", {200: 1, 503: 1}, "2017-11-05T00:28:10+00:00", "/login"),
    Sample("k6", "csv", {200: 1, 503: 1}, "2020-07-21T09:59:20+00:00", "/x"),
    Sample("prometheus", "prometheus", {200: 1027, 503: 3}),
    Sample("har", "har", {503: 1, 200: 1}, "2026-10-11T00:12:44+09:00", "/items/{n}"),
    Sample("spring", None, {404: 1, 503: 1}, "2026-10-11T09:12:45+09:00"),
]
