"""Turns the arguments into a request: which command it is, and what it makes of its arguments and options."""

import os
from collections.abc import Callable, Mapping, Sequence

from statusref.cli.arguments import Arguments, UsageError
from statusref.cli.requests import (
    ChooseCommand,
    CiteCommand,
    Command,
    CompareCommand,
    ExportAnkiCommand,
    ExportCommand,
    LabCommand,
    LabTrialCommand,
    ListCommand,
    ListNeighboursCommand,
    LogCommand,
    OpenWindow,
    ScreenshotCommand,
    SearchCommand,
    SearchLinesCommand,
    ShowCommand,
    ShowHelp,
    ShowVersion,
    StudyDueCommand,
    StudyPlanCommand,
    Theme,
    Trial,
)
from statusref.domain.class_filter import ClassFilter
from statusref.domain.text import Language
from statusref.export.formats import FORMATS, format_of
from statusref.pages import CHOOSE, COMPARE, LOOKUP, NOTES, PAGES
from statusref.system.language import messages_locale

DEFAULT_LIMIT = 10
_MAX_LIMIT = 100_000
_MAX_DAYS = 365
_MAX_PORT = 65_535
_SCHEME = "statusref://"
_PLACES = frozenset(
    {"code", "class", "neighbour", "message", "note", "compare", "choose", "lab", "page", "study", "review"}
)
_TARGET = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-,")
_LONGEST_TARGET = 250
"""Five of the longest ids side by side."""
_ANKI, _BOTH, _BOOKMARKS = "anki", "both", "bookmarks"
_ONLY_FOR = {"--sheet": "sheet", "--base": "site"}
"""Options of the export that are for one format only."""


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language of the locale for messages; English if there is none."""
    return Language.from_locale(messages_locale(environment))


def parse(arguments: Sequence[str], language: Language, folder: str = "") -> Command:
    """Return the request that ``arguments`` (without the program's name) make, in ``language`` unless they name one.

    ``folder`` is what a relative path of a log starts from, by default the current folder. Raises UsageError.
    """
    for word in arguments:
        if word == "--":
            break
        if word in {"-h", "--help"}:
            return ShowHelp(language)
        if word in {"-V", "--version"}:
            return ShowVersion()
    if arguments and arguments[0] in _COMMANDS:
        options, read = _COMMANDS[arguments[0]]
        return read(Arguments(arguments[0], arguments[1:], options), language)
    return _window(Arguments("statusref", arguments, {"--toggle": False, "--new-window": False}), folder)


def _window(words: Arguments, folder: str) -> OpenWindow:
    request = OpenWindow(toggle="--toggle" in words.options, new_window="--new-window" in words.options)
    query = " ".join(words.plain).strip()
    if not query:
        return request
    if query.startswith(_SCHEME):
        return request._replace(place=_place(query))
    # Not with pathlib, which takes 3 ms of every start.
    file = os.path.abspath(os.path.join(folder, query))
    if len(words.plain) == 1 and os.path.isfile(file):
        return request._replace(file=file)
    return request._replace(code=query.lower()) if _looks_like_id(query) else request._replace(query=query)


def _place(address: str) -> str:
    """Return the link in an address such as ``statusref://note/redirects``. Raises UsageError."""
    kind, slash, target = address.removeprefix(_SCHEME).rstrip("/").partition("/")
    plain = target.replace("/", "") if kind == "choose" else target
    if not slash or kind not in _PLACES or not _TARGET.issuperset(plain) or len(target) > _LONGEST_TARGET:
        raise UsageError("bad_address", address=address)
    return f"{kind}:{target}"


def _show(words: Arguments, language: Language) -> Command:
    return ShowCommand(words.only_one("ID"), words.language(language), "--json" in words.options)


def _compare(words: Arguments, language: Language) -> Command:
    if not words.plain:
        raise UsageError("missing_argument", command=words.command, argument="ID")
    options = words.options
    return CompareCommand(tuple(words.plain), words.language(language), "--json" in options, "--md" in options)


def _choose(words: Arguments, language: Language) -> Command:
    path = words.only_one("PATH") if words.plain else ""
    options = words.options
    return ChooseCommand(path, words.language(language), "--json" in options, options.get("--tree"))


def _search(words: Arguments, language: Language) -> Command:
    if not words.plain:
        raise UsageError("missing_argument", command=words.command, argument="QUERY")
    chosen, limit = words.language(language), words.whole("--limit", str(DEFAULT_LIMIT), _MAX_LIMIT)
    if words.plain == ["-"]:
        return SearchLinesCommand(limit, chosen)
    return SearchCommand(" ".join(words.plain), chosen, limit, "--json" in words.options)


def _log(words: Arguments, language: Language) -> Command:
    if not words.plain:
        raise UsageError("missing_argument", command=words.command, argument="FILE")
    return LogCommand(
        tuple(words.plain), words.language(language), "--counts" in words.options, "--json" in words.options
    )


def _list(words: Arguments, language: Language) -> Command:
    if words.plain:
        raise UsageError("extra_argument", command=words.command, argument=words.plain[0])
    chosen, as_json = words.language(language), "--json" in words.options
    only = words.choice("--class", ClassFilter)
    if only is ClassFilter.NEIGHBOUR:
        return ListNeighboursCommand(chosen, as_json)
    return ListCommand(chosen, None if only is None else ClassFilter(only), as_json)


def _screenshot(words: Arguments, language: Language) -> Command:
    path = words.only_one("PATH")
    its_pages = {"--note": NOTES, "--compare": COMPARE, "--choose": CHOOSE, "--code": LOOKUP, "--query": LOOKUP}
    implied = next((page for option, page in its_pages.items() if option in words.options), LOOKUP)
    page = words.one_of("--page", [row.name for row in PAGES]) or implied
    for option, its_page in its_pages.items():
        if option in words.options and page != its_page:
            raise UsageError("wrong_page", option=option, page=its_page)
    return ScreenshotCommand(
        path,
        words.language(language),
        page,
        words.options.get("--code"),
        words.options.get("--query"),
        words.options.get("--note"),
        words.options.get("--compare"),
        words.options.get("--choose"),
        words.choice("--theme", Theme) or Theme.LIGHT,
        words.size(),
        words.scale(),
    )


def _cite(words: Arguments, language: Language) -> Command:
    if not words.plain:
        raise UsageError("missing_argument", command=words.command, argument="ID")
    if {"--md", "--html"} <= words.options.keys():
        raise UsageError("only_one", options="--md, --html")
    form = "markdown" if "--md" in words.options else "html" if "--html" in words.options else "text"
    return CiteCommand(tuple(words.plain), words.language(language), form)


def _study(words: Arguments, language: Language) -> Command:
    if words.plain:
        raise UsageError("extra_argument", command=words.command, argument=words.plain[0])
    json = "--json" in words.options
    if "--plan" in words.options:
        return StudyPlanCommand(words.whole("--plan", "", _MAX_DAYS), words.language(language), json)
    if "--due" not in words.options:
        raise UsageError("missing_argument", command=words.command, argument="--due, --plan")
    return StudyDueCommand(words.language(language), json)


def _export(words: Arguments, language: Language) -> Command:
    name, path = _format_and_path(words)
    if name == "pdf" and "--sheet" in words.options:
        name = "sheet"
    for option in words.options:
        if not _suits(option, name):
            raise UsageError("not_for_format", option=option, format=name)
    if name == _ANKI:
        return ExportAnkiCommand(path, words.language(language))
    chosen = words.one_of("--lang", [*(one.value for one in Language), _BOTH])
    only = words.one_of("--only", [*(choice.value for choice in ClassFilter), _BOOKMARKS]) or ClassFilter.ALL.value
    return ExportCommand(
        name,
        path,
        language if chosen in {None, _BOTH} else Language(chosen),
        tuple(Language) if chosen == _BOTH else (Language(chosen or language.value),),
        None if only == _BOOKMARKS else ClassFilter(only),
        notes="--no-notes" not in words.options,
        neighbours="--no-neighbours" not in words.options,
        memos="--memos" in words.options,
        base=words.base(),
    )


def _suits(option: str, name: str) -> bool:
    """Whether an option of the export can be used with a format."""
    form = format_of(name)
    if form is None:
        return option == "--lang"
    if option == "--memos":
        return not form.without_memos
    return _ONLY_FOR.get(option, name) == name


def _format_and_path(words: Arguments) -> tuple[str, str]:
    name, path, *more = [*words.plain, "", ""]
    allowed = (*(row.name for row in FORMATS), _ANKI)
    if not words.plain:
        raise UsageError("missing_argument", command=words.command, argument=f"FORMAT ({', '.join(allowed)}), PATH")
    if name not in allowed:
        raise UsageError("bad_choice", option=words.command, value=name, allowed=", ".join(allowed))
    if not path:
        raise UsageError("missing_argument", command=words.command, argument="PATH")
    if any(more):
        raise UsageError("extra_argument", command=words.command, argument=more[0])
    form = format_of(name)
    if path == "-" and (form is None or not form.is_text):
        raise UsageError("not_printed", format=name)
    return name, path


def _lab(words: Arguments, language: Language) -> Command:
    options = words.options
    if words.plain and words.plain[0] in {trial.value for trial in Trial}:
        trial, *client = words.plain
        for option in ("--port", "--limits", "--parent-watch"):
            if option in options:
                raise UsageError("unknown_option", option=option)
        return LabTrialCommand(Trial(trial), tuple(client), words.language(language), "--json" in options)
    if words.plain:
        raise UsageError("extra_argument", command=words.command, argument=words.plain[0])
    port = words.whole("--port", "", _MAX_PORT) if "--port" in options else None
    limits = options.get("--limits") or ""
    return LabCommand(words.language(language), port, limits, "--json" in options, "--parent-watch" in options)


_COMMANDS: dict[str, tuple[dict[str, bool], Callable[[Arguments, Language], Command]]] = {
    "show": ({"--lang": True, "--json": False}, _show),
    "compare": ({"--lang": True, "--json": False, "--md": False}, _compare),
    "choose": ({"--lang": True, "--json": False, "--tree": True}, _choose),
    "cite": ({"--lang": True, "--md": False, "--html": False}, _cite),
    "search": ({"--limit": True, "--lang": True, "--json": False}, _search),
    "log": ({"--counts": False, "--lang": True, "--json": False}, _log),
    "list": ({"--class": True, "--lang": True, "--json": False}, _list),
    "study": ({"--due": False, "--plan": True, "--lang": True, "--json": False}, _study),
    "export": (
        {
            "--lang": True,
            "--only": True,
            "--sheet": False,
            "--no-notes": False,
            "--no-neighbours": False,
            "--memos": False,
            "--base": True,
        },
        _export,
    ),
    "lab": ({"--port": True, "--limits": True, "--json": False, "--parent-watch": False, "--lang": True}, _lab),
    "screenshot": (
        dict.fromkeys(
            (
                *("--page", "--code", "--query", "--note", "--compare", "--choose"),
                *("--lang", "--theme", "--size", "--scale"),
            ),
            True,
        ),
        _screenshot,
    ),
}


def _looks_like_id(text: str) -> bool:
    number, dash, vendor = text.partition("-")
    return len(number) == 3 and number.isascii() and number.isdecimal() and (not dash or vendor.isalpha())
