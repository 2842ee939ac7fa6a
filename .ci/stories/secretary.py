#!/usr/bin/env python3
"""The secretary's story, from a forum's minutes to the issued resolution, its plan and its notice, as she types it.

    python3 .ci/stories/secretary.py VANBAN   # once in 2022 under hd36, once in 2026 under hd05

What she types comes from tests/stories/secretary_typed.json; numbers are those of the story's expectations.
"""
import copy, json, sys, tempfile

from desk import DATA, Desk, check, finish

TYPED = json.loads((DATA / "secretary_typed.json").read_text("utf-8"))
ORDINALS = ("Thứ nhất", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm")


class Run:
    """A run of the story: its year, its days, its guidance."""

    def __init__(self, year):
        self.year, self.late = year, year == 2026
        self.forum, self.notice, self.session, self.before, self.plan = (
            ("21/6/2026", "25/6/2026", "10/7/2026", "09/7/2026", "01/8/2026") if self.late
            else ("21/5/2022", "25/5/2022", "10/6/2022", "09/6/2022", "01/7/2022"))
        self.mark, self.last_mark = (";", ".") if self.late else (",", ",")
        self.typed = copy.deepcopy(TYPED)
        if self.late:
            basis = self.typed["minutes"].pop("basis")
            self.typed = json.loads(json.dumps(self.typed, ensure_ascii=False).replace("năm 2022", "năm 2026"))
            self.typed["minutes"]["basis"] = basis

    def long(self, day):
        day, month, year = day.split("/")
        return f"ngày {int(day):02} tháng {int(month):02} năm {year}" if int(month) < 3 else f"ngày {int(day):02} tháng {int(month)} năm {year}"

    def month(self, day):
        _, month, year = day.split("/")
        return f"tháng {int(month)} năm {year}"

    def office(self):
        office = self.typed["office"]
        recipients = ", ".join(json.dumps(it, ensure_ascii=False) for it in office["recipients"][:-1])
        guidance = "" if self.late else 'profile = "hd36"\n'
        return (f'office = "{office["name"]}"\nsuperior = "{office["superior"]}"\nplace = "{office["place"]}"\n{guidance}'
                f'recipients = [{recipients}]\narchive = "{office["recipients"][-1]}"\n\n'
                f'[signer]\nname = "{office["signer"]["name"]}"\nposition = "{office["signer"]["position"]}"\n')

    def minutes(self):
        typed, office = self.typed["minutes"], self.typed["office"]
        count = typed["attendance"]
        return {
            "kind": "minutes", "variant": "forum",
            "issuer": {"name": office["name"], "superior": office["superior"]}, "place": office["place"],
            "number": "by_hand", "date": self.forum, "subject": f"diễn đàn chi bộ “{typed['topic']}”", "topic": typed["topic"],
            "basis": [{"document": {("subject" if key == "about" else key): value for key, value in it.items()}} for it in typed["basis"]],
            "starts": typed["starts"], "ends": typed["ends"], "venue": "by_hand",
            "attendance": {
                "participants": count["participants"], "total": count["total"], "official": count["official"],
                "probationary": count["probationary"], "summoned": count["summoned"], "present": count["present"],
                "absent": len(count["absentees"]), "excused": count["absent_excused"], "unexcused": count["absent_unexcused"],
                "absentees": count["absentees"], "delegates": [typed["guest"]]},
            "chair": typed["chair"], "secretary": typed["secretary"], "agenda": typed["agenda"],
            "proceedings": [{"speaker": it["speaker"], "paragraphs": [it["content"]]} for it in typed["proceedings"]],
            "solutions": typed["solutions"], "conclusions": [{"points": typed["conclusions"]}]}

    def recipients(self):
        first, second, last = self.typed["office"]["recipients"]
        return f"- {first}{self.mark}", f"- {second}{self.mark}", f"- {last}."


def grounds(run):
    typed = run.typed["minutes"]["basis"]
    return [f"- Căn cứ {it['kind']} số {it['symbol']}, ngày {it['date']} của {it['issuer']} về {it['about']}" for it in typed]


def story(vanban, folder, run):
    typed, office = run.typed, run.typed["office"]
    hers = Desk(vanban, folder, run.office(), never=("36-HD",) if run.late else ("05-HD",))
    hers.lines += len(run.office().splitlines())
    subject, added = typed["draft_2"]["subject"], typed["draft_2"]["added_to_II_3"]
    solutions, conclusions = typed["minutes"]["solutions"], typed["minutes"]["conclusions"]

    # 1, 2. Biên bản.
    hers.watches()
    hers.begins("bien-ban.json", "minutes", "forum", run.minutes())
    check("no warning on the minutes", "không phát hiện" in hers.types("check", "bien-ban.json", counts=False))
    hers.saved("bien-ban.json")
    paper = hers.paper("bien-ban")
    paper.says("ĐẢNG BỘ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ", "CHI BỘ PHÒNG 7-9").says(f"Quảng Trị, {run.long(run.forum)}").says("-BB/CB")
    paper.says("BIÊN BẢN", "diễn đàn chi bộ “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh")
    paper.says(*[f"{it};" for it in grounds(run)[:4]], f"{grounds(run)[4]}. I-")
    paper.says(f"Vào hồi 14 giờ 00 phút, {run.long(run.forum)}").says("Địa điểm: …")
    paper.says("Tổng số đảng viên của Chi bộ Phòng 7-9: 14 đồng chí; trong đó chính thức: 13; dự bị: 01.")
    paper.says("14 đồng chí", "13 đồng chí", "01 đồng chí (có lý do: 01; không lý do: 00)", "ồng chí Phạm Văn Tâm, lý do đi công tác")
    paper.says("Đồng chí Lê Thị Mai - Đảng ủy viên, Phó Viện trưởng Viện kiểm sát nhân dân tỉnh Quảng Trị")
    paper.says("NỘI DUNG DIỄN ĐÀN").says("DIỄN BIẾN DIỄN ĐÀN").lacks("CUỘC HỌP", "SINH HOẠT")
    paper.says(*[f"{which}, {it['heading'][0].lower()}{it['heading'][1:]}." for which, it in zip(ORDINALS, solutions)])
    paper.says("Đồng chí Nguyễn Thị Hoa - Phó Bí thư Chi bộ", *conclusions, "16 giờ 30 phút, cùng ngày")
    paper.says("NGƯỜI GHI BIÊN BẢN").says("Trần Văn Minh").says("CHỦ TRÌ HỘI NGHỊ").says("Nguyễn Thị Hoa")

    # Several papers may follow: they are told, and nothing is written.
    before = hers.bytes()
    said = hers.types("next", "bien-ban.json", status=2, counts=False)
    check("what may follow", "vanban next bien-ban.json --to resolution" in said and "--to notice" in said, said)
    check("nothing is written", hers.bytes() == before)

    # 3. Dự thảo lần 1.
    said = hers.types("next", "bien-ban.json", "--to", "resolution")
    check("what may follow", "vanban next nghi-quyet-1.json --to comments" in said.splitlines()[-2], said)
    check("no warning", "cảnh báo" not in said, said)
    paper = hers.paper("nghi-quyet-1")
    paper.says("-NQ/CB", "Dự thảo lần 1").says(f"năm {run.year}")
    check("9: room for day and month", paper.beside.find(f"Quảng Trị, ngày tháng năm {run.year}") >= 0, paper.beside[:400])
    paper.says("NGHỊ QUYẾT", "về thực hiện các giải pháp nêu tại diễn đàn chi bộ “Học tập và làm theo")
    based = f"Trên cơ sở kết quả diễn đàn chi bộ ngày {run.forum} và kết quả thảo luận, biểu quyết tại kỳ sinh hoạt chi bộ tháng"
    paper.says(*[f"{it};" for it in grounds(run)[:4]], f"{grounds(run)[4]}{run.last_mark} {based}", f"năm {run.year}, Chi bộ Phòng 7-9 quyết nghị:")
    paper.says("I- ĐÁNH GIÁ KẾT QUẢ DIỄN ĐÀN", conclusions[0], conclusions[1], "II- NHIỆM VỤ, GIẢI PHÁP",
               *[word for at, it in enumerate(solutions, 1) for word in (f"{at}. {it['heading']}", it["content"])], "III- TỔ CHỨC THỰC HIỆN")
    paper.lacks("tiếp tục thảo luận và ban hành nghị quyết", "Thứ nhất")
    first = paper.read.split("II- NHIỆM VỤ")[0]
    check("12: her call is not in I", "Kêu gọi" not in first)
    paper.says("III- TỔ CHỨC THỰC HIỆN", "chương trình, kế hoạch công tác", "Từng đảng viên", "kỳ sinh hoạt hằng tháng")
    paper.lacks("có mặt 13", "14 đồng chí", "Lê Thị Mai", "14 giờ 00", "biểu quyết thông qua", "T/M", "PHÓ BÍ THƯ", "Nguyễn Thị Hoa")
    paper.says(*run.recipients())
    draft_1 = paper

    # 4. Góp ý.
    said = hers.types("next", "nghi-quyet-1.json", "--to", "comments")
    check("what may follow", "vanban next gop-y.json" in said.splitlines()[-1], said)
    title = ("BẢNG TỔNG HỢP", "ý kiến góp ý dự thảo lần 1 Nghị quyết về thực hiện các giải pháp")
    hers.paper("gop-y").says(*title).says("Giải trình").lacks("không có góp ý nào")
    # 19. The third answer is left out.
    comments = [{key: value for key, value in {"commenter": it["from"], **{key: it[key] for key in ("content", "accepted", "explained")}}.items() if value} for it in typed["comments"]]
    hers.edits("gop-y.json", lambda it: it.update(comments=copy.deepcopy(comments)))
    whole = (hers.folder / "gop-y.json").read_bytes()
    open_ = copy.deepcopy(comments)
    del open_[2]["explained"]
    (hers.folder / "gop-y.json").write_text(json.dumps({**hers.record("gop-y.json"), "comments": open_}, ensure_ascii=False), "utf-8")
    hers.saved("gop-y.json")
    before = hers.bytes()
    said = hers.types("next", "gop-y.json", status=1, counts=False)
    check("19", "góp ý của đồng chí Võ Thị Lan chưa được tiếp thu, cũng chưa giải trình" in said, said)
    check("19: nothing is written", hers.bytes() == before)
    (hers.folder / "gop-y.json").write_bytes(whole)
    hers.saved("gop-y.json")
    paper = hers.paper("gop-y").says(*title).lacks("không có góp ý nào")
    for it in comments:
        for word in it.values():
            check("18", word in paper.docx, word, paper.docx)

    # 5. Dự thảo lần 2.
    kept = {name: it for name, it in hers.bytes().items() if name.startswith("nghi-quyet-1.")}
    hers.types("next", "gop-y.json")

    def second(record):
        record["subject"] = subject
        paragraphs = record["sections"][1]["items"][2]["paragraphs"]
        paragraphs[-1] += f" {added}"
    hers.edits("nghi-quyet-2.json", second)
    hers.saved("nghi-quyet-2.json")
    paper = hers.paper("nghi-quyet-2").says("-NQ/CB", "Dự thảo lần 2").says(subject)
    paper.says(f"{solutions[2]['content']} {added}").lacks("Dự thảo lần 1", "T/M", "Nguyễn Thị Hoa", "05-NQ/CB")
    body = lambda it: it.docx[it.docx.index("- Căn cứ"):]
    one, two = body(draft_1), body(paper).replace(f" {added}", "")
    differs = next((at for at, (a, b) in enumerate(zip(one, two)) if a != b), min(len(one), len(two)))
    check("20: every other sentence as in 1", one == two, one[differs - 50:differs + 50], "|", two[differs - 50:differs + 50])
    check("draft 1 is still there", all(hers.bytes()[name] == it for name, it in kept.items()) and len(kept) == 3)

    # 25. Refused, and nothing written.
    before = hers.bytes()
    line = ("issue", "nghi-quyet-2.json", "--number", "5", "--date", run.session)
    vote = "abstained=0,entitled=13,in_favour={},against={},present=12"

    def refused(*words, arguments=line, status=1):
        said = hers.types(*arguments, status=status, counts=False)
        check("25", all(word in said for word in words), words, said)
        check("25: nothing is written", hers.bytes() == before)

    adopted = ("--adopted", run.session, "--vote")
    refused("6/13", "chưa quá một nửa", "hãy", arguments=(*line, *adopted, "entitled=13,present=12,in_favour=6,against=3,abstained=3"))
    refused("13", "có mặt 12", "hãy", arguments=(*line, *adopted, vote.format(12, 1)))
    refused("entitled", "present", "in_favour", "against", "abstained", arguments=(*line, *adopted, "13,12,12,0,0"), status=2)
    refused(run.before, run.session, "hãy", arguments=(*line[:-1], run.before, *adopted, vote.format(12, 0)))
    refused("dự thảo", "hãy", arguments=("issue", "gop-y.json", *line[2:], *adopted, vote.format(12, 0)))
    # Without a terminal and without values, all that is missing is named.
    refused("ngày của kỳ sinh hoạt thông qua", "quyền biểu quyết", "có mặt", "tán thành", "không tán thành", "không có ý kiến", status=2)

    # 6. By options, in any order; then what she does: at the terminal.
    hers.types(*line, *adopted, vote.format(12, 0), "-o", "thu.json", counts=False)
    answers = (("Ngày của kỳ sinh hoạt thông qua:", run.session), ("Số đảng viên có quyền biểu quyết:", "mười ba"),
               ("Số đảng viên có quyền biểu quyết:", "13"), ("Có mặt:", "12"), ("Tán thành:", "12"), ("Không tán thành:", "0"), ("Không có ý kiến:", "0"))
    said = hers.types(*line, answers=answers)
    check("a wrong answer is told", "“mười ba” không phải là số" in said, said)
    check("by options as by answers", all(hers.bytes()[f"thu.{it}"] == hers.bytes()[f"nghi-quyet.{it}"] for it in ("json", "docx", "pdf")))
    check("what may follow", "vanban next nghi-quyet.json --to plan --number" in said, said)
    check("no warning", "cảnh báo" not in said, said)
    paper = hers.paper("nghi-quyet").lacks("Dự thảo", "…", "kế hoạch hằng tháng..").says("05-NQ/CB")
    check("21", "Số 05-NQ/CB" in paper.beside, paper.beside[:300])
    paper.says(f"Quảng Trị, {run.long(run.session)}")
    paper.says(f"tại kỳ sinh hoạt chi bộ {run.month(run.session)}, Chi bộ Phòng 7-9 quyết nghị:")
    paper.says("13 đồng chí", "12 đồng chí", "12/12", "100%").counts("12/12", 1).counts("Nghị quyết này được Chi bộ Phòng 7-9", 1)
    paper.says("Nghị quyết này được Chi bộ Phòng 7-9", "thông qua tại kỳ sinh hoạt chi bộ", run.session)
    paper.says("T/M CHI BỘ").says("PHÓ BÍ THƯ").says("Nguyễn Thị Hoa").says(*run.recipients())

    # 7. Kế hoạch.
    said = hers.types("next", "nghi-quyet.json", "--to", "plan", "--number", "8", "--date", run.plan)
    paper = hers.paper("ke-hoach").lacks("Dự thảo")
    check("26", "Số 08-KH/CB" in paper.beside, paper.beside[:300])

    def led(record):
        for row, lead in zip(record["schedule"]["rows"]["tasks"], typed["plan"]["leads"]):
            row["chair"] = lead
    hers.edits("ke-hoach.json", led)
    check("no warning on the plan", "không phát hiện" in hers.types("check", "ke-hoach.json", counts=False))
    hers.saved("ke-hoach.json")
    month = run.month(run.plan)
    paper = hers.paper("ke-hoach").says(run.long(run.plan)).says("KẾ HOẠCH", f"công tác {month}")
    paper.counts(f"Nghị quyết số 05-NQ/CB, ngày {run.session} của Chi bộ Phòng 7-9 {subject}", 1).counts("05-NQ/CB", 1)
    paper.says(f"Chi bộ Phòng 7-9 xây dựng kế hoạch công tác {month} như sau:").lacks("Dự thảo", "…")
    paper.says("T/M CHI BỘ").says("PHÓ BÍ THƯ").says(*run.recipients())
    at = 0
    for solution, lead in zip(solutions, typed["plan"]["leads"]):
        for word in (solution["heading"], lead, f"trong {month}"):
            found = paper.docx.find(word, at)
            check("27", found >= 0, word, paper.docx)
            at = max(at, found)
    check("27: five days", paper.docx.count(f"trong {month}") == 5, paper.docx)

    # 8. Thông báo.
    said = hers.types("next", "bien-ban.json", "--to", "notice", "--number", "7", "--date", run.notice)
    check("no warning", "cảnh báo" not in said, said)
    paper = hers.paper("thong-bao").says(run.long(run.notice)).says("THÔNG BÁO", "kết luận tại diễn đàn chi bộ “Học tập").lacks("Căn cứ", "Dự thảo", "…")
    check("28", "Số 07-TB/CB" in paper.beside, paper.beside[:300])
    paper.says(f"Ngày {run.forum}, Chi bộ Phòng 7-9 tổ chức diễn đàn chi bộ", "thông báo kết luận tại diễn đàn như sau:", *conclusions)
    paper.says(*[it["heading"] for it in solutions], "thông báo để các đồng chí biết, thực hiện.")

    # Nothing that was there was changed by what followed.
    check("what is kept", hers.bytes()["nghi-quyet-1.pdf"] == kept["nghi-quyet-1.pdf"])
    check("at most 8 commands", hers.commands <= 8, hers.commands)
    check("at most 200 typed lines", hers.lines <= 200, hers.lines)
    hers.leaves()
    print(f"{run.year}: {hers.commands} commands, {hers.lines} typed lines", flush=True)


for year in (2022, 2026):
    with tempfile.TemporaryDirectory() as folder:
        story(sys.argv[1], folder, Run(year))
finish()
