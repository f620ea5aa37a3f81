"""Which sequences of time words are an expression of time?

A sentence is read as one letter a token (`time_words`); a rule is a pattern over those letters.
Every repetition is bounded, so a text is read in linear time whatever stands in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_YEAR = "Yy?|Ry|Ay?"


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: re.Pattern[str]


# {b} is the year before, {a} the year after, {A} that of the second end of a range.
_COMMON = (
    ("date", "D"),
    ("dates", "(?P<first>D)[-t](?P<last>D)"),
    ("month", "{b}(?P<rel>R)?(?P<m1>M){a}m?"),
    ("months", "{b}f?(?P<m1>M)(?:,M){{0,9}},?[-t&T](?P<m2>M)m?{a}"),
    ("months_across", "{b}f?(?P<m1>M){a}[-t](?:{B})(?P<m2>M){A}"),
    ("month_count", "{b}(?P<rel>R)?(?P<ord>O)?(?P<n>N)-?m{a}"),
    ("month_count", "{b}(?P<ord>O)(?P<rel>R)?(?P<n>N)m{a}"),
    ("month_count", "{b}(?P<n>N)(?:(?P<rel>R)|(?P<ord>O))m{a}"),
    ("quarter_count", "{b}(?P<rel>R)?(?P<ord>O)?(?P<n>N)(?P<q>q){a}"),
    ("quarter", "{b}(?P<n>[ON])-?q{a}"),
    ("quarter", "{b}(?P<n>Q){a}"),
    ("quarters", "{b}(?P<n>[ONQ])[-&](?P<n2>[ONQ])q?{a}"),
    ("half", "{b}(?P<n>[ON])-?[hl]{a}"),
    ("half", "{b}(?P<n>H){a}"),
    ("last_half", "{b}R?h"),
    ("relative", "(?P<rel>R)(?P<unit>[mqz])"),
    ("years", "f?(?P<y1>Y)y?[-/t&T](?P<y2>Y)y?"),
    ("years_short", "(?P<y1>Y)[-/](?P<n>N)y?"),
    ("year_list", "(?P<y1>Y)(?:,Y){{1,8}}[,&]?&?(?P<y2>Y)y?"),
    ("year", "(?P<yr>Yy?|Ry|Ay?|B)"),
    ("year", "L(?P<yr>Y)y?"),
    ("year_count", "(?P<rel>R)?(?P<n>N)y"),
    ("year_count", "(?P<n>N)(?P<rel>R)y"),
    ("months_ago", "(?P<n>N)mg"),
    ("decade", "(?P<rel>R)?d"),
    ("whole_year", "io?(?P<word>y)"),
    ("whole_year", "L"),
    ("school", "(?P<rel>[RG])?Cy"),
    ("school", "(?P<y1>Y)y?[-/](?P<y2>[YN])Cy"),
    ("school", "C?y(?P<y1>Y)[-/](?P<y2>[YN])"),
    ("season", "{b}(?P<rel>R)?(?P<s>W){a}"),
    ("new_year", "V(?P<yr>Y)?"),
    ("holidays", "U"),
    ("so_far", "F"),
    ("now", "w"),
    ("year_on_year", "Z"),
    ("same", "{b}[sR]{{1,2}}[Pmqh]{a}"),
)
_PREPOSITIONAL = (
    ("start", "S[oi]{{0,2}}(?P<yr>Yy?|Ry|A|y)"),
    ("month", "[SE][oi]{{0,2}}(?P<m1>M){a}"),
    ("end", "E[oi]{{0,2}}(?P<yr>Yy?|Ry|A|y)"),
    ("school", "[SE][oi]{{0,2}}(?P<rel>[RG])?Cy"),
)
_ENGLISH = (
    *_PREPOSITIONAL,
    ("day", "(?P<d>N)o?(?P<m1>M){a}"),
    ("day", "(?P<m1>M)o?(?P<d>N){a}"),
    ("days", "f?(?P<d>N)[-t&](?P<d2>N)o?(?P<m1>M){a}"),
    ("days", "f?(?P<m1>M)(?P<d>N)[-t&](?P<d2>N){a}"),
    ("days_across", "f?(?P<d>N)(?P<m1>M){a}[-t](?P<d2>N)(?P<m2>M){A}"),
    ("days_across", "f?(?P<m1>M)(?P<d>N){a}[-t](?P<m2>M)(?P<d2>N){A}"),
    ("ago", "(?P<n>[N1])yv|(?P<m>[N1])yg"),
    ("later", "(?P<n>N)yfw"),
    ("year_count", "(?P<n>N)y(?P<rel>R)"),
    ("quarter", "q(?P<n>N){a}"),
    ("months_to", "R?(?P<n>N)mt(?P<m1>M){a}"),
    ("months_to", "yt(?P<m1>M){a}"),
)
_RUSSIAN = (
    *_PREPOSITIONAL,
    ("day", "(?P<d>N)(?P<m1>M){a}"),
    ("days", "f?(?P<d>N)[-t&](?P<d2>N)(?P<m1>M){a}"),
    ("days_across", "f?(?P<d>N)(?P<m1>M){a}[-t](?P<d2>N)(?P<m2>M){A}"),
    ("ago", "(?P<n>N)?yg"),
    ("year", "(?P<yr>R)"),
    ("year", "y(?P<yr>R)"),
    ("start", "S(?P<yr>R)"),
    ("end", "E(?P<yr>R)"),
    ("year_count", "(?P<n>N)y(?P<rel>R)"),
    ("same", "[sR]{{1,2}}[Pmqh]i(?P<yr>Yy?|Ry)"),
    ("later", "a(?P<n>N)?y"),
    ("months_later", "a(?P<n>N)?m"),
)
_KAZAKH = (
    ("start", "(?P<yr>Yy|Ry|Ay?|y)S"),
    ("end", "(?P<yr>Yy|Ry|Ay?|y)E"),
    ("month", "{b}(?P<m1>M)[SE]"),
    ("school", "(?P<rel>[RG])?CyE"),
    ("season", "{b}(?P<s>W)[SE]"),
    ("day", "{b}(?P<d>N)-?(?P<m1>M){a}"),
    ("day", "{b}(?P<d>O)(?P<m1>M)"),
    ("days", "{b}(?P<d>N)-(?P<d2>N)(?P<m1>M){a}"),
    ("days_across", "{b}(?P<d>N)(?P<m1>M)-?{B}(?P<d2>N)(?P<m2>M)u?"),
    ("months", "{b}(?P<m1>M)(?P<m2>M)u"),
    ("months_across", "{b}(?P<m1>M)-?{B}(?P<m2>M)u?"),
    ("years", "(?P<y1>Y)yb?(?P<y2>Y)yu"),
    ("day", "{b}(?P<m1>M)(?P<d>N)"),
    ("ago", "(?P<n>N)?yg"),
    ("later", "(?P<n>N)ya"),
    ("months_later", "(?P<n>N)ma"),
    ("whole_year", "(?P<word>y)i"),
    ("level", "(?P<yr>Yy?|Ry|A)P"),
    ("school", "(?P<rel>A)Cy"),
)
_OWN = {"en": _ENGLISH, "ru": _RUSSIAN, "kk": _KAZAKH}
_YEARS = {
    "en": {
        "b": "",
        "a": "(?:,?[oi]{0,3}(?P<yr>Yy?|Ry|(?<=o)y))?",
        "B": "",
        "A": "(?:,?[oi]{0,3}(?P<yr2>Yy?|Ry|(?<=o)y))?",
    },
    "ru": {"b": "", "a": f"(?P<yr>{_YEAR}|y)?", "B": "", "A": f"(?P<yr2>{_YEAR}|y)?"},
    "kk": {
        "b": f"(?P<yr>{_YEAR}|y)?",
        "a": "(?(yr)|(?P<yr3>Yy?)?)",
        "B": f"(?P<yr2>{_YEAR})?",
        "A": "",
    },
}


@cache
def rules(code: str) -> tuple[Rule, ...]:
    """The rules of a language; of those that fit at a place the longest is meant."""
    return tuple(
        Rule(name, re.compile(pattern.format_map(_YEARS[code])))
        for name, pattern in (*_OWN[code], *_COMMON)
    )
