#!/usr/bin/env python3
"""The month's story: notice, minutes, resolution, Mẫu 1, and the next month from them, as he types them.

    python3 .ci/stories/month.py VANBAN

What he types comes from tests/stories/month_typed.json; numbers are those of the story's expectations.
"""
import json, sys, tempfile

from desk import DATA, Desk, check, finish

TYPED = json.loads((DATA / "month_typed.json").read_text("utf-8"))
OFFICE, MINUTES = TYPED["office"], TYPED["minutes"]
SUBJECT = "sinh hoạt chi bộ thường kỳ tháng 7 năm 2026"
# What no paper of this office has, beside what none has.
NEVER = ("định kỳ",)


def office():
    recipients = ", ".join(json.dumps(it, ensure_ascii=False) for it in OFFICE["recipients"][:-1])
    return (f'office = "{OFFICE["name"]}"\nsuperior = "{OFFICE["superior"]}"\nplace = "{OFFICE["place"]}"\n'
            f'criteria_set = "{OFFICE["criteria"]}"\nrecipients = [{recipients}]\narchive = "{OFFICE["recipients"][-1]}"\n\n'
            f'[signer]\nname = "{OFFICE["signer"]["name"]}"\nposition = "{OFFICE["signer"]["position"]}"\n')


def begun(kind, typed):
    return {"kind": kind, "issuer": {"name": OFFICE["name"], "superior": OFFICE["superior"]}, "place": OFFICE["place"],
            "number": typed["number"], "date": typed["date"], "subject": SUBJECT}


def signed():
    return {"recipients": OFFICE["recipients"], "signature": {"capacity": "T/M", "body": "Chi bộ", **OFFICE["signer"]}}


def task(it):
    return {"content": it["task"], "chair": it["lead"], "deadline": {"date": it["due"]}}


def minutes():
    count = MINUTES["attendance"]

    def point(it):
        opinions = [{"speaker": said["speaker"], "content": said["content"]} for said in it.get("opinions", [])]
        made = {"heading": it["heading"], "speaker": it["speaker"], "paragraphs": [it["content"]], "opinions": opinions,
                "tasks": [task(one) for one in it.get("tasks", [])], "conclusions": it.get("conclusion", [])}
        return {key: value for key, value in made.items() if value}

    return {
        **begun("minutes", MINUTES), "variant": "regular", "starts": MINUTES["starts"], "ends": MINUTES["ends"], "venue": MINUTES["venue"],
        "attendance": {
            **{key: count[key] for key in ("total", "official", "probationary", "exempt", "summoned", "present")},
            "absent": len(count["absentees"]), "excused": count["absent_excused"], "unexcused": count["absent_unexcused"],
            "absentees": count["absentees"], "delegates": [MINUTES["guest"]]},
        "chair": MINUTES["chair"], "secretary": MINUTES["secretary"],
        "agenda": [it["heading"] for it in MINUTES["points"]],
        "proceedings": [point(it) for it in MINUTES["points"]], "conclusions": [{"points": MINUTES["conclusions"]}],
        "motions": [{"content": it["subject"], "vote": {key: value for key, value in it.items() if key != "subject"}} for it in MINUTES["votes"]]}


def clean(paper):
    paper.lacks(*NEVER)
    return paper


