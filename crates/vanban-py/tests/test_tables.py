"""Sheets and frames through a mapping, and the month's list."""
import datetime
import json
import re
import subprocess
import sys

import pandas
import polars
import pytest
import vanban
from conftest import CLERK, ROOT

SHEET = (CLERK / "cham-diem-thang-6-da-sua.xlsx").read_bytes()
MAPPING = (CLERK / "phieu.toml").read_bytes()
MONTH = json.loads((CLERK / "expected.json").read_text("utf-8"))["thang-6"]
OFFICE = {
    "issuer": {"superior": "Đảng bộ tỉnh Bình Giang", "name": "Đảng ủy phường Bình An"},
    "place": "Bình An",
    "recipients": ["Ban Tổ chức Tỉnh ủy (báo cáo)", "Lưu Văn phòng Đảng ủy"],
    "signature": {"name": "Lê Văn Cường"},
}
ROWS = [["Chi bộ", "Số", "Ngày", "Nội dung"], ["Chi bộ thôn Đông", 5, "5/6/2026", "a; b"], ["Chi bộ thôn Đoài", 6, "6/6/2026", "c | d"]]
NOTICES = """
kind = "notice"
[columns]
"Chi bộ" = "issuer.name"
"Số" = "number"
"Ngày" = "date"
"Nội dung" = "subject"
[constants]
place = "Bình An"
"""


def own(record):
    return record["scorer"] == "self"


def test_the_second_program(tmp_path, program):
    (tmp_path / "second.py").write_text(program[1], "utf-8")
    (tmp_path / "sheet.xlsx").write_bytes(SHEET)
    (tmp_path / "phieu.toml").write_bytes(MAPPING)
    ran = subprocess.run([sys.executable, "second.py", "sheet.xlsx", "phieu.toml"], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert (ran.returncode, ran.stderr) == (0, "")
    made = sorted(it.name for it in (tmp_path / "thang-6").iterdir())
    forms = [name for name in made if re.fullmatch(r"\d{3}-phieu-.*\.(docx|pdf)", name)]
    assert len(forms) == 160 and len(made) == 161
    assert len(program[1].splitlines()) <= 15


def test_eighty_papers_and_the_months_list(renderer):
    table = renderer.table(SHEET, MAPPING)
    assert (len(table), table.kind) == (80, "evaluation_form")
    assert "Tháng 6" in table.survey
    outcomes = list(renderer.batch(table, formats=["pdf"]))
    assert [it.state for it in outcomes] == ["written"] * 80 and [it.is_second for it in outcomes] == [False, True] * 40
    record = renderer.read(table.rows[0])
    assert own(record) and record["issuer"]["name"] == "Chi bộ Khu phố 1" and "Khu phố 1" in table.rows[0].name
    month = renderer.render(renderer.summarize(table, "month", OFFICE))
    assert "Tổng số: 851 đảng viên (trong đó, có mặt 777 đồng chí" in month.words
    total = re.search(r"Tổng cộng\n((?:\d+\n)+)", month.words)
    assert total and [int(it) for it in total[1].split()][-4:] == [33, 4, 2, 1], month.words[-900:]


def test_rows_that_are_refused(renderer):
    table = renderer.table((CLERK / "cham-diem-thang-6.xlsx").read_bytes(), MAPPING)
    outcomes = list(renderer.batch(table, formats=[], jobs=2))
    refused = [it for it in outcomes if it.state == "refused"]
    assert [it.state for it in outcomes].count("omitted") == len(refused) == 6
    cells = [cell["reference"] for it in refused for problem in it.problems for cell in problem.cells]
    assert cells == [row["cell"] for row in MONTH["refused"]]
    with pytest.raises(vanban.Invalid) as raised:
        renderer.summarize(table, "month", OFFICE)
    assert [cell["reference"] for it in raised.value.problems for cell in it.cells] == cells


def test_a_frame_is_read_as_its_sheet(renderer):
    """But for what a frame has lost: rows that are hidden, and figures as they are shown."""
    expected = [renderer.read(row) for row in renderer.table(SHEET, MAPPING)]
    frame = pandas.read_excel(CLERK / "cham-diem-thang-6-da-sua.xlsx", header=[4, 5], sheet_name="Tháng 6")
    frame = frame[(frame.iloc[:, 3] == "Hoạt động") & ~frame.iloc[:, 2].str.endswith("(cũ)", na=False)]
    mapping = MAPPING.decode() + '"period.month" = 6\n"period.year" = 2026\n'
    names = [" / ".join(it for it in map(str, name) if "Unnamed" not in it) for name in frame.columns]
    texts = [[None if pandas.isna(value) else str(value) for value in row] for row in frame.itertuples(index=False)]
    for given in (frame, polars.DataFrame(texts, schema=names, orient="row")):
        records = [renderer.read(row) for row in renderer.table(given, mapping)]
        assert len(records) == 80
        for record, wanted in zip(records, expected):
            assert record["session"] == wanted["session"] and record["date"] == wanted["date"]
            scores = [[(row["criterion"], row["self_score"]) for row in it.get("rows", [])] for it in (record, wanted)]
            assert scores[0] == scores[1]


@pytest.mark.parametrize(
    "frame",
    [
        ROWS,
        pandas.DataFrame(ROWS[1:], columns=ROWS[0]),
        pandas.DataFrame([[row[0], float(row[1]), pandas.to_datetime(row[2], dayfirst=True), row[3]] for row in ROWS[1:]], columns=ROWS[0]),
        polars.DataFrame(ROWS[1:], schema=ROWS[0], orient="row"),
        polars.DataFrame({"Chi bộ": [row[0] for row in ROWS[1:]], "Số": [5, 6], "Ngày": [datetime.date(2026, 6, 5), datetime.date(2026, 6, 6)], "Nội dung": ["a; b", "c | d"]}),
    ],
)
def test_frames(renderer, frame):
    table = renderer.table(frame, NOTICES)
    records = [renderer.read(row) for row in table]
    said = [(it["issuer"]["name"], it["number"], it["date"], it["subject"]) for it in records]
    assert said == [
        ("Chi bộ thôn Đông", 5, {"day": 5, "month": 6, "year": 2026}, "a; b"),
        ("Chi bộ thôn Đoài", 6, {"day": 6, "month": 6, "year": 2026}, "c | d"),
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""), (float("nan"), ""), (pandas.NA, ""), (pandas.NaT, ""), (29.0, "29"), (0.1 + 0.2, "0,3"), (2.5, "2,5"), (1e20, "1" + "0" * 20),
        (7, "7"), (datetime.datetime(2026, 6, 3, 19, 30), "03/06/2026 19:30"), (datetime.time(14), "14h00"), (" a\n", "a"),
    ],
)  # fmt: skip
def test_a_value_as_excel_shows_it(value, shown):
    from vanban import _given

    assert _given._cell(value) == shown


