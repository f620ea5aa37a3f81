"""In which words is a reader told that figures do not fit together?"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# {first}, {last} and {between} (all but the first) are the figures as the text writes them.
_ENGLISH = {
    "share_over_whole": "A share of {first} is more than the whole.",
    "part_over_whole": "The part is larger than its whole: {first} of {last}.",
    "factor": "{first} does not follow from its two ends: {between}.",
    "ratio": "{first} to {last} is out of all proportion.",
    "two_values": "One fact is told with two values: {first} and {last}.",
    "outside_branches": "{first} lies outside its branches: {between}.",
    "order_of_dates": "{first} is told of a time still to come.",
}
_RUSSIAN = {
    "share_over_whole": "Доля в {first} больше целого.",
    "part_over_whole": "Часть больше целого: {first} из {last}.",
    "factor": "{first} не следует из названных значений: {between}.",
    "ratio": "{first} и {last} несоразмерны друг другу.",
    "two_values": "Одному и тому же даны два значения: {first} и {last}.",
    "outside_branches": "{first} выходит за пределы своих отраслей: {between}.",
    "order_of_dates": "{first}: сказано о времени, которое ещё не наступило.",
}
_KAZAKH = {
    "share_over_whole": "{first} үлес бүтіннен үлкен.",
    "part_over_whole": "Бөлігі бүтінінен үлкен: {first}, барлығы {last}.",
    "factor": "{first} аталған мәндерден шықпайды: {between}.",
    "ratio": "{first} мен {last} бір-біріне шамалас емес.",
    "two_values": "Бір нәрсеге екі мән берілген: {first} және {last}.",
    "outside_branches": "{first} өз салаларының шегінен тыс: {between}.",
    "order_of_dates": "{first}: әлі келмеген уақыт туралы айтылған.",
}

SAID: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"en": _ENGLISH, "ru": _RUSSIAN, "kk": _KAZAKH}
)
