"""How are figures written as a Data Package: a table and a descriptor that says all about it?"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from esep.exports.cells import harmless_table
from esep.exports.csv_text import csv_chunks
from esep.exports.figures import ABOUT, Figures
from esep.model.tidy import TIDY_COLUMNS

DESCRIPTOR = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/"


def write_datapackage(figures: Figures, folder: Path, *, prepared: datetime) -> Path:
    """`datapackage.json`, the figures, and tables of the indicators and regions they name."""
    folder.mkdir(parents=True, exist_ok=True)
    resources = [
        _resource(folder, "figures", harmless_table(figures.table), _figure_fields(figures)),
        _resource(folder, "indicators", *_indicators(figures)),
        _resource(folder, "regions", *_regions(figures)),
    ]
    descriptor = {
        "$schema": _PROFILE + "datapackage.json",
        "name": _name(folder.name),
        "created": prepared.isoformat(timespec="seconds"),
        "description": "Figures with the release each came from; values exactly as published.",
        "sources": [{"title": f"{id}: {text}"} for id, text in sorted(figures.releases.items())],
        "resources": resources,
    }
    out = folder / DESCRIPTOR
    out.write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return out


def _name(text: str) -> str:
    """Lower-case letters, digits and dashes, as the standard asks."""
    return re.sub(r"[^a-z0-9._-]+", "-", text.lower()).strip("-") or "figures"


def _resource(folder: Path, name: str, table: Any, fields: list[dict[str, Any]]) -> dict[str, Any]:
    path = folder / f"{name}.csv"
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as file:
        for chunk in csv_chunks(table):
            file.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    schema: dict[str, Any] = {"$schema": _PROFILE + "tableschema.json", "fields": fields}
    schema["missingValues"] = [""]
    if name != "figures":
        schema["primaryKey"] = ["id"]
    return {
        "name": name,
        "path": path.name,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest.hexdigest()}",
        "schema": schema,
    }


_MEANINGS = {
    "indicator": "What is measured; see indicators.csv",
    "region": "Where, on the borders of a time; see regions.csv",
    "period": "When: 2024, 2024-H1, 2024-Q1, 2024-04, 2024-01/2024-04, 2024-01-01, 2024/2030",
    "value": "How much, in the unit, exactly as published",
    "unit": "A unit and, after a colon, the power of ten",
    "comparison": "What the source itself compares; empty for a level",
    "base": "What an index is compared with",
    "breakdown": "dimension=code; empty for the total",
    "stage": "How settled the figure is",
    "note": "What the source notes",
    "release": "The release it came with",
    "published": "The day of that release",
}


def _figure_fields(figures: Figures) -> list[dict[str, Any]]:
    kinds = {"value": "number", "published": "date"}
    return [
        {"name": name, "type": kinds.get(name, "string"), "description": _MEANINGS[name]}
        for name in (*TIDY_COLUMNS, *ABOUT)
    ]


def _table(columns: dict[str, list[str]]) -> Any:
    import pyarrow as pa

    return pa.table({name: pa.array(texts, pa.string()) for name, texts in columns.items()})


def _fields(names: list[str]) -> list[dict[str, Any]]:
    return [{"name": name, "type": "string"} for name in names]


def _indicators(figures: Figures) -> tuple[Any, list[dict[str, Any]]]:
    catalog = figures.catalog
    used = [catalog.indicators[id] for id in figures.indicators]
    columns = {
        "id": [each.id for each in used],
        "topic": [each.topic for each in used],
        "kind": [each.kind.value for each in used],
        "unit": [each.unit.code for each in used],
    }
    for language in catalog.languages:
        columns[f"name_{language}"] = [each.names.text(language) for each in used]
        columns[f"definition_{language}"] = [each.definitions.get(language) for each in used]
    return _table(columns), _fields(list(columns))


def _regions(figures: Figures) -> tuple[Any, list[dict[str, Any]]]:
    import pyarrow.compute as pc

    catalog = figures.catalog
    labels = sorted(str(each) for each in pc.unique(figures.table["region"]).to_pylist())
    used = [
        catalog.regions.version(label) if "@" in label else catalog.regions.latest(label)
        for label in labels
    ]
    columns = {
        "id": labels,
        "code": [each.code for each in used],
        "valid_from": [each.valid_from.isoformat() if each.valid_from else "" for each in used],
        "valid_to": [each.valid_to.isoformat() if each.valid_to else "" for each in used],
        "territory": [each.territory for each in used],
    }
    for language in catalog.languages:
        columns[f"name_{language}"] = [each.names.text(language) for each in used]
    return _table(columns), _fields(list(columns))
