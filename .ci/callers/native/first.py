"""The first program of each language, as its README prints it, in an empty folder."""
import dataclasses, hashlib, json, os, pathlib, re, shutil, subprocess, tempfile

from .archive import CRATE

PAPERS = pathlib.Path(__file__).resolve().parents[1]
RIGHT, WRONG = (json.loads((PAPERS / name).read_text(encoding="utf-8")) for name in ("paper.json", "paper-wrong.json"))
LINES = """\
recipients[0]: dòng cuối của nơi nhận là dòng lưu, ví dụ “Lưu Chi bộ”; hiện là “Các đảng viên Chi bộ”
signature.position: chức vụ không ghi kèm tên cơ quan: ghi “BÍ THƯ”, không ghi “BÍ THƯ CHI BỘ”
"""
WORDS = ["Số 05-NQ/CB", "Bình An, ngày 05 tháng 6 năm 2026", "T/M CHI BỘ", "BÍ THƯ", "Nguyễn Văn An"]


@dataclasses.dataclass
class Language:
    name: str
    readme: str
    program: str
    needs: list
    command: int = 0
    # What stands for being installed.
    installed: bool = False


LANGUAGES = [
    Language("C", "README.md", "first.c", ["vanban.h", "libvanban.so"]),
    Language("C, installed", "README.md", "first.c", ["vanban.h", "libvanban.so"], command=1, installed=True),
    Language("C, static", "README.md", "first.c", ["vanban.h", "libvanban.a"], command=2),
    Language("PHP", "php/README.md", "first.php", ["vanban.h", "libvanban.so", "Vanban.php"]),
    Language("Java", "java/README.md", "First.java", ["vanban.jar"]),
    Language("C#", "csharp/README.md", "First.cs", ["libvanban.so", "Vanban.cs"]),
]


def blocks(readme):
    """The program of a README, and its commands."""
    text = (CRATE / readme).read_text(encoding="utf-8")
    program = re.search(r"^```(c|php|java|csharp)\n(.*?)^```", text, re.M | re.S).group(2)
    assert program.count("\n") <= 15, f"{readme}: the first program has more than fifteen lines"
    return program, re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)


def poor(installed=False):
    """An environment in which nothing is set but where programs are: no locale, no path of libraries."""
    paths = ["CPATH", "LIBRARY_PATH", "LD_LIBRARY_PATH"] if installed else []
    return {"PATH": os.environ["PATH"], **{path: "." for path in paths}}


def folder_of(archive, language, stack):
    """An empty folder with what the language's README asks for, and the command to run."""
    folder = pathlib.Path(stack)
    program, commands = blocks(language.readme)
    for name in language.needs:
        shutil.copy(archive.folder / name, folder)
    (folder / language.program).write_text(program, encoding="utf-8")
    return folder, commands[language.command]


def ask(folder, command, record, installed=False):
    """Runs a command of a README with this record for its paper."""
    for old in folder.glob("first.[dp]*[xf]"):
        old.unlink()
    data = record if isinstance(record, bytes) else json.dumps(record, ensure_ascii=False, indent=1).encode()
    (folder / "paper.json").write_bytes(data)
    return subprocess.run(["sh", "-c", command], cwd=folder, env=poor(installed), capture_output=True, timeout=1200)


def sums(folder):
    return {kind: hashlib.sha256((folder / f"first.{kind}").read_bytes()).hexdigest() for kind in ("docx", "pdf")}


def rendered(archive, record):
    """The sums of what `vanban render` makes of a record."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "paper.json").write_bytes(json.dumps(record, ensure_ascii=False, indent=1).encode())
        subprocess.run([archive.vanban, "render", "paper.json", "-o", "out"], cwd=folder, check=True, capture_output=True)
        for file in (folder / "out").iterdir():
            file.rename(folder / f"first{file.suffix}")
        return sums(folder)


def checked(archive, record):
    """What `vanban check --json` prints of a record, without the file's name."""
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "paper.json").write_bytes(json.dumps(record, ensure_ascii=False).encode())
        told = subprocess.run([archive.vanban, "check", "--json", "paper.json"], cwd=folder, capture_output=True)
    return [{name: value for name, value in problem.items() if name != "file"} for problem in json.loads(told.stdout)]


def is_made(archive, language, told, folder, record):
    assert (told.returncode, told.stdout, told.stderr) == (0, b"", b""), (language.name, told)
    assert sums(folder) == rendered(archive, record), f"{language.name}: its files are not those of `vanban render`"


def is_refused(language, told, folder, lines):
    assert (told.returncode, told.stdout, told.stderr.decode()) == (1, b"", lines), (language.name, told, told.stderr.decode())
    assert not list(folder.glob("first.docx")) + list(folder.glob("first.pdf")), f"{language.name}: it left a file"


def programs(archive):
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as stack:
            folder, command = folder_of(archive, language, stack)
            is_made(archive, language, ask(folder, command, RIGHT, language.installed), folder, RIGHT)
            text = subprocess.run(["pdftotext", "-layout", "first.pdf", "-"], cwd=folder, check=True, capture_output=True, text=True).stdout
            assert all(word in text for word in WORDS), (language.name, text)
            is_refused(language, ask(folder, command, WRONG, language.installed), folder, LINES)
            print(f"first: {language.name}: both files as `vanban render` makes them; the two lines of the wrong one")


def shapes(archive):
    """A slip of shape, a date as people write it, a warning that does not stop the paper."""
    slip = {**RIGHT, "date": "31/6/2026", "numbr": 5}
    slip.pop("number")
    problems = checked(archive, slip)
    lines = "".join(f"{problem['path']}: {problem['message']}\n" for problem in problems)
    assert {"date", "numbr"} <= {problem["path"] for problem in problems} and "number" in lines, lines
    written = {**RIGHT, "date": "05/6/2026", "signature": {**RIGHT["signature"], "capacity": "T/M"}}
    early = {**RIGHT, "date": {"day": 20, "month": 5, "year": 2026}}
    assert [problem["severity"] for problem in checked(archive, early)] == ["warning"], checked(archive, early)
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as stack:
            folder, command = folder_of(archive, language, stack)
            is_refused(language, ask(folder, command, slip, language.installed), folder, lines)
            is_made(archive, language, ask(folder, command, written, language.installed), folder, RIGHT)
            is_made(archive, language, ask(folder, command, early, language.installed), folder, early)
            print(f"shapes: {language.name}: {len(problems)} slips told at once, a date as people write it, a warning is no error")


def large(archive):
    """A record of a megabyte goes in whole."""
    text = "Tổ chức sinh hoạt chuyên đề, phân công đảng viên thực hiện và báo cáo kết quả. " * 8
    paragraphs = [f"{number}. {text}".strip() for number in range(1_150_000 // len(text.encode()))]
    record = {**RIGHT, "sections": [{"heading": "Nhiệm vụ", "paragraphs": paragraphs}]}
    size = len(json.dumps(record, ensure_ascii=False).encode())
    assert size > 1 << 20, size
    with tempfile.TemporaryDirectory() as stack:
        folder, command = folder_of(archive, LANGUAGES[0], stack)
        is_made(archive, LANGUAGES[0], ask(folder, command, record), folder, record)
        print(f"large: C: a record of {size} bytes, its files as `vanban render` makes them")
