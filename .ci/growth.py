#!/usr/bin/env python3
"""growth.py [pages|rows|cell|batch]...: how time and memory of the release build (or of $VANBAN) grow with the work.
pages   a report of 1 to 1,000 pages        rows    a table of 10 to 100,000 rows       cell    a cell of 100 KB to 3 MB
batch   100 to 100,000 forms ($FORMS) to files, to a ZIP and to volumes
A table on standard output: seconds of the processor, peak memory, and each for a unit of work, beside that of the row before.
Fails where a unit costs a third more than in the row before (what no longer fits the processor's caches costs a quarter),
where a batch without volumes needs more memory for more forms than what is written down of them takes, or where volumes cost
more than a fifth of their papers. What the process costs without any work is taken off first."""
import copy, json, os, pathlib, resource, shutil, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
VANBAN = pathlib.Path(os.environ.get("VANBAN", ROOT / "target/release/vanban"))
FORMS = int(os.environ.get("FORMS", 100_000))
EXAMPLES = ROOT / "examples/data"
WORDS = ("Chi bộ tổ chức quán triệt nghị quyết của đảng uỷ đến từng đảng viên, phân công người phụ trách từng việc, "
         "kiểm tra hằng tháng và báo cáo kết quả tại kỳ sinh hoạt thường lệ của chi bộ; ")
ALLOWED = 1.34
failures = []


def cost(arguments, statuses=(0,)):
    """Seconds of the processor and peak memory in MB of one run."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(VANBAN, [str(VANBAN), *map(str, arguments)])
    _, status, usage = os.wait4(pid, 0)
    assert os.waitstatus_to_exitcode(status) in statuses, (arguments, status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(name, count, seconds, megabytes, unit, before, free, least=0.3):
    """One row; `before` has the cost of a unit in the row before it, `free` what a run costs without work. Below 0.02 s and 2 MB
    that is all that is seen: there is nothing to compare."""
    each = (max(seconds - free[0], 1e-6) / count * 1e3, max(megabytes - free[1], 1e-6) / count * 1e3)
    grown = tuple(now / then if then else 0 for now, then in zip(each, before)) if before else (0, 0)
    shown = "  ".join(f"x{times:.2f}" if times else "-" for times in grown)
    print(f"{name:16} {count:>8,} {unit:8} {seconds:9.2f} s {megabytes:8.0f} MB {each[0]:9.3f} ms {each[1]:9.1f} KB   {shown}", flush=True)
    if before and seconds > least and grown[0] > ALLOWED:
        failures.append(f"{name} {count}: a {unit} takes {grown[0]:.2f} times as long")
    if before and megabytes > free[1] + 100 and grown[1] > ALLOWED:
        failures.append(f"{name} {count}: a {unit} takes {grown[1]:.2f} times the memory")
    return (each[0] if seconds > free[0] + 0.02 else 0, each[1] if megabytes > free[1] + 2 else 0)


def records(work, name, unit, make, counts):
    """One record of each size, as DOCX and as PDF."""
    for format in ("docx", "pdf"):
        free = cost(["render", EXAMPLES / "tables.json", "-o", work / "free", "--format", format], (0, 1))
        before = None
        for count in counts:
            (work / "record.json").write_text(json.dumps(make(count), ensure_ascii=False))
            seconds, megabytes = cost(["render", work / "record.json", "-o", work / "out", "--format", format])
            before = row(f"{name}, {format}", count, seconds, megabytes, unit, before, free)


def section(record, **content):
    record = copy.deepcopy(record)
    record["sections"] = [{"heading": record["sections"][0]["heading"], **content}]
    return record


def pages(work):
    report = json.loads((EXAMPLES / "tables.json").read_text())
    # Some six of them fill a page.
    paragraph = WORDS * 2 + "rút kinh nghiệm."
    records(work, "pages", "page", lambda count: section(report, paragraphs=[paragraph] * (count * 6)), [1, 10, 100, 1000])


def rows(work):
    report = json.loads((EXAMPLES / "tables.json").read_text())
    def make(count):
        table = copy.deepcopy(report["sections"][0]["table"])
        table["columns"][0]["width"] = "20mm"  # for 100,000
        table["rows"] = [[f"{number}" if cell == 0 else "Chi bộ Khu phố" for cell in range(len(table["columns"]))] for number in range(1, count + 1)]
        return section(report, table=table)
    records(work, "rows", "row", make, [10, 100, 1000, 10_000, 100_000])


def cell(work):
    report = json.loads((EXAMPLES / "tables.json").read_text())
    def make(count):
        table = copy.deepcopy(report["sections"][0]["table"])
        table["rows"][0][0] = "Wờ " * (count * 1000 // len("Wờ ".encode()))
        return section(report, table=table)
    records(work, "cell", "KB", make, [100, 300, 1000, 3000])


def batch(work):
    form = json.loads((EXAMPLES / "evaluation_form.json").read_text())
    counts = [count for count in (100, 1000, 10_000, 100_000) if count <= FORMS]
    plain = {}
    for name, more in [("files", []), ("ZIP", ["--zip"]), ("volumes", ["--merge"])]:
        before, free = None, cost(["check", EXAMPLES / "evaluation_form.json"])
        for count in counts:
            with open(work / "forms.jsonl", "w") as out:
                for number in range(1, count + 1):
                    form["issuer"]["name"] = f"Chi bộ Khu phố {number}"
                    out.write(json.dumps(form, ensure_ascii=False) + "\n")
            target = work / "out"
            option = {"--zip": ["--zip", "all.zip"], "--merge": ["--merge", "all.pdf", "--volume", "500"]}.get(more[0] if more else "", [])
            seconds, megabytes = cost(["batch", work / "forms.jsonl", "-o", target, *option])
            before = row(f"batch, {name}", count, seconds, megabytes, "form", before and (before[0], float("inf")), free)
            if name == "files":
                plain[count] = (seconds, megabytes)
            # What is written down of each form, and its row of the report, take a kilobyte or two.
            if name != "volumes" and count > 1000 and megabytes > 1.1 * plain[1000][1] + 2 * count / 1024:
                failures.append(f"batch, {name} {count}: {megabytes:.0f} MB, {plain[1000][1]:.0f} for a thousand")
            if name == "volumes" and count >= 1000 and seconds > 1.2 * plain[count][0]:
                failures.append(f"volumes of {count}: {seconds:.1f} s, {plain[count][0]:.1f} without")
            shutil.rmtree(target, ignore_errors=True)


if __name__ == "__main__":
    chosen = sys.argv[1:] or ["pages", "rows", "cell", "batch"]
    print(f"{'':16} {'size':>8} {'unit':8} {'time':>11} {'memory':>11} {'a unit':>12} {'a unit':>12}   beside the row before")
    for name in chosen:
        with tempfile.TemporaryDirectory() as work:
            {"pages": pages, "rows": rows, "cell": cell, "batch": batch}[name](pathlib.Path(work))
    for failure in failures:
        print("FAIL", failure)
    sys.exit(bool(failures))
