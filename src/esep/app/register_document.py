"""How does a report on a register read as a document with its charts and tables?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from esep.app.register_report import RegisterReport, levels_of, one_decimal
from esep.app.register_words import WORDS
from esep.briefings.charts.editions import (
    NOT_PUBLISHED,
    edition_columns,
    ladder,
    stacked_editions,
)
from esep.briefings.charts.rows import Mark
from esep.briefings.render.locale import NUMBERS
from esep.look.palette import RULE
from esep.look.typeface import coverage
from esep.model.document import (
    Block,
    Chart,
    Column,
    Document,
    Paragraph,
    Row,
    Run,
    Runs,
    Section,
    Table,
)
from esep.tracking.editions import EditionState

_LABELS = ("theme", "contents", "data", "skip", "table", "figure", "page_of", "caution")
_MILLION = Decimal(1_000_000)


def document_of(report: RegisterReport, language: str) -> Document:
    return _Writer(report, language).document()


class _Writer:
    def __init__(self, report: RegisterReport, language: str) -> None:
        self.report, self.language = report, language
        self.register, self.states = report.register, report.states
        self.words = WORDS[language]

    def say(self, key: str, **parts: str) -> str:
        return self.words[key].format(**parts)

    def document(self) -> Document:
        compared, days = self.register.compared, [each.on.isoformat() for each in self.states]
        name = self.register.names[self.language]
        sections = [self._editions()]
        if compared.grade:
            sections.append(self._grades())
        if compared.finish:
            sections.append(self._finish())
        if compared.cost:
            sections.append(self._costs())
        if any(each.vanished or each.returned for each in self.states):
            sections.append(self._names())
        return Document(
            language=self.language,
            title=self.say("title", register=name[:1].upper() + name[1:]),
            subtitle=self.say("subtitle", count=str(len(days)), first=days[0], last=days[-1]),
            header=((self.words["as_of"], f"{self.states[0].file} – {self.states[-1].file}"),),
            sections=tuple(sections),
            sources=(),
            sources_title="",
            labels={key: self.words[key] for key in _LABELS},
            identifier=f"{self.register.id}-editions",
        )

    def _editions(self) -> Section:
        blocks: list[Block] = []
        if self.report.synthetic:
            text = self.say("synthetic", count=str(self.report.synthetic))
            blocks.append(Paragraph((Run(text),), "caution"))
        rows = [
            [
                str(each.rows),
                str(each.cards),
                str(each.new),
                str(len(each.vanished)),
                str(len(each.returned)),
            ]
            for each in self.states
        ]
        heads = ("rows", "cards", "new", "vanished", "returned")
        blocks.append(self._table("editions", self.words["editions"], heads, rows))
        blocks.append(Paragraph((Run(self.words["editions_note"]),), "note"))
        return Section("editions", self.words["editions"], tuple(blocks))

    def _grades(self) -> Section:
        field = self.register.fields[self.register.compared.grade]
        levels = [level for level in levels_of(self.report) if level]
        names = {level: field.choices[level][self.language] for level in levels}
        longest = max(self.register.compared.scales, key=len, default=tuple(levels))
        tints = dict(zip(longest, ladder(len(longest)), strict=True))
        none = self.words["not_published"]
        parts = {names[level]: tints.get(level, RULE) for level in levels} | {none: NOT_PUBLISHED}
        stacks = [
            (
                _label(each)
                + ("\n" + self.words["new_scale"] if each.grades.scale_changed else ""),
                {names.get(level, none): count for level, count in each.grades.counts.items()},
            )
            for each in self.states
        ]
        caption = self.say("grades_chart", grade=field.names[self.language])
        spec = stacked_editions(stacks, parts, column=self.words["edition"])
        blocks: list[Block] = [Chart("grades", caption, caption, spec)]
        for before, after in zip(self.states, self.states[1:], strict=False):
            if after.grades.scale_changed:
                old, new = (
                    ", ".join(field.choices[level][self.language] for level in each.grades.scale)
                    for each in (before, after)
                )
                day = after.on.isoformat()
                text = self.say("scale_note", edition=day, old=old, new=new)
                blocks.append(Paragraph((Run(text),), "caution"))
        heads = ("better", "worse", "same", "off_scale")
        rows = [
            [str(g.better), str(g.worse), str(g.same), str(g.off_scale)]
            for g in (each.grades for each in self.states[1:])
        ]
        blocks.append(self._table("moves", self.words["moves"], heads, rows, self.states[1:]))
        return Section("grades", self.words["grades"], tuple(blocks))

    def _finish(self) -> Section:
        moved = [(each, each.moved) for each in self.states if each.moved.cards]
        marks = [
            (_label(each), Mark(100 * m.later / m.cards, f"{100 * m.later / m.cards:.0f}"))
            for each, m in moved
        ]
        rows = [
            [str(m.cards), str(m.later), str(m.earlier), f"{m.median_days:,}"] for _, m in moved
        ]
        heads = ("known", "later", "earlier", "median_days")
        return self._measured("finish", self.words["finish_chart"], marks, heads, rows,
                              [each for each, _ in moved], ())  # fmt: skip

    def _costs(self) -> Section:
        grown = [(each, each.growth) for each in self.states if each.growth.cards]
        name = self.register.fields[self.register.compared.cost].names[self.language]
        marks = [(_label(each), Mark(float(g.percent), _signed(g.percent))) for each, g in grown]
        rows = [
            [str(g.cards), _millions(g.first), _millions(g.now), _signed(g.percent),
             _signed(g.median), str(g.left_out)]
            for _, g in grown
        ]  # fmt: skip
        heads = ("known", "first_sum", "now_sum", "growth", "median_growth", "left_out")
        caption = self.say("cost_chart", cost=name)
        states = [each for each, _ in grown]
        notes = ("cost_note", "left_note")
        section = self._measured("cost", caption, marks, heads, rows, states, notes)
        more = (self._largest(states[-1]),) if states else ()
        return replace(section, blocks=(*section.blocks, *more))

    def _largest(self, state: EditionState) -> Table:
        """The cards behind the newest figure: a few may make most of it."""
        currency = self._currency()
        heads = ("first_sum", "now_sum", "growth")
        titles = [self.say(head, currency=currency) for head in heads]
        rows = tuple(
            Row(
                (
                    _runs(self.report.names.get(id, id)),
                    self._figure(_millions(first)),
                    self._figure(_millions(now)),
                    self._figure(_signed((now / first - 1) * 100)),
                )
            )
            for id, first, now in state.growth.largest
        )
        columns = (Column(self.words["card"], weight=3), *(Column(t, "right") for t in titles))
        caption = self.say("largest", edition=state.on.isoformat())
        return Table("largest", caption, columns, rows)

    def _measured(
        self,
        id: str,
        caption: str,
        marks: Sequence[tuple[str, Mark]],
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        states: Sequence[EditionState],
        notes: Sequence[str],
    ) -> Section:
        marks = [(label, Mark(m.value, self._local(m.text))) for label, m in marks]
        spec = edition_columns(marks, column=self.words["edition"], measure=caption)
        blocks: list[Block] = [Chart(f"{id}-chart", caption, caption, spec)] if marks else []
        blocks += [Paragraph((Run(self.words[note]),), "note") for note in notes]
        blocks.append(self._table(f"{id}-table", self.words[id], heads, rows, states))
        return Section(id, self.words[id], tuple(blocks))

    def _names(self) -> Section:
        rows: list[Row] = []
        for key in ("returned", "vanished"):
            rows.append(Row((_runs(self.words[key]),), heading=True))
            for each in self.states:
                ids = each.returned if key == "returned" else each.vanished
                if ids:
                    called = "; ".join(sorted(self.report.names.get(id, id) for id in ids))
                    rows.append(Row((_runs(each.on.isoformat()), _runs(called))))
        columns = (Column(self.words["edition"]), Column(self.words["who"], weight=6))
        table = Table("names", self.words["names"], columns, tuple(rows))
        return Section("names", self.words["names"], (table,))

    def _table(
        self,
        id: str,
        caption: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        states: Sequence[EditionState] | None = None,
    ) -> Table:
        currency = self._currency()
        titles = [self.say(head, currency=currency) for head in heads]
        columns = (Column(self.words["edition"]), *(Column(each, "right") for each in titles))
        days = [each.on.isoformat() for each in (self.states if states is None else states)]
        return Table(
            id,
            caption,
            columns,
            tuple(
                Row((_runs(day), *(self._figure(cell) for cell in row)))
                for day, row in zip(days, rows, strict=True)
            ),
        )

    def _figure(self, text: str) -> Runs:
        return _runs(self._local(text))

    def _local(self, number: str) -> str:
        """A number as the language writes it."""
        signs = NUMBERS[self.language]
        return number.translate(str.maketrans({",": signs["thousands"], ".": signs["decimal"]}))

    def _currency(self) -> str:
        return " / ".join(sorted(self.report.currencies))


def _label(state: EditionState) -> str:
    return state.on.isoformat()[:7]


def _runs(text: str) -> Runs:
    """A text with what the bundled typeface lacks taken out: names come from anywhere."""
    known = coverage()
    return (Run("".join(each if each in known else "?" for each in text)),)


def _signed(value: Decimal) -> str:
    text = one_decimal(abs(value))
    if text == "0.0":
        return text
    return f"+{text}" if value > 0 else f"\u2212{text}"


def _millions(value: Decimal) -> str:
    return f"{value / _MILLION:,.0f}"
