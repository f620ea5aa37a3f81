"""How do the registers look at work, where no real rows are at hand?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from esep.cli.console import counted, print_json, say, write
from esep.cli.options import DAY, dry_run_option, json_option
from esep.errors import BadRequest

HOME = Path("esep-demo")


@click.command()
@click.argument("region", required=False)
@click.option(
    "--from",
    "begins",
    type=DAY,
    metavar="DATE",
    help="The first day [default: 900 days before --on].",
)
@click.option("--on", "ends", type=DAY, metavar="DATE", help="The last day [default: today].")
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Another number makes other cards."
)
@click.option("--size", type=click.IntRange(1, 10_000), default=100, show_default=True,
              metavar="PERCENT", help="How many cards, in per cent of the pack's.")  # fmt: skip
@click.option("--mix", is_flag=True, help="Also beside real cards; sums keep them apart.")
@click.option("--remove", is_flag=True, help="Take the made-up cards out again.")
@dry_run_option
@json_option
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=HOME,
    help="The folder of the store to fill; made where it is not there [default: ./esep-demo].",
)
def demo(
    region: str | None,
    begins: date | None,
    ends: date | None,
    seed: int,
    size: int,
    mix: bool,
    remove: bool,
    dry_run: bool,
    as_json: bool,
    home: Path,
) -> None:
    """Fill a store with made-up projects, zones, schools and instructions of a REGION.

    Every card is marked synthetic. Whatever is added up from such cards says so in its id, in
    tables, documents and answers, and is never added to real or declared figures. The same seed
    makes the same cards.

    The store is one of its own: a database that holds real cards is refused, unless --mix says
    otherwise. --remove takes the cards out again; the log keeps that they were there.
    """
    from datetime import timedelta

    from esep.app.demonstration import demo_store, make_up, take_out
    from esep.cli.register_changes import today_or

    workspace = demo_store(home)
    if remove:
        if region:
            raise BadRequest("all made-up cards are taken out together", hint="leave REGION out")
        done, did = take_out(workspace, dry_run=dry_run), "Taken out"
    else:
        catalog = workspace.catalog
        if region is None:
            level = catalog.regions.level(catalog.compare_level, today_or(ends))
            hint = f"esep demo {sorted(each.code for each in level)[0]}"
            raise BadRequest("of which region is the demonstration?", hint=hint)
        code = catalog.regions.resolve(region)
        day = today_or(ends)
        done, did = (
            make_up(
                workspace,
                region=code,
                begins=begins or day - timedelta(days=900),
                ends=day,
                seed=seed,
                size=size,
                mix=mix,
                dry_run=dry_run,
            ),
            f"Made up for {code}",
        )
    if as_json:
        print_json({"home": str(home), "cards": done.cards, "changes": done.changes,
                    "synthetic": True, "dry_run": dry_run})  # fmt: skip
        return
    told = ", ".join(f"{count} {register}" for register, count in done.cards.items())
    write(f"{did}: {told or 'no cards'} ({counted(done.changes, 'change')}).")
    if not remove and not dry_run:
        say("None of them is real; every sum over them says so. Look at them:")
        say(f"  export ESEP_HOME={home}")
        say("  esep totals --by stage; esep project list; esep status")
