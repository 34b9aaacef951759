"""Note types for Anki. Anki recognises notes of earlier imports by type id and field names: never change these."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from genanki import Model  # type: ignore[import-untyped, unused-ignore]

DECK_ID = 1763715001
CODE_MODEL_ID = 1763715011
PAIR_MODEL_ID = 1763715012
SCENARIO_MODEL_ID = 1763715013
MISCONCEPTION_MODEL_ID = 1763715014

_CSS = """\
.card {
  --paper: #ffffff; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --accent: #0550ae;
  max-width: 34em; margin: 1.5em auto; padding: 0 1em;
  font-family: Pretendard, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", system-ui, sans-serif;
  font-size: 19px; line-height: 1.55; text-align: left; word-break: keep-all; overflow-wrap: break-word;
  color: var(--ink); background: var(--paper);
}
.card.nightMode, .card.night_mode, .nightMode .card, .night_mode .card {
  --paper: #16191d; --ink: #e6e9ed; --quiet: #9aa4af; --line: #353c45; --accent: #79b8ff;
}
.code { font-size: 2.6em; font-weight: 700; line-height: 1.2; color: var(--accent); }
.name { font-size: 1.3em; font-weight: 600; }
.quiet { color: var(--quiet); font-size: .85em; }
.ask { color: var(--quiet); margin-top: 1.2em; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.2em 0; }
.pair { display: flex; gap: 1.5em; flex-wrap: wrap; }
.pair > div { flex: 1 1 10em; }
input#typeans { font: inherit; max-width: 8em; }
"""

_NAME = '<div class="name">{{Korean}}</div><div>{{Phrase}}</div>'
_VENDOR = '{{#Vendor}}<div class="quiet">{{Vendor}}</div>{{/Vendor}}'
_ASK = '<div class="ask">%s</div>'
_ASK_MEANING = _ASK % "무슨 뜻입니까? · What does it mean?"
_ASK_CODE = _ASK % "어느 코드입니까? · Which code?"
_ASK_DIFFERENCE = _ASK % "무엇이 다릅니까? · What is the difference?"
_ASK_TRUTH = _ASK % "맞습니까? · True or false?"
_BACK = "{{FrontSide}}<hr id=answer>"
_SUMMARY = "<p>{{SummaryKo}}</p><p class=quiet>{{SummaryEn}}</p>"


def code_model() -> "Model":
    """A code and its meaning. Two cards, or only the first if ``AskCode`` is empty."""
    number = '<div class="code">{{Code}}</div>'
    meaning_front = f"{number}{_VENDOR}{_ASK_MEANING}"
    code_front = f"{{{{#AskCode}}}}{_NAME}{_VENDOR}{_ASK_CODE}{{{{type:Code}}}}{{{{/AskCode}}}}"
    return _model(
        CODE_MODEL_ID,
        "StatusRef 코드 (code)",
        ["Code", "Phrase", "Korean", "SummaryKo", "SummaryEn", "Vendor", "AskCode"],
        [
            ("코드 → 뜻", meaning_front, f"{_BACK}{_NAME}{_SUMMARY}"),
            ("뜻 → 코드", code_front, f"{_BACK}{number}{_SUMMARY}"),
        ],
    )


def pair_model() -> "Model":
    """Two codes that people mix up."""
    one = '<div><div class="code">{{Code%s}}</div><div class="name">{{Korean%s}}</div><div>{{Phrase%s}}</div></div>'
    front = f'<div class="pair">{one.replace("%s", "1")}{one.replace("%s", "2")}</div>{_ASK_DIFFERENCE}'
    back = f"{_BACK}<p>{{{{DifferenceKo}}}}</p><p class=quiet>{{{{DifferenceEn}}}}</p>"
    return _model(
        PAIR_MODEL_ID,
        "StatusRef 비교 (pair)",
        ["Codes", "Code1", "Korean1", "Phrase1", "Code2", "Korean2", "Phrase2", "DifferenceKo", "DifferenceEn"],
        [("비교", front, back)],
    )


def scenario_model() -> "Model":
    """A situation and the code that fits it."""
    front = f"<p>{{{{SituationKo}}}}</p><p class=quiet>{{{{SituationEn}}}}</p>{_ASK_CODE}"
    back = '<div class="name">{{Answer}}</div><p>{{WhyKo}}</p><p class=quiet>{{WhyEn}}</p>{{Tempting}}'
    return _model(
        SCENARIO_MODEL_ID,
        "StatusRef 상황 (scenario)",
        ["SituationKo", "SituationEn", "Answer", "WhyKo", "WhyEn", "Tempting"],
        [("상황 → 코드", front, f"{_BACK}{back}")],
    )


def misconception_model() -> "Model":
    """A statement, true or false."""
    front = f"<p>{{{{StatementKo}}}}</p><p class=quiet>{{{{StatementEn}}}}</p>{_ASK_TRUTH}"
    correction = "<p>{{CorrectionKo}}</p><p class=quiet>{{CorrectionEn}}</p><p class=quiet>{{Source}}</p>"
    return _model(
        MISCONCEPTION_MODEL_ID,
        "StatusRef 참·거짓 (true or false)",
        ["StatementKo", "StatementEn", "Truth", "CorrectionKo", "CorrectionEn", "Source"],
        [("참·거짓", front, f'{_BACK}<div class="name">{{{{Truth}}}}</div>{correction}')],
    )


def _model(model_id: int, name: str, fields: list[str], templates: list[tuple[str, str, str]]) -> "Model":
    import genanki  # type: ignore[import-untyped, unused-ignore] # noqa: PLC0415

    return genanki.Model(
        model_id,
        name,
        fields=[{"name": field} for field in fields],
        templates=[{"name": title, "qfmt": front, "afmt": back} for title, front, back in templates],
        css=_CSS,
    )
