"""``statusref choose``: a question of the chooser with its answers, or the code that a path ends at.

The JSON of a place: ``path``, ``answered`` (``question``, ``answer``: ids) and either ``question`` (``id``, ``ask``,
``help``, null where there is none) with ``answers`` (``id``, ``path``, ``text``), or ``outcome`` (``id``, ``code``,
``why``, ``instead``: ``code``, ``why_not``). Without a path: ``ways`` (``path``, ``title``). Texts that exist in both
languages are ``{"ko": …, "en": …}``.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from statusref.cli.console import Console, quoted
from statusref.cli.exit_codes import NOTHING, OK
from statusref.cli.rendering import page_text
from statusref.cli.requests import ChooseCommand
from statusref.cli.shapes import indented
from statusref.domain.chooser import Chooser, Outcome, Question, Walk
from statusref.domain.columns import wrapped
from statusref.domain.description.blocks import Description, LinkItem, Part
from statusref.domain.description.outcome import describe_outcome
from statusref.domain.description.prose_blocks import prose_blocks
from statusref.domain.library import Library
from statusref.domain.links import choice_link
from statusref.domain.prose import HEADINGS, Section
from statusref.domain.shapes import Shape, both
from statusref.domain.text import Language, Text


def print_choice(command: ChooseCommand, library: Library, console: Console) -> int:
    """Print the place that the path names, or draw the tree. Raises ResourceError and OSError."""
    chooser, language = library.chooser, command.language
    if command.tree is not None:
        return _draw(Path(command.tree), library, language, console)
    if not command.path:
        console.print(indented(_ways_shape(chooser)) if command.json else "\n".join(_ways(chooser, language)))
        return OK
    walk = chooser.walk(command.path.strip("/"))
    if walk is None:
        console.complain(library.words.text("cli.choose.no_such_path", language, path=quoted(command.path)))
        return NOTHING
    if command.json:
        console.print(indented(_shape(walk)))
    elif isinstance(walk.at, Outcome):
        console.print(page_text(_with_path(library, walk, walk.at, language), console.width))
    else:
        console.print("\n".join(_question(walk, walk.at, language, console.width)))
    return OK


def _draw(path: Path, library: Library, language: Language, console: Console) -> int:
    """Save the whole tree and print the names of the files."""
    from statusref.diagram.saving import KINDS, save_tree  # noqa: PLC0415 - the questions need none of this
    from statusref.system.typst_package import NoTypstError  # noqa: PLC0415

    def refuse(key: str, **values: object) -> int:
        console.complain(library.words.text(key, language, **values))
        return NOTHING

    if path.suffix.lower() not in KINDS:
        return refuse("choose.tree.kind", path=quoted(str(path)))
    try:
        written = save_tree(library, language, path)
    except NoTypstError:
        return refuse("choose.tree.no-typst")
    except OSError as error:
        return refuse("choose.tree.failed", path=quoted(str(path)), reason=error.strerror or error)
    key = "choose.tree.saved" if len(written) == 1 else "choose.tree.saved-sheets"
    first, last = written[0], written[-1].name
    console.print(library.words.text(key, language, path=first, first=first, last=last, n=len(written)))
    return OK


def _with_path(library: Library, walk: Walk, outcome: Outcome, language: Language) -> Description:
    """Describe an outcome with the example of its code and the answers that led to it."""
    page = describe_outcome(library, outcome, language, sends=walk.sends)
    example = library.prose.page(outcome.code, language).sections.get(Section.EXAMPLE)
    answers = (
        LinkItem(question.ask[language], choice_link(walk.path_to(count)), answer.text[language])
        for count, (question, answer) in enumerate(walk.steps)
    )

    def parts() -> Iterator[Part]:
        yield from page.parts()
        if example is not None:
            yield Part(HEADINGS[Section.EXAMPLE][language], prose_blocks(example))
        yield Part(library.words.text("cli.choose.path", language), tuple(answers))

    return page._replace(parts=parts)


def _ways(chooser: Chooser, language: Language) -> Iterator[str]:
    return _choices(((way.title, way.id) for way in chooser.ways), language)


def _question(walk: Walk, question: Question, language: Language, width: int | None) -> Iterator[str]:
    yield from wrapped(question.ask[language], width)
    if question.help is not None:
        yield from wrapped(question.help[language], width)
    yield ""
    yield from _choices(((answer.text, f"{walk.path}/{answer.id}") for answer in question.answers), language)


def _choices(choices: Iterable[tuple[Text, str]], language: Language) -> Iterator[str]:
    """Yield each choice by its number, and below it the path that takes it."""
    for number, (text, path) in enumerate(choices, 1):
        yield f"{number}. {text[language]}"
        yield f"   {path}"


def _ways_shape(chooser: Chooser) -> Shape:
    return {"ways": [{"path": way.id, "title": both(way.title)} for way in chooser.ways]}


def _shape(walk: Walk) -> Shape:
    answered = [{"question": question.id, "answer": answer.id} for question, answer in walk.steps]
    shape: Shape = {"path": walk.path, "answered": answered}
    match walk.at:
        case Question(id=question_id, ask=ask, help=more, answers=answers):
            shape["question"] = {"id": question_id, "ask": both(ask), "help": None if more is None else both(more)}
            shape["answers"] = [
                {"id": answer.id, "path": f"{walk.path}/{answer.id}", "text": both(answer.text)} for answer in answers
            ]
        case Outcome(id=outcome_id, code=code, why=why, instead=instead):
            runners_up = [{"code": other.code, "why_not": both(other.why_not)} for other in instead]
            shape["outcome"] = {"id": outcome_id, "code": code, "why": both(why), "instead": runners_up}
    return shape
