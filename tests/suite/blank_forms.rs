//! The blank forms that a guidance carries.

use serde_json::json;
use vanban::kinds::{BlankForm, EvaluationForm, Guidance, Period, Scorer};
use vanban::parts::{Given, Issuer, PaperDate};
use vanban::scoring::{Session, SessionVariant};

use crate::records::{all, problems, record, words};

const SET: &str = "an_phu_ward_2025_monthly";

fn printed(record: &dyn vanban::Record) -> String {
    crate::renderer().render(record).unwrap().words()
}

fn own() -> EvaluationForm {
    let branch = Issuer::new("Chi bộ ………").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
    let (date, period) = (PaperDate::by_hand(2026), Period::new(Given::ByHand, 2026));
    EvaluationForm::new(
        Scorer::Own,
        branch,
        "Quảng Trị",
        date,
        SET,
        period,
        Session::new(SessionVariant::Regular),
    )
}

/// Each is the form that an office would make of a record of its own, under the letterhead of who fills it in.
#[test]
fn a_guidance_carries_whole_forms() {
    let guidance = Guidance::example();
    let committee = guidance.paper.issuer.clone();
    let superior = own().scorer(Scorer::Superior).issuer(committee).branch("Chi bộ ………");
    let paper = {
        let mut paper = guidance.clone();
        paper.forms.clear();
        printed(&paper)
    };
    let all: Vec<String> = [paper, printed(&own()), printed(&superior)].into();
    assert_eq!(printed(&guidance).split_whitespace().collect::<Vec<_>>().join(" "), {
        let all = all.join(" ");
        all.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let both = guidance.clone().form(BlankForm::new(Scorer::Both, SET));
    assert!(printed(&both).contains("Mẫu 3"));
}

/// Each form has pages of its own, counted from 1, behind the paper and its appendices; both files have them.
#[test]
fn forms_have_pages_of_their_own() {
    let guidance = Guidance::example();
    let document = crate::renderer().render(&guidance).unwrap();
    let alone = |record: &dyn vanban::Record| crate::renderer().render(record).unwrap().page_count();
    let mut paper = guidance.clone();
    paper.forms.clear();
    let superior = own().scorer(Scorer::Superior).issuer(guidance.paper.issuer.clone()).branch("Chi bộ ………");
    assert_eq!(document.page_count(), alone(&paper) + alone(&own()) + alone(&superior));
    let twice = document.to_pdf().unwrap() == crate::renderer().render(&guidance).unwrap().to_pdf().unwrap();
    assert!(twice && document.to_docx().unwrap().starts_with(b"PK"));
}

#[test]
fn what_is_wrong_with_a_form_is_told_at_its_place() {
    let mut unknown = record("guidance");
    unknown["forms"][1]["criteria_set"] = json!("an_phu");
    let told = problems(unknown.to_string());
    let start = "lỗi: forms[1].criteria_set (bộ tiêu chí): không có bộ tiêu chí “an_phu”; hiện có: ";
    assert!(told.len() == 1 && told[0].starts_with(start), "{told:?}");
    all(
        "guidance",
        |r| r["forms"][0]["variant"] = json!("thematic"),
        &[
            "lỗi: forms[0].variant (loại kỳ sinh hoạt): bộ tiêu chí “an_phu_ward_2025_monthly” không dùng cho sinh hoạt chuyên đề; chỉ dùng cho \
             sinh hoạt thường kỳ, thường kỳ kết hợp chuyên đề [quy ước; session.variant_not_in_set]",
        ],
    );
    all(
        "guidance",
        |r| r["forms"][0]["form_label"] = json!("Mẫu 5"),
        &["cảnh báo: forms[0] (các mẫu kèm theo): nội dung văn bản chưa có chỉ dẫn về Mẫu 5 \
           [05-HD/VPTW II.II.1.1; appendices.not_mentioned]"],
    );
    assert!(words(&record("guidance")).contains("ĐẢNG UỶ VIÊN DỰ SINH HOẠT"));
}
