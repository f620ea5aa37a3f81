"""Which commands are there, without importing any of them?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

import click

MoreCommands = Callable[[str], click.Command | None]
"""Makes a command that only a pack knows, asked when no other has the name."""


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
            return self.more(cmd_name) if self.more else None
        name = cmd_name.replace("-", "_")
        command = getattr(import_module(f"esep.cli.{name}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lazy.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        known = name in self.lazy or name.startswith("-")
        if not known and self.get_command(ctx, name) is None:
            from difflib import get_close_matches

            near = get_close_matches(name, self.lazy, n=2)
            raise click.UsageError(
                f"there is no command '{name}'"
                + (f"; did you mean {' or '.join(near)}?" if near else ""),
                ctx=ctx,
            )
        return super().resolve_command(ctx, args)
