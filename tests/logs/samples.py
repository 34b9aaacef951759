"""Lines of every layout with what is in them.

Written by the programs themselves on the loopback interface (nginx 1.22, Apache 2.4, HAProxy 2.6, Squid 5.7, Varnish 7.1,
Caddy 2.6), or after the examples in the documentation of the vendor that ``statusref/logs`` names; hosts and addresses
are replaced.
"""

from typing import NamedTuple


class Sample(NamedTuple):
    """``codes``: counts of what clients got. ``upstream``: pairs of the client's code and a server's, with counts.

    ``time`` and ``path`` are those of the first line that has a code; ``alone``: answers of the proxy itself.
    """

    layout: str | None
    text: str
    codes: dict[int, int]
    time: str | None = None
    path: str | None = None
    upstream: dict[tuple[int, int], int] = {}
    alone: int = 0
    flags: dict[str, int] = {}


COMMON = r"""127.0.0.1 - - [29/Nov/2026:15:58:34 +0000] "GET / HTTP/1.1" 404 236
127.0.0.1 - - [29/Nov/2026:15:58:34 +0000] "GET /index.html HTTP/1.1" 200 3
127.0.0.1 - - [29/Nov/2026:15:58:34 +0000] "GET /a?x=\"q\" HTTP/1.1" 404 236
"""
COMBINED = r"""127.0.0.1 - - [29/Nov/2026:15:58:30 +0000] "GET /private/1 HTTP/1.1" 403 153 "-" "curl/7.88.1"
127.0.0.1 - - [29/Nov/2026:15:58:30 +0000] "GET /a?x=\x22q\x22 HTTP/1.1" 404 153 "-" "curl/7.88.1"
127.0.0.1 - - [29/Nov/2026:15:58:30 +0000] "\x16\x03\x01 junk" 400 157 "-" "-"
"""
VHOST = r"""localhost:80 127.0.0.1 - - [29/Nov/2026:15:58:34 +0000] "GET /a?x=\"q\" HTTP/1.1" 404 397 "-" "curl/7.88.1"
localhost:80 127.0.0.1 - - [29/Nov/2026:15:58:34 +0000] "GET /index.html HTTP/1.1" 200 203 "-" "curl/7.88.1"
"""
QUOTED = """127.0.0.1 - - [29/Nov/2026:15:58:30 +0000] "GET /nope HTTP/1.1" "404" 153 "-" "curl/7.88.1"
127.0.0.1 - - [29/Nov/2026:15:58:30 +0000] "GET / HTTP/1.1" "200" 3 "-" "curl/7.88.1"
"""
CUSTOM = r"""2026-11-29T15:58:30+00:00|127.0.0.1|GET|/|200|3|0.000
2026-11-29T15:58:30+00:00|127.0.0.1|GET|/nope|404|153|0.000
2026-11-29T15:58:30+00:00|127.0.0.1|GET|/teapot|418|0|0.000
2026-11-29T15:58:30+00:00|127.0.0.1|GET|/private/1|403|153|0.000
2026-11-29T15:58:30+00:00|127.0.0.1|GET|/old|301|169|0.000
2026-11-29T15:58:30+00:00|127.0.0.1|GET|/proxy/1|502|157|0.000
"""
INGRESS = (
    '127.0.0.1 - - [29/Nov/2026:15:58:30 +0000] "GET /proxy/1 HTTP/1.1" 502 157 "-" "curl/7.88.1" 86 0.000 [two] []'
    " 127.0.0.1:19991, 127.0.0.1:19992 0, 0 0.000, 0.000 502, 502 5803c56ce7637c97115b7450ded79b12\n"
    '192.0.2.1 - [192.0.2.1] - - [12/Jul/2019:14:28:22 +0000] "POST /x HTTP/2.0" 499 0 "-" "curl" 6433 426.749'
    " [upstream-default-backend] [] 10.1.244.233:80, 10.1.244.233:80, 10.1.244.233:80 0, 0, 0 60.001, 60.001, 6.740"
    " 504, 504, - 1411d70d25a94e8a\n"
    '127.0.0.1 - - [29/Nov/2026:15:58:30 +0000] "GET /nope HTTP/1.1" 404 153 "-" "curl/7.88.1" 83 0.000 [-] []'
    " - - - - 0a90270cfb3e67f4b53305b7af55f7b7\n"
)
PROXY_MANAGER = (
    '[11/Jan/2023:02:16:53 +0100] - - 301 - GET http example.com "/" [Client 192.0.2.10] [Length 166] [Gzip -]'
    ' [Sent-to wiki] "curl/7.88" "-"\n'
    '[16/Jul/2021:06:58:18 +0000] - 200 200 - GET https api.example.com "/docs" [Client 192.0.2.151] [Length 504]'
    ' [Gzip 1.98] [Sent-to 192.0.2.153] "Mozilla/5.0 (Windows NT 10.0; rv:90.0)" "-"\n'
)
WEBTOB = """192.0.2.9 [17/Jun/2024:08:19:47 +0000] "GET / HTTP/1.1" 200 686 3
192.0.2.9 [17/Jun/2024:08:19:47 +0000] "GET /top2-1.gif HTTP/1.1" 304 - 1
"""
TOMCAT = """0:0:0:0:0:0:0:1 - - [11/Oct/2026:09:12:44 +0900] "GET /favicon.ico HTTP/1.1" 404 682
0:0:0:0:0:0:0:1 - - [11/Oct/2026:09:12:45 +0900] "GET /orders/7 HTTP/1.1" 500 -
"""
GIN = """[GIN] 2026/09/27 - 20:14:37 | 429 | 1.2ms | 127.0.0.1 | POST "/api/embed"
[GIN] 2026/09/27 - 20:14:38 | 200 |     500.1µs |       127.0.0.1 | GET      "/api/200"
"""
HAPROXY = """\
<134>Nov 29 15:58:30 haproxy[23562]: 127.0.0.1:42216 [29/Nov/2026:15:58:30.927] web app/s1 0/0/0/1/1 404 283 - - ----\
 1/1/0/0/0 0/0 "GET /a?x=#22q#22 HTTP/1.1"
<134>Nov 29 15:58:34 haproxy[23562]: 127.0.0.1:42258 [29/Nov/2026:15:58:31.000] web dead/d1 0/0/-1/-1/3004 503 217 - -\
 SC-- 1/1/0/0/3 0/0 "GET /dead/1 HTTP/1.1"
"""
SQUID = """1795967914.475      7 127.0.0.1 TCP_MISS/200 321 GET http://127.0.0.1:18080/ - HIER_DIRECT/127.0.0.1 text/html
1795967914.508      0 127.0.0.1 TCP_DENIED/403 3433 GET http://127.0.0.1:18080/forbidden - HIER_NONE/- text/html
1795967914.527      0 127.0.0.1 TCP_MISS/503 3436 GET http://127.0.0.1:19991/x - HIER_DIRECT/127.0.0.1 text/html
"""
VARNISHNCSA = r"""127.0.0.1 - - [29/Nov/2026:15:58:34 +0000] "GET http://127.0.0.1:18084/teapot HTTP/1.1" 418 0 "-" "curl"
127.0.0.1 - - [29/Nov/2026:15:58:34 +0000] "GET http://127.0.0.1:18084/a?x=\"q\" HTTP/1.1" 404 153 "-" "curl"
"""
VARNISHLOG = """*   << BeReq    >> 3
-   Begin          bereq 2 fetch
-   BerespStatus   404
-   End

*   << Request  >> 2
-   Begin          req 1 rxreq
-   ReqURL         /nope
-   RespStatus     404
-   End
"""
ENVOY = """[2016-04-15T20:17:00.310Z] "POST /api/v1/locations HTTP/2" 204 - 154 0 226 100 "10.0.35.28" "nsq2http"
[2025-10-19T20:30:06.833Z] "GET /ping HTTP/1.1" 503 UF,URX - "-" 0 19 0 - "192.0.2.1" "curl/8.7.1" "ca25e78a" "localhost"
"""
TRAEFIK = """192.0.2.63 - - [28/Jan/2020:20:20:08 +0000] "POST /xmlrpc.php HTTP/1.1" 200 401 "-" "Mozilla/5.0" 164 "H-7"\
 "http://172.17.0.3:80" 95ms
192.0.2.10 - - [11/Oct/2026:00:12:44 +0000] "GET /x HTTP/2.0" 404 19 "-" "-" 503 "-" "-" 0ms
"""
TRAEFIK_JSON = """\
{"DownstreamContentSize":1521,"DownstreamStatus":502,"OriginStatus":500,"RequestMethod":"POST","RequestPath":"/checkout",\
"StartUTC":"2026-08-31T10:00:00.123456789Z","level":"info","msg":""}
{"DownstreamStatus":404,"RequestPath":"/x","StartUTC":"2026-08-31T10:00:01.123456789Z","level":"info","msg":""}
"""
CADDY = """\
{"level":"info","ts":1795967906.70832,"logger":"http.log","msg":"server running","name":"a"}
{"level":"info","ts":1795967914.0433807,"logger":"http.log.access","msg":"handled request","request":{"method":"GET",\
"host":"127.0.0.1:18082","uri":"/index.html"},"duration":0.000066187,"size":404,"status":200}
{"level":"error","ts":1795967914.0526268,"logger":"http.log.access","msg":"handled request","request":{"method":"GET",\
"host":"127.0.0.1:18082","uri":"/nope"},"duration":0.000127715,"size":0,"status":404}
"""
IIS = """#Software: Microsoft Internet Information Services 10.0
#Version: 1.0
#Date: 2026-10-11 00:00:00
#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus\
 sc-win32-status time-taken
2026-10-11 00:12:44 192.0.2.1 GET /web.config - 443 - 192.0.2.10 curl/8.5.0 404 8 0 203
2026-10-11 00:12:45 192.0.2.1 GET /a+b id=500 443 - 192.0.2.10 Mozilla/5.0+(500) 200 0 0 301
#Fields: time sc-status cs-uri-stem
00:12:46 500 /api
"""
CLOUDFRONT = (
    "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer)\n"
    "2021-04-07\t17:29:49\tORD51-C2\t616\t192.0.2.1\tGET\td111111abcdef8.cloudfront.net\t/index.html.php\t403\t-\n"
)
S3 = (
    "2cf7e6b0 media.example.com [24/Mar/2013:10:22:56 +0000] 192.0.2.24 2cf7e6b0 A5A6B08FB9342F4D REST.GET.OBJECT"
    ' 10010160/a.mp3 "GET /10010160/a.mp3 HTTP/1.1" 200 - 18547033 18547033 17344 58 "http://example.com/r.php" "Mozilla"\n'
)
ALB = (
    "https 2026-10-11T00:12:44.123456Z app/my-lb/50dc6c495c0c9188 192.0.2.10:2817 - -1 -1 -1 502 - 34 366"
    ' "GET https://www.example.com:443/items/12?q=1 HTTP/1.1" "curl/8.5.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2\n'
    "http 2026-10-11T00:12:45.123456Z app/my-lb/50dc6c495c0c9188 192.0.2.10:2817 10.0.0.1:80 0.000 0.404 0.000 500 503 34 503"
    ' "GET http://www.example.com:80/ HTTP/1.1" "curl/8.5.0" - -\n'
)
CLB = (
    "2015-05-13T23:39:43.945958Z lb 192.0.2.1:2817 10.0.0.1:80 0.000073 0.001048 0.000057 504 200 0 29"
    ' "GET http://www.example.com:80/ HTTP/1.1" "curl/7.38.0" - -\n'
)
HEROKU = (
    '2026-10-11T00:12:44+00:00 heroku[router]: at=error code=H12 desc="Request timeout" method=GET path="/slow"'
    ' host=app.example.com fwd="192.0.2.10" dyno=web.1 connect=0ms service=30000ms status=503 bytes=404\n'
    '2026-10-11T00:12:45+00:00 heroku[router]: at=info method=GET path="/" host=app.example.com dyno=web.1'
    " connect=0ms service=5ms status=200 bytes=404\n"
)
CLOUDFLARE = """\
{"ClientRequestURI":"/x?a=1","EdgeResponseStatus":520,"OriginResponseStatus":502,"EdgeStartTimestamp":"2026-10-11T00:00:01Z"}
{"ClientRequestURI":"/y","EdgeResponseStatus":200,"OriginResponseStatus":0,"EdgeStartTimestamp":"2026-10-11T00:00:02Z"}
"""
GCP = """\
{"httpRequest":{"latency":"0.05s","requestMethod":"GET","requestSize":"257","requestUrl":"https://192.0.2.35/console/",\
"responseSize":"404","status":302},"insertId":"1vzs264g1u90hp5","timestamp":"2020-06-08T23:41:30.078Z"}
"""
AZURE = """\
{"operationName":"ApplicationGatewayAccess","time":"2018-07-16T00:41:20.000Z","properties":{"clientIP":"192.0.2.225",\
"httpMethod":"GET","requestUri":"/main.js","httpStatus":502,"serverStatus":"504","receivedBytes":785,"timeTaken":205}}
"""
JSON_LINES = r"""{"time":"2026-11-29T15:58:30+00:00","uri":"/proxy/1","status":502,"upstream_status":"502, 502"}
{"time":"2026-11-29T15:58:31+00:00","uri":"/a?x=\"q\"","status":404,"upstream_status":""}
"""
LOGFMT = """time=2026-10-11T00:12:44Z level=error msg="proxy error" method=GET path=/api status=502 duration=301ms
time=2026-10-11T00:12:45Z level=info msg="request done" method=GET path=/api status=503 upstream_status=504
"""
JMETER = """timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,URL
1509841690552,354,login,200,OK,login 1-1,text,true,,2781,http://example.com/login
1509841690999,500,"a, b",503,"Service, Unavailable",login 1-2,text,false,,404,http://example.com/a
1509841691999,500,x,Non HTTP response code: java.net.ConnectException,x,login 1-2,text,false,,404,null
"""
K6 = """metric_name,timestamp,metric_value,check,error,error_code,group,method,name,proto,scenario,status,url,extra_tags
http_reqs,1595325560,1.000000,,,,,GET,http://a.example,HTTP/1.1,default,200,http://a.example/x,
http_req_duration,1595325560,221.899000,,,,,GET,http://a.example,HTTP/1.1,default,200,http://a.example/x,
http_reqs,1595325561,1.000000,,,1503,,GET,http://a.example,HTTP/1.1,default,503,http://a.example/x,
"""
PROMETHEUS = """# HELP http_requests_total Requests.
# TYPE http_requests_total counter
http_requests_total{code="200",method="get"} 1027
http_requests_total{code="503",method="get"} 3
http_request_duration_seconds_bucket{code="503",le="0.5"} 404
http_request_duration_seconds_sum{code="503"} 500
go_goroutines 404
"""
HAR = """{ "log": { "version": "1.2", "creator": {"name": "Firefox", "version": "1"}, "entries": [
  { "startedDateTime": "2026-10-11T00:12:44.123+09:00", "time": 404,
    "request": { "method": "GET", "url": "https://example.com/items/12?q=1", "headers": [] },
    "response": { "status": 503, "statusText": "Service Unavailable", "headers": [],
      "content": { "text": "{\\"status\\": 200, \\"statusText\\": 1}" } } },
  { "startedDateTime": "2026-10-11T00:12:45.123+09:00", "time": 404,
    "request": { "method": "GET", "url": "https://example.com/", "headers": [] },
    "response": { "status": 200, "statusText": "OK" } }
] } }
"""
SPRING = """2026-10-11T09:12:44.123+09:00  INFO 1 --- [main] o.s.b.w.e.t.TomcatWebServer : Tomcat started on port 8404
2026-10-11T09:12:45.404+09:00 DEBUG 1 --- [nio-8080-exec-1] o.s.web.servlet.DispatcherServlet : Completed 404 NOT_FOUND
2026-10-11T09:12:46.500+09:00 ERROR 1 --- [nio-8080-exec-1] c.e.Client : 503 Service Unavailable from GET http://a/items/200
\tat com.example.OrderService.place(OrderService.java:500)
"""

