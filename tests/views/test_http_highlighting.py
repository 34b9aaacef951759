"""The colours of an HTTP message."""

from statusref.views.http_highlighting import Paint, paint_message

MESSAGE = "HTTP/1.1 404 Not Found\nContent-Type: text/plain\nServer: a:b\n\nkey: value\nthe end"


def _paints(number: int) -> list[tuple[str, Paint]]:
    return list(paint_message(MESSAGE.split("\n")[number], number, MESSAGE))


def test_the_start_line_is_strong() -> None:
    assert _paints(0) == [("HTTP/1.1 404 Not Found", Paint.START)]


def test_field_names_stand_out() -> None:
    assert _paints(1) == [("Content-Type", Paint.NAME), (": text/plain", Paint.PLAIN)]
    assert _paints(2) == [("Server", Paint.NAME), (": a:b", Paint.PLAIN)]


def test_the_content_is_quiet_even_where_it_looks_like_a_field() -> None:
    assert _paints(4) == [("key: value", Paint.QUIET)]
    assert _paints(5) == [("the end", Paint.QUIET)]


def test_nothing_of_a_message_is_lost() -> None:
    lines = ["".join(text for text, _ in _paints(number)) for number in range(MESSAGE.count("\n") + 1)]
    assert "\n".join(lines) == MESSAGE
