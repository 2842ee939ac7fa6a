"""What an editor and mypy see, and that the typed records are those of the library."""
import pathlib
import subprocess
import sys

import pytest

OWN = pathlib.Path(__file__).resolve().parent.parent
TYPED = """\
import vanban

paper = vanban.Resolution(
    kind="resolution",
    issuer={"superior": "Đảng bộ phường Bình An", "name": "Chi bộ Khu phố 5"},
    number=5,
    place="Bình An",
    date="05/6/2026",
    subject="lãnh đạo thực hiện nhiệm vụ tháng 6 năm 2026",
    sections=[vanban.records.Section(heading="Nhiệm vụ", paragraphs=["Tổ chức sinh hoạt chuyên đề quý II."])],
    recipients=["Các đảng viên Chi bộ", "Lưu Chi bộ"],
    signature={"capacity": "on_behalf_of", "body": "Chi bộ", "position": "Bí thư", "name": "Nguyễn Văn An"},
)
document: vanban.Document = vanban.Renderer(profile="hd05").render(paper)
size: int = len(document.pdf()) + document.page_count
for outcome in vanban.Renderer().batch([paper]):
    names: list[str] = [name for name, _ in outcome.files]
problem: vanban.Problem = vanban.Renderer().check(paper)[0]
clause: str = problem.clause
"""


def mypy(folder, source):
    (folder / "first.py").write_text(source, "utf-8")
    ran = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--cache-dir", folder / "cache", "first.py"], cwd=folder, capture_output=True, text=True)
    return ran.stdout


def test_the_first_program_is_typed(tmp_path, program):
    assert "Success" in mypy(tmp_path, program[0])


def test_the_second_program_is_typed(tmp_path, program):
    assert "Success" in mypy(tmp_path, program[1])


def test_a_typed_record(tmp_path):
    assert "Success" in mypy(tmp_path, TYPED)
    namespace = {}
    exec(TYPED.rsplit("problem:", 1)[0], namespace)
    assert namespace["size"] > 10_000


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('kind="resolution"', 'kind="resolutio"', "kind"),
        ("number=5", "numbr=5", "numbr"),
        ('place="Bình An"', "place=5", "place"),
        ('profile="hd05"', 'profile="hd06"', "profile"),
        ("document.page_count", "document.pages", "pages"),
        (".render(paper)", ".render(5)", "render"),
    ],
)
def test_a_slip_is_an_error(tmp_path, right, wrong, said):
    told = mypy(tmp_path, TYPED.replace(right, wrong, 1))
    assert "error" in told and said in told, told


def test_the_typed_records_are_fresh():
    subprocess.run([sys.executable, OWN / "records.py", "--check"], check=True)


def test_the_package_is_typed(tmp_path):
    command = ["-m", "mypy", "--strict", "--no-warn-return-any", "--cache-dir", tmp_path / "cache", "-p", "vanban"]
    ran = subprocess.run([sys.executable, *command], cwd=tmp_path, capture_output=True, text=True)
    assert "Success" in ran.stdout, ran.stdout


def test_each_kind_has_its_class():
    import vanban

    kinds = vanban.Renderer().kinds()
    assert len(kinds) == len(vanban.records.__all__) > 40
    for name, class_name in zip(kinds, vanban.records.__all__):
        schema, typed = vanban.Renderer().schema(name), getattr(vanban, class_name)
        assert typed.__required_keys__ == set(schema["required"]), name
        assert typed.__required_keys__ | typed.__optional_keys__ == set(schema["properties"]), name
