"""The core: one owner of everything that is there without a window, each part made when it is first asked for."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from statusref.core.kept_library import LibraryLoader, kept_library

if TYPE_CHECKING:
    # Each is a good part of all modules, and most starts need only one of them.
    from statusref.search.engine import SearchEngine
    from statusref.study.study import Study
    from statusref.userdata.user_data import UserData


class Core:
    """The window, the command line and later a second start work with this one.

    ``data_file`` is where the user's data lies; it is opened, and made, when ``data`` or ``study`` is first asked for.
    ``words_files`` are those of ``Words.load``. ``cache`` is the folder of what may be kept between starts.
    Raises ResourceError if a resource file is missing or wrong.
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
        """Bookmarks, recent codes, memos. A file that cannot be used raises nothing: see ``data.problem``."""
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
        """Keep for the next start what this one had to read and check, if it had to."""
        self._loader.save()

    def back_up_if_due(self) -> None:
        """Make today's backup if the user's data is open and has none yet."""
        if self.opened_data is not None:
            self.opened_data.back_up_if_due()

    @property
    def opened_data(self) -> "UserData | None":
        """The user's data if it is open, which is not done to answer this."""
        return self.__dict__.get("data")

    def close(self) -> None:
        """Save what waits and let go of the user's file. Nothing may be read or written afterwards."""
        if self.opened_data is not None:
            self.opened_data.close()
