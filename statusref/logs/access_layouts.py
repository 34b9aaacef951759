"""Access logs of web servers: the Common Log Format, which WebtoB and Tomcat write, too, and formats based on it.

Sources: Apache's mod_log_config, nginx's ngx_http_log_module, Tomcat's access log valve, WebtoB's LOGGING section, the
documentation of ingress-nginx (log-format), Nginx Proxy Manager's proxy.conf, Traefik's access logs, Gin's logger, and
the default format in the Web Engine guide of JEUS 7.
"""

from statusref.logs.layout import PatternLayout

CODE = rb"(?P<code>[1-9]\d\d)"
DATE = rb"\[(?P<time>\d\d/[A-Z][a-z]{2}/\d{4}[: ][^\]\n]++)\]"
TEXT = rb'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
"""A quoted text, in which a backslash escapes the next character."""
REQUEST = rb'"(?:[A-Z]+ (?P<path>[^ "\\\n]*+))?[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'

_BEGIN = rb'[^"\n]*?' + DATE + b" "
_LIST = rb"[^ ,\n]++(?:(?:,| :) [^ ,\n]++)*+"
"""The list that nginx writes for the servers that it tried one after the other."""
_PATH = rb'"(?P<path>[^"\n]*+)"'
_BRACKET = rb"\[[^\]\n]*+\] "
_SIZE = rb"(?:\d++|-)"

ACCESS_LAYOUTS = (
    PatternLayout(
        "ingress-nginx",
        _BEGIN + REQUEST + b" " + CODE + rb" \d++ " + TEXT + b" " + TEXT + rb" \d++ [\d.]++ " + _BRACKET * 2
        # addresses, lengths and times of the tries, then their codes
        + (_LIST + b" ") * 3 + b"(?P<upstream>" + _LIST + b")",
    ),
    PatternLayout(
        "traefik",
        _BEGIN + REQUEST + b" " + CODE + b" " + _SIZE + (b" " + TEXT) * 2 + rb" \d++" + (b" " + TEXT) * 2 + rb" \d++ms",
    ),
    PatternLayout("vhost", rb"[^ :\[\n]++:\d++ " + _BEGIN + REQUEST + b" " + CODE + b" " + _SIZE),
    PatternLayout("combined", _BEGIN + REQUEST + b" " + CODE + b" " + _SIZE + (b" " + TEXT) * 2),
    PatternLayout("common", _BEGIN + REQUEST + b" " + CODE + b" " + _SIZE),
    PatternLayout("quoted status", _BEGIN + REQUEST + b' "' + CODE + b'"'),
    PatternLayout(
        "nginx-proxy-manager",
        DATE + rb" [^ \n]++ (?P<upstream>" + _LIST + b") " + CODE + rb" - [A-Z]++ [^ \n]++ [^ \n]++ " + _PATH,
    ),
    # Lines of IIS without the heading are recognised by their end: code, substatus, Windows error, other numbers.
    PatternLayout(
        "iis",
        rb"(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (?:[^ \n]++ ){1,3}?[A-Z]{3,10} (?P<path>/[^ \n]*+) [^\n]*? "
        + CODE
        + rb" \d{1,4} \d++(?: \d++)*+[ \t\r]*+(?=\n|\Z)",
    ),
    PatternLayout(
        "cloudfront",
        rb"(?P<time>\d{4}-\d\d-\d\d[ \t]+\d\d:\d\d:\d\d)[ \t]+[A-Z]{3}\d[\w-]*+[ \t]+\d++[ \t]+[^ \t\n]++[ \t]+[A-Z]++"
        rb"[ \t]+[^ \t\n]++[ \t]+(?P<path>/[^ \t\n]*+)[ \t]+" + CODE + rb"(?=[ \t])",
    ),
    PatternLayout(
        "jeus",
        rb"\[(?P<time>\d{4}\.\d\d?\.\d\d? \d\d?:\d\d:\d\d)\] [^ \n]++ " + REQUEST + b" " + CODE + rb" \d++ ?ms\b",
    ),
    PatternLayout(
        "gin", rb"\[GIN\] (?P<time>[\d/]++ - [\d:]++) \| +" + CODE + rb' \|[^\n|]*+\|[^\n|]*+\|[^\n"]*+' + _PATH
    ),
)  # fmt: skip
