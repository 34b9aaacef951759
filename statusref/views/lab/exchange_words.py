"""Describes an exchange in one line, in the language of the window."""

from statusref.lab.heard import Heard
from statusref.models.exchange_model import milliseconds
from statusref.views.localizer import Localizer


def ending(heard: Heard, localizer: Localizer) -> str:
    return localizer.text(f"lab.ended.{heard.exchange.ended}")


def one_line(heard: Heard, localizer: Localizer) -> str:
    """Return the exchange in one line: ``GET /404 → 404 Not Found · 0.42 ms``."""
    exchange = heard.exchange
    answer = f"{exchange.status} {exchange.reason}".rstrip()
    came = ending(heard, localizer) if exchange.status is None else answer
    return f"{exchange.method} {exchange.target} → {came} · {milliseconds(exchange.ms)}"
