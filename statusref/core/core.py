"""The core: it owns everything that exists without a window. Each part is made when it is first used."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from statusref.core.kept_library import LibraryLoader, kept_library

if TYPE_CHECKING:
    # Each of these loads many modules, and most commands need only one of them.
    from statusref.search.engine import SearchEngine
    from statusref.study.study import Study
    from statusref.userdata.user_data import UserData


class Core:
    """There is one in each process, for the command line and for all windows.

    ``data_file`` is the path of the user's data; the file is opened, or made, when ``data`` or ``study`` is first used.
    ``words_files`` are the files for ``Words.load``. ``cache`` is the folder for files that make the next start faster;
    None: no such files. Raises ResourceError if a resource file is missing or wrong.
    """

    def __init__(self, root: Path, data_file: Path, *words_files: str, cache: Path | None = None) -> None:
        self._loader = LibraryLoader(kept_library(cache, root, *words_files), root, *words_files)
        self.library = self._loader.load()
        self._data_file = data_file
        self._cache = cache

    @cached_property
    def engine(self) -> "SearchEngine":
        """The search. Its indexes are built by the first search, or before that by ``engine.prepare``."""
        from statusref.search.engine import SearchEngine
        from statusref.search.saved import saved_parts

        library = self.library
        return SearchEngine(library.catalogue, library.prose, library, saved_parts(self._cache, library.root))

    @cached_property
    def data(self) -> "UserData":
        """Bookmarks, recent codes, memos. No error is raised if the file cannot be used: see ``data.problem``."""
        from statusref.core.clock import now_here
        from statusref.userdata.user_data import open_user_data

        return open_user_data(self._data_file, now_here)

    @cached_property
    def study(self) -> "Study":
        """Study, kept in ``data``. Raises ResourceError if the study material is wrong."""
        from statusref.core.clock import now_here
        from statusref.study.loading import load_cards
        from statusref.study.study import Study

        cards = load_cards(self.library.root, self.library.catalogue)
        return Study(self.data.storage, cards, now_here, lambda: None)

    def keep_library(self) -> None:
        """If this start had to read and check the resource files, save the result for the next start."""
        self._loader.save()

    def back_up_if_due(self) -> None:
        """Make today's backup if the user's data is open and has none yet."""
        if self.opened_data is not None:
            self.opened_data.back_up_if_due()

    @property
    def opened_data(self) -> "UserData | None":
        """The user's data if it is open already, else None. This does not open it."""
        return self.__dict__.get("data")

    def close(self) -> None:
        """Save unsaved changes and close the user's file. Nothing may be read or written afterwards."""
        if self.opened_data is not None:
            self.opened_data.close()
