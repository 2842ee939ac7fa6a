//! Copies: of a record, of any PDF, of some of its pages.

use lopdf::{Document as Pdf, Object, ObjectId};
use vanban::kinds::{CertifiedCopy, Notice, Resolution};
use vanban::parts::{CopyForm, PaperDate};
use vanban::profile::ProfileId;
use vanban::{Error, Renderer, Stage};

use crate::records::record;

/// The problems with which a copy was refused, as they are printed.
#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<String> {
    match result {
        Err(Error::Invalid(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

fn of_2018() -> CertifiedCopy {
    let mut copy = CertifiedCopy::example().profile(ProfileId::Hd36);
    copy.date = PaperDate::new(2019, 7, 3);
    copy
}

/// A resolution of three pages.
fn original() -> Vec<u8> {
    Renderer::new().render(&Resolution::example()).unwrap().to_pdf().unwrap()
}

fn pages(file: &Pdf) -> Vec<ObjectId> {
    file.get_pages().into_values().collect()
}

/// The words of a page, by the order in which they are drawn.
fn words(file: &Pdf, page: u32) -> String {
    file.extract_text(&[page]).unwrap().replace(['\n', '\u{a0}'], " ")
}

#[test]
fn the_form_stands_under_the_last_line() {
    let document = Renderer::new().copy_of(&Resolution::example(), &CertifiedCopy::example()).unwrap();
    let text = document.words().replace('\u{a0}', " ");
    let own = Renderer::new().render(&Resolution::example()).unwrap().words().replace('\u{a0}', " ");
    let form = text.strip_prefix(&own).unwrap_or_else(|| panic!("{text}"));
    assert_eq!(
        form.trim().lines().collect::<Vec<_>>(),
        [
            "BẢN SAO VĂN BẢN",
            "Cơ quan, tổ chức sao: Uỷ ban Kiểm tra Tỉnh uỷ Quảng Trị",
            "Số, ký hiệu bản sao: 24-BS/UBKTTU",
            "Hình thức sao: Sao lục",
            "Địa danh và ngày tháng năm sao: Quảng Trị, ngày 03 tháng 7 năm 2026",
            "Nơi nhận bản sao: Các đồng chí Uỷ viên Uỷ ban Kiểm tra Tỉnh uỷ; Lưu Uỷ ban Kiểm tra.",
            "T/M UỶ BAN KIỂM TRA",
            "PHÓ CHỦ NHIỆM",
            "Trần Thị Hoà",
        ]
    );
    assert_eq!(document.file_name(), "ban-sao-24-bs-ubkttu");
    assert!(document.warnings().is_empty());
    // 80 by 50 mm over its lines, red, in both files; programs add the lines to a row.
    let pages = document.to_text(Stage::Pages).unwrap();
    assert!(pages.contains(" 226.75 x 0.75") && pages.contains(" 141.75 x 0.75"), "{pages}");
    let main = document.to_text(Stage::Docx).unwrap();
    assert!(main.contains(r#"w:color="FF0000""#) && main.contains(r#"w:val="2813""#), "{main}");
}

#[test]
fn the_form_of_2018_has_its_own_order() {
    let document = Renderer::new().copy_of(&Resolution::example(), &of_2018()).unwrap();
    let text = document.words().replace('\u{a0}', " ");
    let form = text.lines().rev().take(11).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>();
    assert_eq!(
        form,
        [
            "TỈNH UỶ QUẢNG TRỊ",
            "UỶ BAN KIỂM TRA",
            "Số 24-BS/UBKTTU",
            "Nơi nhận:",
            "- Các đồng chí Uỷ viên Uỷ ban Kiểm tra Tỉnh uỷ,",
            "- Lưu Uỷ ban Kiểm tra.",
            "SAO LỤC",
            "Quảng Trị, ngày 03 tháng 7 năm 2019",
            "T/M UỶ BAN KIỂM TRA",
            "PHÓ CHỦ NHIỆM",
            "Trần Thị Hoà",
        ]
    );
}

#[test]
fn a_whole_copy_is_the_original_and_a_page() {
    let original = original();
    let copy = Renderer::new().copy_of_pdf(&original, &CertifiedCopy::example()).unwrap();
    assert!(copy.starts_with(&original));
    let (before, after) = (Pdf::load_mem(&original).unwrap(), Pdf::load_mem(&copy).unwrap());
    let (old, new) = (pages(&before), pages(&after));
    assert_eq!(new.len(), old.len() + 1);
    for (old, new) in old.iter().zip(&new) {
        assert_eq!(before.get_page_content(*old), after.get_page_content(*new));
    }
    let last = words(&after, new.len() as u32);
    assert!(last.starts_with(&format!("{} ", new.len())) && last.contains("BẢN SAO VĂN BẢN"), "{last}");
    // A copy of a copy has the form of both.
    let again = Renderer::new().copy_of_pdf(&copy, &CertifiedCopy::example().number(25)).unwrap();
    let again = Pdf::load_mem(&again).unwrap();
    assert!(words(&again, 5).contains("25-BS/UBKTTU") && words(&again, 4).contains("24-BS/UBKTTU"));
}

#[test]
fn a_copy_claims_no_standard() {
    let original = original();
    let claims = |file: &Pdf| {
        let metadata = file.catalog().unwrap().get(b"Metadata").ok()?;
        let stream = file.dereference(metadata).unwrap().1.as_stream().unwrap().clone();
        let text = stream.decompressed_content().unwrap_or(stream.content);
        String::from_utf8_lossy(&text).contains("pdfaid").then_some(())
    };
    assert!(claims(&Pdf::load_mem(&original).unwrap()).is_some());
    for copy in [CertifiedCopy::example(), extract([1])] {
        let copy = Renderer::new().copy_of_pdf(&original, &copy).unwrap();
        assert!(claims(&Pdf::load_mem(&copy).unwrap()).is_none());
    }
}

fn extract<const N: usize>(pages: [u32; N]) -> CertifiedCopy {
    let mut copy = CertifiedCopy::example().pages(pages);
    copy.form = CopyForm::Extract;
    copy
}

#[test]
fn an_extract_has_nothing_of_other_pages() {
    let original = original();
    let before = Pdf::load_mem(&original).unwrap();
    let copy = Renderer::new().copy_of_pdf(&original, &extract([1, 3])).unwrap();
    let after = Pdf::load_mem(&copy).unwrap();
    let (old, new) = (pages(&before), pages(&after));
    assert_eq!(new.len(), 3);
    for (old, new) in [(old[0], new[0]), (old[2], new[1])] {
        assert_eq!(before.get_page_content(old), after.get_page_content(new));
    }
    let last = words(&after, 3);
    // On from the third page, which has its number already.
    assert!(last.starts_with("4 ") && last.contains("Hình thức sao: Trích sao"), "{last}");
    // The second page is nowhere in the file, in whatever object.
    let left_out = before.get_page_content(old[1]);
    let streams = after.objects.values().filter_map(|object| object.as_stream().ok());
    for stream in streams {
        let plain = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        assert_ne!(plain, left_out);
    }
    let names = |key: &[u8]| after.catalog().unwrap().has(key);
    assert!(!names(b"Outlines") && !names(b"StructTreeRoot") && !names(b"Names"));
    let is_page = |object: &&Object| object.type_name().is_ok_and(|name| name == b"Page");
    assert_eq!(after.objects.values().filter(is_page).count(), 3);
}

/// Of a record: the same as of the PDF that it makes.
#[test]
fn an_extract_of_a_record_has_its_pages() {
    let renderer = Renderer::new();
    let copy = renderer.extract_of(&Resolution::example(), &extract([1, 3])).unwrap();
    assert_eq!(copy, renderer.copy_of_pdf(&original(), &extract([1, 3])).unwrap());
    let draft = renderer.read(&record("draft_smallest").to_string()).unwrap();
    assert_eq!(
        refused(renderer.extract_of(&draft, &extract([1]))),
        [
            "lỗi: draft: bản dự thảo chưa ban hành thì không sao; hãy sao văn bản đã ban hành [05-HD/VPTW II.III; \
          copy.draft]"
        ]
    );
}

/// A whole PDF of no page.
fn without_pages() -> Vec<u8> {
    let mut file = lopdf::Document::with_version("1.7");
    let pages = file.add_object(lopdf::dictionary! { "Type" => "Pages", "Kids" => Vec::new(), "Count" => 0 });
    let catalog = file.add_object(lopdf::dictionary! { "Type" => "Catalog", "Pages" => pages });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn what_is_no_pdf_is_refused_with_a_sentence() {
    let renderer = Renderer::new();
    let copy = CertifiedCopy::example();
    let broken = [
        "lỗi: tệp PDF hỏng hoặc không phải là PDF; nếu mở xem được thì hãy in lại ra PDF rồi sao tệp mới [05-HD/VPTW II.III; copy.pdf]",
    ];
    let original = original();
    for bytes in [&b""[..], b"%PDF-1.7\n", b"PK\x03\x04", &original[..original.len() / 2]] {
        assert_eq!(refused(renderer.copy_of_pdf(bytes, &copy)), broken);
    }
    for locked in [&include_bytes!("../data/locked_by_owner.pdf")[..], include_bytes!("../data/locked.pdf")] {
        assert_eq!(
            refused(renderer.copy_of_pdf(locked, &copy)),
            ["lỗi: tệp PDF có mật khẩu hoặc bị khoá; hãy mở khoá rồi sao [05-HD/VPTW II.III; copy.pdf]"]
        );
    }
    assert_eq!(
        refused(renderer.copy_of_pdf(&without_pages(), &copy)),
        ["lỗi: tệp PDF không có trang nào để sao; hãy kiểm tra lại tệp [05-HD/VPTW II.III; copy.pdf]"]
    );
    assert!(renderer.copy_of_pdf(include_bytes!("../data/plain.pdf"), &copy).is_ok());
}

#[test]
fn pages_are_those_of_a_pdf() {
    let renderer = Renderer::new();
    let original = original();
    assert_eq!(
        refused(renderer.copy_of_pdf(&original, &extract([2, 4]))),
        [
            "lỗi: pages: không có trang 4: tệp PDF có 3 trang; hãy chọn từ trang 1 đến trang 3 [05-HD/VPTW II.III; copy.pages]"
        ]
    );
    for (copy, said) in [
        (extract([0]), "không có trang 0; hãy đánh số trang từ 1"),
        (extract([2, 2]), "trang 2 ghi hai lần; hãy ghi mỗi trang một lần"),
        (extract([2, 1]), "trang 1 đứng sau trang 2; hãy ghi mỗi trang một lần, từ trang nhỏ đến trang lớn"),
        (
            CertifiedCopy::example().pages([1]),
            "chỉ trích sao mới chọn trang, sao y và sao lục là sao toàn bộ văn bản; hãy bỏ các trang, hoặc ghi là trích sao",
        ),
    ] {
        let told = format!("lỗi: pages: {said} [05-HD/VPTW II.III; copy.pages]");
        assert_eq!(refused(renderer.copy_of_pdf(&original, &copy)), [told]);
    }
    assert_eq!(
        refused(renderer.copy_of(&Notice::example(), &extract([1]))),
        [
            "lỗi: pages: trích sao theo trang chỉ lập được tệp PDF; muốn có tệp DOCX, hãy trích sao một bản ghi chỉ có phần \
          cần sao [05-HD/VPTW II.III; copy.pages]"
        ]
    );
    assert_eq!(
        refused(renderer.extract_of(&Notice::example(), &extract([1, 2]))),
        ["lỗi: pages: không có trang 2: văn bản có 1 trang; hãy ghi trang 1 [05-HD/VPTW II.III; copy.pages]"]
    );
    assert_eq!(
        refused(renderer.extract_of(&Resolution::example(), &extract([2, 4]))),
        [
            "lỗi: pages: không có trang 4: văn bản có 3 trang; hãy chọn từ trang 1 đến trang 3 [05-HD/VPTW II.III; copy.pages]"
        ]
    );
}

#[test]
fn the_rules_of_the_frame_hold_for_a_copy() {
    let renderer = Renderer::new();
    let mut copy = CertifiedCopy::example();
    copy.number = None;
    assert_eq!(
        refused(renderer.copy_of(&Notice::example(), &copy)),
        [
            "lỗi: number (số văn bản): văn bản chính thức chưa có số; hãy ghi số, hoặc “by_hand” để ghi bằng bút \
          [05-HD/VPTW II.I.3; number.missing]"
        ]
    );
    let draft = renderer.read(&record("draft_smallest").to_string()).unwrap();
    assert_eq!(
        refused(renderer.copy_of(&draft, &CertifiedCopy::example())),
        [
            "lỗi: draft: bản dự thảo chưa ban hành thì không sao; hãy sao văn bản đã ban hành [05-HD/VPTW II.III; \
          copy.draft]"
        ]
    );
    assert_eq!(
        CertifiedCopy::from_json(&CertifiedCopy::example().to_json().unwrap()).unwrap(),
        CertifiedCopy::example()
    );
}

/// By itself the form is a page, to go with sheets that a machine copied.
#[test]
fn the_form_alone_is_a_page() {
    let document = Renderer::new().render(&CertifiedCopy::example()).unwrap();
    assert_eq!(document.page_count(), 1);
    assert!(document.words().starts_with("BẢN SAO VĂN BẢN"), "{}", document.words());
}

/// Every case with a copy's form at its end: both writers, both guidances.
#[test]
fn every_paper_can_be_copied() {
    let renderer = crate::renderer();
    let mut copied = 0;
    for (name, json) in crate::cases() {
        let Ok(record) = renderer.read(&json) else { continue };
        for copy in [CertifiedCopy::example(), of_2018()] {
            match renderer.copy_of(&record, &copy) {
                Ok(document) => {
                    copied += 1;
                    let words = document.words();
                    assert!(words.contains("24-BS/UBKTTU"), "{name}");
                    // Behind a sheet that is cut stands one more.
                    if name == "ballot_four_to_a_sheet" {
                        let own = renderer.render(&record).unwrap();
                        assert_eq!(document.page_count(), own.page_count() + 1);
                    }
                }
                Err(Error::Invalid(problems)) => {
                    assert!(
                        problems.iter().all(|problem| problem.code == "copy.draft"),
                        "{name}: {problems:?}"
                    );
                }
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }
    assert!(copied > 100, "{copied}");
}
