"""The second program of each language."""
import hashlib, http.client, json, pathlib, shutil, socket, sqlite3, subprocess, tempfile, time, urllib.parse

from .archive import CRATE, install
from .first import LINES, PAPERS, RIGHT, WRONG, poor, rendered

DRIVER = pathlib.Path("/usr/share/java/sqlite-jdbc.jar")
ROWS = 40


def programs(archive):
    install({"libxerial-sqlite-jdbc-java": DRIVER.exists})
    for file in CRATE.glob("**/examples/*.*"):
        assert file.read_text(encoding="utf-8").count("\n") <= 15, f"{file.name} has more than fifteen lines"
    for language in (c, php, java, csharp):
        with tempfile.TemporaryDirectory() as folder:
            print(f"second: {language(archive, pathlib.Path(folder))}")


def take(archive, folder, *names):
    for name in names:
        shutil.copy(archive.folder / name, folder)


def sha(data):
    return hashlib.sha256(data).hexdigest()


def numbered(number):
    return {**RIGHT, "number": number}


def c(archive, folder):
    """A renderer for every line of standard input: one outcome a line, in order."""
    take(archive, folder, "vanban.h", "libvanban.so")
    shutil.copy(CRATE / "examples/lines.c", folder)
    records = [WRONG if number % 5 == 0 else numbered(number) for number in range(1, 41)]
    (folder / "papers.jsonl").write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    command = "cc lines.c -I. -L. -lvanban -Wl,-rpath,'$ORIGIN' && ./a.out < papers.jsonl"
    told = subprocess.run(["sh", "-c", command], cwd=folder, env=poor(), check=True, capture_output=True)
    assert told.stderr == b"", told.stderr
    lines = told.stdout.decode().splitlines()
    assert len(lines) == len(records), lines
    for number, line in enumerate(lines, 1):
        begin = LINES.strip().replace("\n", "; ") if number % 5 == 0 else f"nghi-quyet-{number:02}-nq-cb"
        assert line.startswith(begin), (line, begin)
    return f"C: {len(lines)} lines, {sum('DOCX' in line for line in lines)} documents, in order"


def php(archive, folder):
    """A form page that sends the paper as a download."""
    take(archive, folder, "vanban.h", "libvanban.so", "Vanban.php")
    shutil.copy(CRATE / "php/examples/download.php", folder)
    shutil.copy(PAPERS / "paper.json", folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # As the README starts it, on a port that is free.
    server = subprocess.Popen(
        ["php", "-d", "ffi.enable=true", "-S", f"127.0.0.1:{port}", "download.php"], cwd=folder, env=poor(), stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)

        def ask(method, **fields):
            caller = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
            caller.request(method, "/", urllib.parse.urlencode(fields), {"Content-Type": "application/x-www-form-urlencoded"})
            answer = caller.getresponse()
            return answer, answer.read()

        page, body = ask("GET")
        assert page.status == 200 and "Trích yếu" in body.decode(), body
        subject = "lãnh đạo nhiệm vụ “tháng 7” & <quý III>"
        paper, body = ask("POST", subject=subject)
        assert paper.status == 200 and paper.headers["Content-Type"].endswith("wordprocessingml.document"), (paper.status, body)
        assert paper.headers["Content-Disposition"].startswith('attachment; filename="nghi-quyet-05-nq-cb') and paper.headers["Content-Disposition"].isascii()
        assert sha(body) == rendered(archive, {**RIGHT, "subject": subject})["docx"]
        refused, body = ask("POST", subject="")
        assert refused.status == 422 and body.decode().startswith("subject: "), (refused.status, body)
    finally:
        server.terminate()
        server.wait()
    return f"PHP: a page, a download ({paper.headers['Content-Disposition']}), a refusal"


def java(archive, folder):
    """Records from a database in a pool of threads."""
    take(archive, folder, "vanban.jar")
    shutil.copy(CRATE / "java/examples/Pool.java", folder)
    with sqlite3.connect(folder / "papers.db") as database:
        database.execute("CREATE TABLE papers (id TEXT, record TEXT)")
        rows = [(f"{number:02}", json.dumps(numbered(number), ensure_ascii=False)) for number in range(1, ROWS + 1)]
        database.executemany("INSERT INTO papers VALUES (?, ?)", [*rows, ("sai", json.dumps(WRONG, ensure_ascii=False))])
    database.close()
    command = ["java", "-cp", f"vanban.jar:{DRIVER}", "Pool.java", "jdbc:sqlite:papers.db"]
    told = subprocess.run(command, cwd=folder, env=poor(), check=True, capture_output=True)
    assert told.stderr.decode() == f"sai: {LINES}" and told.stdout == b"", told
    made = {file.stem: sha(file.read_bytes()) for file in folder.glob("*.pdf")}
    assert len(made) == ROWS and all(made[f"{number:02}"] == rendered(archive, numbered(number))["pdf"] for number in (1, 5, 17, ROWS)), made
    return f"Java: {len(made)} documents of a database, the two faults of another"


def csharp(archive, folder):
    """A folder that is watched: each JSON becomes a DOCX beside it."""
    take(archive, folder, "libvanban.so", "Vanban.cs")
    shutil.copy(CRATE / "csharp/examples/Watch.cs", folder)
    watched = folder / "papers"
    watched.mkdir()
    subprocess.run(["mcs", "Watch.cs", "Vanban.cs"], cwd=folder, env=poor(), check=True)
    with open(folder / "told", "wb") as out:
        program = subprocess.Popen(["mono", "Watch.exe", "papers"], cwd=folder, env=poor(), stdout=out, stderr=out)
    try:
        time.sleep(5)
        # Moved there from elsewhere, renamed there, written there.
        for name, record in [("sai", WRONG), *((f"p{number}", numbered(number)) for number in range(1, 6))]:
            half = {"p1": watched / "p1.part", "p2": watched / "p2.json"}.get(name, folder / "half")
            half.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
            half.rename(watched / f"{name}.json")
        for _ in range(600):
            if len(list(watched.glob("*.docx"))) == 5 and (folder / "told").read_bytes().count(b"\n") >= 2:
                break
            time.sleep(0.1)
        time.sleep(1)
        assert program.poll() is None
    finally:
        program.terminate()
        program.wait()
    told = (folder / "told").read_text(encoding="utf-8")
    assert told == "".join(f"sai.json: {line}\n" for line in LINES.splitlines()), told
    assert all(sha((watched / f"p{number}.docx").read_bytes()) == rendered(archive, numbered(number))["docx"] for number in range(1, 6))
    return "C#: five documents beside their records, both faults of the sixth"
