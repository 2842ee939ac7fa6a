"""Papers that carry their record, that come back, that follow from others; forms and criteria of an office."""
import io
import json
import zipfile

import pytest
import vanban
from conftest import ROOT


def example(name):
    return json.loads((ROOT / f"examples/data/{name}.json").read_text("utf-8"))


def test_a_record_travels_with_its_paper(renderer, paper):
    document = renderer.render(paper)
    for data in (document.docx_with_data(), document.pdf_with_data()):
        assert renderer.read(data) == document.record
    for data in (document.docx(), document.pdf()):
        with pytest.raises(vanban.Invalid) as raised:
            renderer.read(data)
        assert raised.value.problems[0].code == "returned.no_record"


def changed(docx, before, after):
    """A DOCX in which somebody wrote something else."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as given, zipfile.ZipFile(made, "w") as kept:
        for name in given.namelist():
            data = given.read(name)
            if name == "word/document.xml":
                assert before.encode() in data
                data = data.replace(before.encode(), after.encode())
            kept.writestr(name, data)
    return made.getvalue()


def test_papers_that_come_back(paper):
    renderer = vanban.Renderer(fields=True)
    draft = {key: value for key, value in paper.items() if key != "number"} | {"draft": 1}
    other = {**draft, "subject": "học tập nghị quyết"}
    sent = {"mot.docx": renderer.render(draft).docx(), "hai.docx": renderer.render(other).docx()}
    back = changed(sent["mot.docx"], "II.</w:t>", "III.</w:t>")
    collected = renderer.collect({"mot.docx": back, "la.docx": b"PK", "~$mot.docx": b""}, sent=sent.items())
    (taken,) = collected["taken"]
    assert taken["file"] == "mot.docx" and taken["changes"][0]["after"].endswith(" III.")
    assert taken["record"]["sections"][0]["paragraphs"][0].endswith(" III.")
    (refused,) = collected["refused"]
    assert refused["file"] == "la.docx" and vanban.Problem(refused["problems"][0]).message
    assert len(collected["not_returned"]) == 1 and collected["passed_over"] == ["~$mot.docx"]
    assert not collected["is_complete"]
    assert renderer.read(back) == taken["record"]


def test_a_paper_that_follows(renderer):
    draft = renderer.derive([example("minutes_forum")], "resolution")
    assert (draft["kind"], draft["draft"]) == ("resolution", 1)
    with pytest.raises(vanban.Invalid):
        renderer.derive([draft], "ballot_paper")


def test_a_form_of_an_office():
    renderer, folder, zipped = vanban.Renderer(), ROOT / "tests/forms/cam-ket", io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as made:
        for file in folder.iterdir():
            made.write(file, file.name)
    name = renderer.add_form(zipped.getvalue())
    assert name in renderer.kinds() and name not in vanban.Renderer().kinds()
    assert renderer.render((folder / "example.json").read_text("utf-8")).page_count >= 1
    with pytest.raises(vanban.Error):
        renderer.add_form(b"PK")


def test_a_criteria_set_of_an_office():
    renderer = vanban.Renderer()
    assert renderer.add_criteria((ROOT / "tests/data/binh_giang_2026.toml").read_bytes())
    with pytest.raises(vanban.Error) as raised:
        renderer.add_criteria("id = 5")
    assert str(raised.value)
