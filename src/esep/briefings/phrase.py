"""Say a plan in one language: the only step that turns facts into words."""

from __future__ import annotations

from collections.abc import Iterator

from esep.briefings.draw_plan import ChartPhraser
from esep.briefings.plan import (
    BlockPlan,
    ChartPlan,
    ParagraphPlan,
    Plan,
    PointsPlan,
    SectionPlan,
    Sentence,
    TablePlan,
    TilesPlan,
)
from esep.briefings.plan_facts import plan_facts
from esep.briefings.request import Request
from esep.briefings.source_notes import SourceIndex
from esep.briefings.stage_note import chart_stages
from esep.briefings.table_phrase import TablePhraser, plain
from esep.briefings.voice import Voice
from esep.facts.lineage import Lookup
from esep.model.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Paragraph,
    Run,
    Section,
    SourceNote,
    Tiles,
)
from esep.model.indicator import PeriodConvention


class Phraser:
    """One language's view of a plan."""

    def __init__(
        self,
        voice: Voice,
        request: Request,
        sources: SourceIndex,
        lookup: Lookup,
        *,
        synthetic: bool = False,
    ) -> None:
        self._synthetic = synthetic
        self._voice = voice
        self._request = request
        self._tables = TablePhraser(voice, sources, lookup)
        self._charts = ChartPhraser(
            voice.language, voice.figures, voice.indicators, voice.wording.text
        )

    def document(self, plan: Plan, *, notes: tuple[SourceNote, ...], identifier: str) -> Document:
        voice, say = self._voice, self._voice.wording.text
        sections = [self._section(each) for each in plan.sections]
        if plan.left_out:
            sections.append(self._left_out(plan))
        return Document(
            language=voice.language.code,
            title=plain(voice.say(self._head("title"))),
            subtitle=plain(voice.say(self._head("subtitle"))),
            header=tuple(self._header(plan)),
            sections=tuple(sections),
            sources=notes,
            sources_title=say("sources-title"),
            labels={label: say(f"label-{label}") for label in voice.wording.labels},
            decimal=voice.language.decimal_mark,
            group=voice.language.group_mark,
            identifier=identifier,
        )

    # -- the head and the end ----------------------------------------------------------

    def _head(self, say: str) -> Sentence:
        request = self._request
        names = {"region": request.region.names, "country": request.whole.names}
        return Sentence(say, "", {}, names=names, days={"on": request.on})

    def _header(self, plan: Plan) -> Iterator[tuple[str, str]]:
        language, say, request = self._voice.language, self._voice.wording.text, self._request
        if self._synthetic:
            # Made-up figures must never pass for real ones.
            yield say("header-synthetic"), say("synthetic-line")
        elif any(fact.is_made_up for fact in plan_facts(plan)):
            yield say("header-synthetic"), say("synthetic-cards-line")
        # Months are named as the report names them, not as the nearest half-year.
        months = PeriodConvention.CUMULATIVE
        yield say("header-period"), language.period(request.period, convention=months)
        # Without a meeting the day is only the one the figures are of.
        yield say("header-on" if request.meeting else "header-day"), language.date(request.on)
        days = {"published": request.as_of or plan.newest_publication}
        line = self._voice.say(Sentence("vintage-line", "", {}, days=days))
        yield say("header-data"), plain(line)

    def _left_out(self, plan: Plan) -> Section:
        say, language = self._voice.wording.text, self._voice.language
        titles = language.join([say("quoted", text=say(title)) for title in plan.left_out])
        text = say("left-out", sections=titles)
        return Section(
            "left-out", say("section-left-out"), (Paragraph((Run(text),), "note"),), annex=True
        )

    # -- sections ----------------------------------------------------------------------

    def _section(self, section: SectionPlan) -> Section:
        return Section(
            section.id,
            self._voice.wording.text(section.title),
            tuple(self._block(each) for each in section.blocks),
            page_break=section.page_break,
            annex=section.annex,
        )

    def _block(self, block: BlockPlan) -> Block:
        match block:
            case ParagraphPlan():
                return self._paragraph(block)
            case PointsPlan():
                return Bullets(
                    tuple(self._voice.say(each) for each in block.sentences), block.numbered
                )
            case TilesPlan():
                return self._tiles(block)
            case TablePlan():
                return self._tables.table(block)
            case ChartPlan():
                return self._chart(block)

    def _paragraph(self, block: ParagraphPlan) -> Paragraph:
        runs: list[Run] = []
        for sentence in block.sentences:
            if runs:
                runs.append(Run(" "))
            runs.extend(self._voice.say(sentence))
        style = block.style
        assert style in ("body", "lead", "note", "caution")
        return Paragraph(tuple(runs), style)  # type: ignore[arg-type]

    def _tiles(self, block: TilesPlan) -> Tiles:
        items = []
        for label, figure, below in block.tiles:
            title = plain(self._voice.say(Sentence(label, figure.of, figure.facts, figure.names)))
            runs = self._voice.say(figure)
            items.append((title, runs, self._voice.say(below) if below else ()))
        return Tiles(tuple(items))

    def _chart(self, plan: ChartPlan) -> Chart:
        request = self._request
        spec = self._charts.spec(plan, region=request.region.names, country=request.whole.names)
        return Chart(
            plan.id,
            plain(self._voice.say(plan.caption)),
            plain(self._voice.say(plan.alternative)),
            spec,
            note=chart_stages(plan, self._voice),
        )
