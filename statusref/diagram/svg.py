"""A sheet as SVG. Text stays text, so it can be searched, copied and read aloud."""

from collections.abc import Iterator
from html import escape

from statusref.diagram.layout import LINE, SIZE, Box, Edge, Line, Picture
from statusref.diagram.sheets import HEAD, HEIGHT, MARGIN, WIDTH, Sheet

FONTS = "Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', 'Noto Sans KR', sans-serif"
_STYLE = """\
text { font-size: 8px; fill: #1a1d23 }
.strong { font-weight: 600 }
.quiet { fill: #535b69 }
rect { fill: #ffffff; stroke: #626a79; stroke-width: 0.7 }
.code { fill: #eceef3 }
.refers { stroke-dasharray: 3 2 }
path { fill: none; stroke: #626a79; stroke-width: 0.7 }"""


def sheet_svg(sheet: Sheet, title: str, foot: str) -> str:
    """Write a sheet. ``title`` names it for whoever cannot see it, ``foot`` stands at its foot."""
    return "\n".join(_lines(sheet, title, foot)) + "\n"


def _lines(sheet: Sheet, title: str, foot: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="{FONTS}">'
    )
    yield f"<title>{escape(title)}</title>"
    yield f"<style>\n{_STYLE.replace('8px', f'{SIZE:g}px')}\n</style>"
    for part in sheet.parts:
        yield f'<g transform="translate({MARGIN:g} {MARGIN + part.top:g})">'
        yield _text(Line(" › ".join(part.heading), 0, LINE, strong=False), "quiet")
        yield f'<g transform="translate(0 {HEAD:g})">'
        yield from _picture(part.picture)
        yield "</g></g>"
    yield _text(Line(foot, MARGIN, HEIGHT - MARGIN, strong=False), "quiet")
    yield "</svg>"


def _picture(picture: Picture) -> Iterator[str]:
    yield from map(_edge, picture.edges)
    for box in picture.boxes:
        yield _box(box)
        for line in box.lines:
            yield _text(line, "strong" if line.strong else "")


def _edge(edge: Edge) -> str:
    (x, y), (end_x, end_y) = edge.start, edge.end
    return f'<path d="M{x:g} {y:g}H{edge.bend:g}V{end_y:g}H{end_x:g}"/>'


def _box(box: Box) -> str:
    kind = " refers" if box.refers else "" if box.branch.question else " code"
    place = f'x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}"'
    return f'<rect class="{kind.strip()}" {place} rx="3"/>' if kind else f'<rect {place} rx="3"/>'


def _text(line: Line, kind: str) -> str:
    shown = f' class="{kind}"' if kind else ""
    return f'<text x="{line.x:g}" y="{line.y:g}"{shown}>{escape(line.text)}</text>'
