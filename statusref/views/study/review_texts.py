"""What a review shows: its cards, the verdict on an answer, the message about a leech, and the summary at the end."""

from datetime import timedelta

from statusref.domain.links import code_link
from statusref.domain.markdown import Span
from statusref.study.cards import Card
from statusref.study.judging import Given, Judgement, judge
from statusref.study.leeches import Leech
from statusref.study.reasons import about_given
from statusref.study.session import ReviewSession, Summary
from statusref.views.study.card_faces import CardFaces
from statusref.views.study.card_writer import CardWriter
from statusref.views.study.context import StudyContext
from statusref.views.study.explanations import reason_line
from statusref.views.study.labels import card_name, entry_title, interval_words, kind_title, percent, time_words
from statusref.views.study.review_stage import Stage
from statusref.views.study.truth_row import truth_word


class ReviewTexts:
    """Writes the page of a review: the card with the verdict on the answer, a leech, or the summary."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context
        self._localizer = context.localizer
        self._faces = CardFaces(context)

    def write(
        self, writer: CardWriter, session: ReviewSession, stage: Stage, given: Given, leech: Leech | None
    ) -> None:
        """Write what a stage shows. ``given`` is the answer to the card on show, ``leech`` the card answered last."""
        shown = session.shown
        if stage is Stage.LEECH and leech is not None:
            self._write_leech(writer, leech)
        elif stage is Stage.SUMMARY or shown is None:
            self._write_summary(writer, session)
        else:
            self._faces.write_question(writer, shown.card)
            if stage is Stage.ANSWER:
                writer.rule()
                self._write_verdict(writer, shown.card, given)
                self._faces.write_answer(writer, shown.card)

    def _write_leech(self, writer: CardWriter, leech: Leech) -> None:
        """Tell the user that a card is a leech, and show it beside the code that it is confused with."""
        text = self._localizer.text
        writer.name(text("study.leech.title"))
        writer.body((Span(self._localizer.count("study.leech.about", leech.lapses)),))
        if leech.partner is None:
            writer.label(kind_title(self._localizer, leech.card))
            self._faces.write_answer(writer, leech.card)
            return
        right, other = leech.card.entries[0], leech.partner.entry
        if leech.partner.times:
            given = self._localizer.count("study.leech.given", leech.partner.times)
            writer.body((Span(f"{given}: "), Span(entry_title(other), strong=True)))
        writer.label(text("study.leech.pair"))
        self._faces.write_side_by_side(writer, (right, other))
        for pair in self._context.catalogue.pairs_of(right.id):
            if other.id in pair.ids:
                writer.summary(self._localizer.of(pair.difference))

    def _write_verdict(self, writer: CardWriter, card: Card, given: Given) -> None:
        """Write whether an answer is right, and why a wrong code is wrong. Writes nothing if nothing was answered."""
        judgement = judge(card, given)
        if judgement is None or given is None:
            return
        if isinstance(given, bool):
            key, word = f"study.truth.{judgement.value}", truth_word(self._localizer, truth=given)
        else:
            key, word = f"study.typed.{judgement.value}", given.strip()
        writer.verdict(self._localizer.text(key, given=word), right=judgement is Judgement.RIGHT)
        if judgement is Judgement.WRONG and isinstance(given, str):
            self._write_reasons(writer, card, given)

    def _write_reasons(self, writer: CardWriter, card: Card, given: str) -> None:
        """Write why the code that was typed is wrong."""
        for reason in about_given(card, given, self._context.catalogue):
            writer.body(reason_line(reason, self._context))
        writer.gap(18)

    def _write_summary(self, writer: CardWriter, session: ReviewSession) -> None:
        """Write what was done in this session, and when there is more to do."""
        writer.name(self._end_title(session))
        writer.body((Span(self._next_words(session)),), quiet=True)
        summary = session.summary()
        if summary.answers:
            self._write_figures(writer, summary)

    def _end_title(self, session: ReviewSession) -> str:
        if session.shown is not None:
            return self._localizer.text("study.summary.paused")
        if session.next_due is not None:
            return self._localizer.text("study.summary.waiting")
        return self._localizer.text("study.summary.done" if session.done else "study.summary.nothing")

    def _next_words(self, session: ReviewSession) -> str:
        if session.shown is not None:
            return self._localizer.count("study.summary.left", session.left.total)
        due = session.next_due
        if due is None:
            return self._localizer.text("study.summary.tomorrow")
        wait = max(due - self._context.now(), timedelta())
        return self._localizer.text("study.summary.soon", interval=interval_words(self._localizer, wait))

    def _write_figures(self, writer: CardWriter, summary: Summary) -> None:
        text = self._localizer.text
        writer.label(text("study.summary.title"))
        rows = [(text("study.summary.answers"), self._localizer.count("study.answers", summary.answers))]
        if summary.recalls:
            rows.append((text("study.summary.remembered"), percent(summary.recalled / summary.recalls)))
        rows += [
            (text("study.summary.new"), self._localizer.count("study.cards", summary.introduced)),
            (text("study.summary.time"), time_words(self._localizer, timedelta(milliseconds=summary.duration_ms))),
        ]
        rows += [
            (text(f"study.rating.{rating.name.lower()}"), self._localizer.count("study.answers", count))
            for rating, count in summary.by_rating.items()
        ]
        writer.plain_rows([((Span(left),), (Span(right, strong=True),)) for left, right in rows])
        if summary.leeches:
            writer.label(text("study.summary.leeches"))
            for card in summary.leeches:
                link = Span(card_name(self._localizer, card), strong=True, link=code_link(card.entries[0].id))
                writer.item((link, Span(f"  {kind_title(self._localizer, card)}")))