SAMPLES = [
    Sample("common", COMMON, {404: 2, 200: 1}, "2026-11-29T15:58:34+00:00", "/"),
    Sample("combined", COMBINED, {403: 1, 404: 1, 400: 1}, "2026-11-29T15:58:30+00:00", "/private/{n}"),
    Sample("vhost", VHOST, {404: 1, 200: 1}, "2026-11-29T15:58:34+00:00", "/a"),
    Sample("quoted status", QUOTED, {404: 1, 200: 1}, "2026-11-29T15:58:30+00:00", "/nope"),
    Sample("custom", CUSTOM, dict.fromkeys((200, 404, 418, 403, 301, 502), 1), "2026-11-29T15:58:30+00:00", "/"),
    Sample(
        "ingress-nginx",
        INGRESS,
        {502: 1, 499: 1, 404: 1},
        "2026-11-29T15:58:30+00:00",
        "/proxy/{n}",
        {(502, 502): 2, (499, 504): 2},
        alone=1,
    ),
    Sample(
        "nginx-proxy-manager",
        PROXY_MANAGER,
        {301: 1, 200: 1},
        "2023-01-11T02:16:53+01:00",
        "/",
        {(200, 200): 1},
        alone=1,
    ),
    Sample("common", WEBTOB, {200: 1, 304: 1}, "2024-06-17T08:19:47+00:00", "/"),
    Sample("common", TOMCAT, {404: 1, 500: 1}, "2026-10-11T09:12:44+09:00", "/favicon.ico"),
    Sample("gin", GIN, {429: 1, 200: 1}, "2026-09-27T20:14:37", "/api/embed"),
    Sample("haproxy", HAPROXY, {404: 1, 503: 1}, "2026-11-29T15:58:30", "/a", alone=1, flags={"SC--": 1}),
    Sample("squid", SQUID, {200: 1, 403: 1, 503: 1}, "2026-11-29T15:58:34+00:00", "/"),
    Sample("combined", VARNISHNCSA, {418: 1, 404: 1}, "2026-11-29T15:58:34+00:00", "/teapot"),
    Sample("varnishlog", VARNISHLOG, {404: 1}),
    Sample(
        "envoy", ENVOY, {204: 1, 503: 1}, "2016-04-15T20:17:00+00:00", "/api/v1/locations", alone=1, flags={"UF,URX": 1}
    ),
    Sample("traefik", TRAEFIK, {200: 1, 404: 1}, "2020-01-28T20:20:08+00:00", "/xmlrpc.php"),
    Sample("traefik", TRAEFIK_JSON, {502: 1, 404: 1}, "2026-08-31T10:00:00+00:00", "/checkout", {(502, 500): 1}),
    Sample("caddy", CADDY, {200: 1, 404: 1}, "2026-11-29T15:58:34+00:00", "/index.html"),
    Sample("iis", IIS, {404: 1, 200: 1, 500: 1}, "2026-10-11T00:12:44", "/web.config"),
    Sample("cloudfront", CLOUDFRONT, {403: 1}, "2021-04-07T17:29:49", "/index.html.php"),
    Sample("s3", S3, {200: 1}, "2013-03-24T10:22:56+00:00", "/{n}/a.mp3"),
    Sample("alb", ALB, {502: 1, 500: 1}, "2026-10-11T00:12:44+00:00", "/items/{n}", {(500, 503): 1}, alone=1),
    Sample("clb", CLB, {504: 1}, "2015-05-13T23:39:43+00:00", "/", {(504, 200): 1}),
    Sample("heroku", HEROKU, {503: 1, 200: 1}, "2026-10-11T00:12:44+00:00", "/slow", alone=1, flags={"H12": 1}),
    Sample("cloudflare", CLOUDFLARE, {520: 1, 200: 1}, "2026-10-11T00:00:01+00:00", "/x", {(520, 502): 1}, alone=1),
    Sample("gcp", GCP, {302: 1}, "2020-06-08T23:41:30+00:00", "/console/"),
    Sample("azure", AZURE, {502: 1}, "2018-07-16T00:41:20+00:00", "/main.js", {(502, 504): 1}),
    Sample("json", JSON_LINES, {502: 1, 404: 1}, "2026-11-29T15:58:30+00:00", "/proxy/{n}", {(502, 502): 2}),
    Sample("logfmt", LOGFMT, {502: 1, 503: 1}, "2026-10-11T00:12:44+00:00", "/api", {(503, 504): 1}),
    Sample("csv", JMETER, {200: 1, 503: 1}, "2017-11-05T00:28:10+00:00", "/login"),
    Sample("csv", K6, {200: 1, 503: 1}, "2020-07-21T09:59:20+00:00", "/x"),
    Sample("prometheus", PROMETHEUS, {200: 1027, 503: 3}),
    Sample("har", HAR, {503: 1, 200: 1}, "2026-10-11T00:12:44+09:00", "/items/{n}"),
    Sample(None, SPRING, {404: 1, 503: 1}, "2026-10-11T09:12:45+09:00"),
]
