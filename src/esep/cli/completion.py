"""How does a shell complete esep's commands and options?"""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    bash  esep completion bash > ~/.local/share/bash-completion/completions/esep
    zsh   esep completion zsh > "${fpath[1]}/_esep"
    fish  esep completion fish > ~/.config/fish/completions/esep.fish
    """
    script = get_completion_class(shell)
    assert script is not None  # click itself offers exactly these shells
    click.echo(script(ctx.find_root().command, {}, "esep", "_ESEP_COMPLETE").source())
