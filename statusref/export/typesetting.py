"""Sets data in type by Typst, with the templates in ``resources/export``."""

import json
from itertools import product

import typst

from statusref.domain.library import Library
from statusref.export.pdf_blocks import Data

FOLDER = "export"


def typeset(library: Library, template: str, data: Data) -> bytes:
    """Return the PDF that ``template`` makes of ``data``: tagged, as PDF/UA-1 wants it.

    The same data give the same bytes: fonts are the bundled ones and the one for code in Typst itself. Only where these
    lack a character, which a user's memo may have, are the system's fonts asked. If none of them has it, it is shown as
    an empty box, and the file does not call itself PDF/UA, which forbids that.
    """
    root = library.root
    for has_system_fonts, standards in ((False, ["ua-1"]), (True, ["ua-1"]), (True, [])):
        try:
            return typst.compile(
                root / FOLDER / template,
                root=root / FOLDER,
                font_paths=[root / "fonts"],
                ignore_system_fonts=not has_system_fonts,
                format="pdf",
                sys_inputs={"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))},
                pdf_standards=standards,
            )
        except typst.TypstError as error:
            if not standards or "could not be displayed" not in error.message:
                raise
    raise AssertionError
