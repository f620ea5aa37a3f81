"""A language's messages: Fluent patterns of the pack, spoken with facts in their slots."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.errors import FluentFormatError
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from esep.briefings.figures import Figures, sign
from esep.errors import BadPack
from esep.language import Language
from esep.model.document import Run
from esep.model.fact import Comparison, Fact
from esep.model.indicator import Indicator
from esep.model.period import Period, PeriodKind
from esep.model.quantity import round_half_up
from esep.model.text import Name

# Private-use marks around a figure: number of the fact, then its text. They never reach a
# document; they carry a fact through a pattern that knows only strings.
_OPEN, _BETWEEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_UNMARKED = {ord(mark): None for mark in (_OPEN, _BETWEEN, _CLOSE)}
_FIGURE = re.compile(f"{_OPEN}(\\d+){_BETWEEN}(.*?){_CLOSE}", re.DOTALL)
_LABEL = re.compile(r"^label-([a-z_-]+) =", re.MULTILINE)
_DOUBLE_STOP = re.compile(r"(?<!\.)\.\.(?!\.)")
"""A year's abbreviation at the end of a sentence: "2024 г.."."""
_PATTERN_FAULTS = (FluentFormatError, TypeError)
"""What a pattern does wrong: an unknown slot or function, or one called in a way it is not."""
_SPACES = re.compile(r"[ \n]+")


class Wording:
    """The messages of one language.

    Functions that patterns may call:
    `FIGURE($fact, case, form)`, `PERIOD($fact, case, form)`, `NAME($thing, case, short)`,
    `LIST($things, case, short)`, `DAY($day)`. Forms of a period: `before` is the same span of
    the year before, `until` the year it ends in.
    Beside each fact `$x` a pattern may select on `$x_known` (yes, no), `$x_way` (up, down, flat:
    the sign of a change or of an index less 100), `$x_hedge` (over, under, about, none),
    `$x_dated`, `$x_year` (yes, no: whether its period is a whole year), `$x_one` (yes, no:
    whether a verb agrees with one thing, as after 21 in Russian)
    on `$ranks_alike` (yes, no: whether all places are among equally many)
    and on `$indicator_agree` / `$subject_agree` (m, f, n, pl, none).
    """

    def __init__(
        self,
        language: Language,
        texts: Iterable[tuple[str, str]],
        figures: Figures,
        indicators: Mapping[str, Indicator],
    ) -> None:
        self.language = language
        self._figures = figures
        self._indicators = indicators
        self._spoken: list[Fact] = []
        texts = tuple(texts)
        self._labels = {name for _, text in texts for name in _LABEL.findall(text)}
        self._bundle, self._places = _bundle(language.code, texts, self._functions())

    def __contains__(self, message: str) -> bool:
        return self._bundle.has_message(message)

    @property
    def labels(self) -> tuple[str, ...]:
        """The words a renderer needs: every message whose id begins with `label-`."""
        return tuple(sorted(self._labels))

    def text(self, message: str, **arguments: str) -> str:
        """A message without facts: a title, a label, a column heading."""
        return self._format(message, arguments)

    def runs(
        self,
        message: str,
        *,
        facts: Mapping[str, Fact | None],
        names: Mapping[str, Name],
        lists: Mapping[str, Sequence[Name]],
        days: Mapping[str, date],
        texts: Mapping[str, str],
    ) -> tuple[Run, ...]:
        """The message as stretches of text; each figure is a run with its fact id."""
        # What people wrote on a card may hold anything, our own marks too.
        arguments: dict[str, Any] = {
            slot: text.translate(_UNMARKED) for slot, text in texts.items()
        }
        self._spoken = []
        for slot, fact in facts.items():
            arguments |= self._about(slot, fact)
        among = {fact.ranking.of for fact in facts.values() if fact and fact.ranking}
        arguments["ranks_alike"] = "yes" if len(among) < 2 else "no"
        for slot, name in names.items():
            arguments[slot] = _Wrapped(name)
            arguments[f"{slot}_agree"] = "pl" if name.plural else (name.gender or "none")
        for slot, several in lists.items():
            arguments[slot] = _Wrapped(tuple(several))
            arguments[f"{slot}_many"] = "yes" if len(several) > 1 else "no"
        arguments |= {slot: _Wrapped(day) for slot, day in days.items()}
        return self._split(self._format(message, arguments))

    # -- arguments ---------------------------------------------------------------------

    def _about(self, slot: str, fact: Fact | None) -> dict[str, Any]:
        if fact is None:
            return {slot: "", f"{slot}_known": "no", f"{slot}_way": "none"}
        grows = fact.comparison in (Comparison.CHANGE, Comparison.GAP, Comparison.CONTRIBUTION)
        # As printed: who reads "0.0%" must not read "up" before it.
        moved = round_half_up(fact.value if grows else fact.value - 100, fact.decimals)
        return {
            slot: _Wrapped(fact),
            f"{slot}_known": "yes",
            f"{slot}_way": sign(moved),
            f"{slot}_hedge": fact.hedge or "none",
            f"{slot}_dated": "yes" if fact.period else "no",
            f"{slot}_year": "yes" if fact.period and fact.period.kind is PeriodKind.YEAR else "no",
            f"{slot}_one": "yes" if self._figures.is_one(fact) else "no",
            f"{slot}_stage": fact.stage.value,
        }

    def _functions(self) -> dict[str, Callable[..., Any]]:
        language = self.language

        def figure(fact: Any, case: Any = "", form: Any = "") -> str:
            if not hasattr(fact, "content"):
                return ""
            self._spoken.append(fact.content)
            text = self._figures.sentence(fact.content, case=str(case), form=str(form))
            return f"{_OPEN}{len(self._spoken) - 1}{_BETWEEN}{text}{_CLOSE}"

        def period(fact: Any, case: Any = "", form: Any = "") -> str:
            of: Fact = fact.content
            if of.period is None:
                return ""
            indicator = self._indicators.get(of.indicator)
            convention = indicator.convention if indicator else None
            span = of.period
            if form == "before":
                span = span.years_before(1)
            elif form == "until":
                span = Period.year(span.end.year)
            return language.period(span, case=str(case), convention=convention)

        def name(thing: Any, case: Any = "", short: Any = "") -> str:
            return self._named(thing.content, str(case), str(short))

        def listed(things: Any, case: Any = "", short: Any = "") -> str:
            return language.join([self._named(n, str(case), str(short)) for n in things.content])

        def day(moment: Any, case: Any = "") -> str:
            return language.date(moment.content, case=str(case))

        return {"FIGURE": figure, "PERIOD": period, "NAME": name, "LIST": listed, "DAY": day}

    def _named(self, name: Name, case: str, short: str) -> str:
        if short == "yes" and name.short:
            return self.language.with_case(name.short, case) if case else name.short
        return self.language.inflect(name, case)

    # -- formatting --------------------------------------------------------------------

    def _format(self, message: str, arguments: Mapping[str, Any]) -> str:
        if not self._bundle.has_message(message):
            raise BadPack(
                f"the wording has no message '{message}' in language '{self.language.code}'",
                hint=f"add it to wording/{self.language.code}/*.ftl",
            )
        pattern = self._bundle.get_message(message).value
        assert pattern is not None, message
        text, errors = self._bundle.format_pattern(pattern, dict(arguments))
        if errors:
            place = self._places.get(message, f"wording/{self.language.code}")
            for error in errors:
                if not isinstance(error, _PATTERN_FAULTS):
                    raise error  # a fault of ours, met while a pattern was spoken
            raise BadPack(
                f"{place}: message '{message}' cannot be spoken",
                detail="; ".join(str(error) for error in errors),
                hint=f"its slots here are: {', '.join(sorted(arguments)) or 'none'}",
            )
        return _DOUBLE_STOP.sub(".", _SPACES.sub(" ", str(text)).strip())

    def _split(self, text: str) -> tuple[Run, ...]:
        runs: list[Run] = []
        end = 0
        for match in _FIGURE.finditer(text):
            if match.start() > end:
                runs.append(Run(text[end : match.start()]))
            runs.append(Run(match[2], fact_id=self._spoken[int(match[1])].id))
            end = match.end()
            # An abbreviation's full stop also ends the sentence: "13,8 тыс."
            if match[2].endswith(".") and text[end : end + 1] == ".":
                end += 1
        if end < len(text):
            runs.append(Run(text[end:]))
        return _capitalised(runs)


