"""A client for tests of ``lab matrix`` and ``lab retry``: ``small_client.py HOW METHOD URL BODY``.

HOW is ``follow`` (like the Fetch standard: POST becomes GET on 301 and 302, everything but HEAD on 303), ``stop`` (one
request, and failure if it was redirected), ``thrice`` (asks up to three times, at once), ``silent`` or ``hang``.
Started with ``-I -S``, because a matrix starts it dozens of times.
"""

import socket
import sys
import time

FOLLOWED = ("301", "302", "303", "307", "308")


def ask(method: str, url: str, body: str) -> tuple[str, str]:
    """Return the status, empty where no answer came, and where it leads to."""
    authority, _, path = url.removeprefix("http://").partition("/")
    host, _, port = authority.rpartition(":")
    same_origin = "" if host == "localhost" else "Authorization: Bearer t\r\n"
    head = f"{method} /{path} HTTP/1.1\r\nHost: {authority}\r\n{same_origin}Content-Length: {len(body)}\r\n"
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(f"{head}Connection: close\r\n\r\n{body}".encode())
        answer = b""
        while data := connection.recv(65536):
            answer += data
    lines = answer.decode().split("\r\n")
    location = next((line[10:] for line in lines if line.startswith("Location: ")), "")
    status = lines[0].split(" ")[1] if answer else ""
    return status, location if "://" in location or not location else f"http://{authority}{location}"


def follow(method: str, url: str, body: str) -> int:
    for _ in range(6):
        status, location = ask(method, url, body)
        if status not in FOLLOWED:
            return 0
        if (method == "POST" and status in {"301", "302"}) or (method != "HEAD" and status == "303"):
            method, body = "GET", ""
        url = location
    return 47


def main(how: str, method: str, url: str, body: str) -> int:
    match how:
        case "follow":
            return follow(method, url, body)
        case "stop":
            return 1 if ask(method, url, body)[1] else 0
        case "thrice":
            return min(ask(method, url, body)[0] != "200" for _ in range(3))
        case "hang":
            ask(method, url, body)
            time.sleep(600)
    print("nothing to do", file=sys.stderr)
    return 3


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
