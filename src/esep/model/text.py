"""Text in the languages of a pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in several languages, keyed by language code (`en`, `ru`, `kk`)."""

    by_language: Mapping[str, str]

    def __getitem__(self, language: str) -> str:
        return self.by_language[language]

    def get(self, language: str, default: str = "") -> str:
        return self.by_language.get(language, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_language)

    def values(self) -> Iterator[str]:
        return iter(self.by_language.values())


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its grammar in one language.

    `forms` holds the written-out case forms by case name (`genitive`, `dative`, ...); a case
    that is absent is either built by the language's rules or equal to the plain form.
    """

    text: str
    short: str = ""
    forms: Mapping[str, str] | None = None
    gender: str = ""
    plural: bool = False

    def form(self, case: str) -> str | None:
        if case in ("", "nominative"):
            return self.text
        return (self.forms or {}).get(case)


@dataclass(frozen=True, slots=True)
class Names:
    """A `Name` in each language of the pack."""

    by_language: Mapping[str, Name]

    def __getitem__(self, language: str) -> Name:
        return self.by_language[language]

    def text(self, language: str) -> str:
        return self.by_language[language].text

    def short(self, language: str) -> str:
        """The abbreviation or short form, else the full name."""
        name = self.by_language[language]
        return name.short or name.text