def test_a_mapping_to_start_from(renderer):
    mapping = renderer.mapping("Chi bộ;Số;Ngày\nChi bộ thôn Đông;5;5/6/2026\n", kind="notice")
    assert 'kind = "notice"' in mapping and '"Ngày" = "date"' in mapping and "Cột “Số” (B) dùng làm gì?" in mapping
    answered = mapping.replace('" = ""', '" = "Bình An"')
    assert len(renderer.table("Chi bộ;Số;Ngày\nChi bộ thôn Đông;5;5/6/2026\n", answered)) == 1


def test_what_is_wrong_with_a_mapping_or_a_file_is_told(renderer):
    for source, mapping, said in [
        (ROWS, "[colums]\n", "có phải “columns”"),
        (ROWS, NOTICES.replace('"Số"', '"Sô hiệu"'), "Sô hiệu"),
        (b"PK\x03\x04 no workbook", NOTICES, "tệp"),
        (b"", NOTICES, "tiêu đề"),
    ]:
        with pytest.raises(vanban.Error, match=said):
            renderer.table(source, mapping)
    for kind, mapping in [("sổ tay", None), (None, NOTICES.replace('kind = "notice"', ""))]:
        with pytest.raises(ValueError, match="there is no kind"):
            renderer.table(ROWS, mapping, kind=kind)


def test_a_csv_of_an_office(renderer):
    data = ROOT / "examples/data"
    table = renderer.table((data / "branches.csv").read_bytes(), (data / "branches.toml").read_text("utf-8"), kind="resolution")
    assert len(table) > 1 and all(it.name.startswith("dòng ") for it in table)
