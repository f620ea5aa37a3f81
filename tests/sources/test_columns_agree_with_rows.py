"""Does reading by columns say exactly what reading row by row says: figures, issues, words?"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from esep.sources.expectations import judge
from esep.sources.judge_columns import judge_columns
from esep.sources.map_columns import map_columns
from esep.sources.mapping import map_observations
from esep.sources.readers.columns import tidy_columns
from esep.sources.readers.observations_csv import LAYOUT, read_observations
from esep.sources.readers.plain_csv import read_csv_columns
from esep.sources.readers.tidy_csv import as_line

HEADER = "indicator,region,period,value,unit,comparison,base,breakdown,stage,note"

CELLS = (
    st.sampled_from(
        ["product", "product", "product", "pulse", "people", "nothing", "workshop_share"]
    ),
    st.sampled_from(["TL", "TL-HIL", "TL-RIV", "TL-LAK", "TL-RIV@2022-07-01", "TL-X", " TL ", ""]),
    st.sampled_from(["2021", "2021-01/2021-12", "2023", "2024-Q1", "2024-01-01", "20x", "2023"]),
    st.sampled_from(
        ["1.0", "2.00", "+3", "007", "-1", "107.9", "9999", " 5 ", "1,5", "x", "", "1e3"]
    ),
    st.sampled_from(["CRN:6", "CRN:6", "CRN", "index_percent", "percent", "person", "KZT", "rank"]),
    st.sampled_from(["", "", "", "", "share", "rank", "odd"]),
    st.sampled_from(["", "", "", "same_period_previous_year", "x"]),
    st.sampled_from(["", "", "a=1", "b=2;a=1", "broken"]),
    st.sampled_from(["final", "final", "plan", "preliminary", "", "done"]),
    st.sampled_from(["", "", "a note", ' "quoted", ', "='x"]),
)


def by_rows(text, catalog):
    table = read_observations(text, file="f.csv")
    mapped = map_observations(table, catalog, file="f.csv", stage=None)
    rows = {row.line: row for row in table.rows}
    judged = judge(
        mapped.observations,
        catalog,
        mapped.versions,
        row_text=lambda line: as_line(rows[line].cells),
    )
    return judged.observations, [*table.issues, *mapped.issues, *judged.issues]


def by_columns(text, catalog):
    tidy = tidy_columns(read_csv_columns(text.encode(), LAYOUT, file="f.csv"))
    mapped, bad = map_columns(tidy, catalog, stage=None, most_issues=1000)
    judged, odd = judge_columns(mapped, catalog, row_text=tidy.source.row_text, most_issues=1000)
    observations = [judged.observation(index) for index in range(len(judged))]
    return observations, [*tidy.source.issues, *bad, *odd]


def told(issues):
    return sorted(
        (each.place.row, each.place.column, each.code, each.found, each.hint, each.row_text)
        for each in issues
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[*HealthCheck])
@given(rows=st.lists(st.tuples(*CELLS), min_size=1, max_size=12), short=st.booleans())
def test_columns_and_rows_say_the_same(catalog, rows, short):
    lines = [HEADER, *(as_line(cells) for cells in rows)]
    if short:
        lines.insert(2, "product,TL,2021,1.0")
    text = "\n".join(lines) + "\n"
    observations, issues = by_rows(text, catalog)
    same_observations, same_issues = by_columns(text, catalog)
    assert told(same_issues) == told(issues)
    assert sorted(map(str, same_observations)) == sorted(map(str, observations))


def test_a_sum_that_differs_is_found_among_many_that_do_not(catalog):
    rows = []
    for number in range(300):
        for region, value in (("TL", "3.0"), ("TL-HIL", "1.0"), ("TL-RIV", "2.0")):
            wrong = number == 123 and region == "TL"
            rows.append(
                f"product,{region},2021,{'3.5' if wrong else value},CRN:6,,,part={number},final,"
            )
    text = "\n".join([HEADER, *rows]) + "\n"
    _, issues = by_columns(text, catalog)
    _, expected = by_rows(text, catalog)
    assert told(issues) == told(expected)
    assert [issue.place.row for issue in issues] == [2 + 123 * 3]
