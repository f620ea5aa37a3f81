"""How a text writes money: the currencies a pack knows, in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from esep.language.reading.letters import letters
from esep.language.reading.lexicon import MONEY, Lexicon, UnitWord
from esep.model.claim import QuantityKind
from esep.model.unit import Unit, UnitKind

_LETTER = re.compile(r"[^\W_]$")


@dataclass(frozen=True, slots=True)
class Currency:
    """A unit of money and how it is written besides its name."""

    unit: str
    names: tuple[tuple[str, str], ...]
    """A language and a form of the name in it."""
    signs: tuple[str, ...] = ()
    """A code, a symbol, an abbreviation: in any language."""
    before: tuple[str, ...] = ()
    """Letters that mean it only where they stand right before a number."""


@dataclass(frozen=True, slots=True)
class Currencies:
    known: tuple[Currency, ...] = ()
    own: str = ""
    """The one that billions are of which name none."""

    @classmethod
    def of(cls, units: Iterable[Unit], own: str = "") -> Currencies:
        money = (each for each in units if each.kind is UnitKind.MONEY)
        return cls(tuple(_currency(each) for each in money), own)


def _currency(unit: Unit) -> Currency:
    names = {
        (language, form)
        for language, name in unit.names.by_language.items()
        for form in (name.text, *(name.forms or {}).values())
    }
    signs = dict.fromkeys(each for each in (unit.id, unit.symbol, *unit.written) if each)
    return Currency(unit.id, tuple(sorted(names)), tuple(signs), unit.before)


def with_money(lexicon: Lexicon, money: Currencies) -> Lexicon:
    """The words of a language with those of the pack's currencies."""
    return _built(lexicon.code, _Held(lexicon), money)


class _Held:
    """A lexicon as a key: there is one a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.lexicon is self.lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)


@lru_cache(maxsize=32)
def _built(code: str, held: _Held, money: Currencies) -> Lexicon:
    lexicon = held.lexicon
    after = [_after(each, lexicon) for each in money.known]
    before = [_before(each, lexicon) for each in money.known]
    own = next((each for each in money.known if each.unit == money.own), None)
    words = "|".join(map(re.escape, _words(own, code))) if own else "(?!)"
    return replace(
        lexicon,
        units=(*after, *lexicon.units),
        currency_before=(*before, *lexicon.currency_before),
        scales={power: each.replace(MONEY, words) for power, each in lexicon.scales.items()},
        names_after={
            name: each.replace(MONEY, words) for name, each in lexicon.names_after.items()
        },
        own_money=money.own if lexicon.bare_billions else "",
    )


def codes(money: Currencies, code: str) -> tuple[str, ...]:
    """What may be glued to digits and is no name: KZT5, Т5 млрд."""
    texts = (_fold(text, code) for each in money.known for text in (*each.signs, *each.before))
    return tuple(dict.fromkeys(text for text in texts if text.isalpha()))


def _after(currency: Currency, lexicon: Lexicon) -> UnitWord:
    names = [
        re.escape(word) + (lexicon.money_ending if _LETTER.search(word) else "")
        for word in _names(currency, lexicon.code)
    ]
    signs = [
        re.escape(sign) + (lexicon.sign_ending if _LETTER.search(sign) else lexicon.case_ending)
        for sign in _signs(currency, lexicon.code)
    ]
    return UnitWord(currency.unit, QuantityKind.MONEY, "|".join([*names, *signs]))


def _before(currency: Currency, lexicon: Lexicon) -> UnitWord:
    signs = [rf"{re.escape(sign)} ?" for sign in _signs(currency, lexicon.code)]
    glued = [re.escape(_fold(each, lexicon.code)) for each in currency.before]
    names = []
    if lexicon.name_ahead:
        names = [re.escape(name) + lexicon.name_ahead for name in _names(currency, lexicon.code)]
    return UnitWord(currency.unit, QuantityKind.MONEY, "|".join([*names, *signs, *glued]))


def _words(currency: Currency, code: str) -> list[str]:
    return [*_names(currency, code), *_signs(currency, code)]


def _names(currency: Currency, code: str) -> list[str]:
    found = {_fold(text, code) for language, text in currency.names if language == code}
    return sorted(found, key=lambda word: (-len(word), word))


def _signs(currency: Currency, code: str) -> list[str]:
    found = dict.fromkeys(_fold(each, code) for each in currency.signs)
    return sorted(found, key=lambda word: (-len(word), word))


def _fold(text: str, code: str) -> str:
    return letters(text, code).text
