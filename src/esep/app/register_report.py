"""What became of a register over its editions, as a document, a table and plain data?"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from esep.app.registers import open_registers
from esep.app.workspace import Workspace
from esep.errors import NotFound

if TYPE_CHECKING:
    from esep.model.register import Card, Change, Register
    from esep.tracking.editions import EditionState


@dataclass(frozen=True, slots=True)
class RegisterReport:
    register: Register
    states: tuple[EditionState, ...]
    names: dict[str, str]
    """What cards are called, by id."""
    currencies: frozenset[str]
    """Of the amounts that are compared."""
    synthetic: int
    """How many cards are made up."""


def report_of(workspace: Workspace, register: Register) -> RegisterReport:
    """Compare the editions that were imported; NotFound where there is none."""
    from esep.store.registers.fold import fold_changes
    from esep.tracking.editions import EditionCards, compare_editions

    with closing(open_registers(workspace)) as registers:
        editions = {edition.on: edition for edition in registers.editions(register.id)}
        changes = registers.changes(register.id)
    if not editions:
        raise NotFound(
            f"no edition of {register.id} has been imported",
            hint=f"esep {register.command} import FILE --on DATE --complete",
        )
    logs: dict[str, list[Change]] = {}
    for change in changes:
        logs.setdefault(change.card, []).append(change)
    snapshots = []
    for on, edition in sorted(editions.items()):
        folded = (fold_changes(log, on=on) for _, log in sorted(logs.items()))
        cards = [card for card in folded if card is not None]
        snapshots.append(EditionCards(on, edition.file, edition.rows, cards))
    last = snapshots[-1].cards
    return RegisterReport(
        register,
        compare_editions(register, snapshots, changes),
        {card.id: card.text(register.title) or card.id for card in last},
        _currencies(register, last),
        sum(bool(card.values.get("synthetic")) for card in last),
    )


def _currencies(register: Register, cards: Sequence[Card]) -> frozenset[str]:
    cost = register.compared.cost
    if not cost:
        return frozenset()
    needs = [name for name in register.fields[cost].needs if name == "currency"]
    return frozenset(card.text(name) for card in cards for name in needs if card.text(name))


def report_rows(report: RegisterReport) -> list[dict[str, object]]:
    """A row for each edition: for a table, a file or another program."""
    rows = []
    for state in report.states:
        grades, moved, growth = state.grades, state.moved, state.growth
        row: dict[str, object] = {
            "edition": state.on.isoformat(),
            "file": state.file,
            "rows": state.rows,
            "cards": state.cards,
            "new": state.new,
            "vanished": len(state.vanished),
            "returned": len(state.returned),
        }
        if report.register.compared.grade:
            row |= {
                f"grade_{level or 'none'}": grades.counts.get(level, 0)
                for level in levels_of(report)
            }
            row |= {
                "scale_changed": grades.scale_changed,
                "better": grades.better,
                "worse": grades.worse,
                "same": grades.same,
                "off_scale": grades.off_scale,
            }
        if report.register.compared.finish:
            row |= {
                "finish_known": moved.cards,
                "finish_later": moved.later,
                "finish_earlier": moved.earlier,
                "finish_median_days": moved.median_days,
            }
        if report.register.compared.cost:
            row |= {
                "cost_known": growth.cards,
                "cost_first": format(growth.first, "f"),
                "cost_now": format(growth.now, "f"),
                "cost_growth": one_decimal(growth.percent),
                "cost_growth_median": one_decimal(growth.median),
                "cost_left_out": growth.left_out,
            }
        rows.append(row)
    return rows


def levels_of(report: RegisterReport) -> list[str]:
    """The levels that were ever given, the best first, and last an empty one for none."""
    grade = report.register.fields[report.register.compared.grade]
    used = {level for state in report.states for level in state.grades.counts if level}
    return [*(level for level in grade.choices if level in used), ""]


def one_decimal(value: Decimal) -> str:
    return format(value.quantize(Decimal("0.1")), "f")


def written_report(report: RegisterReport, language: str, form: str) -> bytes:
    """The report as a page that needs no network, a PDF or a Word file."""
    from esep.app.register_document import document_of
    from esep.briefings.render.docx import render_docx
    from esep.briefings.render.draw import ChartDrawer
    from esep.briefings.render.html import render_html
    from esep.briefings.render.pdf import render_pdf

    document, drawer = document_of(report, language), ChartDrawer()
    # The day of the newest edition: the same editions give the same bytes.
    newest = report.states[-1].on
    match form:
        case "pdf":
            return render_pdf(document, drawer, created=newest)
        case "docx":
            return render_docx(document, drawer, created=newest)
    return render_html(document, drawer)