def story(vanban, folder):
    his = Desk(vanban, folder, office(), never=("36-HD",))
    # June is there.
    june, last = TYPED["last_month"], json.loads((DATA / "month_last_resolution.json").read_text("utf-8"))
    (his.folder / "nghi-quyet-thang-6.json").write_text(json.dumps(last, ensure_ascii=False, indent=2), "utf-8")
    june_tasks, july_tasks = [it["task"] for it in june["tasks"]], [it["task"] for it in MINUTES["points"][2]["tasks"]]

    # 1 to 3. Notice and minutes.
    his.watches()
    notice = {**begun("notice", TYPED["notice"]), "meeting": TYPED["notice"]["meeting"], **signed()}
    his.begins("thong-bao.json", "notice", "regular", notice)
    his.saved("thong-bao.json")
    paper = clean(his.paper("thong-bao")).says("ĐẢNG BỘ XÃ TÂN LẬP", "CHI BỘ THÔN ĐÔNG").says("THÔNG BÁO", SUBJECT)
    check("1: on one line", "Số 14-TB/CB Tân Lập, ngày 29 tháng 6 năm 2026" in paper.beside, paper.beside[:300])
    paper.says("19 giờ 30").says("ngày 03 tháng 7 năm 2026").says("Nhà văn hóa thôn Đông")
    points = [f"{it['content']}" for it in TYPED["notice"]["meeting"]["agenda"]]
    paper.says(*points).says("T/M CHI BỘ").says("BÍ THƯ").says("Nguyễn Văn Bình")
    nơi_nhận = ("- Đảng ủy xã Tân Lập (để báo cáo);", "- Các đảng viên Chi bộ;", "- Lưu Chi bộ.")
    paper.says(*nơi_nhận)
    his.begins("bien-ban.json", "minutes", "regular", minutes())
    his.saved("bien-ban.json")
    paper = clean(his.paper("bien-ban")).says("12-BB/CB").says("BIÊN BẢN", SUBJECT).says("Vào hồi 19 giờ 30 phút, ngày 03 tháng 7 năm 2026")
    paper.says("24 đồng chí", "chính thức: 23", "dự bị: 01", "02 đồng chí", "23 đồng chí", "22 đồng chí").says("đồng chí Đặng Văn Giang, lý do điều trị tại bệnh viện".replace("đồng", "ồng"))
    paper.says("DIỄN BIẾN KỲ SINH HOẠT", *[word for it in MINUTES["points"] for word in (it["heading"], *[f"- Đồng chí {said['speaker']}: {said['content']}" for said in it.get("opinions", [])])])
    paper.says(*[word for it in MINUTES["points"][2]["tasks"] for word in (it["task"], it["lead"], it["due"])])
    paper.says(MINUTES["votes"][0]["subject"], "21/21", "100%").says(MINUTES["votes"][1]["subject"], "20/21", "95,24%").says("95,45%").says("90,91%")
    paper.says("21 giờ 15 phút, cùng ngày").counts("- Đồng chí ", 12)
    for name in ("thong-bao.json", "bien-ban.json", "nghi-quyet-thang-6.json"):
        check("no warning", "không phát hiện" in his.types("check", name, counts=False), name)
    kept = his.bytes()

    # 4. The draft of July's resolution.
    said = his.types("next", "bien-ban.json", "nghi-quyet-thang-6.json", "--to", "resolution", "-o", "du-thao.json")
    check("no warning", "cảnh báo" not in said, said)
    check("what may follow", "vanban issue du-thao.json --number" in said.splitlines()[-1], said)
    paper = clean(his.paper("du-thao")).says("-NQ/CB", "Dự thảo lần 1").says("NGHỊ QUYẾT", "lãnh đạo thực hiện nhiệm vụ tháng 7 năm 2026").lacks("T/M", "Căn cứ")
    check("7", "Tân Lập, ngày tháng năm 2026" in paper.beside, paper.beside[:300])
    paper.says(SUBJECT, "24 đồng chí", "có mặt 22 đồng chí", "vắng mặt 01 đồng chí").says("Thời lượng sinh hoạt: 105 phút.").says("Nguyễn Văn Bình", "Phạm Thị Nga")
    paper.lacks("Đặng Văn Giang", "bệnh viện").says("Sau khi nghe Chi ủy báo cáo,", "thống nhất ban hành nghị quyết như sau:")
    paper.says("I- ĐÁNH GIÁ KẾT QUẢ LÃNH ĐẠO THÁNG 6", "3. Kết quả thực hiện Nghị quyết Chi bộ tháng 6").counts(MINUTES["points"][1]["conclusion"][0], 1)
    for word in ("Nhiệm vụ đề ra tại Nghị quyết tháng 6", "Tình trạng đầu kỳ", "Kết quả thực hiện", *june_tasks):
        check("9", word in paper.docx, word, paper.docx)
    paper.says("II- PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG 7", *[word for it in MINUTES["points"][2]["tasks"] for word in (it["task"], it["lead"], it["due"])])
    paper.says("III- PHÂN CÔNG NHIỆM VỤ VÀ TỔ CHỨC THỰC HIỆN", MINUTES["conclusions"][0]).lacks("IV-", "21/21", "Tự chấm điểm")
    voted = "biểu quyết thông qua tại kỳ sinh hoạt ngày 03/7/2026, với 20/21 đồng chí tán thành, đạt tỷ lệ 95,24%."
    paper.says(voted).counts("20/21", 1)
    typed = TYPED["resolution"]

    def looked_back(record):
        back, ahead = record["sections"][0]["items"], record["sections"][1]["items"]
        for section, key in ((back[0], "ideology"), (back[1], "political_task"), (back[3], "praise"), (back[4], "shortcoming"), (ahead[0], "next_ideology")):
            section["paragraphs"] = [*section.get("paragraphs", []), typed[key]]
        for row, result in zip(back[2]["reviewed"]["tasks"], typed["results"]):
            row.update(result)
    # With an empty cell it is issued, and told by its row.
    empty = his.types("issue", "du-thao.json", "--number", "12", "--date", "04/7/2026", "-o", "thu.json", counts=False)
    check("an empty cell of the results is told", "bảng kết quả, dòng 4" in empty and "cảnh báo" in empty, empty)
    his.edits("du-thao.json", looked_back)
    his.saved("du-thao.json")
    paper = his.paper("du-thao")
    for before, result in ((it["before"], it["result"]) for it in typed["results"]):
        check("9: as typed", before in paper.docx and result in paper.docx, result, paper.docx)

    # 5. Issued; nothing is asked.
    before = his.bytes()
    said = his.types("issue", "du-thao.json", "--number", "12", "--date", "02/7/2026", "-o", "nghi-quyet-thang-7.json", status=1, counts=False)
    check("13: refused", "03/7/2026" in said and "hãy" in said and his.bytes() == before, said)
    said = his.types("issue", "du-thao.json", "--number", "12", "--date", "04/7/2026", "-o", "nghi-quyet-thang-7.json", answers=())
    check("no warning", "cảnh báo" not in said, said)
    check("what may follow", "vanban next nghi-quyet-thang-7.json --to resolution" in said, said)
    paper = clean(his.paper("nghi-quyet-thang-7")).says("Tân Lập, ngày 04 tháng 7 năm 2026").says(voted).lacks("Dự thảo", "…")
    check("13", "Số 12-NQ/CB" in paper.beside, paper.beside[:300])
    paper.says("T/M CHI BỘ").says("BÍ THƯ").says("Nguyễn Văn Bình").says(*nơi_nhận)

    # 6. Mẫu 1.
    his.types("next", "bien-ban.json", "--to", "evaluation_form", "-o", "mau-1.json")
    form, paper = TYPED["form"], clean(his.paper("mau-1"))
    paper.says("ngày 03 tháng 7 năm 2026").says("105 phút").says("24 đồng chí").says("02 đồng chí").says("có mặt: 22 đồng chí, đạt 95,65%").says("10 đồng chí, đạt 45,45% số đảng viên có mặt")
    check("14: nothing is scored", not paper.record.get("rows"), paper.record)

    def scored(record):
        record["date"] = form["date"]
        record["session"]["targets"], record["session"]["long_absent"] = form["targets"], form["long_absent"]
        notes = form["notes"]
        record["rows"] = [{"criterion": it, "self_score": score, **({"note": notes[it]} if it in notes else {})} for it, score in form["scores"].items()]
        record.update({key: form[key] for key in ("strengths", "shortcomings", "remedies")})
    his.edits("mau-1.json", scored)
    check("no warning on the form", "không phát hiện" in his.types("check", "mau-1.json", counts=False))
    his.saved("mau-1.json")
    paper = his.paper("mau-1").says("3/4, đạt 75%").says("Tân Lập, ngày 04 tháng 7 năm 2026").says("T/M CHI BỘ").says("BÍ THƯ").says("Nguyễn Văn Bình")
    for word in (*form["notes"].values(), "93", "Tốt"):
        check("15", word in paper.docx, word, paper.docx)
    # 11. With the form the draft has the score.
    his.types("next", "bien-ban.json", "nghi-quyet-thang-6.json", "mau-1.json", "--to", "resolution", "-o", "du-thao-diem.json", counts=False)
    his.paper("du-thao-diem").says("IV- TỰ ĐÁNH GIÁ", "Tổng số điểm: 93/100 điểm, tự xếp loại: Tốt.")

    # 7. August begins.
    said = his.types("next", "nghi-quyet-thang-7.json", "--to", "resolution", "-o", "du-thao-thang-8.json")
    paper = clean(his.paper("du-thao-thang-8")).says("Dự thảo lần 1").says("lãnh đạo thực hiện nhiệm vụ tháng 8 năm 2026").says("ĐÁNH GIÁ KẾT QUẢ LÃNH ĐẠO THÁNG 7")
    for word in ("Nhiệm vụ đề ra tại Nghị quyết tháng 7", *july_tasks):
        check("16", word in paper.docx, word, paper.docx)
    paper.lacks("22 đồng chí", "20/21", "03/7/2026", "T/M", "12-NQ/CB", *june_tasks)

    check("no step changed what was there", all(his.bytes()[name] == it for name, it in kept.items()))
    check("at most 7 commands", his.commands <= 7, his.commands)
    check("at most 200 typed lines", his.lines <= 200, his.lines)
    his.leaves()
    print(f"{his.commands} commands, {his.lines} typed lines", flush=True)


with tempfile.TemporaryDirectory() as folder:
    story(sys.argv[1], folder)
finish()
