"""The Russian words that belong to figures, in their cases: months, years, scales."""

from __future__ import annotations

CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")

Forms = dict[str, str]


def _forms(text: str) -> Forms:
    """Nominative and the five cases, in the order of the textbook."""
    return dict(zip(("nominative", *CASES), text.split(), strict=True))


MONTHS: tuple[Forms, ...] = (
    _forms("январь января январю январь январём январе"),
    _forms("февраль февраля февралю февраль февралём феврале"),
    _forms("март марта марту март мартом марте"),
    _forms("апрель апреля апрелю апрель апрелем апреле"),
    _forms("май мая маю май маем мае"),
    _forms("июнь июня июню июнь июнем июне"),
    _forms("июль июля июлю июль июлем июле"),
    _forms("август августа августу август августом августе"),
    _forms("сентябрь сентября сентябрю сентябрь сентябрём сентябре"),
    _forms("октябрь октября октябрю октябрь октябрём октябре"),
    _forms("ноябрь ноября ноябрю ноябрь ноябрём ноябре"),
    _forms("декабрь декабря декабрю декабрь декабрём декабре"),
)
# "В 2023 году": the second prepositional, the only one a year is used in.
YEAR = _forms("год года году год годом году")
YEARS = _forms("годы годов годам годы годами годах")
QUARTER = _forms("квартал квартала кварталу квартал кварталом квартале")
HALF = _forms("полугодие полугодия полугодию полугодие полугодием полугодии")
PLACE = _forms("место места месту место местом месте")
# The increment of a neuter ordinal: 5-е, 5-го, 5-му, 5-м.
NEUTER_ORDINAL = _forms("е го му е м м")

ROMAN = ("", "I", "II", "III", "IV")

# Plural forms of the spelled-out scale, by CLDR category; `other` follows a decimal.
SPELLED_SCALES: dict[int, dict[str, str]] = {
    3: {"one": "тысяча", "few": "тысячи", "many": "тысяч", "other": "тысячи"},
    6: {"one": "миллион", "few": "миллиона", "many": "миллионов", "other": "миллиона"},
    9: {"one": "миллиард", "few": "миллиарда", "many": "миллиардов", "other": "миллиарда"},
    12: {"one": "триллион", "few": "триллиона", "many": "триллионов", "other": "триллиона"},
}
