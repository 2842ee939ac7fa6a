"""Many records through each language: on threads, and damaged."""
import json, pathlib, random, shutil, subprocess, tempfile, zipfile, zlib

from .archive import ROOT
from .first import PAPERS, RIGHT, poor

HERE = pathlib.Path(__file__).resolve().parent
THREADS, EACH, DAMAGED = 8, 50, 10_000
FIELDS = ["path", "message", "code", "term", "clause", "severity", "remedy"]
# Freed memory may stay with an allocator, and a collector waits: so many MB more for ten times the records is no leak.
LEAK = {"C": 16, "PHP": 16, "Java": 48, "C#": 48}
PROGRAMS = {
    "C": ("many.c", ["vanban.h", "libvanban.so"], ["cc -O1 many.c -I. -L. -lvanban -lpthread -Wl,-rpath,'$ORIGIN' -o many"], ["./many"]),
    "PHP": ("many.php", ["vanban.h", "libvanban.so", "Vanban.php"], [], ["php", "many.php"]),
    "Java": ("Many.java", ["vanban.jar"], ["javac -cp vanban.jar Many.java"], ["java", "-Xmx32m", "-cp", "vanban.jar:.", "Many"]),
    "C#": ("Many.cs", ["libvanban.so", "Vanban.cs"], ["mcs Many.cs Vanban.cs"], ["mono", "Many.exe"]),
}


def ready(archive, language, folder):
    """The program, built in a folder."""
    program, needs, commands, start = PROGRAMS[language]
    folder = pathlib.Path(folder)
    shutil.copy(HERE / program, folder)
    for name in needs:
        shutil.copy(archive.folder / name, folder)
    for command in commands:
        subprocess.run(["sh", "-c", command], cwd=folder, env=poor(), check=True)
    return start


def packed(records):
    return b"".join(len(record).to_bytes(4, "big") + record for record in records)


def told(start, folder, records, threads=1, learned=()):
    """The lines of a program, its memory at its height in MB, and what it told besides."""
    (pathlib.Path(folder) / "records").write_bytes(packed(records))
    # The child's own height, not that of all children.
    measure = "import resource, subprocess, sys; status = subprocess.call(sys.argv[1:]); " \
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(status)"
    command = ["python3", "-c", measure, *start, "records", str(threads), *learned]
    done = subprocess.run(command, cwd=folder, env=poor(), capture_output=True, text=True)
    *noise, height = done.stderr.splitlines()
    assert done.returncode == 0, (start, done.returncode, done.stderr[-3000:])
    return done.stdout.splitlines(), int(height) / 1024, noise


def examples():
    """The callers' papers, the library's examples and its cases."""
    files = [*sorted((ROOT / "examples/data").glob("*.json")), *sorted((ROOT / "tests/cases").glob("*.json"))]
    return [file.read_bytes() for file in [*sorted(PAPERS.glob("*.json")), *files]]


def expected(archive, records):
    """The lines that the command's files and problems give."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        names = [f"{number:05}.json" for number in range(len(records))]
        for name, record in zip(names, records):
            (folder / name).write_bytes(record)
        subprocess.run([archive.vanban, "check", "--json", *names, "-o", "found"], cwd=folder, capture_output=True)
        found = json.loads((folder / "found").read_bytes())
        for name in names:
            problems = [{key: value for key, value in problem.items() if key != "file"} for problem in found if problem["file"] == name]
            # A text of C has no zero byte inside.
            texts = "".join(f"{problem[key] or ''}\n" for problem in problems for key in FIELDS).replace("\0", "\ufffd")
            sums = " ".join(str(zlib.adler32(text.encode())) for text in (json.dumps(problems, ensure_ascii=False, indent=2), texts))
            if any(problem["severity"] == "error" for problem in problems):
                lines.append(f"refused {len(problems)} {sums}")
                continue
            subprocess.run([archive.vanban, "render", name, "-o", "out"], cwd=folder, check=True, capture_output=True)
            [docx], [pdf] = ([file.read_bytes() for file in (folder / "out").glob(f"*.{kind}")] for kind in ("docx", "pdf"))
            shutil.rmtree(folder / "out")
            (folder / "one.pdf").write_bytes(pdf)
            info = subprocess.run(["pdfinfo", folder / "one.pdf"], check=True, capture_output=True, text=True).stdout
            pages = next(line.split()[1] for line in info.splitlines() if line.startswith("Pages:"))
            lines.append(f"made {pages} {zlib.adler32(docx)} {zlib.adler32(pdf)} {sums}")
    return lines


def threads(archive):
    """Eight threads, fifty papers each, one renderer: the bytes are those of the command."""
    records = examples()[:EACH]
    assert len(records) == EACH, len(records)
    wanted = expected(archive, records)
    assert sum(line.startswith("made") for line in wanted) > EACH * 0.8, wanted
    for language in PROGRAMS:
        with tempfile.TemporaryDirectory() as folder:
            count = 1 if language == "PHP" else THREADS
            lines, height, noise = told(ready(archive, language, folder), folder, records, count)
            assert lines == wanted, (language, [pair for pair in zip(lines, wanted) if pair[0] != pair[1]][:3], len(lines))
            assert not noise, noise
            print(f"threads: {language}: {count} × {EACH} records, all as the command makes them; {height:.0f} MB")


def learned(archive):
    """A form and a criteria set of one's own, and the guidance of 2018."""
    form, own = ROOT / "templates/forms/commitment", "cam_ket_rieng"
    text = {file.name: file.read_text(encoding="utf-8") for file in form.iterdir()}
    show = [archive.vanban, "criteria", "show", "an_phu_ward_2025_monthly", "--json"]
    criteria = subprocess.run(show, check=True, capture_output=True, text=True).stdout
    scored = json.loads((ROOT / "examples/data/evaluation_form.json").read_text(encoding="utf-8"))
    records = [{**json.loads(text["example.json"]), "kind": own}, {**scored, "criteria_set": "cua_toi"}, RIGHT]
    [*_, old] = expected(archive, [json.dumps({**RIGHT, "profile": "hd36"}).encode()])
    first = None
    for language in PROGRAMS:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            with zipfile.ZipFile(folder / "form.zip", "w") as packed_form:
                for name, content in text.items():
                    packed_form.writestr(name, content.replace('"commitment"', f'"{own}"'))
            (folder / "criteria.json").write_text(criteria.replace('"id": "an_phu_ward_2025_monthly"', '"id": "cua_toi"'), encoding="utf-8")
            start = ready(archive, language, folder)
            lines, _, noise = told(start, folder, [json.dumps(record).encode() for record in records], 1, ["form.zip", "criteria.json", "hd36"])
            assert all(line.startswith("made ") for line in lines) and lines[2] == old and not noise, (language, lines, old, noise)
            first = first or lines
            assert lines == first, (language, lines, first)
            without = told(start, folder, [json.dumps(record).encode() for record in records])[0]
            assert [line.split()[0] for line in without] == ["refused", "refused", "made"] and without[2] != old, without
            print(f"learned: {language}: a form, a criteria set, the guidance of 2018")


