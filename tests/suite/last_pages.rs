//! Last pages: the end of a form does not stand alone, and what is handed out on one page says when it takes more.

use serde_json::{Value, json};
use vanban::{AnyRecord, Document, Stage};

use crate::records::record;

fn render(record: &Value) -> Document {
    crate::renderer().render(&AnyRecord::from_json(&record.to_string()).unwrap()).unwrap()
}

/// The lines of each page, as it shows them.
fn pages(document: &Document) -> Vec<Vec<String>> {
    let shown = document.to_text(Stage::Pages).unwrap();
    let text = |line: &str| Some(line.split_once(" #")?.1.split_once(' ')?.1.to_owned());
    shown.split("page ").skip(1).map(|page| page.lines().filter_map(text).collect()).collect()
}

fn is_dotted(line: &str) -> bool {
    line.len() > 60 && line.chars().all(|c| c == '…')
}

/// The example with so many parts and lines, signed or not.
fn form(parts: usize, lines: u32, signed: bool, sheet: &str) -> Value {
    let mut form = record("opinion_form");
    form["parts"] = (1..=parts).map(|n| json!(format!("Phần thứ {n} của dự thảo:"))).collect();
    form["lines"] = lines.into();
    form["signed"] = signed.into();
    form["sheet"] = sheet.into();
    form.as_object_mut().unwrap().remove("copies");
    form
}

/// Whatever the number of parts and lines: where there is a last page of several, it holds the last question
/// with all its lines, and no question has fewer than two lines, or than it was given.
#[test]
fn the_end_of_an_opinion_form_never_stands_alone() {
    let (mut shortened, mut carried) = (0, 0);
    for (sheet, signed) in [("a4", true), ("a4", false), ("a5", true)] {
        for parts in 0..=8 {
            for lines in 1..=6 {
                let document = render(&form(parts, lines, signed, sheet));
                let pages = pages(&document);
                let told = || format!("{sheet}, {parts} parts, {lines} lines, {signed}: {pages:#?}");
                let dotted = pages.iter().flatten().filter(|line| is_dotted(line)).count();
                let questions = parts + 1;
                assert_eq!(dotted % questions, 0, "{}", told());
                let kept = dotted / questions;
                assert!(kept >= (lines as usize).min(2), "{}", told());
                shortened += usize::from(kept < lines as usize);
                if let [.., _, last] = &pages[..] {
                    let question = last.iter().position(|line| line.ends_with("Ý kiến khác"));
                    let question = question.unwrap_or_else(|| panic!("{}", told()));
                    let below = last[question..].iter().filter(|line| is_dotted(line)).count();
                    assert_eq!(below, kept, "{}", told());
                    carried += usize::from(document.to_text(Stage::Tree).unwrap().contains("new-page"));
                }
            }
        }
    }
    assert!(shortened > 3 && carried > 0, "{shortened} {carried}");
}

#[test]
fn a_form_that_fits_keeps_its_lines() {
    let document = render(&form(1, 3, true, "a4"));
    assert_eq!(pages(&document).len(), 1);
    assert_eq!(pages(&document)[0].iter().filter(|line| is_dotted(line)).count(), 6);
}

/// Both files have the same lines and pages: what gives way is in neither.
#[test]
fn lines_give_way_in_both_files() {
    let mut form = form(0, 3, true, "a4");
    form["subject"] = json!("về dự thảo Nghị quyết lãnh đạo thực hiện nhiệm vụ năm 2027");
    form["opening"] = json!(
        "Chi bộ đề nghị đồng chí nghiên cứu dự thảo Nghị quyết (gửi kèm) và cho ý kiến về các nội dung sau:"
    );
    form["parts"] = json!([
        "Phần đánh giá kết quả năm 2026:",
        "Phần chỉ tiêu, nhiệm vụ năm 2027:",
        "Phần tổ chức thực hiện:"
    ]);
    form["return_by"] = json!({"day": 10, "month": 12, "year": 2026});
    form["date"] = json!({"day": 30, "month": 11, "year": 2026});
    let document = render(&form);
    let dotted = pages(&document).iter().flatten().filter(|line| is_dotted(line)).count();
    // Two lines a question would still leave the end alone: the last question goes over with all its lines.
    assert_eq!((pages(&document).len(), dotted), (2, 12));
    assert!(pages(&document)[1][1].ends_with("Ý kiến khác"));
    let word = document.to_text(Stage::Docx).unwrap();
    assert_eq!(word.lines().filter(|line| line.contains(&"…".repeat(31))).count(), 12);
    assert_eq!(word.matches("w:pageBreakBefore").count(), 1);
    // Without signatures four lines are too many, and three fit.
    form["signed"] = json!(false);
    form["lines"] = json!(4);
    let document = render(&form);
    let dotted = pages(&document).iter().flatten().filter(|line| is_dotted(line)).count();
    assert_eq!((pages(&document).len(), dotted), (1, 12));
    let word = document.to_text(Stage::Docx).unwrap();
    assert_eq!(word.lines().filter(|line| line.contains(&"…".repeat(31))).count(), 12);
}

fn warnings(record: &Value) -> Vec<String> {
    render(record).warnings().iter().map(ToString::to_string).collect()
}

#[test]
fn an_invitation_on_a5_takes_one_page_or_says_why_not() {
    let mut invitation = record("invitation");
    invitation["sheet"] = json!("a5");
    invitation["addressees"] = json!(["Đồng chí Nguyễn Văn An"]);
    let told = [
        "cảnh báo: sheet (khổ giấy): giấy mời chiếm 2 trang khổ A5, vì phần đầu, nội dung và phần ký cao hơn 108 mm của một trang; \
         hãy rút gọn nội dung hoặc dùng khổ A4 [quy ước; sheet.second_page]",
    ];
    assert_eq!(warnings(&invitation), told);
    invitation["sheet"] = json!("a4");
    assert_eq!(warnings(&invitation), Vec::<String>::new());
}

#[test]
fn a_ballot_takes_one_page_or_says_why_not() {
    let mut ballot = record("ballot_paper");
    for field in ["seats", "copies", "per_sheet"] {
        ballot.as_object_mut().unwrap().remove(field);
    }
    assert_eq!(warnings(&ballot), Vec::<String>::new());
    ballot["candidates"] = (1..=60).map(|n| json!({"name": format!("Lê Văn {n}")})).collect();
    let told = [
        "cảnh báo: sheet (khổ giấy): phiếu biểu quyết chiếm 2 trang khổ A4, vì phần đầu, nội dung và phần ký cao hơn 257 mm của một \
         trang; hãy rút gọn nội dung [quy ước; sheet.second_page]",
    ];
    assert_eq!(warnings(&ballot), told);
    ballot["election"] = json!(true);
    ballot["copies"] = json!(3);
    assert!(warnings(&ballot)[0].contains("sheet (khổ giấy): phiếu bầu chiếm 2 trang khổ A4"));
}
