#!/usr/bin/env python3
"""The clerk's story, from her sheet to printed forms and lists, as she types it.

    python3 .ci/stories/clerk.py VANBAN [KILLS]  # once with .xlsx, once with .ods; the papers are the same

Figures and names come from tests/clerk/expected.json. Needs pdftotext.
"""
import contextlib, csv, json, os, pathlib, pty, re, resource, shutil, subprocess, sys, tempfile, time, unicodedata, zipfile

HERE = pathlib.Path(__file__).resolve().parents[2]
DATA = HERE / "tests/clerk"
EXPECTED = json.loads((DATA / "expected.json").read_text("utf-8"))
VANBAN = pathlib.Path(sys.argv[1]).resolve()
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 3
SLOWEST = 50          # seconds: ten times what a run may take
MEMORY = 300          # megabytes

# What she answers, in the order of the questions: office, superior, place, criteria set, signer, recipients, archive,
# folder.
ANSWERS = ["Đảng ủy phường Bình An", "Đảng bộ tỉnh Bình Giang", "Bình An", "an_phu_ward_2025_monthly",
           "Lê Văn Cường, Bí thư", "Ban Tổ chức Tỉnh ủy (báo cáo)", "Lưu Văn phòng Đảng ủy", "Văn bản"]

failures = []


def check(what, is_so, *more):
    if not is_so:
        failures.append(f"{what} {' '.join(str(it) for it in more)}"[:3000])
        print("FAIL", failures[-1], flush=True)


