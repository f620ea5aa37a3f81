"""How one language says a sentence of the plan: its wording, its figures, its caveats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from esep.briefings.figures import Figures
from esep.briefings.plan import Sentence
from esep.briefings.wording import Wording, comparison_message
from esep.language import Language
from esep.model.document import Run, Runs
from esep.model.fact import Comparison, Fact
from esep.model.indicator import Indicator, IndicatorKind
from esep.model.observation import EstimateStage
from esep.model.text import Names

TOLD_STAGES = (
    EstimateStage.OPERATIONAL,
    EstimateStage.PRELIMINARY,
    EstimateStage.ESTIMATE,
    EstimateStage.FORECAST,
    EstimateStage.DECLARED,
    EstimateStage.PLAN,
)
"""Stages a reader must be told of in words, wherever the figure stands."""


_TWO_DOTS = re.compile(r"(?<!\.)\.\.(?!\.)")


@dataclass(frozen=True, slots=True)
class Voice:
    language: Language
    wording: Wording
    figures: Figures
    indicators: Mapping[str, Indicator]

    def say(self, sentence: Sentence, *, remarks: bool = True) -> Runs:
        """The sentence as runs; preliminary, declared and planned figures are called so.

        Without `remarks` whatever it stands in tells that.
        """
        code = self.language.code
        runs = self.wording.runs(
            sentence.say,
            facts=sentence.facts,
            names={slot: names[code] for slot, names in sentence.names.items()},
            lists={slot: [n[code] for n in many] for slot, many in sentence.lists.items()},
            days=sentence.days,
            texts={slot: text[code] for slot, text in sentence.texts.items()} | self._of(sentence),
        )
        spoken = {run.fact_id for run in runs if run.fact_id}
        stages = {
            fact.stage for fact in sentence.facts.values() if fact is not None and fact.id in spoken
        }
        told = [self.wording.text(f"told-{stage}") for stage in TOLD_STAGES if stage in stages]
        told += self._days_said(sentence, spoken)
        said = [fact for fact in sentence.facts.values() if fact is not None and fact.id in spoken]
        told += self._counted(said, sentence.days.get("on"))
        told += self._borders(sentence, spoken)
        if told and remarks:
            runs = _before_full_stop(runs, f" ({', '.join(told)})")
        return _one_full_stop(runs)

    def label(self, fact: Fact, region: Names) -> str:
        """A fact named in a line: indicator, region, period and what is said of it."""
        code = self.language.code
        name = self.indicators[fact.indicator].names[code]
        parts = [name.short or name.text, region.short(code)]
        if fact.period is not None:
            convention = self.indicators[fact.indicator].convention
            parts.append(self.language.period(fact.period, convention=convention))
        if fact.comparison is not Comparison.LEVEL:
            parts.append(self.wording.text(comparison_message(fact.comparison)))
        text = ", ".join(parts)
        return text[:1].upper() + text[1:]

    def figure(self, fact: Fact) -> str:
        """The figure alone; one that is declared or preliminary is called so here too."""
        text = self.figures.sentence(fact)
        told = [self.wording.text(f"told-{fact.stage}")] if fact.stage in TOLD_STAGES else []
        told += self._counted([fact])
        return f"{text} ({', '.join(told)})" if told else text

    def _counted(self, facts: Iterable[Fact], day: date | None = None) -> list[str]:
        """That a figure was added up from cards, and whether somebody made them up.

        The day is told where it is not that of the document.
        """
        counted = [fact for fact in facts if fact.is_from_cards]
        told = [
            self.wording.text("told-counted")
            if each == day
            else self._with_day("told-counted-on", each)
            for each in sorted({fact.vintage for fact in counted})
        ]
        made_up = any(fact.is_made_up for fact in counted)
        return [*told, self.wording.text("told-made-up")] if made_up else told

    def _days_said(self, sentence: Sentence, spoken: set[str]) -> list[str]:
        """The day of a statement, where it is not the day of the document."""
        days = {
            fact.said_on
            for fact in sentence.facts.values()
            if fact is not None and fact.id in spoken and fact.said_on is not None
        }
        return [
            self.language.date(day) for day in sorted(days) if day != sentence.days.get("on", day)
        ]

    def _borders(self, sentence: Sentence, spoken: set[str]) -> list[str]:
        found = dict.fromkeys(each for id, each in sentence.borders.items() if id in spoken)
        told = []
        for each in found:
            say = "told-borders-before" if each.ended else "told-borders-since"
            told.append(self._with_day(say, each.day))
        return told

    def _with_day(self, say: str, day: date) -> str:
        runs = self.wording.runs(say, facts={}, names={}, lists={}, days={"day": day}, texts={})
        text = "".join(run.text for run in runs)
        return text[:1].lower() + text[1:]

    def _of(self, sentence: Sentence) -> dict[str, str]:
        """What a pattern may select on of the indicator it speaks of."""
        indicator = self.indicators.get(sentence.of)
        if indicator is None:
            return {}
        # A share of sums at current prices is itself at no prices.
        money = indicator.kind in (IndicatorKind.FLOW, IndicatorKind.STOCK)
        return {"indicator_prices": (indicator.prices if money else "") or "none"}


def _before_full_stop(runs: Runs, remark: str) -> Runs:
    last = runs[-1]
    if last.fact_id or not last.text.endswith("."):
        return (*runs, Run(remark))
    return (*runs[:-1], Run(f"{last.text[:-1]}{remark}."))


def _one_full_stop(runs: Runs) -> Runs:
    """The dot of an abbreviation (п.п., г.) is also the full stop of the sentence it ends."""
    kept: list[Run] = []
    for run in runs:
        text = _TWO_DOTS.sub(".", run.text)
        if kept and kept[-1].text.endswith(".") and text.startswith("."):
            text = text[1:]
        if text:
            kept.append(replace(run, text=text))
    return tuple(kept)
