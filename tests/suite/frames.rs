//! The parts of a frame that a resolution has not: addressees, a letter's abstract, the two signatures
//! of minutes, forms without a number, sheets on their long side. The papers are of a kind of their own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vanban::{
    Address, Capacity, Closing, Confirmation, Document, Frame, Given, Issuer, Marks, PaperDate, Problems,
    Profile, ProfileId, Record, Renderer, Signature, Text, Urgency,
};

use crate::checklist::paper::{self, Paper};
use crate::checklist::{failures, pdf_failures};

/// A paper of one of the shapes that `frame` knows.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub shape: String,
    pub profile: Option<ProfileId>,
    pub names: Vec<Text>,
    pub paragraphs: Vec<Text>,
}

fn signature(capacity: Capacity, body: Option<&str>, position: &str, name: Option<&str>) -> Signature {
    Signature {
        capacity,
        body: body.map(Text::from),
        position: Some(position.into()),
        also: None,
        name: name.map(Text::from),
        image: None,
    }
}

fn chair() -> Signature {
    signature(Capacity::Direct, None, "Chủ trì Hội nghị", Some("Nguyễn Văn An"))
}

fn recorder() -> Signature {
    signature(Capacity::Direct, None, "Người ghi biên bản", Some("Trần Thị Bình"))
}

fn branch(name: Option<&str>) -> Signature {
    signature(Capacity::OnBehalfOf, Some("Chi bộ"), "Bí thư", name)
}

impl Record for Shape {
    const KIND: &'static str = "shape";
    const TEMPLATE: &'static str = "{{#each paragraphs}}<p>{{this}}</p>{{/each}}";

    fn frame(&self) -> Frame {
        let date = PaperDate { day: Some(Given::Value(5)), month: Some(Given::Value(6)), year: 2026 };
        let paper = |name, code, line: &str| {
            let issuer = Issuer {
                superior: Some("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị".into()),
                name: "Chi bộ Phòng 7-9".into(),
                code: None,
            };
            Frame {
                profile: self.profile,
                signature: Some(branch(Some("Nguyễn Văn An"))),
                ..Frame::new(name, code, issuer, "Quảng Trị".into(), date, line.into())
            }
        };
        let number = Some(Given::Value(5));
        let copies = vec!["Như trên".into(), "Lưu Chi bộ".into()];
        let form =
            |line| Frame {
                numbered: false, closing: Closing::Form, ..paper("Phiếu tự đánh giá", "", line)
            };
        match self.shape.as_str() {
            "letter" => Frame {
                number,
                letter: true,
                address: Some(Address::To(self.names.clone())),
                recipients: copies,
                marks: Marks { urgency: Some(Urgency::Urgent), ..Marks::default() },
                ..paper(
                    "Công văn",
                    "CV",
                    "về việc chuẩn bị diễn đàn học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
                )
            },
            "submission" => Frame {
                number,
                address: Some(Address::Submitted(self.names.clone())),
                recipients: copies,
                ..paper("Tờ trình", "TTr", "về việc chuẩn y chi uỷ nhiệm kỳ 2025 - 2030")
            },
            "minutes" => Frame {
                number,
                closing: Closing::Minutes,
                session_line: Some("tháng 6 năm 2026".into()),
                signature: Some(chair()),
                left_signature: Some(recorder()),
                ..paper("Biên bản", "BB", "sinh hoạt chi bộ thường kỳ")
            },
            "sent_minutes" => Frame {
                number,
                closing: Closing::Minutes,
                signature: Some(chair()),
                left_signature: Some(recorder()),
                recipients: vec!["Đảng uỷ (để báo cáo)".into(), "Lưu Chi bộ".into()],
                ..paper("Biên bản", "BB", "sinh hoạt chi bộ thường kỳ")
            },
            "confirmed_minutes" => Frame {
                number,
                dated: false,
                closing: Closing::Minutes,
                signature: Some(chair()),
                left_signature: Some(recorder()),
                confirmation: Some(Confirmation {
                    of: "Nguyễn Văn An".into(),
                    signature: signature(
                        Capacity::ByOrderOf,
                        Some("Ban Thường vụ"),
                        "Chánh Văn phòng",
                        Some("Lê Văn Cường"),
                    ),
                }),
                recipients: vec!["Đảng uỷ (để báo cáo)".into(), "Lưu Chi bộ".into()],
                ..paper("Biên bản", "BB", "sinh hoạt chi bộ thường kỳ")
            },
            "form" => Frame {
                form_label: Some("Mẫu 1".into()),
                signature: Some(signature(Capacity::Direct, None, "Cấp uỷ cấp trên phụ trách", None)),
                left_signature: Some(branch(None)),
                ..form("chất lượng sinh hoạt chi bộ tháng 6 năm 2026")
            },
            "personal" => Frame {
                closing: Closing::PersonalForm,
                signature: Some(signature(Capacity::Direct, None, "Người kiểm điểm", None)),
                ..Frame { type_name: "Bản kiểm điểm cá nhân", ..form("năm 2026") }
            },
            "ballot" => Frame { dated: false, signature: None, ..form("về nhân sự chi uỷ") },
            "wide" => Frame {
                number,
                landscape: true,
                marks: Marks {
                    contact: Some("Số 85, đường Hùng Vương, tỉnh Quảng Trị".into()),
                    ..Marks::default()
                },
                recipients: vec!["Đảng uỷ (để báo cáo)".into(), "Lưu Chi bộ".into()],
                ..paper("Kế hoạch", "KH", "sinh hoạt chuyên đề năm 2026")
            },
            "bad_letter" => Frame {
                number,
                letter: true,
                address: Some(Address::To(self.names.clone())),
                recipients: vec!["Lưu Chi bộ".into()],
                ..paper("Công văn", "CV", "chuẩn bị diễn đàn")
            },
            "unsigned_minutes" => Frame {
                number,
                closing: Closing::Minutes,
                signature: None,
                ..paper("Biên bản", "BB", "sinh hoạt chi bộ")
            },
            "unnamed" => Frame {
                number,
                closing: Closing::Signed,
                signature: Some(branch(None)),
                ..paper("Giấy mời", "GM", "dự sinh hoạt chi bộ")
            },
            "numbered_form" => Frame { number, ..form("chất lượng sinh hoạt chi bộ") },
            "rules" => Frame {
                number,
                recipients: vec!["Lưu Chi bộ".into()],
                ..paper("Quy định", "QĐ", "về sinh hoạt chi bộ")
            },
            other => panic!("no shape {other}"),
        }
    }

