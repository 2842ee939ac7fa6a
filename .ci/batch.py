#!/usr/bin/env python3
"""batch.py memory|kill|disk|stream|race...: `vanban batch` under load, on the release build, or that which $VANBAN names. Root (disk mounts a small tmpfs).
memory  10,000 evaluation forms: peak under 150 MB for single files, under 600 MB with volumes too (/usr/bin/time -v)
kill    killed at 20 random moments and resumed: the folder is what an undisturbed run makes
disk    a full tmpfs: the exact message, nothing half-written, and --resume when there is room
stream  JSONL of 300 MB is read as it comes, CSV of 300 MB is refused
race    50 times two batches into one folder: one is whole, the other refused at once with a sentence
(A power cut is simulated by the tests of the command: the_power_may_be_cut_at_each_step.)"""
import json, os, pathlib, random, shutil, signal, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
VANBAN = pathlib.Path(os.environ.get("VANBAN", ROOT / "target/release/vanban"))
FORM = json.loads((ROOT / "examples/data/evaluation_form.json").read_text())
MEGABYTE = 1 << 20


def forms(path, count):
    with open(path, "w") as out:
        for number in range(1, count + 1):
            FORM["issuer"]["name"] = f"Chi bộ Khu phố {number}"
            if number % 7 == 0:
                FORM["issuer"]["name"] = "Chi bộ  ☐"  # refused: no face has it
            out.write(json.dumps(FORM, ensure_ascii=False) + "\n")


def batch(records, out, *more):
    return [str(VANBAN), "batch", str(records), "-o", str(out), *map(str, more)]


def run(command, status):
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == status, (done.returncode, done.stdout, done.stderr[-2000:])
    return done


def peak(command, status):
    """Peak memory in MB, and seconds."""
    begun = time.monotonic()
    done = run(["/usr/bin/time", "-v", *command], status)
    line = next(line for line in done.stderr.splitlines() if "Maximum resident set size" in line)
    return int(line.split()[-1]) / 1024, time.monotonic() - begun


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def papers(folder):
    """The files of a folder but for those that are in every one."""
    return [path for path in folder.iterdir() if not path.name.startswith(".") and path.name not in ("bao-cao.csv", "records.jsonl")]


def memory(work):
    forms(work / "forms.jsonl", 10_000)
    for name, more, limit, others in [("single files", [], 150, 0), ("with volumes", ["--merge", "all.pdf", "--two-sided"], 600, 18)]:
        out = work / "out"
        megabytes, seconds = peak(batch(work / "forms.jsonl", out, *more), 1)
        files = len(papers(out))
        print(f"memory: 10,000 forms, {name}: peak {megabytes:.0f} MB of {limit}, {seconds:.0f} s, {files} files")
        assert megabytes < limit
        assert files == 2 * (10_000 - 10_000 // 7) + others, files
        shutil.rmtree(out)


def kill(work):
    forms(work / "forms.jsonl", 300)
    more = lambda out: ["--zip", "all.zip", "--merge", "all.pdf", "--volume", 50]
    undisturbed = work / "undisturbed"
    undisturbed.mkdir()
    begun = time.monotonic()
    run(batch(work / "forms.jsonl", undisturbed, *more(undisturbed)), 1)
    seconds = time.monotonic() - begun
    expected = contents(undisturbed)
    seed = random.SystemRandom().randrange(1 << 32)
    print(f"kill: {len(expected)} files, {seconds:.1f} s undisturbed, seed {seed}")
    chance = random.Random(seed)
    killed = 0
    while killed < 20:
        out = work / "out"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        moments = 0
        # Sometimes the run that goes on is killed too.
        while moments == 0 or chance.random() < 0.4:
            resume = ["--resume"] if moments else []
            child = subprocess.Popen(batch(work / "forms.jsonl", out, *more(out), *resume),
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, seconds))
            child.send_signal(signal.SIGKILL)
            if child.wait() == -signal.SIGKILL:
                killed += 1
            moments += 1
        there = len(list(out.iterdir()))
        run(batch(work / "forms.jsonl", out, *more(out), "--resume"), 1)
        assert contents(out) == expected, "the folder is another one"
        print(f"kill: {killed} so far; {there} files when it was killed last: the same folder")


