"""A currency as a pack tells it, for texts of one country."""

from __future__ import annotations

from esep.language.reading.currencies import Currencies, Currency

_NAMES = (
    ("en", "tenge"),
    ("ru", "тенге"),
    *(("kk", form) for form in ("теңге", "теңгенің", "теңгеге", "теңгені", "теңгеде", "теңгеден")),
)
TENGE = Currencies((Currency("KZT", _NAMES, ("KZT", "₸", "tg", "тг"), ("т",)),), "KZT")