def damage(record, chance):
    """A record with some damage: of its bytes, or of its values."""
    way = chance.randrange(10)
    if way < 5:
        data = bytearray(record)
        for _ in range(chance.choice([1, 1, 1, 2, 5])):
            at, span = chance.randrange(len(data) + 1), chance.choice([0, 1, 2, 10, 100])
            more = chance.choice([b"", b"\xff", b"\x00", b'"', b"{", b"]", b",", b"\\u0000", b"\\ud800", "ộ".encode(), b"9" * 30, bytes(data[at : at + span]), chance.randbytes(3)])
            data[at : at + chance.choice([0, 1, span])] = more
        return bytes(data)
    if way == 5:
        return chance.choice([record[: chance.randrange(len(record))], chance.randbytes(chance.randrange(200)), b"[" * chance.randrange(5000), b""])
    value = json.loads(record)
    for _ in range(chance.choice([1, 1, 2, 4])):
        spots = list(places(value))
        if spots:
            holder, key = chance.choice(spots)
            old = holder[key]
            new = chance.choice([None, True, -1, 0, 1e300, 2**63, "", " ", "x" * 5000, "ộ" * 300, "\u0000", "\u202e", [], {}, [old] * 3, {"a": old}, deep(chance.randrange(140))])
            if isinstance(old, str) and old and chance.random() < 0.4:
                at = chance.randrange(len(old))
                new = old[:at] + chance.choice(["", ".", " ", "\n", "\u00a0", "Ộ", "{{", "<p>", "99"]) + old[at + chance.randrange(2) :]
            holder[key] = new
            if isinstance(holder, dict) and chance.random() < 0.2:
                holder[key + "r"] = holder.pop(key)
    return json.dumps(value, ensure_ascii=chance.random() < 0.1).encode("utf-8", "surrogatepass")


def places(value):
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    for key, inner in list(pairs):
        yield value, key
        yield from places(inner)


def deep(levels):
    value = "đáy"
    for level in range(levels):
        value = [value] if level % 2 else {"sections": value}
    return value


def damaged(archive):
    """Ten thousand damaged records through each language: a paper or problems, the same in all; memory stays flat."""
    chance, sound = random.Random(21), examples()
    records = [damage(chance.choice(sound), chance) for _ in range(DAMAGED)]
    few = records[: DAMAGED // 10]
    # Of a part the command says the same: it cannot be given all in one line.
    part = [record for record in records[:300]]
    wanted, first = expected(archive, part), None
    for language in PROGRAMS:
        with tempfile.TemporaryDirectory() as folder:
            start = ready(archive, language, folder)
            _, before, _ = told(start, folder, few)
            lines, after, noise = told(start, folder, records)
            assert len(lines) == DAMAGED and lines[: len(part)] == wanted, (language, len(lines), [pair for pair in zip(lines, wanted) if pair[0] != pair[1]][:3])
            first = first or lines
            assert lines == first, (language, [pair for pair in zip(lines, first) if pair[0] != pair[1]][:3])
            made = sum(line.startswith("made") for line in lines)
            print(f"damaged: {language}: {made} papers, {DAMAGED - made} refused, {len(noise)} lines of panics; {before:.0f} MB after {len(few)}, {after:.0f} MB after all")
            assert after < before + LEAK[language], "memory grows"