def disk(work):
    forms(work / "forms.jsonl", 100)
    run(batch(work / "forms.jsonl", work / "expected"), 1)
    expected = contents(work / "expected")
    small = work / "small"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small], check=True)
    try:
        done = run(batch(work / "forms.jsonl", small / "out"), 1)
        told = [line for line in done.stderr.splitlines() if ": lỗi" not in line]
        print("disk:", *told, sep="\n  ")
        assert len(told) == 2 and told[0] == f"{small}/out: hết chỗ trên ổ đĩa; xóa bớt tệp hoặc chọn ổ khác", told
        assert told[1] == f"{small}/out: đã dừng; chạy lại với --resume để làm tiếp", told
        there = contents(small / "out")
        there = {name: content for name, content in there.items() if not name.startswith(".")}
        assert there and all(expected[name] == content for name, content in there.items()), "a file is not whole"
        subprocess.run(["mount", "-o", "remount,size=64m", small], check=True)
        run(batch(work / "forms.jsonl", small / "out", "--resume"), 1)
        assert contents(small / "out") == expected
        print(f"disk: {len(there)} whole files on the full disk, {len(expected)} after --resume")
    finally:
        subprocess.run(["umount", small], check=True)


def stream(work):
    padded = dict(json.loads((ROOT / "tests/cases/draft_smallest.json").read_text()))
    with open(work / "large.jsonl", "w") as out:
        for number in range(1200):
            # Good, but for every fourth: it has a field that no record has.
            padded.pop("note", None)
            if number % 4 == 3:
                padded["note"] = "x" * MEGABYTE
            out.write(json.dumps(padded, ensure_ascii=False) + "\n")
    with open(work / "large.csv", "w", encoding="utf-8-sig") as out:
        out.write("STT;Tên chi bộ;Số;Ngày ban hành;Người ký;Ghi chú\n")
        for number in range(1, 1201):
            out.write(f"{number};Chi bộ thôn {number};{number};05/6/2026;Nguyễn Văn An;{'ghi chú ' * 32_768}\n")
    mapping = (ROOT / "examples/data/branches.toml").read_text().replace('"STT"', '"STT", "Ghi chú"')
    (work / "map.toml").write_text(mapping)
    # A table is in memory as a whole: one as large is refused by its size.
    for name, more, count in [("large.jsonl", [], 900),
                               ("large.csv", ["--kind", "resolution", "--map", work / "map.toml"], None)]:
        size = (work / name).stat().st_size / MEGABYTE
        assert size > 295, size
        out = work / name.replace(".", "_")
        megabytes, seconds = peak(batch(work / name, out, "--format", "pdf", *more), 1)
        print(f"stream: {name} of {size:.0f} MB: peak {megabytes:.0f} MB, {seconds:.0f} s")
        assert megabytes < 150
        assert len(papers(out)) == count if count else not out.exists() and seconds < 1


def race(work):
    """As large batches as it takes for two of them to meet."""
    record = json.loads((ROOT / "tests/cases/draft_smallest.json").read_text())
    places = {"Bình An", "Nhân Thắng"}
    for place in places:
        with open(work / f"{place}.jsonl", "w") as out:
            for number in range(1, 201):
                out.write(json.dumps({**record, "draft": number, "place": place}, ensure_ascii=False) + "\n")
    seed = random.SystemRandom().randrange(1 << 32)
    chance = random.Random(seed)
    for pair in range(50):
        out = work / f"pair{pair}"
        runs = []
        for place in chance.sample(sorted(places), 2):
            command = batch(work / f"{place}.jsonl", out, "--format", "pdf")
            runs.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
            time.sleep(chance.uniform(0, 0.05))
        said = [process.communicate()[1] for process in runs]
        ended = [process.returncode for process in runs]
        assert sorted(ended) == [0, 1], (seed, pair, ended, said)
        refused = [line for line in said[ended.index(1)].splitlines() if ": cảnh báo" not in line]
        assert len(refused) == 1 and refused[0].startswith(f"{out}: một lệnh vanban khác"), (seed, pair, refused)
        records = [json.loads(line) for line in (out / "records.jsonl").read_text().splitlines()]
        assert len(records) == 200 and len({each["place"] for each in records}) == 1, (seed, pair)
        assert len(papers(out)) == 200 and all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in papers(out))
        shutil.rmtree(out)
    print(f"race: 50 pairs, one whole and one refused each, seed {seed}")


for matrix in sys.argv[1:]:
    with tempfile.TemporaryDirectory(dir=ROOT / "target") as work:
        {"memory": memory, "kill": kill, "disk": disk, "stream": stream, "race": race}[matrix](pathlib.Path(work))
