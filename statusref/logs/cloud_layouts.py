"""Logs of cloud services in lines of text.

Sources: AWS's documentation of the access logs of Application and Classic Load Balancers and of Amazon S3, and Heroku's
of its HTTP routing.
"""

from statusref.logs.access_layouts import CODE, DATE, REQUEST
from statusref.logs.layout import PatternLayout

_WORD = rb"[^ \n]++ "
_REQUEST = rb'"[A-Z]++ (?P<path>[^ "\n]*+)'
_TWO_CODES = CODE + rb" (?P<upstream>\d{3}|-) \d++ \d++ "

_OPERATION = rb"[A-Z0-9]++\.[^ \n]++ [^ \n]++ "

CLOUD_LAYOUTS = (
    PatternLayout("alb", rb"(?:https?|h2|grpcs?|wss?) (?P<time>\d{4}-[^ \n]++) " + _WORD * 6 + _TWO_CODES + _REQUEST),
    PatternLayout("clb", rb"(?P<time>\d{4}-\d\d-\d\dT[^ \n]++) " + _WORD * 6 + _TWO_CODES + _REQUEST),
    PatternLayout("s3", _WORD * 2 + DATE + b" " + _WORD * 3 + _OPERATION + REQUEST + b" " + CODE),
    PatternLayout(
        "heroku",
        rb"(?:<\d++>\d++ )?(?P<time>\d{4}-\d\d-[^ \n]++)?[^\n]*?heroku[ \[]router[^\n]*?at=[a-z]++ "
        rb"(?:code=(?P<flags>[A-Z]\d++))?"
        rb'[^\n]*?path="?(?P<path>[^" \n]*+)[^\n]*? status=' + CODE,
    ),
)  # fmt: skip
