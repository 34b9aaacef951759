"""Requests of several starts at once: everybody is answered first, and of several pages only the last is shown."""

from pytestqt.qtbot import QtBot

from statusref.app.request_queue import RequestQueue
from statusref.cli.requests import OpenWindow

Done = list[tuple[OpenWindow, str]]


def added(*requests: OpenWindow) -> tuple[RequestQueue, Done]:
    queue = RequestQueue()
    done: Done = []
    for number, request in enumerate(requests):
        queue.add(request, f"token {number}")
    return queue, done


def test_of_several_pages_the_last_is_shown(qtbot: QtBot) -> None:
    queue, done = added(OpenWindow(code="404"), OpenWindow(code="502"), OpenWindow(query="retry"))
    queue.answer_with(lambda request, token: done.append((request, token)))
    assert done == []
    qtbot.waitUntil(lambda: bool(done))
    assert done == [(OpenWindow(query="retry"), "token 2")]


def test_what_is_more_than_a_page_is_done_in_its_order(qtbot: QtBot) -> None:
    asked = (
        OpenWindow(code="404"),
        OpenWindow(toggle=True),
        OpenWindow(toggle=True),
        OpenWindow(new_window=True),
        OpenWindow(file="/var/log/access.log"),
        OpenWindow(code="502"),
    )
    queue, done = added(*asked)
    queue.answer_with(lambda request, token: done.append((request, token)))
    qtbot.waitUntil(lambda: bool(done))
    assert [request for request, _ in done] == list(asked)


def test_what_comes_before_there_is_a_window_waits_for_it(qtbot: QtBot) -> None:
    queue, done = added(OpenWindow(code="404"))
    qtbot.wait(10)
    queue.answer_with(lambda request, token: done.append((request, token)))
    qtbot.waitUntil(lambda: bool(done))
    queue.add(OpenWindow(code="418"), "")
    qtbot.waitUntil(lambda: len(done) == 2)
    assert [request.code for request, _ in done] == ["404", "418"]
