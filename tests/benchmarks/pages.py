"""Pages opened for the first time, to their first paint. Each can be measured once in a process."""

from collections.abc import Callable
from functools import partial

from statusref.domain.links import choice_link
from tests.benchmarks.figures import print_table, verdict
from tests.benchmarks.running_app import RunningApp, milliseconds_to_paint

_BUDGET_MS = 100.0
_PAGES = ("compare", "choose", "lab")


def main() -> None:
    app = RunningApp()
    navigation = app.application.navigation
    opened: tuple[tuple[str, Callable[[], object]], ...] = (
        ("compare", partial(navigation.show_page, "compare")),
        ("choose", partial(navigation.show_page, "choose")),
        ("lab", partial(navigation.show_page, "lab")),
        ("the end of a walk", partial(navigation.go, choice_link("answer/client-fault/state/duplicate"))),
        ("the whole tree", partial(navigation.go, choice_link("tree/answer/client-fault"))),
    )
    rows = []
    for name, open_page in opened:
        taken = milliseconds_to_paint(open_page)
        rows.append((name, f"{taken:.1f}", verdict(taken, _BUDGET_MS) if name in _PAGES else ""))
        app.settle()
    print_table("Pages opened for the first time", ("", "ms", "budget"), rows)


if __name__ == "__main__":
    main()
