"""Sets data in type by Typst, with the templates in ``resources/export``."""

import json

from statusref.domain.library import Library
from statusref.export.pdf_blocks import Data
from statusref.system.typst_package import load_typst

FOLDER = "export"

typst = load_typst()  # here, so that no pages are prepared for a PDF that cannot be made


def typeset(library: Library, template: str, data: Data) -> bytes:
    """Return the PDF that ``template`` makes of ``data``: tagged, as PDF/UA-1 wants it.

    The same data give the same bytes: fonts are the bundled ones and the one for code in Typst itself. Only where these
    lack a character, which a user's memo may have, are the system's fonts asked. If none of them has it, it is shown as
    an empty box, and the file does not call itself PDF/UA, which forbids that.
    """
    folder = library.root / FOLDER
    inputs = {"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))}
    for has_system_fonts, is_accessible in ((False, True), (True, True), (True, False)):
        try:
            return bytes(
                typst.compile(
                    folder / template,
                    root=folder,
                    font_paths=[library.root / "fonts"],
                    ignore_system_fonts=not has_system_fonts,
                    format="pdf",
                    sys_inputs=inputs,
                    pdf_standards=["ua-1"] if is_accessible else [],
                )
            )
        except typst.TypstError as error:
            if not is_accessible or "could not be displayed" not in error.message:
                raise
    raise AssertionError("the last try either succeeds or raises")
