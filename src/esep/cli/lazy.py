"""Which commands are there, without importing any of them?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

import click

MoreCommands = Callable[[str, Sequence[str]], click.Command | None]
"""Makes a command that only a pack knows, asked when no other has the name, with its words."""


class LazyGroup(click.Group):
    """A group that knows names and one-line helps, and imports a command when it is used.

    `lazy` maps a command's name to its one-line help. The command itself is the attribute of
    the same name in `esep.cli.<name>`, with `_` for `-`.
    """

    def __init__(
        self, *, lazy: Mapping[str, str], more: MoreCommands | None = None, **attributes: object
    ) -> None:
        super().__init__(**attributes)  # type: ignore[arg-type]
        self.lazy = lazy
        self.more = more

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return self._of_the_pack(cmd_name, sys.argv[1:])
        name = cmd_name.replace("-", "_")
        command = getattr(import_module(f"esep.cli.{name}"), name)
        assert isinstance(command, click.Command)
        return command

    def _of_the_pack(self, name: str, words: Sequence[str]) -> click.Command | None:
        return self.more(name, words) if self.more else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lazy.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name not in self.lazy and not name.startswith("-"):
            command = self._of_the_pack(name, args)
            if command is not None:
                return name, command, args[1:]
            from difflib import get_close_matches

            near = get_close_matches(name, self.lazy, n=2)
            raise click.UsageError(
                f"there is no command '{name}'"
                + (f"; did you mean {' or '.join(near)}?" if near else ""),
                ctx=ctx,
            )
        return super().resolve_command(ctx, args)
