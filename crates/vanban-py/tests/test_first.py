"""The first program, as the README prints it, and what each caller must see."""
import copy
import datetime
import json
import os
import pathlib
import pickle
import subprocess
import sys

import pytest
import vanban

LINES = """\
recipients[0]: dòng cuối của nơi nhận là dòng lưu, ví dụ “Lưu Chi bộ”; hiện là “Các đảng viên Chi bộ”
signature.position: chức vụ không ghi kèm tên cơ quan: ghi “BÍ THƯ”, không ghi “BÍ THƯ CHI BỘ”
"""


def run(folder, source, record):
    (folder / "first.py").write_text(source, "utf-8")
    (folder / "record.json").write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    environment = {"PATH": os.environ["PATH"]}
    return subprocess.run([sys.executable, "first.py", "record.json"], cwd=folder, capture_output=True, text=True, encoding="utf-8", env=environment)


def test_the_right_paper(tmp_path, program, paper, command):
    ran = run(tmp_path, program[0], paper)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert sorted(it.name for it in tmp_path.iterdir()) == ["first.docx", "first.pdf", "first.py", "record.json"]
    command(tmp_path, "render", "record.json", "-o", "made")
    for suffix in ("docx", "pdf"):
        (made,) = (tmp_path / "made").glob(f"*.{suffix}")
        assert (tmp_path / f"first.{suffix}").read_bytes() == made.read_bytes()


def test_the_words(renderer, paper):
    document = renderer.render(paper)
    for words in ("Số 05-NQ/CB", "Bình An, ngày 05 tháng 6 năm 2026", "T/M CHI BỘ", "BÍ THƯ", "Nguyễn Văn An"):
        assert words in document.words
    assert (document.page_count, document.warnings) == (1, [])
    assert document.file_name.startswith("nghi-quyet-05-nq-cb") and document.record["number"] == 5


def test_the_wrong_one(tmp_path, program, wrong):
    ran = run(tmp_path, program[0], wrong)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", LINES)
    assert sorted(it.name for it in tmp_path.iterdir()) == ["first.py", "record.json"]


def test_a_problem_is_data(tmp_path, renderer, wrong, command):
    with pytest.raises(vanban.Invalid) as raised:
        renderer.render(wrong)
    problems = raised.value.problems
    told = [it for it in problems if it.code == "signature.position_has_body"]
    assert [(it.path, it.clause, it.severity) for it in told] == [("signature.position", "05-HD/VPTW II.I.7.1.2", "error")]
    assert told[0].remedy and told[0].message in str(raised.value)
    (tmp_path / "record.json").write_text(json.dumps(wrong), "utf-8")
    printed = json.loads(command(tmp_path, "check", "--json", "record.json", status=1))
    assert [{"file": "record.json", **it.as_dict()} for it in problems] == printed
    assert [list(it.as_dict()) for it in problems] == [list(it)[1:] for it in printed]
    assert renderer.check(wrong) == problems
    assert pickle.loads(pickle.dumps(raised.value)).problems == problems


def test_a_slip_of_shape_is_told_whole(renderer, paper):
    paper.update(date="31/6/2026", numbr=5)
    for record in (paper, json.dumps(paper), json.dumps(paper).encode()):
        with pytest.raises(vanban.Invalid) as raised:
            renderer.render(record)
        told = {it.path: it.message for it in raised.value.problems}
        assert {"date", "numbr"} <= set(told) and "number" in told["numbr"], told


@pytest.mark.parametrize("day", ["05/6/2026", datetime.date(2026, 6, 5)])
def test_a_date_as_people_write_it(renderer, paper, day):
    written = copy.deepcopy(paper)
    written["date"], written["signature"]["capacity"] = day, "T/M"
    files = [(it.docx(), it.pdf()) for it in map(renderer.render, (paper, written))]
    assert files[0] == files[1]


def test_warnings_do_not_stop(renderer, paper):
    paper["date"] = "20/5/2026"
    document = vanban.Renderer(profile="hd05").render(paper)
    (warning,) = document.warnings
    assert warning.severity == "warning" and warning.message and document.pdf()
    assert renderer.check(paper) == [warning]


def test_what_only_a_program_can_do_wrong(renderer, paper):
    for wrong in (lambda: vanban.Renderer(profile="hd99"), lambda: renderer.schema("resolutio"), lambda: list(renderer.batch([], formats=["odt"]))):
        with pytest.raises(ValueError, match="there is no"):
            wrong()
    with pytest.raises(TypeError):
        renderer.render({**paper, "subject": {1, 2}})


def test_each_example_is_a_paper(renderer):
    examples = pathlib.Path(__file__).resolve().parents[3].glob("examples/data/*.json")
    records = {file.name: json.loads(file.read_text("utf-8")) for file in examples}
    assert len(records) > 20
    for name, record in records.items():
        document = renderer.render(record)
        assert renderer.read(document.record) == document.record, name
        assert document.docx().startswith(b"PK") and document.pdf().startswith(b"%PDF"), name
