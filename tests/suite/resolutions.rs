//! Kinds of resolutions: what each must have, what must agree, and what stands on the page.

use serde_json::{Value, json};

use crate::records::{all, changed, problems, without};
use vanban::Stage;

/// The lines of the tree, plain spaces for no-break ones.
fn tree(name: &str, change: impl FnOnce(&mut Value)) -> String {
    crate::render(&changed(name, change).to_string())
        .to_text(Stage::Tree)
        .unwrap()
        .replace(['°', '\u{a0}'], " ")
}

#[test]
fn good_resolutions_have_no_problem() {
    for name in ["resolution_monthly", "resolution_monthly_2018", "resolution_annual", "resolution_admission"]
    {
        assert_eq!(problems(crate::case(name)), Vec::<String>::new(), "{name}");
    }
    // The draft of a forum's time is older than its guidance.
    all("resolution_thematic_draft", |_| {}, &[]);
}

#[test]
fn each_kind_has_parts_that_it_cannot_be_without() {
    for (name, field, expected) in [
        (
            "resolution_monthly",
            "session",
            "lỗi: session (kỳ sinh hoạt): nghị quyết chưa ghi thời gian, thành phần của kỳ sinh hoạt \
             [quy ước; resolution.session_missing]",
        ),
        (
            "resolution_admission",
            "session",
            "lỗi: session (kỳ sinh hoạt): nghị quyết chưa ghi thời gian, thành phần của kỳ sinh hoạt \
             [quy ước; resolution.session_missing]",
        ),
        (
            "resolution_monthly",
            "vote",
            "lỗi: vote (kết quả biểu quyết): nghị quyết chưa ghi kết quả biểu quyết [quy ước; resolution.vote_missing]",
        ),
        (
            "resolution_admission",
            "admission",
            "lỗi: admission (kết nạp đảng viên): nghị quyết kết nạp chưa ghi người được đề nghị kết nạp \
             [quy ước; resolution.admission_missing]",
        ),
        (
            "resolution_thematic_draft",
            "basis",
            "lỗi: basis (căn cứ): nghị quyết chuyên đề chưa ghi căn cứ [quy ước; resolution.basis_missing]",
        ),
    ] {
        all(name, without(field), &[expected]);
    }
    all(
        "resolution_monthly",
        |r| drop(r["sections"][0]["items"].as_array_mut().unwrap().remove(2)),
        &["lỗi: sections (các mục): nghị quyết tháng chưa có bảng kết quả thực hiện nghị quyết tháng trước \
           [quy ước; resolution.review_missing]"],
    );
    all(
        "resolution_annual",
        |r| drop(r["sections"][0].as_object_mut().unwrap().remove("targets")),
        &[
            "lỗi: sections (các mục): nghị quyết năm chưa có bảng chỉ tiêu, kết quả [quy ước; resolution.targets_missing]",
        ],
    );
    all(
        "resolution_numbered",
        |r| {
            r["variant"] = json!("after_forum");
            without("opening")(r);
        },
        &[
            "lỗi: opening (đoạn mở đầu): nghị quyết sau diễn đàn chưa dẫn kết quả diễn đàn [quy ước; resolution.opening_missing]",
        ],
    );
}

