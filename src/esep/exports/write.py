"""In which format do figures leave, and which files does each make?"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from esep.errors import BadRequest
from esep.exports.figures import Figures

ENDINGS = {
    "csv": ".csv",
    "xlsx": ".xlsx",
    "parquet": ".parquet",
    "sdmx-csv": ".sdmx.csv",
    "sdmx-ml": ".xml",
    "datapackage": "",
}


def write_figures(figures: Figures, out: Path, *, form: str, prepared: datetime) -> list[Path]:
    """Write the file `out`, or for a data package the folder; return all that was made."""
    out.parent.mkdir(parents=True, exist_ok=True)
    match form:
        case "csv":
            from esep.exports.tables import write_csv

            return [out, write_csv(figures, out)]
        case "xlsx":
            from esep.exports.tables import write_xlsx

            write_xlsx(figures, out)
            return [out]
        case "parquet":
            from esep.exports.tables import write_parquet

            write_parquet(figures, out)
            return [out]
        case "sdmx-csv":
            from esep.exports.sdmx_csv import write_sdmx_csv

            write_sdmx_csv(figures, out)
            return [out, _structures(figures, out, prepared)]
        case "sdmx-ml":
            from esep.exports.sdmx_ml import write_sdmx_ml

            write_sdmx_ml(figures, out, prepared=prepared)
            return [out, _structures(figures, out, prepared)]
        case "datapackage":
            from esep.exports.datapackage import write_datapackage

            return [write_datapackage(figures, out, prepared=prepared)]
    raise BadRequest(f"there is no format '{form}'", hint=f"formats: {', '.join(ENDINGS)}")


def _structures(figures: Figures, out: Path, prepared: datetime) -> Path:
    """The meaning of the codes, in a message beside the data."""
    from esep.exports.sdmx_structures import write_structures

    path = out.with_name(
        out.name.removesuffix(".csv").removesuffix(".sdmx").removesuffix(".xml") + ".structures.xml"
    )
    write_structures(figures, path, prepared=prepared)
    return path
