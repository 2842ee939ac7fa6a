//! The parts of a frame that a resolution has not: addressees, a letter's abstract, the two signatures
//! of minutes, forms without a number, sheets on their long side. The papers are of a kind of their own.

mod problems;
mod shape;

use vanban::kinds::TypedRecord;
use vanban::profile::ProfileId;
use vanban::{Document, Renderer, Stage};

use self::shape::{Shape, shape};
use crate::checklist::failures;
use crate::checklist::paper::{self, Paper};

fn renderer() -> Renderer {
    Renderer::new().with_kind(Shape::typed_kind().clone()).unwrap()
}

fn render(record: &Shape) -> Document {
    renderer().render(record).unwrap_or_else(|error| panic!("{}: {error}", record.shape))
}

/// The tree's lines, without the spaces before them.
fn tree(record: &Shape) -> Vec<String> {
    let text = render(record).to_text(Stage::Tree).unwrap().replace('°', " ");
    text.lines().map(|line| line.trim().to_owned()).collect()
}

/// Asserts that `lines` stand one after the other in the tree.
#[track_caller]
fn holds_lines(record: &Shape, lines: &[&str]) {
    let tree = tree(record);
    let found = tree.windows(lines.len()).any(|window| window == lines);
    assert!(found, "{}", tree.join("\n"));
}

#[track_caller]
fn holds(record: &Shape, paper: &Paper) {
    let document = render(record);
    let found = failures(paper, &document.to_docx().unwrap(), &document.to_pdf().unwrap());
    assert!(found.is_empty(), "{}:\n{}", record.shape, found.join("\n"));
}

fn hd36(record: Shape) -> Shape {
    Shape { profile: Some(ProfileId::Hd36), ..record }
}

const PAPER: Paper = Paper {
    superior: Some("ĐẢNG BỘ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ"),
    ..Paper::RESOLUTION
};

const ONE: [&str; 1] = ["Đảng uỷ Viện kiểm sát nhân dân tỉnh"];
const TWO: [&str; 2] = ["Ban Thường vụ Đảng uỷ", "Văn phòng Đảng uỷ Viện kiểm sát nhân dân tỉnh"];

#[test]
fn a_letter() {
    let name = Paper { type_name: "CÔNG VĂN", type_code: "CV", urgency: Some("KHẨN"), ..PAPER };
    holds(&shape("letter", &ONE), &name);
    holds(&shape("letter", &TWO), &Paper { addressees: 2, ..name.clone() });
    holds(&hd36(shape("letter", &TWO)), &Paper { addressees: 2, profile: paper::Profile::Hd36, ..name });
    let about = "LetterAbstract: về việc chuẩn bị diễn đàn học tập⏎và làm theo tư tưởng, đạo đức,⏎phong cách Hồ Chí Minh";
    holds_lines(&shape("letter", &ONE), &["Number: Số 05-CV/CB", about, "Urgency: KHẨN"]);
    let lines = tree(&shape("letter", &ONE));
    let at = lines.iter().position(|line| line.starts_with("Address")).unwrap();
    assert_eq!(lines[at], "Address: [i:Kính gửi: ]Đảng uỷ Viện kiểm sát nhân dân tỉnh");
    assert!(lines[at - 1].starts_with("PlaceDate") && !lines.join("\n").contains("TypeName"));
}

#[test]
fn several_addressees_stand_in_a_list_with_the_marks_of_the_recipients() {
    holds_lines(
        &shape("submission", &TWO),
        &[
            "Separator: -----",
            "Address: [i:Kính trình:]",
            "Addressee: - Ban Thường vụ Đảng uỷ;",
            "Addressee: - Văn phòng Đảng uỷ Viện kiểm sát nhân dân tỉnh.",
        ],
    );
    holds_lines(
        &hd36(shape("submission", &TWO)),
        &[
            "Separator: -----",
            "Address: [i:Kính gửi:]",
            "Addressee: - Ban Thường vụ Đảng uỷ,",
            "Addressee: - Văn phòng Đảng uỷ Viện kiểm sát nhân dân tỉnh.",
        ],
    );
}

#[test]
fn a_submission() {
    let name = Paper { type_name: "TỜ TRÌNH", type_code: "TTr", ..PAPER };
    holds(&shape("submission", &ONE), &name);
    holds(&shape("submission", &TWO), &Paper { addressees: 2, ..name.clone() });
    holds(&hd36(shape("submission", &ONE)), &Paper { profile: paper::Profile::Hd36, ..name });
}

