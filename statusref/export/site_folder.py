"""The export ``site``: a folder of pages with addresses that stay, for an intranet."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from statusref.domain.text import Language
from statusref.export.contents import Contents
from statusref.export.html_parts import SCRIPT, STYLE, resource
from statusref.export.pages import Progress, counted, describe_all
from statusref.export.site_pages import FILE, SCRIPT_FILE, STYLE_FILE, Site


def write_site(contents: Contents, place: Path, progress: Progress) -> None:
    """Write the folder. Raises OSError, ResourceError and what ``progress`` raises.

    A map of the site may hold whole addresses only (sitemaps.org), so there is one if ``contents.base`` is known.
    """
    site = Site(contents.library, describe_all(contents), base=contents.base)
    for file, name in ((STYLE, STYLE_FILE), (SCRIPT, SCRIPT_FILE)):
        write_text(place / name, resource(contents.library, file))
    for page in counted(site.pages, progress):
        write_text(place / page.path / FILE, "".join(f"{line}\n" for line in site.html(page)))
    if Language.ENGLISH not in site.languages:
        write_text(place / FILE, _way_to_korean(contents))
    if contents.base:
        write_text(place / "sitemap.xml", "".join(f"{line}\n" for line in _sitemap(site, contents.base)))


def write_text(path: Path, text: str) -> None:
    """Write a file and make its folder. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _way_to_korean(contents: Contents) -> str:
    """Return the page at the top of a site in Korean alone."""
    address = f"ko/{FILE}"
    title = escape(contents.library.words.text("overview.all", Language.KOREAN))
    head = f'<meta charset=utf-8><meta http-equiv=refresh content="0; url={address}"><title>{title}</title>'
    return f"<!DOCTYPE html>\n<html lang=ko>\n{head}\n<a href={address}>{title}</a>\n"


def _sitemap(site: Site, base: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    for page in site.pages:
        yield f"<url><loc>{escape(base + page.path)}</loc></url>"
    yield "</urlset>"
