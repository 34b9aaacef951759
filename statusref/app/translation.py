"""The language of the window: Qt Linguist files, switched while it runs."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from statusref.domain.errors import ResourceError
from statusref.domain.text import Language


class Translation:
    """Installs and removes translators. The sources are English, so English needs a file for its plurals only."""

    def __init__(self, app: QCoreApplication, root: Path) -> None:
        self._app = app
        self._folder = root / "i18n"
        self._installed: list[QTranslator] = []

    def use(self, language: Language) -> None:
        """Put a language into force, for words and for numbers; Qt sends LanguageChange to every widget.

        Raises ResourceError if a file is missing.
        """
        for translator in self._installed:
            self._app.removeTranslator(translator)
        own = QTranslator()
        name = f"statusref_{language.value}.qm"
        if not own.load(str(self._folder / name)):
            raise ResourceError(f"i18n/{name}", "missing or damaged")
        standard = QTranslator()
        standard.load(f"qtbase_{language.value}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._installed = [standard, own]
        for translator in self._installed:
            self._app.installTranslator(translator)
        QLocale.setDefault(QLocale(language.value))