def comparison_message(comparison: str) -> str:
    """The message that names what is said of an indicator, where that is not its level."""
    return f"comparison-{comparison.replace('_', '-')}"


def _capitalised(runs: list[Run]) -> tuple[Run, ...]:
    """A sentence may begin with a name or a period that its language writes small."""
    if runs and not runs[0].fact_id and runs[0].text[:1].islower():
        first = runs[0].text
        runs[0] = Run(first[0].upper() + first[1:])
    return tuple(runs)


@lru_cache(maxsize=64)
def _parsed(text: str) -> ast.Resource:
    """Parsing is most of what a wording costs, and a server says the same words again."""
    return FluentResource(text)


def _bundle(
    code: str, texts: Iterable[tuple[str, str]], functions: Mapping[str, Callable[..., Any]]
) -> tuple[FluentBundle, Mapping[str, str]]:
    """The messages ready to be spoken, and the file and line of each."""
    # Isolation marks would land in PDF and DOCX as invisible characters.
    bundle = FluentBundle([code], functions=dict(functions), use_isolating=False)
    places: dict[str, str] = {}
    for file, text in texts:
        resource = _parsed(text)
        for entry in resource.body:
            line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
            if isinstance(entry, ast.Message):
                places[entry.id.name] = f"wording/{code}/{file}, line {line}"
            if isinstance(entry, ast.Junk):
                raise BadPack(
                    f"wording/{code}/{file}, line {line}: not a Fluent message",
                    detail=(entry.content or "").strip().partition("\n")[0],
                )
        bundle.add_resource(resource)
    return bundle, places


class _Wrapped(FluentType):
    """A value of ours that patterns hand on to our functions untouched."""

    def __init__(self, content: object) -> None:
        self.content = content

    def format(self, locale: Any) -> str:
        return str(self.content)
