//! Mẫu 1 from a regular session's minutes, and its score in the month's resolution.

use vanban::chain::Derivation;
use vanban::kinds::{EvaluationForm, EvaluationRow, Minutes, MinutesVariant, Resolution};
use vanban::parts::PaperDate;
use vanban::scoring::Targets;
use vanban::text::Decimal;

use super::month::{derived, found, june, minutes, printed, signer};
use crate::chain::refused;

fn form() -> EvaluationForm {
    derived("evaluation_form", &[minutes().into()])
}

/// The form as he fills it in.
fn scored() -> EvaluationForm {
    let scores: [(&str, i32); 27] = [
        ("1.1", 5),
        ("2.1", 4),
        ("2.2", 1),
        ("3.1", 3),
        ("3.2", 2),
        ("3.3", 2),
        ("3.4", 1),
        ("3.5", 2),
        ("4.1", 5),
        ("4.2", 15),
        ("4.4", 2),
        ("4.5", 4),
        ("4.6", 1),
        ("4.7", 1),
        ("4.8", 1),
        ("5.1", 2),
        ("5.2", 4),
        ("5.3", 3),
        ("5.4", 1),
        ("6.1", 1),
        ("6.2", 2),
        ("6.3", 1),
        ("6.4", 1),
        ("7.1", 24),
        ("8.1", 2),
        ("8.2", 2),
        ("8.3", 1),
    ];
    let row = |(id, score): (&str, i32)| {
        let row = EvaluationRow::new(id).self_score(Decimal::from(score));
        match id {
            "4.5" => row.note("10/22 đồng chí phát biểu (45,45%)"),
            "7.1" => row.note("Hoàn thành 3/4 nhiệm vụ (75%)"),
            _ => row,
        }
    };
    let mut form = form();
    form.session.targets = Some(Targets { done: 3, total: 4 });
    form.session.long_absent = Some(0);
    form.date = PaperDate::new(2026, 7, 4);
    form.signature = Some(signer());
    form.rows(scores.map(row))
        .strength("Chuẩn bị nội dung đủ, đúng; mỗi nhiệm vụ có người phụ trách và thời hạn.")
        .shortcoming("Chưa quá nửa số đảng viên có mặt phát biểu ý kiến.")
        .remedy("Gửi câu hỏi gợi ý cho đảng viên trước kỳ sinh hoạt.")
}

/// 11.
#[test]
fn the_form_gives_the_score() {
    let draft: Resolution = derived("resolution", &[minutes().into(), june().into(), scored().into()]);
    let own = draft.self_evaluation.as_ref().unwrap();
    let scores: Vec<String> = own.criteria.iter().map(|it| it.self_score.to_string()).collect();
    assert_eq!(scores, ["5", "5", "10", "29", "10", "5", "24", "5"]);
    let paper = printed("month-6-draft-scored", &draft);
    paper.says(&["IV- TỰ ĐÁNH GIÁ CHẤT LƯỢNG KỲ SINH HOẠT", "Tổng số điểm: 93/100 điểm, tự xếp loại: Tốt."]);
    // Nobody has scored in a form that is still blank.
    let blank: Resolution = derived("resolution", &[minutes().into(), june().into(), form().into()]);
    assert_eq!(blank.self_evaluation, None);
}

/// 14, 15.
#[test]
fn the_form() {
    let form = form();
    let paper = printed("month-7-form", &form);
    paper.says(&[
        "ngày 03 tháng 7 năm 2026",
        "105 phút",
        "24 đồng chí",
        "02 đồng chí",
        "có mặt: 22 đồng chí, đạt 95,65%",
        "10 đồng chí, đạt 45,45% số đảng viên có mặt",
    ]);
    assert!(form.rows.is_empty() && form.session.targets.is_none());
    let scored = scored();
    let paper = printed("month-8-form-scored", &scored);
    paper.says(&["3/4, đạt 75%"]).says(&[
        "10/22 đồng chí phát biểu (45,45%)",
        "Hoàn thành 3/4 nhiệm vụ (75%)",
        "93",
    ]);
    paper.says(&["tháng 7 năm 2026: Tốt"]).says(&["Tân Lập, ngày 04 tháng 7 năm 2026"]);
    paper.says(&["T/M CHI BỘ", "BÍ THƯ", "Nguyễn Văn Bình"]);
    assert_eq!(found(&scored), Vec::<String>::new());
    let mut more = scored;
    more.rows
        .iter_mut()
        .filter(|it| it.criterion.as_str() == "4.5")
        .for_each(|it| it.self_score = Some(5.into()));
    assert!(found(&more).iter().any(|it| it.contains("rows") && it.contains(" 4 ")), "{:?}", found(&more));
}

/// Who spoke: each member once; not a guest, not who reported, took fees or concluded, not a group.
#[test]
fn speakers_are_members_who_gave_an_opinion() {
    let speakers = |minutes: &Minutes| {
        derived::<EvaluationForm>("evaluation_form", &[minutes.clone().into()]).session.speakers
    };
    let mut minutes = minutes();
    assert_eq!(speakers(&minutes), Some(10));
    let again = minutes.proceedings[1].opinions[0].clone();
    minutes.opinions.push(again);
    minutes
        .opinions
        .push(vanban::parts::Opinion {
            speaker: "Các đảng viên".into(), content: "Nhất trí.".into()
        });
    assert_eq!(speakers(&minutes), Some(10));
    minutes
        .opinions
        .push(vanban::parts::Opinion { speaker: "Đinh Văn Khoa".into(), content: "Nhất trí.".into() });
    assert_eq!(speakers(&minutes), Some(11));
    refused(
        Derivation::to("evaluation_form")
            .criteria_set("an_phu_ward_2025_monthly")
            .of(&[minutes.variant(MinutesVariant::Committee).into()])
            .map(|_| ()),
        "lỗi: variant (loại biên bản): chỉ kỳ sinh hoạt thường kỳ, sinh hoạt chuyên đề được chấm điểm chất lượng \
         [42-HD/BTCTW; chain.not_scored]",
    );
}
