"""The places of the user's files, found without Qt."""

from collections.abc import Mapping
from pathlib import Path

from statusref.userdata.folders import cache_folder, data_folder


def data_file(environment: Mapping[str, str], platform: str, home: Path) -> Path:
    """Return the path of the file, which may not exist yet: the same for the window and the command line."""
    return Path(data_folder(environment, platform, str(home)), "userdata.sqlite")


def search_cache(environment: Mapping[str, str], platform: str, home: Path) -> Path:
    """Return the path of the file in which a part of the search's indexes is kept. It may be deleted at any time."""
    return Path(cache_folder(environment, platform, str(home)), "search.bin")
