"""Stands for a screen reader. Runs under the system's Python, which has the bindings of AT-SPI.

Prints a line of JSON for each announcement and each thing that gets the focus, and for each line on standard input the
tree of what the program shows.
"""

import json
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version must be asked for first

STATES = {"checkable", "checked", "editable", "focusable", "focused", "selected"}
MOST_CHILDREN = 80


def tell(what: str, value: object) -> None:
    print(json.dumps({what: value}), flush=True)


def nodes(thing: Any, found: list[dict[str, object]]) -> list[dict[str, object]]:
    """Return what is shown inside ``thing``. The program goes on meanwhile: what is gone is left out."""
    for place in range(min(thing.get_child_count(), MOST_CHILDREN)):
        try:
            child = thing.get_child_at_index(place)
            states = {state.value_nick for state in child.get_state_set().get_states()}
            if "showing" not in states:
                continue
            node = {"role": child.get_role_name(), "name": child.get_name(), "states": sorted(states & STATES)}
            if node["role"] == "table cell":
                node["headers"] = headers(thing.get_table_iface(), child.get_index_in_parent())
        except (AttributeError, GLib.Error):
            continue
        found.append(node)
        nodes(child, found)
    return found


def headers(table: Any, place: int) -> list[str]:
    """Return the names of the headers of a cell: of its row, of its column."""
    row, column = table.get_row_at_index(place), table.get_column_at_index(place)
    return [table.get_row_header(row).get_name(), table.get_column_header(column).get_name()]


def tree() -> list[dict[str, object]]:
    desktop = Atspi.get_desktop(0)
    found: list[dict[str, object]] = []
    for place in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(place)
        if program is not None and program.get_name() == "StatusRef":
            program.set_cache_mask(Atspi.Cache.NONE)
            nodes(program, found)
    return found


def on_event(event: Any) -> None:
    try:
        if event.type.startswith("object:announcement"):
            tell("said", event.any_data)
        elif event.detail1:
            tell("focused", [event.source.get_role_name(), event.source.get_name()])
    except GLib.Error:
        pass  # it is gone already


def on_asked(*_arguments: object) -> bool:
    if not sys.stdin.readline():
        Atspi.event_quit()
        return False
    tell("tree", tree())
    return True


Atspi.init()
listener = Atspi.EventListener.new(on_event)
listener.register("object:announcement")
listener.register("object:state-changed:focused")
GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, on_asked)
tell("ready", None)
Atspi.event_main()