    fn check(&self, _: &Profile, _: &mut Problems) {}
}

fn shape(shape: &str, names: &[&str]) -> Shape {
    let names = names.iter().copied().map(Text::from).collect();
    let paragraphs = vec![
        "Chi bộ Phòng 7-9 trân trọng báo cáo để các đồng chí theo dõi, chỉ đạo và cho ý kiến.".into(),
        "Chi bộ tiếp thu ý kiến và thực hiện đúng quy định.".into(),
    ];
    Shape { shape: shape.into(), profile: None, names, paragraphs }
}

pub fn renderer() -> Renderer {
    Renderer::new().with_wording::<Shape>(Shape::TEMPLATE).unwrap()
}

fn render(record: &Shape) -> Document {
    renderer().render(record).unwrap_or_else(|error| panic!("{}: {error}", record.shape))
}

/// The tree's lines, without the spaces before them.
fn tree(record: &Shape) -> Vec<String> {
    let text = render(record).tree().to_string().replace('°', " ");
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
    let about = "LetterAbstract: về việc chuẩn bị diễn đàn học⏎tập và làm theo tư tưởng, đạo⏎đức, phong cách Hồ Chí Minh";
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
    let sent = render(&shape("sent_minutes", &[])).to_pdf().unwrap();
    let found = pdf_failures(&Paper { has_recipients: true, ..name.clone() }, &sent);
    assert!(found.is_empty(), "{found:?}");
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
    assert_eq!(lines[at - 1], "SignerName: Nguyễn Văn An");
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
    let (docx, pages) = (document.show_docx().unwrap(), document.show_pages());
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

/// Every problem of a shape whose frame was changed, as it is printed.
fn problems(record: &Shape) -> Vec<String> {
    renderer().check(record).iter().map(ToString::to_string).collect()
}

#[test]
fn addressees_are_checked() {
    assert_eq!(
        problems(&shape("letter", &[])),
        ["lỗi: addressees: chưa ghi nơi gửi sau “Kính gửi:” hoặc “Kính trình:” \
          [05-HD/VPTW II.I.9.2.3; addressees.missing]"]
    );
    assert_eq!(
        problems(&shape("letter", &["- Đảng uỷ", "Ban Thường vụ;"])),
        [
            "lỗi: addressees[0]: nơi gửi ghi không có gạch đầu dòng; thư viện tự thêm \
             [05-HD/VPTW II.I.9.2.5; addressees.dash]",
            "lỗi: addressees[1]: nơi gửi ghi không có dấu ở cuối; thư viện tự thêm dấu “;” và dấu “.” \
             [05-HD/VPTW II.I.9.2.5; addressees.end_mark]",
        ]
    );
}

#[test]
fn what_a_letter_must_say() {
    assert_eq!(
        problems(&shape("bad_letter", &ONE)),
        [
            "lỗi: abstract_line: trích yếu công văn bắt đầu bằng “về việc”; hiện là “chuẩn” \
             [05-HD/VPTW II.I.5.2.3; abstract_line.letter]",
            "lỗi: recipients[0]: dòng đầu nơi nhận của công văn, tờ trình là “Như trên”; hiện là “Lưu Chi bộ” \
             [05-HD/VPTW II.I.9.2.3; recipients.no_as_above]",
        ]
    );
    // Before 2026 the abstract begins as it likes; a date of today is then out of its time.
    let before = problems(&hd36(shape("bad_letter", &ONE)));
    assert!(before.iter().all(|problem| !problem.contains("abstract_line")), "{before:?}");
}

#[test]
fn what_a_closing_must_have() {
    assert_eq!(
        problems(&shape("unsigned_minutes", &[])),
        [
            "lỗi: signature: văn bản chính thức chưa có người ký [05-HD/VPTW II.I.7; signature.missing]",
            "lỗi: left_signature: biên bản có hai người ký; chưa có người ghi biên bản \
             [05-HD/VPTW II.I.7.1.4e; signature.recorder_missing]",
        ]
    );
    assert_eq!(
        problems(&shape("unnamed", &[])),
        ["lỗi: signature.name: chưa ghi họ tên người ký [05-HD/VPTW II.I.7.1.3; signature.name_missing]"]
    );
    for form in ["form", "personal", "ballot", "minutes", "confirmed_minutes", "sent_minutes"] {
        assert_eq!(problems(&shape(form, &[])), [""; 0], "{form}");
    }
}

#[test]
fn a_form_takes_no_number() {
    assert_eq!(
        problems(&shape("numbered_form", &[])),
        ["lỗi: number: loại văn bản này không có dòng số và ký hiệu; hãy bỏ số [quy ước; number.unasked]"]
    );
}
