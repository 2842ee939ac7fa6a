//! Plans and programmes: their own rules with their sentences.

use serde_json::json;

use crate::kinds::NO_CONTENT;
use crate::records::{all, without};
use vanban::Stage;

#[test]
fn plans() {
    all(
        "plan_tasks",
        |r| r["schedule"]["rows"] = json!({"tasks": []}),
        &[
            "lỗi: schedule.rows (các dòng của kế hoạch): bảng của kế hoạch chưa có dòng nào [quy ước; schedule.empty]",
        ],
    );
    all(
        "plan_tasks",
        |r| r["schedule"]["rows"]["tasks"][0]["deadline"]["date"]["day"] = json!(31),
        &[
            "lỗi: schedule.rows.tasks[0] (các nhiệm vụ): ngày 31/6/2026 không có trong lịch [quy ước; schedule.not_a_date]",
        ],
    );
    all(
        "plan_tasks",
        |r| r["schedule"]["rows"]["tasks"][0]["deadline"]["date"]["month"] = json!(5),
        &[
            "cảnh báo: schedule.rows.tasks[0] (các nhiệm vụ): thời gian thực hiện 20/5/2026 trước ngày của văn bản \
         [quy ước; schedule.before_paper]",
        ],
    );
    all("plan_tasks", without("schedule"), &[NO_CONTENT]);
    all(
        "plan",
        |r| r["schedule"]["rows"]["sessions"][3]["quarter"] = json!(3),
        &[
            "cảnh báo: schedule.rows.sessions (các kỳ sinh hoạt): quý 4 chưa có kỳ sinh hoạt chuyên đề; mỗi quý sinh hoạt chuyên đề ít nhất \
         một kỳ [42-HD/BTCTW; schedule.quarter_without_session]",
        ],
    );
    all(
        "plan",
        |r| r["schedule"]["rows"]["sessions"][0]["date"]["month"] = json!(5),
        &[
            "lỗi: schedule.rows.sessions[0].date (ngày sinh hoạt): ngày 27/5/2023 không thuộc quý 1 [quy ước; schedule.other_quarter]",
        ],
    );
    all(
        "plan",
        |r| {
            let more = r["schedule"]["rows"]["sessions"][1].clone();
            r["schedule"]["rows"]["sessions"].as_array_mut().unwrap().push(more);
            r["schedule"]["rows"]["sessions"][4]["quarter"] = json!(5);
        },
        &["lỗi: schedule.rows.sessions[4].quarter (quý): một năm có bốn quý; không có quý 5 \
           [quy ước; schedule.no_quarter]"],
    );
    all(
        "plan_branches",
        |r| r["organisation"][0]["items"][1]["paragraphs"][0] = json!("Các chi bộ"),
        &[
            "lỗi: organisation[0].items[1].paragraphs[0] (các đoạn văn): nội dung phải kết thúc bằng dấu chấm “.”; hiện kết thúc bằng \
         “Các chi bộ” [36-HD/VPTW II.1.6.2; body.no_full_stop]",
        ],
    );
}

/// A member's plan has no number, and the member and the branch sign it.
#[test]
fn a_members_plan() {
    let signature = json!({"capacity": "direct", "position": "Đảng viên", "name": "Trần Thị Bình"});
    all(
        "plan_member",
        |r| r["signature"] = signature.clone(),
        &[
            "lỗi: signature (người ký): kế hoạch cá nhân do đảng viên ký; hãy bỏ signature [quy ước; plan.member_signs]",
        ],
    );
    all(
        "plan_member",
        |r| r["number"] = json!(5),
        &[
            "lỗi: number (số văn bản): loại văn bản này không có dòng số và ký hiệu; hãy bỏ số [quy ước; number.unasked]",
        ],
    );
    let tree = crate::render(&crate::case("plan_member")).to_text(Stage::Tree).unwrap();
    for line in ["TypeName: KẾ HOẠCH CÁ NHÂN", "Authority: XÁC NHẬN CỦA CHI BỘ", "Authority: NGƯỜI ĐĂNG KÝ"]
    {
        assert!(tree.contains(line), "{line}\n{tree}");
    }
    assert!(!tree.contains("Number: "));
}

#[test]
fn programmes() {
    all("programme_smallest", without("sections"), &[NO_CONTENT]);
    all(
        "programme",
        |r| r["sections"][1] = json!({}),
        &["lỗi: sections[1] (các mục): mục không có tên và cũng không có nội dung [quy ước; sections.empty]"],
    );
}

/// The sections of every field are judged, not those of `sections` alone.
#[test]
fn sections_round_the_schedule_are_sound() {
    let fault = |path: &str| {
        format!("lỗi: {path}: mục không có tên và cũng không có nội dung [quy ước; sections.empty]")
    };
    all(
        "plan",
        |r| r["schedule"]["items"] = json!([{"items": []}]),
        &[&fault("schedule.items[0] (mục con)")],
    );
    all(
        "plan",
        |r| r["organisation"].as_array_mut().unwrap().insert(0, json!({})),
        &[&fault("organisation[0] (tổ chức thực hiện)")],
    );
}
