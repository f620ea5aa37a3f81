"""What does `esep` do with its arguments, and how does it fail?

Exit codes: 0 fine, 1 findings or a failure outside, 2 misuse, 70 a defect of ours.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence

import click

from esep import __version__
from esep.cli.lazy import LazyGroup
from esep.errors import Defect, EsepError
from esep.settings import tracebacks_wanted

COMMANDS = {
    "init": "Make a store and load the pack's releases and registers.",
    "load": "Load files: observations or reported figures.",
    "source": "Describe how a file is laid out: draft a description, check one.",
    "releases": "List what was loaded, when it was published and when loaded.",
    "diff": "Compare two releases: revised, vanished, new, set aside.",
    "issues": "List what the sources did that we did not expect.",
    "search": "Find indicators, regions and topics in any of the languages.",
    "show": "Print an indicator: values, changes, shares, ranks.",
    "series": "Take a series apart into trend, season and odd values.",
    "export": "Write observations as files: CSV, XLSX, Parquet, SDMX, data package.",
    "revisions": "List every vintage of a value, with the difference each time.",
    "explain": "Show how a figure came about, down to the cell it was read from.",
    "brief": "Write the briefing of a region.",
    "check": "Find every figure of a text and tell what the data say of it.",
    "compare": "Show where two texts of one event tell different figures.",
    "registers": "List the pack's registers; each has commands of its own (esep project ...).",
    "status": "Tell where the instructions stand on a day.",
    "totals": "Add up the registers as of a day, beside what was declared.",
    "demo": "Fill a store of its own with made-up cards, to see the registers at work.",
    "backup": "Write the whole store to one file.",
    "restore": "Make a store from a backup, checked byte by byte.",
    "doctor": "Check the environment, the pack and the store.",
    "completion": "Print the completion script of a shell.",
}

EXIT_FAILED = 1
EXIT_DEFECT = 70
EXIT_INTERRUPTED = 130


def _of_the_pack(name: str, words: Sequence[str]) -> click.Command | None:
    """The commands of a register, where the store's pack has one of that name."""
    from esep.cli.registers import find_group

    return find_group(name, words)


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    more=_of_the_pack,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="ESEP_HOME names the store (default ./esep-data).",
)
@click.version_option(__version__, prog_name="esep", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of a failure.")
def cli(debug: bool) -> None:
    """The figures a region's governor reports to the head of state: each with its source."""
    # `run` has taken --debug from wherever it stood; here it is only told in the help.


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code; no failure shows a traceback unasked."""
    # A command lives for a second and makes few cycles; looking for them took a tenth of it.
    gc.set_threshold(200_000, 50, 50)
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. A command may return a code of its own."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words or tracebacks_wanted()
    words = [word for word in words if word != "--debug"]
    try:
        code = cli.main(args=words, prog_name="esep", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _tell("Stopped.")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough (`esep show ... | head`). Python would complain once more
        # when it flushes stdout at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FAILED  # what click answers when the pipe breaks in the middle
    except Exception as error:
        if debug:
            import traceback

            traceback.print_exc()
        return _fail(error, debug=debug)


def _fail(error: Exception, *, debug: bool) -> int:
    """Tell what went wrong, and return the exit code that says whose fault it is."""
    if isinstance(error, EsepError) and not isinstance(error, Defect):
        _tell(error.title, error.detail, error.hint)
        return error.exit_code
    if isinstance(error, OSError):
        _tell(*_outside(error))
        return EXIT_FAILED
    _tell(
        "Sorry, this is a defect of esep, not of your request.",
        f"{type(error).__name__}: {error}",
        "" if debug else "Run it again with --debug and report what it prints, with the command.",
    )
    return EXIT_DEFECT


def _outside(error: OSError) -> tuple[str, str, str]:
    """Title, detail and hint for what the machine refused."""
    where = str(error.filename or "")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full.", where, "Free some space and run the command again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "Not allowed to read or write here.", where, "Check who owns the file or folder."
    return error.strerror or str(error), where, ""


def _tell(title: str, detail: str = "", hint: str = "") -> None:
    """Print a failure to stderr: what happened, where, and what to do next."""
    click.echo(f"{click.style('esep:', fg='red', bold=True)} {title}", err=True)
    for line in detail.splitlines():
        click.echo(f"  {line}", err=True)
    for line in hint.splitlines():
        click.echo(f"  {click.style('->', fg='cyan')} {line}", err=True)


if __name__ == "__main__":
    main()
