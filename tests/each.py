"""One test for many values: ``pytest`` and ``xdist`` spend more time on a test than most of these take."""

import inspect
from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

Test = Callable[..., None]


def for_each(
    names: str | tuple[str, ...], values: Collection[Any], label: Callable[..., str] = str
) -> Callable[[Test], Test]:
    """Call the test with each value for the argument ``names``, or with each tuple of values for several names.

    As ``pytest.mark.parametrize``, but as one test. It goes on after a failure, and names all values that failed, each
    by ``label`` of its values, with what was wrong.
    """
    arguments = (names,) if isinstance(names, str) else names

    def decorated(test: Test) -> Test:
        signature = inspect.signature(test)

        @wraps(test)
        def together(**fixtures: Any) -> None:
            assert values, "there is no value"
            failures = []
            for value in values:
                given = (value,) if isinstance(names, str) else value
                name = "-".join(label(one) for one in given)
                try:
                    test(**fixtures, **dict(zip(arguments, given, strict=True)))
                except AssertionError as error:
                    failures.append(f"{name}: {error}")
                except Exception as error:
                    error.add_note(f"with {name}")
                    raise
            assert not failures, "\n\n".join(failures)

        rest = [parameter for name, parameter in signature.parameters.items() if name not in arguments]
        vars(together)["__signature__"] = signature.replace(parameters=rest)
        return together

    return decorated