class Desk:
    """Her folder, and what she types there."""

    def __init__(self, folder, extension):
        self.folder, self.extension = folder / "Văn phòng", extension
        self.folder.mkdir()
        self.answers()
        self.put("cham-diem-thang-6" + extension, "Chấm điểm tháng 6" + extension)

    def answers(self):
        """0. Her office: `vanban init` asks on a terminal."""
        ours, theirs = pty.openpty()
        child = subprocess.Popen([VANBAN, "init"], cwd=self.folder, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        os.write(ours, "".join(answer + "\n" for answer in ANSWERS).encode())
        said = b""
        # On Linux a terminal whose other side is closed gives an error.
        with contextlib.suppress(OSError):
            while more := os.read(ours, 65536):
                said += more
        os.close(ours)
        said = said.decode()
        check("status of init", child.wait(SLOWEST) == 0, said)
        check("eight questions", all(f"{number}/8. " in said for number in range(1, 9)), said)
        text = (self.folder / "vanban.toml").read_text("utf-8")
        check("under 20 lines, which she sees", len(text.splitlines()) < 20 and text.splitlines()[-1] in said, text)

    def put(self, name, as_name):
        shutil.copyfile(DATA / name, self.folder / as_name)

    def types(self, *arguments, status=0):
        begun = time.monotonic()
        run = subprocess.run([VANBAN, *arguments], cwd=self.folder, capture_output=True, timeout=SLOWEST, text=True)
        run.said = run.stdout + run.stderr
        run.seconds = time.monotonic() - begun
        print(f"  {' '.join(arguments)[:90]}: {run.returncode}, {run.seconds:.2f} s", flush=True)
        check("status of", run.returncode == status, arguments, run.returncode, run.said)
        for no in ("TOML parse error", "invalid type", "os error", "panicked", "thread '"):
            check(f"“{no}” on her screen", no not in run.said, run.said)
        return run

    def words(self, name):
        text = subprocess.run(["pdftotext", "-layout", self.folder / name, "-"], capture_output=True, text=True).stdout
        return " ".join(text.split())

    def names(self, folder):
        return sorted(it.name for it in (self.folder / folder).iterdir() if not it.name.startswith("."))

    def records(self, folder):
        lines = (self.folder / folder / "records.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def report(self, folder):
        with open(self.folder / folder / "bao-cao.csv", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))


def states(report):
    counts = {}
    for row in report:
        state = row["Kết quả"]
        counts[state] = counts.get(state, 0) + 1
    return counts


def compare(form, record):
    """A form as it is to be, and Mẫu 1 as it was made."""
    session = record["session"]
    made = {
        "branch": record["issuer"]["name"],
        "held": [record["held"][it] for it in ("day", "month", "year")],
        "date": [record["date"][it] for it in ("day", "month", "year")],
        "minutes": session["duration"], "members": session["members"], "exempt": session.get("exempt", 0),
        "present": session["present"], "unexcused": session.get("unexcused", 0),
        "long_absent": session.get("long_absent", 0), "speakers": session["speakers"],
        "done": session["targets"]["done"], "targets": session["targets"]["total"],
        "secretary": record["signature"]["name"],
        "scores": {row["criterion"]: row["self_score"] for row in record["rows"]},
        "notes": {row["criterion"]: row["note"] for row in record["rows"] if "note" in row},
    }
    # Of May and July the figures that the lists rest on are known.
    made["total"] = sum(made["scores"].values())
    for key, value in made.items():
        if key in form:
            check(f"{form['code']} {key}", value == form[key], value, "is to be", form[key])


def squeeze(text):
    return " ".join(unicodedata.normalize("NFC", text).split()).lower()


def forms(desk, folder, expected, codes=None):
    """Every paper of a folder against the figures."""
    records = desk.records(folder)
    wanted = [form for form in expected["forms"] if codes is None or form["code"] in codes]
    own = [record for record in records if record["scorer"] == "self"]
    superior = [record for record in records if record["scorer"] == "superior"]
    check(f"{folder} Mẫu 1", len(own) == len(wanted), len(own))
    check(f"{folder} Mẫu 2", len(superior) == len(wanted), len(superior))
    for form, record, other in zip(wanted, own, superior):
        record["issuer"]["name"] = form["branch"] if squeeze(record["issuer"]["name"]) == squeeze(form["branch"]) else record["issuer"]["name"]
        compare(form, record)
        check(f"{form['code']} Mẫu 2", other["issuer"]["name"] == "Đảng ủy phường Bình An" and not other.get("rows"), other)
        if "member" in form:
            check(f"{form['code']} member", other["signature"]["name"] == form["member"], other["signature"])


def kill(desk, line, files):
    """The line of July, killed when it has written so many files into an empty folder."""
    shutil.rmtree(desk.folder / "thang-7")
    child = subprocess.Popen([VANBAN, *line, "--jobs", "1"], cwd=desk.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    begun = time.monotonic()
    while child.poll() is None and time.monotonic() - begun < SLOWEST:
        if (desk.folder / "thang-7").is_dir() and len(desk.names("thang-7")) >= files:
            break
    child.kill()
    child.wait()
    check("killed in time", not (desk.folder / "thang-7" / "bao-cao.csv").exists())


def story(folder, extension):
    desk = Desk(folder, extension)
    june = EXPECTED["thang-6"]
    sheet = "Chấm điểm tháng 6" + extension
    # 1. What is in the sheet?
    run = desk.types("batch", sheet, "--kind", "evaluation_form", "--map-template", "-o", "phieu.toml")
    for word in ("Tháng 6", "Tháng 5", "5–6", "7–49", "40", "tháng 6 năm 2026", "A3", "45 trong 50", "Khu phố 9 (cũ)",
                 "Hợp tác xã Vận tải"):
        check("step 1 tells", word in run.said, word, run.said)
    questions = [line for line in run.said.splitlines() if line.rstrip().endswith("?") or "?" in line]
    asked = [name for name in ("STT", "Mã chi bộ", "Tình trạng", "Tỷ lệ dự họp", "Điện thoại") if any(f"“{name}”" in line for line in questions)]
    check("five questions", len(questions) == 5 and len(asked) == 5, questions)
    mapping = (desk.folder / "phieu.toml").read_text("utf-8")
    check("at most 35 lines", len(mapping.splitlines()) <= 35, len(mapping.splitlines()))
    typed = re.sub(r'^name = ""', 'name = "Mã chi bộ"', mapping, flags=re.M).replace('"Mã chi bộ", "Tình', '"Tình')
    check("she types at most six lines", sum(a != b for a, b in zip(mapping.splitlines(), typed.splitlines())) <= 6)
    (desk.folder / "phieu.toml").write_text(typed, "utf-8")
    # 2. First run.
    line = ("batch", sheet, "--map", "phieu.toml", "-o", "thang-6", "--merge", "in.pdf", "--two-sided")
    run = desk.types(*line, status=1)
    check("34 chi bộ, 68 phiếu", "34 chi bộ, 68 phiếu" in run.said, run.said)
    for row in june["refused"]:
        said = [it for it in run.said.splitlines() if row["cell"] in it]
        check("refused", len(said) == 1 and row["branch"] in said[0], row, said)
        if row["value"] is not None:
            check("its value", str(row["value"]) in said[0], said)
        check("sheet", "Tháng 6" in said[0], said)
    for row in june["told"]:
        said = [it for it in run.said.splitlines() if f"{row['branch']})" in it or row["branch"] + "," in it]
        check("told", len(said) == 1 and "cảnh báo" in said[0], row, said)
    refused = {row["code"] for row in june["refused"]}
    forms(desk, "thang-6", june, {form["code"] for form in june["forms"]} - refused)
    names = desk.names("thang-6")
    papers = [name for name in names if re.match(r"\d{3}-", name)]
    check("136 files", len(papers) == 136, len(papers))
    check("and three more", len(names) == 139 and {"in.pdf", "bao-cao.csv", "records.jsonl"} < set(names), set(names) - set(papers))
    numbers = re.compile(r"\d{3}-phieu-(tu-)?danh-gia-mau-[12]-2026-06-\d\d-chi-bo-.*\.(docx|pdf)")
    check("each name has code, form, day, chi bộ", all(numbers.fullmatch(name) for name in papers), papers[:4])
    check("68, 2, 6", states(desk.report("thang-6")) == {"đã làm": 68, "bỏ qua": 2, "bị từ chối": 6}, states(desk.report("thang-6")))
    # 3. Mended, and a word changed in Word.
    if extension == ".ods":
        return desk
    desk.put("cham-diem-thang-6-da-sua.xlsx", sheet)
    edited = desk.folder / "thang-6" / next(name for name in papers if name.endswith(".docx"))
    edited.write_bytes(edited.read_bytes() + b" ")
    kept = edited.read_bytes()
    run = desk.types(*line, status=1)
    check("40 chi bộ, 80 phiếu", "40 chi bộ, 80 phiếu" in run.said, run.said)
    check("the edited DOCX is named", edited.name in run.said, run.said)
    check("the edited DOCX is kept", edited.read_bytes() == kept)
    for cell, sums in june["sums_told"].items():
        said = [it for it in run.said.splitlines() if f"ô {cell} " in it]
        check("sums", len(said) == 1 and str(sums["in_the_sheet"]) in said[0] and str(sums["rows_taken"]) in said[0], cell, said)
    volume = run.stdout.strip().splitlines()[-1]
    check("the last line names the volume", "in.pdf" in volume and "trang" in volume and "tờ" in volume, volume)
    check("80, 2", states(desk.report("thang-6")) == {"đã làm": 80, "bỏ qua": 2}, states(desk.report("thang-6")))
    forms(desk, "thang-6", june)
    edited.unlink()
    desk.types(*line)
    # 4. The papers.
    names = desk.names("thang-6")

    def paper(code, form):
        start = "phieu-tu-danh-gia" if form == 1 else "phieu-danh-gia"
        found = [name for name in names if name.startswith(f"{code}-{start}") and name.endswith(".pdf")]
        check(f"one Mẫu {form} of {code}", len(found) == 1, found)
        return desk.words(f"thang-6/{found[0]}") if found else ""

    def says(text, *words):
        for word in words:
            check("says", " ".join(word.split()) in text, word, text[:1500])

    says(paper("001", 1), "ĐẢNG BỘ PHƯỜNG BÌNH AN", "CHI BỘ KHU PHỐ 1", "Bình An, ngày 03 tháng 6 năm 2026", "PHIẾU TỰ ĐÁNH GIÁ",
         "chất lượng sinh hoạt chi bộ tháng 6 năm 2026", "có mặt: 28 đồng chí, đạt 100%", "T/M CHI BỘ", "BÍ THƯ", "Nguyễn Văn An")
    second = paper("001", 2)
    says(second, "ĐẢNG BỘ TỈNH BÌNH GIANG", "ĐẢNG ỦY PHƯỜNG BÌNH AN", "PHIẾU ĐÁNH GIÁ", "Chi bộ được đánh giá: Chi bộ Khu phố 1.",
         "có mặt: 28 đồng chí, đạt 100%", "ĐẢNG ỦY VIÊN DỰ SINH HOẠT", "Huỳnh Văn Bình")
    says(paper("003", 1), "47,83%")
    for code, total, rating in (("025", "89,5", "Khá"), ("004", "90", "Tốt"), ("031", "70", "Khá"), ("036", "69", "Trung bình"),
                                ("039", "50", "Trung bình"), ("040", "49", "Kém"), ("014", "97", "Tốt"), ("023", "88", "Khá")):
        says(paper(code, 1), total, rating)
    # 5. The month's list.
    def lists(folder, rated, *words):
        made = [name for name in desk.names(folder) if name.startswith("danh-sach")]
        check(f"{folder}: one DOCX, one PDF", len(made) == 2, made)
        text = desk.words(f"{folder}/{next((name for name in made if name.endswith('.pdf')), 'none')}")
        says(text, "DANH SÁCH", *words)
        check("ratings", all(f" {count:02} " in text or f" {count} " in text for count in rated), rated, text[-900:])
        return text

    run = desk.types("summarize", "thang-6", "--of", "month", "-o", "ds-6")
    lists("ds-6", [33, 4, 2, 1], "tháng 6 năm 2026", "28/31", "Tổng số: 851 đảng viên (trong đó, có mặt 777 đồng chí", "T/M ĐẢNG ỦY", "BÍ THƯ")
    desk.types("summarize", sheet, "--map", "phieu.toml", "--of", "month", "-o", "ds-6b")
    pdf = lambda folder: [(desk.folder / folder / name).read_bytes() for name in desk.names(folder) if name.endswith(".pdf")]
    check("the same from the sheet", pdf("ds-6") == pdf("ds-6b"))
    twice = next(record for record in desk.records("thang-6") if record["scorer"] == "self" and record["issuer"]["name"] == "Chi bộ Khu phố 3")
    twice["held"] = twice["date"] = {"day": 25, "month": 6, "year": 2026}
    (desk.folder / "hop-them.jsonl").write_text(json.dumps(twice, ensure_ascii=False) + "\n", "utf-8")
    run = desk.types("summarize", "thang-6", "hop-them.jsonl", "--of", "month", "-o", "ds-6c")
    check("two sessions are told", "Chi bộ Khu phố 3 có 02 kỳ sinh hoạt trong tháng 6" in run.said, run.said)
    lists("ds-6c", [34, 4, 2, 1], "Tổng số: 851 đảng viên")
    # 6. Last month.
    run = desk.types("batch", sheet, "--map", "phieu.toml", "--sheet", "Tháng 5", "-o", "thang-5", "--merge", "in.pdf", "--two-sided")
    check("40 chi bộ, 80 phiếu of May", "40 chi bộ, 80 phiếu" in run.said, run.said)
    early = [it for it in run.said.splitlines() if "27/5/2026" in it]
    check("once, with its count", len(early) == 1 and re.search(r"\b\d\d\b", early[0]), early)
    forms(desk, "thang-5", EXPECTED["thang-5"])
    desk.types("summarize", "thang-5", "--of", "month", "-o", "ds-5")
    lists("ds-5", [36, 3, 1], "851 đảng viên", "781 đồng chí")
    run = desk.types("summarize", "thang-5", "thang-6", "--of", "quarter", "-o", "quy-2")
    lists("quy-2", [35, 4, 1], "quý II năm 2026", "94,25")
    check("April is missing, said once", len([it for it in run.said.splitlines() if "tháng 4" in it]) == 1, run.said)
    # 7. July, by one line.
    desk.put("cham-diem-thang-7.xlsx", "Chấm điểm tháng 7.xlsx")
    july = ("batch", "Chấm điểm tháng 7.xlsx", "--map", "phieu.toml", "-o", "thang-7", "--merge", "in.pdf", "--two-sided")
    run = desk.types(*july)
    check("40 chi bộ, 80 phiếu of July", "40 chi bộ, 80 phiếu" in run.said and "tháng 7 năm 2026" in run.said, run.said)
    forms(desk, "thang-7", EXPECTED["thang-7"])
    desk.types("summarize", "thang-7", "--of", "month", "-o", "ds-7")
    lists("ds-7", [37, 2, 1], "851 đảng viên", "783 đồng chí")
    # 8. The power fails.
    undisturbed = {name: (desk.folder / "thang-7" / name).read_bytes() for name in desk.names("thang-7")}
    for moment in range(KILLS):
        kill(desk, july, 20 + moment * 40 // KILLS * 2)
        run = desk.types(*july, "--resume")
        check("how many stood, how many were made", "làm tiếp" in run.said, run.said)
        again = {name: (desk.folder / "thang-7" / name).read_bytes() for name in desk.names("thang-7")}
        check("as undisturbed", again == undisturbed, sorted(set(again) ^ set(undisturbed)), [n for n in again if again[n] != undisturbed.get(n)][:5])
    # 9. The year so far.
    run = desk.types("summarize", "thang-5", "thang-6", "thang-7", "--of", "year", "-o", "nam-2026")
    check("sessions in all", "Tốt 106, Khá 9, Trung bình 4, Kém 1" in run.said, run.said)
    text = lists("nam-2026", [])
    check("31 chi bộ with three Tốt", len(re.findall(r" 3 3 0 0 0 ", text)) == 31, text)
    for branch, ratings in EXPECTED["nam-2026"]["by_branch"].items():
        row = " ".join(str(count) for count in [3] + [ratings.count(rating) for rating in ("Tốt", "Khá", "Trung bình", "Kém")])
        says(text, f"{branch} {row}")
    check("no rule for the year", "chưa xếp loại: 40" in text, text[-600:])
    return desk


def main():
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        desk = story(pathlib.Path(one), ".xlsx")
        ods = story(pathlib.Path(other), ".ods")
        # The first run of both: the same papers, byte for byte.
        again = pathlib.Path(one) / "again"
        again.mkdir()
        first = Desk(again, ".xlsx")
        shutil.copyfile(desk.folder / "phieu.toml", first.folder / "phieu.toml")
        first.types("batch", "Chấm điểm tháng 6.xlsx", "--map", "phieu.toml", "-o", "thang-6", "--merge", "in.pdf", "--two-sided", status=1)
        same = lambda a: {name: (a.folder / "thang-6" / name).read_bytes() for name in a.names("thang-6") if name != "bao-cao.csv"}
        check("XLSX and ODS give the same papers", same(first) == same(ods))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    check("memory", peak < MEMORY, peak)
    print(f"peak {peak} MB, {len(failures)} failures")
    sys.exit(bool(failures))


main()
