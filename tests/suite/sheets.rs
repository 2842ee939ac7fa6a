//! A5 for administrative papers (05-HD/VPTW II.IV.3): half a sheet of A4 on its long side.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vanban::kinds::TypedRecord;
use vanban::parts::{Capacity, Frame, Given, Issuer, Marks, PaperDate, Sheet, Signature};
use vanban::{Profile, Renderer, Stage, Text};

use crate::checklist::docx::Docx;

/// Giấy mời, as far as a test needs it; or another type on the same sheet.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
struct Invitation {
    type_code: String,
    invited: Vec<Text>,
}

impl vanban::kinds::TypedRecord for Invitation {
    fn typed_kind() -> &'static vanban::Kind {
        static KIND: std::sync::LazyLock<vanban::Kind> = std::sync::LazyLock::new(|| {
            vanban::Kind::of::<Invitation>("test_invitation", "mẫu thử")
                .worded("{{#each invited}}<p>{{this}}</p>{{/each}}")
        });
        &KIND
    }

    fn frame(&self) -> Frame {
        let (type_name, type_code) = match self.type_code.as_str() {
            "GM" => ("Giấy mời", "GM"),
            _ => ("Thông báo", "TB"),
        };
        let issuer = Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
        let date = PaperDate { day: Some(Given::Value(5)), month: Some(Given::Value(6)), year: 2026 };
        let signature = Signature {
            capacity: Capacity::OnBehalfOf,
            body: Some(Text::new("Chi bộ")),
            position: Some(Text::new("Bí thư")),
            also: None,
            name: Some(Text::new("Đặng Thị Thanh Hoàng")),
            image: None,
        };
        let marks = Marks {
            contact: Some(Text::new("Số 85, đường Hùng Vương; điện thoại: 0233 000 000")),
            ..Marks::default()
        };
        Frame {
            number: Some(Given::Value(2)),
            recipients: vec![Text::new("Như trên"), Text::new("Lưu Chi bộ")],
            signature: Some(signature),
            marks,
            sheet: Sheet::A5,
            ..Frame::new(
                type_name,
                type_code,
                issuer,
                Text::new("Quảng Trị"),
                date,
                Text::new("dự sinh hoạt chuyên đề"),
            )
        }
    }
}

fn invitation(type_code: &str, paragraphs: usize) -> Invitation {
    let text = "Chi bộ Phòng 7-9 trân trọng kính mời đồng chí dự buổi sinh hoạt chi bộ chuyên đề về công tác xây dựng \
        Đảng, lúc 14 giờ 00, ngày 20/6/2026 tại phòng họp của cơ quan.";
    Invitation { type_code: type_code.to_owned(), invited: vec![Text::new(text); paragraphs] }
}

fn renderer() -> Renderer {
    Renderer::new().with_kind(Invitation::typed_kind().clone()).unwrap()
}

#[test]
fn an_invitation_lies_on_half_a_sheet() {
    let document = renderer().render(&invitation("GM", 1)).unwrap();
    let docx = document.to_docx().unwrap();
    let section = &Docx::read(&docx).unwrap().sections[0];
    assert!(section.landscape);
    assert_eq!((section.width, section.height), (11906, 8391));
    assert_eq!([section.top, section.bottom, section.left, section.right], [1134, 1127, 1701, 850]);
    let pages = document.to_text(Stage::Pages).unwrap();
    let sizes: Vec<&str> = pages.lines().filter(|line| line.starts_with("page ")).collect();
    assert_eq!(sizes, ["page 1 595.30 x 419.55", "page 2 595.30 x 419.55"]);
    // On every page after the first its number, 10 mm from the edge; the contact line ends the last page's
    // text area, 20 mm above the edge.
    let number = pages.lines().find(|line| line.ends_with("#- 2")).unwrap();
    assert!(number.trim().starts_with("315.43 41.15 "), "{number}");
    let contact = pages.lines().find(|line| line.contains("Số°85") || line.contains("Số 85")).unwrap();
    let baseline: f64 = contact.trim().split(' ').nth(1).unwrap().parse().unwrap();
    assert!((baseline - (419.55 - 56.35 - 2.4)).abs() < 0.1, "{contact}");
}

#[test]
fn a_document_is_refused_on_a5() {
    let problems = renderer().check(&invitation("TB", 1));
    let problem = problems.iter().find(|problem| problem.code == "sheet.document_on_a5").unwrap();
    assert_eq!(
        problem.to_string(),
        "lỗi: “Thông báo” in trên giấy A4; chỉ giấy tờ hành chính mới được in trên giấy A5 \
         [05-HD/VPTW II.IV.3; sheet.document_on_a5]"
    );
    assert!(
        renderer().check(&invitation("GM", 1)).iter().all(|problem| problem.code != "sheet.document_on_a5")
    );
}

/// The letterhead fits because the sheet lies: upright, 103 mm would be left for the title beside the names.
#[test]
fn the_sheet_is_as_wide_as_a4() {
    let a4 = *Profile::hd05().page();
    assert_eq!(a4.halved().text_width(), a4.text_width());
    assert_eq!(format!("{:.1}", a4.halved().height.to_mm()), "148.0");
}
