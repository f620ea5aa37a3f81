"""Is somebody told to do something in a sentence, or is something only stressed?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from esep.language.reading.orders import Sign
from esep.language.reading.phrases import Found
from esep.language.reading.words import Word
from esep.tracking.minutes.people import Mention, People

_NEAR = 9
"""Words between a task and what gives it."""
_LED = 5
"""Words before a task among which `implementation of` speaks of an earlier one."""
_AS = 4
_PASSIVE = frozenset({"was", "were", "been", "being", "is", "are"})
_DONE_TO = {"en": (), "ru": ("ено", "ано"), "kk": ("лды", "лді", "лған", "лген")}
"""How a verb ends that has who is told to beside it, and no subject."""
_IN_WHOSE_VIEW = frozenset(
    {"according", "view", "opinion", "мнению", "словам", "пікірінше", "аитуынша"}
)
"""What stands with who says it in a case of its own."""
_JOINED = frozenset({"and", "also", "и", "также", "және", "ақ", "сондаи", "while", "a", "а"})
_WISHES = ("син", "сын", "сін")
"""How a Kazakh verb ends that wishes something to be done: `жасалсын`."""
_DEEDS = ("уды", "уді", "юды", "юді", "уын", "уін", "юын", "юін", "у", "ю")
"""How a Kazakh verb ends that names what is to be done; keys and reports are handed over too."""


class Heard(StrEnum):
    INSTRUCTION = "instruction"
    EMPHASIS = "emphasis"
    # Why a sentence that sounds so is neither:
    REFERS_BACK = "refers_back"
    """It speaks of an instruction given before."""
    OF_EXECUTOR = "of_executor"
    """The one who reports says it or asks for it."""
    NO_ISSUER = "no_issuer"
    """Something is said to be necessary, but by nobody who may instruct."""

    @property
    def drafted(self) -> bool:
        return self in (Heard.INSTRUCTION, Heard.EMPHASIS)


@dataclass(frozen=True, slots=True)
class Hearing:
    what: Heard
    first: int
    last: int
    """The words that say so; a task stands before the first or after the last of them."""
    whole: bool = False
    """The whole sentence is what was said."""
    listed: bool = False
    """What follows are names of tasks, not verbs."""
    before: bool = False
    issuer: str = ""
    """The level of who says it, where the sentence names one."""
    echo: bool = False
    """What is ordered stands in the sentence before: `must act at once. The Queen ordered this`."""
    since: int = -1
    until: int = -1
    """Words of another order or emphasis of the sentence, before and after this one."""


@dataclass(slots=True)
class Ear:
    """Hears the sentences of a text one after another, and keeps in mind who was speaking."""

    people: People
    speaking: str = ""
    ordering: str = ""
    """The level of who instructed or stressed something in the sentence before."""

    def hear(
        self,
        sentence: Sequence[Word],
        signs: Sequence[Found[Sign]],
        language: str,
        *,
        goes_on: bool = False,
    ) -> tuple[Hearing, ...]:
        """What is instructed or stressed, or the one reason why nothing is.

        A sentence that `goes_on` stands in the paragraph of the one before.
        """
        mentions = self.people.mentions(sentence, language)
        ordering = self.ordering if goes_on else ""
        said = _Sentence(sentence, signs, language, mentions, self.people, self.speaking, ordering)
        heard = said.hear()
        subjects = [each for each in mentions if each.subject]
        if subjects:
            self.speaking = subjects[-1].level
        self.ordering = next((each.issuer or ordering for each in heard if each.what.drafted), "")
        return heard


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: Sequence[Word]
    signs: Sequence[Found[Sign]]
    language: str
    mentions: Sequence[Mention]
    people: People
    speaking: str
    ordering: str

    def hear(self) -> tuple[Hearing, ...]:
        looks = (self._ordered, self._tasked, self._asked, self._awaits, self._wished)
        orders = [hearing for look in looks for hearing in look()]
        stresses = [*self._stressed(), *self._wanted()]
        found = next(([each] for each in orders if each.what.drafted), [])
        for each in stresses:
            if each.what.drafted and (not found or self._stands_apart(each, found)):
                found.append(each)
        if not found:
            needed = [*self._said_to_be_needed(), *self._also_needed()]
            found = [each for each in needed if each.what.drafted][:1]
            rest = [*orders, *stresses, *needed]
            if not found and not rest and (back := self._of(Sign.BACK)):
                return (Hearing(Heard.REFERS_BACK, back[0].first, back[0].last),)
            return tuple(found or rest[:1])
        return _bounded(sorted(found, key=lambda each: each.first))

    def _stands_apart(self, hearing: Hearing, found: Sequence[Hearing]) -> bool:
        """Another verb of the sentence, and not a word of what was ordered."""
        if any(hearing.first <= each.last and each.first <= hearing.last for each in found):
            return False
        joined = {word.text for word in self.words[max(0, hearing.first - 2) : hearing.first]}
        if self.language == "kk":
            return True
        apart = self.words[hearing.first].apart or not joined.isdisjoint(_JOINED)
        return apart or any(hearing.last < each.first for each in found)

    def _of(self, *wanted: Sign) -> list[Found[Sign]]:
        return [each for each in self.signs if not {*wanted}.isdisjoint(each.meanings)]

    def _between(self, first: int, last: int, *wanted: Sign) -> bool:
        return any(first <= each.first and each.last <= last for each in self._of(*wanted))

    def _ordered(self) -> list[Hearing]:
        found = []
        for sign in self._of(Sign.ORDER):
            task = [t for t in self._of(Sign.TASK) if 0 < sign.first - t.last <= 2]
            if self.language == "kk" and task:
                continue  # "Laid a task upon": it is given, as any task
            passive = self._passive(sign) or self._done_to(sign)
            if self._said_before(sign):
                what = Heard.REFERS_BACK
            elif self.language == "kk" and not self._deed_before(sign) and not self._issuers():
                what = Heard.NO_ISSUER
            elif not passive and self._executor_says(sign):
                what = Heard.OF_EXECUTOR
            elif not passive and not self._somebody_says(sign):
                what = Heard.NO_ISSUER
            else:
                what = Heard.INSTRUCTION
            whole = self.language == "ru" and passive and sign.first > _AS
            heard = self._hearing(what, sign.first, sign.last, whole=whole)
            if self._between(0, 0, Sign.IT) and sign.first <= _AS and self._issuers():
                heard = replace(heard, what=Heard.INSTRUCTION, echo=True)
            found.append(heard)
        return found

    def _said_before(self, sign: Found[Sign]) -> bool:
        """`As the President ordered`, `the President ordered it`: told in other words elsewhere."""
        if self.language == "kk":
            return self._between(sign.first - 2, sign.first - 1, Sign.IT)
        if self._between(sign.first - _AS, sign.first - 1, Sign.AS):
            return True
        it = self._between(sign.last + 1, sign.last + 1, Sign.IT)
        return it and [word.text for word in self.words[sign.last + 2 :][:1]] != ["to"]

    def _deed_before(self, sign: Found[Sign]) -> bool:
        return any(word.text.endswith(_DEEDS) for word in self.words[: sign.first])

    def _issuers(self) -> list[Mention]:
        return [m for m in self.mentions if m.subject and not self.people.executes(m.level)]

    def _passive(self, sign: Found[Sign]) -> bool:
        before = {word.text for word in self.words[max(0, sign.first - 2) : sign.first]}
        return self.language == "en" and not before.isdisjoint(_PASSIVE)

    def _somebody_says(self, sign: Found[Sign]) -> bool:
        """Whether a person may be meant: a firm orders buses, a plant demands investment."""
        if self.mentions or sign.first == 0 or self._between(0, sign.first, Sign.HE):
            return True
        names = [at for at in range(1, len(self.words)) if self.words[at].capital]
        if self.language == "kk":
            return not names or any(at < sign.first for at in names)
        return any(sign.first - 3 <= at < sign.first for at in names)

    def _done_to(self, sign: Found[Sign]) -> bool:
        return self.words[sign.last].text.endswith(_DONE_TO[self.language] or ("\0",))

    def _tasked(self) -> list[Hearing]:
        found = []
        for task in self._of(Sign.TASK):
            if self._led_back(task):
                found.append(self._hearing(Heard.REFERS_BACK, task.first, task.last))
                continue
            such = [s for s in self._of(Sign.SUCH) if 0 < task.first - s.last <= 3]
            gives = [s for s in self._of(Sign.GIVE, Sign.GET) if _apart(s, task) <= _NEAR]
            several = [s for s in self._of(Sign.SEVERAL) if 0 < task.first - s.last <= 2]
            signs = [task, *(such or gives[:1] or several)]
            if len(signs) < 2:
                continue
            first, last = min(s.first for s in signs), max(s.last for s in signs)
            got = any(Sign.GET in sign.meanings or self._done_to(sign) for sign in gives)
            if such and such[0].first == 0 and self.words[task.last] is not self.words[-1]:
                # "Such an order the governor received": it was told in the sentence before.
                found.append(self._hearing(Heard.REFERS_BACK, first, last))
                continue
            if gives and not got and not such and self._executor_says(gives[0]):
                found.append(self._hearing(Heard.OF_EXECUTOR, first, last))
            else:
                before = (bool(such) and such[0].first > 0) or self.language == "kk"
                heard = self._hearing(Heard.INSTRUCTION, first, last, listed=True, before=before)
                # "Gave a number of tasks to that end" does not tell them.
                untold = self._between(last + 1, last + 3, Sign.IT)
                found.append(replace(heard, until=last + 1) if untold else heard)
        return found

    def _led_back(self, task: Found[Sign]) -> bool:
        """Whether it is told how an earlier instruction is carried out."""
        for sign in self._of(Sign.CARRY):
            if self.language == "kk":
                if 0 < sign.first - task.last <= 2:
                    return True
            elif 0 < task.first - sign.last <= _LED and not self._between(
                sign.last + 1, task.first - 1, Sign.GIVE, Sign.ORDER
            ):
                return True
        return False

    def _asked(self) -> list[Hearing]:
        found = []
        for sign in self._of(Sign.ASK):
            after = [word.text for word in self.words[sign.last + 1 : sign.last + 8]]
            tasked = self.language != "en" or bool(
                after[:1] == ["for"]
                or "to" in after[1:]
                or (after[:1] == ["to"] and (self._passive(sign) or self._issuer_says(sign)))
            )
            spoken_to = [m for m in self.mentions if 0 < m.first - sign.last <= 3]
            upwards = any(not self.people.executes(m.level) for m in spoken_to)
            if tasked and not upwards:
                owner = self._who(sign)
                executor = self.people.executes(owner) and not self._passive(sign)
                what = Heard.OF_EXECUTOR if executor else Heard.INSTRUCTION
                if what is Heard.INSTRUCTION and not owner and not spoken_to:
                    what = Heard.NO_ISSUER
                found.append(self._hearing(what, sign.first, sign.last))
        return found

    def _awaits(self) -> list[Hearing]:
        """Russian: `акиму предстоит`, what awaits the one who reports."""
        return [
            self._hearing(Heard.INSTRUCTION, sign.first, sign.last)
            for sign in self._of(Sign.AHEAD)
            if any(self.people.executes(m.level) and not m.subject for m in self.mentions)
        ]

    def _wished(self) -> list[Hearing]:
        """Kazakh: `жағдай жасалсын, деді Президент`."""
        return [
            self._hearing(Heard.INSTRUCTION, sign.first, sign.last, before=True)
            for sign in self._of(Sign.SAID)
            if self.language == "kk"
            and sign.first
            and self.words[sign.first - 1].text.endswith(_WISHES)
            and self._issuer_says(sign)
        ]

    def _stressed(self) -> list[Hearing]:
        return [
            self._hearing(
                Heard.EMPHASIS if self._issuer_says(sign) else self._else(sign),
                sign.first,
                sign.last,
            )
            for sign in self._of(Sign.STRESS)
        ]

    def _wanted(self) -> list[Hearing]:
        """What the one named in the sentence wants, who may instruct."""
        return [
            self._hearing(Heard.EMPHASIS, sign.first, sign.last)
            for sign in self._of(Sign.WISH)
            if self._issuers() and self._issuer_says(sign)
        ]

    def _also_needed(self) -> list[Hearing]:
        """What must be done, right after something was instructed, and nobody else is named."""
        must = self._of(Sign.MUST)
        if not must or not self.ordering or any(each.subject for each in self.mentions):
            return []
        first, last = must[0].first, must[0].last
        return [self._hearing(Heard.EMPHASIS, first, last, whole=True, issuer=self.ordering)]

    def _said_to_be_needed(self) -> list[Hearing]:
        must = self._of(Sign.MUST)
        return [
            self._hearing(
                Heard.EMPHASIS if self._issuer_says(sign) else self._else(sign),
                must[0].first,
                must[0].last,
                whole=True,
                issuer=self._who(sign),
            )
            for sign in self._of(Sign.SAID)
            if must
        ]

    def _else(self, sign: Found[Sign]) -> Heard:
        return Heard.OF_EXECUTOR if self.people.executes(self._who(sign)) else Heard.NO_ISSUER

    def _who(self, sign: Found[Sign]) -> str:
        """The level of who does what a sign says; empty where nobody is named."""
        named = [each for each in self.mentions if each.subject]
        before = [each for each in named if each.last < sign.first]
        after = [each for each in named if each.first > sign.last]
        inverted = Sign.SAID in sign.meanings or self.language != "en"
        beside = [each for each in after if each.first - sign.last <= 3]
        if Sign.SAID in sign.meanings and beside:
            return beside[0].level
        if self.words[sign.last].text in _IN_WHOSE_VIEW:
            near = [m for m in self.mentions if -2 <= m.first - sign.last <= 3]
            if near:
                return near[0].level
        if before:
            return (before[0] if self.language == "kk" else before[-1]).level
        if inverted and after:
            return after[0].level
        if self._between(0, sign.first, Sign.HE) or not self.mentions:
            return self.speaking
        return ""

    def _issuer_says(self, sign: Found[Sign]) -> bool:
        level = self._who(sign)
        return bool(level) and not self.people.executes(level)

    def _executor_says(self, sign: Found[Sign]) -> bool:
        """Only where it is plain: an unknown name before `demanded` is no governor."""
        named = any(each.subject for each in self.mentions)
        if not named and not self._between(0, sign.first, Sign.HE):
            return False
        return self.people.executes(self._who(sign))

    def _hearing(
        self,
        what: Heard,
        first: int,
        last: int,
        *,
        whole: bool = False,
        listed: bool = False,
        before: bool | None = None,
        issuer: str = "",
    ) -> Hearing:
        higher = [each.level for each in self._issuers()]
        return Hearing(
            what,
            first,
            last,
            whole=whole,
            listed=listed,
            before=self.language == "kk" if before is None else before,
            issuer=issuer or (higher[0] if higher else ""),
        )


def _bounded(found: Sequence[Hearing]) -> tuple[Hearing, ...]:
    """Each with the words of its neighbours, beyond which it does not go."""
    return tuple(
        replace(
            each,
            since=found[at - 1].last if at and each.before else -1,
            until=found[at + 1].first if at + 1 < len(found) and not each.before else each.until,
        )
        for at, each in enumerate(found)
    )


def _apart(one: Found[Sign], other: Found[Sign]) -> int:
    return max(one.first - other.last, other.first - one.last)
