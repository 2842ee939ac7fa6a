//! The register of papers: series, the next number, what is missing or stands twice, and its printed form.

use vanban::kinds::{Notice, Resolution};
use vanban::parts::{CitedDate, Issuer};
use vanban::register::{Decisions, Entry, Register};
use vanban::{Error, Record, Renderer, Severity};

fn paper(number: u32, of: &str, issuer: &str) -> Entry {
    Entry::new(number, of, issuer, format!("{of} {number}"))
}

fn register(papers: &[(u32, &str, &str)]) -> Register {
    let mut register = Register::new();
    for (number, of, issuer) in papers {
        register.enter(paper(*number, of, issuer)).unwrap();
    }
    register
}

fn told<T: ToString>(found: &[T]) -> Vec<String> {
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn a_series_is_of_one_type_one_issuer_and_one_term() {
    let mut register = register(&[(1, "Nghị quyết", "CB"), (2, "Nghị quyết", "CB"), (7, "Kế hoạch", "CB")]);
    for (of, issuer, next) in
        [("Nghị quyết", "CB", 3), ("Kế hoạch", "CB", 8), ("Thông báo", "CB", 1), ("Nghị quyết", "ĐU", 1)]
    {
        assert_eq!(register.next(&paper(0, of, issuer)), next, "{of} {issuer}");
    }
    register.begin_term("2025 - 2030");
    assert_eq!(register.next(&paper(0, "Nghị quyết", "CB")), 3, "what has no term is of the first");
    register.begin_term("2030 - 2035");
    assert_eq!(register.next(&paper(0, "Nghị quyết", "CB")), 1);
    register.enter(paper(1, "Nghị quyết", "CB")).unwrap();
    assert_eq!(register.entries.len(), 4);
    assert!(register.duplicates().is_empty());
}

#[test]
fn a_congress_counts_all_types_together_and_so_do_copies() {
    let congress = register(&[(1, "Nghị quyết", "ĐH"), (2, "Biên bản", "ĐH")]);
    assert_eq!(congress.next(&paper(0, "Báo cáo", "ĐH")), 3);
    let copies = register(&[(23, "Bản sao", "UBKTTU"), (4, "Thông báo", "UBKTTU")]);
    let copy = paper(24, "Bản sao", "UBKTTU");
    assert_eq!((copies.next(&copy), copy.symbol().as_str()), (24, "24-BS/UBKTTU"));
}

#[test]
fn decisions_and_regulations_share_a_series_or_do_not() {
    let mut register = register(&[(4, "Quyết định", "ĐU")]);
    let regulation = paper(0, "Quy định", "ĐU");
    assert!(register.must_ask(&regulation) && !register.must_ask(&paper(0, "Quyết định", "ĐU")));
    assert!(!register.must_ask(&paper(0, "Quy định", "CB")), "another issuer's");
    assert!(!register.must_ask(&paper(0, "Kế hoạch", "ĐU")));
    register.decisions = Some(Decisions::Together);
    assert_eq!((register.must_ask(&regulation), register.next(&regulation)), (false, 5));
    register.decisions = Some(Decisions::Apart);
    assert_eq!(register.next(&regulation), 1);
    register.enter(paper(4, "Quy định", "ĐU")).unwrap();
    assert_eq!((register.duplicates().len(), register.shared_numbers()), (0, 1));
    // In 36-HD/VPTW a regulation has a code of its own; the series is the same.
    assert_eq!(register.next(&paper(0, "Quy định", "ĐU").type_code("QĐi")), 5);
}

#[test]
fn first_numbers_are_set_by_code() {
    let mut register = Register::new().first("NQ", 47).first("QĐi", 3).decisions(Decisions::Apart);
    assert_eq!(register.next(&paper(0, "Nghị quyết", "CB")), 47);
    assert_eq!(register.next(&paper(0, "Quy định", "CB")), 3);
    assert_eq!(register.next(&paper(0, "Quyết định", "CB")), 1);
    for number in [45, 47, 50] {
        register.enter(paper(number, "Nghị quyết", "CB")).unwrap();
    }
    assert_eq!(told(&register.gaps()), ["NQ/CB: chưa có các số từ 48 đến 49"]);
    assert_eq!(register.next(&paper(0, "Nghị quyết", "CB")), 51);
}

#[test]
fn what_is_missing_or_stands_twice_is_found() {
    let mut register = register(&[(1, "Kế hoạch", "CB"), (3, "Kế hoạch", "CB")]);
    let holder = register.enter(Entry::new(3, "Kế hoạch", "CB", "khác")).unwrap_err();
    assert_eq!(holder.subject.as_str(), "Kế hoạch 3");
    assert_eq!(register.entries.len(), 2);
    // Somebody may write it by hand.
    register.entries.push(Entry::new(3, "Kế hoạch", "CB", "khác"));
    assert_eq!(told(&register.gaps()), ["KH/CB: chưa có số 02"]);
    assert_eq!(told(&register.duplicates()), ["KH/CB: số 03 cấp cho 2 văn bản: “Kế hoạch 3”; “khác”"]);
    register.entries.push(paper(u32::MAX, "Kế hoạch", "CB"));
    assert_eq!(register.next(&paper(0, "Kế hoạch", "CB")), u32::MAX);
    assert_eq!(register.gaps().len(), 2);
}

#[test]
fn a_paper_that_is_issued_again_keeps_its_place() {
    let mut register = Register::new();
    let draft =
        |number, subject: &str| Entry::new(number, "Nghị quyết", "CB", subject).record("nghi-quyet-1.json");
    register.enter(draft(1, "tháng 6")).unwrap();
    assert_eq!(register.entered(&draft(0, "tháng 6")).map(|it| it.number), Some(1));
    register.enter(draft(1, "tháng 6").signer("Lê Văn An")).unwrap();
    assert_eq!((register.entries.len(), register.entries[0].signer.is_some()), (1, true));
    // The next month's draft has the same name.
    assert_eq!(register.entered(&draft(0, "tháng 7")), None);
    register.withdraw(&draft(1, "tháng 7"));
    assert_eq!(register.entries.len(), 1);
    register.withdraw(&draft(1, "tháng 6"));
    assert!(register.entries.is_empty());
}

#[test]
fn a_record_gives_its_entry() {
    let entry = Entry::of_record(&Resolution::example(), None).unwrap();
    let frame = Resolution::example().frame();
    assert_eq!(entry.subject, frame.subject);
    assert!(entry.symbol().ends_with("-NQ/CB"), "{}", entry.symbol());
    assert_eq!((entry.recipients, entry.signer), (frame.recipients, frame.signature.unwrap().name));
    let notice = Entry::of_record(&Notice::example(), Some(12)).unwrap();
    assert_eq!((notice.number, notice.type_code.as_str()), (12, "TB"));
    assert_eq!(Entry::of_record(&vanban::kinds::EvaluationForm::example(), Some(1)), None);
    for (said, name) in
        [("NQ", "Nghị quyết"), ("nghị quyết", "Nghị quyết"), ("CTr", "Chương trình"), ("QĐ", "Quyết định")]
    {
        assert_eq!(Entry::type_named(said), Some(name));
    }
    assert_eq!((Entry::type_named("nq"), Entry::type_named("XX")), (None, None));
    assert_eq!(Entry::new(3, "Chương trình hành động", "ĐU", "a").symbol(), "03-CTHĐ/ĐU");
}

#[test]
fn it_is_read_and_written_as_json() {
    let mut register = Register::new().term("2025 - 2030").first("NQ", 47).decisions(Decisions::Together);
    register
        .enter(paper(47, "Nghị quyết", "CB").date(CitedDate::new(2026, 6, 5)).recipients(["Đảng uỷ"]))
        .unwrap();
    let json = register.to_json().unwrap();
    assert_eq!(Register::from_json(&json).unwrap(), register);
    assert!(json.contains("\"decisions\": \"together\""), "{json}");
    let spoken = json.replace("\"number\": 47", "\"number\": 0").replace("\"issuer_code\"", "\"issuer\"");
    let Err(Error::Shape(faults)) = Register::from_json(&spoken) else { panic!() };
    let places: Vec<String> = faults.iter().map(|fault| fault.path.to_string()).collect();
    assert!(places.contains(&"entries[0].number".to_owned()), "{faults:?}");
    assert!(places.contains(&"entries[0].issuer".to_owned()), "{faults:?}");
    assert!(Register::from_json("{\"format\": 1, \"entries\": [}").is_err());
    assert!(Register::from_json("{\"format\": 2, \"entries\": []}").is_err());
}

#[test]
fn it_is_printed_as_a_table_of_its_series() {
    let mut register = Register::new().term("2025 - 2030").decisions(Decisions::Together);
    let papers = [
        paper(2, "Nghị quyết", "CB").recipients(["Đảng uỷ", "Lưu Chi bộ"]).note("Bản giấy"),
        Entry::new(1, "Nghị quyết", "CB", "Lãnh đạo nhiệm vụ tháng 6").date(CitedDate::new(2026, 6, 5)),
        paper(1, "Quyết định", "CB").signer("Nguyễn Văn An"),
        paper(2, "Quy định", "CB"),
    ];
    for entry in papers {
        register.enter(entry).unwrap();
    }
    register.entries.push(paper(9, "Kế hoạch", "CB").term("2020 - 2025"));
    let book = register.book(Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh"));
    let document = Renderer::new().render(&book).unwrap();
    assert!(document.warnings().is_empty(), "{:?}", document.warnings());
    let words = document.words();
    let table = "Số, ký hiệu\nNgày, tháng, năm\nTên loại và trích yếu nội dung\nNgười ký\nNơi nhận\nGhi chú\n\
        Nghị quyết (NQ/CB)\n01-NQ/CB\n05/6/2026\nNghị quyết lãnh đạo nhiệm vụ tháng 6\n02-NQ/CB\nNghị quyết nghị quyết 2\n\
        Đảng uỷ; Lưu Chi bộ\nBản giấy\nQuyết định, Quy định (QĐ/CB)\n01-QĐ/CB\nQuyết định quyết định 1\nNguyễn Văn An\n02-QĐ/CB";
    assert!(words.contains(table), "{words}");
    assert!(words.contains("SỔ ĐĂNG KÝ VĂN BẢN ĐI\nnhiệm kỳ 2025 - 2030\n"), "{words}");
    assert!(!words.contains("Kế hoạch"), "{words}");
    assert_eq!(document.file_name(), "so-dang-ky-van-ban-di-2025-2030-chi-bo-phong-7-9");
    assert!(document.to_docx().is_ok() && document.to_pdf().is_ok());
    let empty = Register::new().book(Issuer::new("Chi bộ Phòng 7-9"));
    let problems = Renderer::new().check(&empty);
    assert!(problems.iter().all(|problem| problem.severity != Severity::Error), "{problems:?}");
}
