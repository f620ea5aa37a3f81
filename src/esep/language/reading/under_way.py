"""Where does a sentence say that something is being done, so that its figure is of the day?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# Work that is begun and not ended. Verbs of being or reaching (there are, makes up) are none: such
# a figure is of the time reported on.
_ENGLISH = r"""
    (?:is|are)\ (?:now\ |currently\ |also\ |still\ )?being\ (?!worked\ out|drawn|planned
      |prepared|considered|developed|designed|discussed|negotiated|studied)\w+
  | (?:under|in\ the\ course\ of)\ (?:construction|way|repair|reconstruction|implementation
      |renovation|moderni[sz]ation|execution|restoration)
  | underway | in\ progress | in\ the\ works | in\ hand | in\ full\ swing | taking\ shape
  | under\ way | (?:still\ |now\ |currently\ )?(?:a|on\ the)\ building\ site
  | (?:is|are)\ at\ work\ on | go(?:es|ing)\ on\ with
  | (?:is|are)\ (?:now\ |currently\ )?(?:building|constructing|rising|going\ up|renovating|laying
      |implementing|carrying\ out|installing|moderni[sz]ing|upgrading|repairing|reconstructing
      |overhauling|erecting|expanding|realizing)
  | pushing\ ahead
  | (?:construction|work|works|repairs)\ (?:is|are)\ (?:going\ on|continuing)
  | ha(?:s|ve)\ (?:now\ |already\ )?(?:commenced|begun)
"""
_RUSSIAN = r"""
    (?:стро|сно|мост|бур)(?:ит|ят)(?:ся)?
  | (?:пере|до|за|об|вы|от)?страива(?:ет|ют)(?:ся)?
  | (?:созда[её]|веду|вед[её]|кладу|клад[её])т(?:ся)? | создают(?:ся)?
  | (?:возвод|сооруд)(?:ит|ят)(?:ся)? | (?:провод|производ)(?:ит|ят)ся
  | (?:обновля|осуществля|воплоща|расширя|устанавлива|благоустраива|прокладыва|сооружа|внедря
      |меня|восстанавлива|подключа|озеленя|очища|укладыва|монтиру|обустраива|утепля|перекладыва
      |достраива|воздвига|осваива|претворя)(?:ет|ют)(?:ся)?
  | (?:поднима|возвыша|выраста|заверша)(?:ет|ют)(?:ся)?
  | (?:реализу|реконструиру|ремонтиру|модернизиру|газифициру|асфальтиру|капитально\ ремонтиру)
      (?:ет|ют)(?:ся)?
  | в\ работе | (?:в|на)\ (?:\w+\ )?(?:стадии|процессе|этапе)\ \w+
  | (?:ид[её]т|идут|кипит|кипят|разв[её]рнут[оаы]?)\ (?:\w+\ )?(?:строительств\w+|ремонт\w*
      |работ[аы]?|стройк[аи]|сооружени\w+|реконструкци\w+|модернизаци\w+|монтаж\w*)
  | (?:строительство|ремонт|работы|стройка|реконструкция|модернизация|монтаж|сооружение)
      \ (?:\w+\ ){0,3}(?:ид[её]т|идут|кипит|вед[её]тся|ведутся)
  | на\ стройке | полным\ ходом | трудятся\ над | остается\ стройкой
  | продолжа(?:ет|ют)(?:ся)?
"""
_KAZAKH = r"""
    \w{2,}[ыіп]п?\ (?:жатыр|жатқан\w*|келеді|келе\ жат\w+)
  | \w{2,}(?:ын|ін|ыл|іл|ал|ел|тыр|тір|дыр|дір|ғыз|гіз|қыз|кіз|аст|лас)(?:уда|уде|үде)
  | \w{2,}[iıyu]p\ (?:jatyr|jatqan\w*|keledi|kele\ jat\w+)
  | \w{2,}(?:[aeiıy]l|[iıy]n)(?:[ýyuw]?uda|[ýw]da|[ýw]de|ude)
"""
# What was seen on a visit is of its day too, and so is what a text without any period tells in
# the present tense.
_SEEN = {
    "en": r"visit(?:ed|s)|inspect(?:ed|s)|toured|w(?:as|ere)\ shown|saw|is|are|operates?|employs?"
    r"|lives?",
    "ru": r"посетил[аи]?|осмотрел[аи]?|побывал[аи]?|ознакомил(?:ся|ась|ись)|показали",
    "kk": r"аралады|аралап|барды|барып|танысты|көрсетілді|көрді",
}
_PATTERNS = {"en": _ENGLISH, "ru": _RUSSIAN, "kk": _KAZAKH}


@cache
def _pattern(code: str, seen: bool = False) -> re.Pattern[str]:
    words = _SEEN[code] if seen else _PATTERNS[code]
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.VERBOSE | re.IGNORECASE)


def under_way(text: str, start: int, end: int, code: str) -> Iterator[tuple[int, int]]:
    """The words that say so, by offsets."""
    for match in _pattern(code).finditer(text, start, end):
        yield match.span()


def seen(text: str, start: int, end: int, code: str) -> bool:
    """Whether a sentence tells what stands before the eyes of its writer."""
    return _pattern(code, True).search(text, start, end) is not None
