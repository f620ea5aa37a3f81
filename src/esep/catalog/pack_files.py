"""Which files a pack has, and the entries of each that have the right shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from esep.catalog.csv_file import read_rows
from esep.catalog.located import Item, Located
from esep.catalog.problem import Problems
from esep.catalog.schema import check_shape
from esep.catalog.yaml_file import read_yaml
from esep.model.text import Name, Names, Text

MAX_BYTES = 64 * 2**20


@dataclass(slots=True)
class PackFiles:
    """A pack being read. `languages` is known once pack.yaml has been."""

    root: Path
    problems: Problems = field(default_factory=Problems)
    languages: tuple[str, ...] = ()

    def found(self, pattern: str) -> list[str]:
        """The files matching a pattern such as `indicators/*.yaml`, sorted."""
        paths = (path for path in self.root.glob(pattern) if path.is_file())
        return sorted(path.relative_to(self.root).as_posix() for path in paths)

    def text(self, file: str) -> str | None:
        path = self.root / file
        try:
            if path.exists() and not path.is_file():
                # Reading a pipe or a device would never end.
                self.problems.add(file, 0, found="no ordinary file", expected="a file")
                return None
            with path.open("rb") as opened:
                content = opened.read(MAX_BYTES + 1)
            if len(content) > MAX_BYTES:
                size = f"more than {MAX_BYTES // 2**20} MB"
                self.problems.add(file, 0, found=size, expected="a smaller file: split it")
                return None
        except OSError as error:
            reason = "no such file" if isinstance(error, FileNotFoundError) else str(error)
            self.problems.add(file, 0, found=reason, expected="a file that can be read")
            return None
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.problems.add(
                file,
                content.count(b"\n", 0, error.start) + 1,
                found=f"the byte 0x{content[error.start]:02x}, which is not UTF-8",
                expected="a file saved as UTF-8",
            )
            return None

    def mapping(self, file: str, kind: str) -> Item | None:
        """A file that is one mapping, if it has the shape of its kind."""
        located = self._yaml(file)
        if located is None or not check_shape(located.whole(), kind, self.problems):
            return None
        return located.whole()

    def entries(self, files: Sequence[str], kind: str, ids: dict[str, str]) -> Iterator[Item]:
        """The entries that have the shape of their kind; every id seen goes into `ids`.

        Ids of broken entries count as known, so that one mistake is told once.
        """
        for file in files:
            located = self._yaml(file)
            if located is None:
                continue
            if not isinstance(located.content, list):
                self.problems.add(
                    file, 1, found="no list", expected="a list: each entry begins with '- id:'"
                )
            for item in located.items():
                if self.shaped(item, kind) and self.is_new(item, ids):
                    yield item
                elif item.id:
                    ids.setdefault(item.id, f"{item.file}, line {item.line('id')}")

    def rows(self, file: str, kind: str, columns: Sequence[str]) -> Iterator[Item]:
        text = self.text(file)
        if text is None:
            return
        for item in read_rows(text, file, columns, self.problems):
            if self.shaped(item, kind):
                yield item

    def shaped(self, item: Item, kind: str) -> bool:
        return check_shape(item, kind, self.problems)

    def is_new(self, item: Item, ids: dict[str, str]) -> bool:
        if item.id in ids:
            item.complain(
                self.problems,
                "id",
                found=f"'{item.id}' a second time",
                expected=f"an id of its own (the first is in {ids[item.id]})",
            )
            return False
        ids[item.id] = f"{item.file}, line {item.line('id')}"
        return True

    def _yaml(self, file: str) -> Located | None:
        text = self.text(file)
        return None if text is None else read_yaml(text, file, self.problems)

    # -- texts in the languages of the pack --------------------------------------------

    def in_languages(self, item: Item, *path: str | int) -> Text:
        """The text under a key, in every language of the pack and no other."""
        texts = _at(item, path)
        self._check_languages(item, path, texts)
        return Text({language: str(texts[language]) for language in self.known(texts)})

    def nouns(self, item: Item, *path: str | int) -> Names:
        nouns = _at(item, path)
        self._check_languages(item, path, nouns)
        return Names({language: noun(nouns[language]) for language in self.known(nouns)})

    def known(self, by_language: dict[str, object]) -> list[str]:
        return [language for language in self.languages if language in by_language]

    def _check_languages(
        self, item: Item, path: tuple[str | int, ...], texts: dict[str, object]
    ) -> None:
        for language in self.languages:
            if language not in texts:
                item.complain(
                    self.problems,
                    *path,
                    found=f"no text in the language '{language}'",
                    expected="one in each of " + ", ".join(self.languages),
                )
        self.refuse_languages(item, path, texts)

    def refuse_languages(
        self, item: Item, path: tuple[str | int, ...], texts: dict[str, object]
    ) -> None:
        """Complain of languages the pack does not have."""
        for language in texts:
            if language not in self.languages:
                item.complain(
                    self.problems,
                    *path,
                    language,
                    found=f"the language '{language}'",
                    expected="one of " + ", ".join(self.languages),
                )


def noun(content: object) -> Name:
    """A name with its grammar, from what the schema `noun` allows."""
    assert isinstance(content, dict)
    return Name(
        text=content["text"],
        short=content.get("short", ""),
        forms=dict(content["forms"]) if content.get("forms") else None,
        gender=content.get("gender", ""),
        plural=content.get("plural", False),
    )


def _at(item: Item, path: tuple[str | int, ...]) -> dict[str, object]:
    content = item.content
    for step in path:
        content = content[step]
    assert isinstance(content, dict)
    return content