#[test]
fn minutes_have_two_signatures_on_one_row() {
    let name = Paper { type_name: "BIÊN BẢN", type_code: "BB", has_recipients: false, ..PAPER };
    holds(&shape("minutes", &[]), &name);
    holds(&shape("sent_minutes", &[]), &Paper { has_recipients: true, ..name.clone() });
    holds(&hd36(shape("minutes", &[])), &Paper { profile: paper::Profile::Hd36, ..name });
    holds_lines(
        &shape("minutes", &[]),
        &[
            "cell 1",
            "Authority: NGƯỜI GHI BIÊN BẢN",
            "SignatureSpace:",
            "SignerName: Trần Thị Bình",
            "cell 2",
            "Authority: CHỦ TRÌ HỘI NGHỊ",
            "SignatureSpace:",
            "SignerName: Nguyễn Văn An",
            "End:",
        ],
    );
    holds_lines(
        &shape("minutes", &[]),
        &["Abstract: sinh hoạt chi bộ thường kỳ", "Abstract: tháng 6 năm 2026", "Separator: -----"],
    );
}

#[test]
fn minutes_without_a_date_line_may_be_confirmed_and_sent() {
    let lines = tree(&shape("confirmed_minutes", &[]));
    assert!(!lines.iter().any(|line| line.starts_with("PlaceDate")));
    let at = lines.iter().position(|line| line.starts_with("Confirmation")).unwrap();
    assert_eq!(lines[at - 5..at], ["SignerName: Nguyễn Văn An", "cell 1", "End:", "cell 2", "End:"]);
    assert_eq!(
        lines[at..],
        [
            "Confirmation keep: Xác nhận chữ ký của đồng chí Nguyễn Văn An",
            "Authority keep: T/L BAN THƯỜNG VỤ",
            "Position keep: CHÁNH VĂN PHÒNG",
            "SignatureSpace keep:",
            "SignerName keep: Lê Văn Cường",
            "RecipientsLabel keep: [u:Nơi nhận]:",
            "Recipient keep: - Đảng uỷ (để báo cáo);",
            "Recipient: - Lưu Chi bộ.",
            "End:",
        ]
    );
}

const FORM: Paper = Paper {
    type_name: "PHIẾU TỰ ĐÁNH GIÁ",
    type_code: "",
    numbered: false,
    has_name: false,
    has_recipients: false,
    ..PAPER
};

#[test]
fn a_form_has_a_label_and_no_number() {
    let lines = tree(&shape("form", &[]));
    assert!(lines[3].starts_with("FormLabel: Mẫu 1") && lines[4].starts_with("columns"), "{lines:?}");
    assert!(!lines.iter().any(|line| line.starts_with("Number")));
    holds_lines(
        &shape("form", &[]),
        &["cell 2", "PartyTitle: ĐẢNG CỘNG SẢN VIỆT NAM", "PlaceDate: Quảng Trị, ngày 05 tháng 6 năm 2026"],
    );
    holds_lines(
        &shape("form", &[]),
        &[
            "cell 1",
            "Authority: T/M CHI BỘ",
            "Position: BÍ THƯ",
            "SignatureSpace:",
            "cell 2",
            "Authority: CẤP UỶ CẤP TRÊN PHỤ TRÁCH",
            "Position:",
            "SignatureSpace:",
            "End:",
        ],
    );
    assert_eq!(render(&shape("form", &[])).file_name(), "phieu-tu-danh-gia-2026-06-05-chi-bo-phong-7-9");
}

#[test]
fn a_personal_form_asks_for_the_name() {
    holds_lines(
        &shape("personal", &[]),
        &["Authority: NGƯỜI KIỂM ĐIỂM", "SignHint: (Ký, ghi rõ họ tên)", "SignatureSpace:", "End:"],
    );
    let lines = tree(&shape("form", &[])).join("\n");
    assert!(!lines.contains("ghi rõ họ tên"));
}

#[test]
fn a_ballot_has_neither_number_nor_date_nor_signature() {
    let paper = Paper { dated: false, has_signature: false, ..FORM };
    holds(&shape("ballot", &[]), &paper);
    holds(&hd36(shape("ballot", &[])), &Paper { profile: paper::Profile::Hd36, ..paper });
}

#[test]
fn a_paper_may_lie_on_its_long_side() {
    let document = render(&shape("wide", &[]));
    let (docx, pages) = (document.to_text(Stage::Docx).unwrap(), document.to_text(Stage::Pages).unwrap());
    assert!(docx.contains("w:orient=\"landscape\""), "{docx}");
    assert!(pages.starts_with("page 1 841.90 x 595.30"), "{pages}");
    // The contact line's rule is as long as the text is wide: 297 mm less 20 mm on both sides.
    let rule = pages.lines().rfind(|line| line.trim_start().starts_with("rule")).unwrap();
    assert!(rule.contains("728.5"), "{rule}");
}

#[test]
fn the_code_of_a_regulation_is_the_guidances() {
    holds_lines(&shape("rules", &[]), &["Number: Số 05-QĐ/CB"]);
    holds_lines(&hd36(shape("rules", &[])), &["Number: Số 05-QĐi/CB"]);
}