#[test]
fn figures_agree() {
    all(
        "resolution_admission",
        |r| r["session"]["attendance"]["present_as"]["official"] = json!(23),
        &[
            "cảnh báo: session.attendance.present_as (có mặt, chia theo chính thức và dự bị): chính thức 23, dự bị 1: cộng lại là 24, mà có mặt 25 đồng chí \
           [quy ước; attendance.split_sum]",
        ],
    );
    all(
        "resolution_admission",
        |r| r["vote"] = json!({"entitled": 26, "present": 24, "in_favour": 17, "against": 7, "abstained": 0}),
        &[
            "cảnh báo: vote.in_favour: tán thành 17/26 đảng viên chính thức, chưa đủ hai phần ba; chưa đề nghị kết nạp \
           được [Điều lệ Đảng; vote.no_two_thirds]",
        ],
    );
    all(
        "resolution_monthly",
        |r| r["self_evaluation"]["criteria"][1]["self_score"] = json!(5.5),
        &[
            "lỗi: self_evaluation.criteria[1].self_score (điểm tự chấm): tự chấm 5,5 điểm, ngoài khoảng từ 0 đến 5 điểm \
           [quy ước; self_evaluation.out_of_range]",
        ],
    );
    all(
        "resolution_monthly",
        |r| r["self_evaluation"]["criteria"] = json!([]),
        &[
            "lỗi: self_evaluation.criteria (các tiêu chí): chưa chấm điểm tiêu chí nào [quy ước; self_evaluation.empty]",
        ],
    );
    all(
        "resolution_monthly",
        |r| r["sections"][0]["items"][2]["reviewed"]["month"] = json!(13),
        &[
            "lỗi: sections[0].items[2].reviewed.month (tháng): không có tháng 13 [quy ước; reviewed.not_a_month]",
        ],
    );
    all(
        "resolution_monthly",
        |r| r["sections"][0]["items"][2]["reviewed"]["tasks"] = json!([]),
        &[
            "lỗi: sections[0].items[2].reviewed.tasks (các nhiệm vụ): bảng kết quả thực hiện nghị quyết tháng trước chưa có nhiệm vụ \
           nào [quy ước; reviewed.no_tasks]",
        ],
    );
    all(
        "resolution_annual",
        |r| r["sections"][0]["targets"][1]["planned"] = json!(0),
        &[
            "lỗi: sections[0].targets[1].planned (kế hoạch): chỉ tiêu “Hộ gia đình đạt danh hiệu văn hoá” có kế hoạch là 0, không \
           tính được tỷ lệ [quy ước; targets.nothing_planned]",
        ],
    );
    all(
        "resolution_monthly",
        |r| r["session"]["duration"] = json!(60),
        &[
            "cảnh báo: session.duration: thời lượng sinh hoạt 60 phút, ít hơn 90 phút [42-HD/BTCTW; meeting.short]",
        ],
    );
}

#[test]
fn each_kind_has_its_own_words() {
    for (name, words) in [
        (
            "resolution_monthly",
            "Tổng số đảng viên của chi bộ: 30 đồng chí (chính thức 28, dự bị 02); có mặt 25 đồng chí; vắng mặt 03 \
             đồng chí (có lý do 02, không có lý do 01); đảng viên được miễn công tác, sinh hoạt đảng: 01 đồng chí; \
             tạm thời sinh hoạt ở nơi khác: 01 đồng chí. Thời lượng sinh hoạt: 105 phút.",
        ),
        ("resolution_monthly", "Nhiệm vụ đề ra tại Nghị quyết tháng 5"),
        ("resolution_monthly", "Tổng số điểm: 92,5/100 điểm, tự xếp loại: Tốt."),
        ("resolution_monthly", "AppendixTitle: TỔNG HỢP Ý KIẾN THẢO LUẬN TẠI KỲ SINH HOẠT"),
        ("resolution_monthly", "Đồng chí Lý Thị Lan - Chi hội trưởng Phụ nữ: Nhất trí với dự thảo"),
        ("resolution_annual", "97,89%"),
        ("resolution_annual", "109,25%"),
        (
            "resolution_admission",
            "Số đảng viên chính thức tán thành việc kết nạp quần chúng Đỗ Thị Mai vào Đảng là 23 đồng chí (đạt 95,83% \
             số có mặt, 88,46% so với tổng số đảng viên chính thức). Số không tán thành 01 đồng chí (chiếm 3,85%) với \
             lý do chưa tham gia đều hoạt động nơi cư trú.",
        ),
        ("resolution_admission", "có mặt 25 đồng chí (chính thức 24, dự bị 01)"),
    ] {
        let text = tree(name, |_| {});
        assert!(text.contains(words), "{name}: {words} is not in\n{text}");
    }
}
