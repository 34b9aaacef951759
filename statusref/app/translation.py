"""Qt's own texts, such as those of a field's context menu, and its numbers, in the language that is in force."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from statusref.domain.text import Language


class QtTranslation:
    """Installs Qt's translation. The words of this program are elsewhere: see ``views.localizer``."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None

    def use(self, language: Language) -> None:
        """Put a language into force. Where Qt came without its translations, its texts stay English."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(QLocale(language.value))
        # Qt's texts are English as they are.
        if language is not Language.ENGLISH:
            translator = QTranslator()
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if translator.load(f"qtbase_{language.value}", folder):
                self._translator = translator
                self._app.installTranslator(translator)
