//! Kỷ yếu: records and PDFs in one volume, and contents that say where each begins.

use std::io::{Cursor, Read};

use lopdf::{Document as Pdf, Object, ObjectId, dictionary};
use serde_json::{Value, json};
use vanban::kinds::{BoundPaper, Notice, Proceedings, Report, Resolution};
use vanban::{AnyRecord, Bound, Document, Error, Renderer, Stage};

/// The names of a DOCX's parts.
fn parts(docx: &[u8]) -> Vec<String> {
    let zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    zip.file_names().map(str::to_owned).collect()
}

/// A part of a DOCX.
fn part(docx: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A paper of many pages.
fn long(subject: &str, paragraphs: usize) -> AnyRecord {
    let renderer = Renderer::new();
    let kind = renderer.kinds().find(|kind| kind.name() == "discussion_paper").unwrap();
    let mut record: Value = serde_json::from_str(kind.example().unwrap()).unwrap();
    record["subject"] = json!(subject);
    let text = "Cấp uỷ phân công đồng chí phụ trách từng nội dung, hằng tháng nghe báo cáo và cho ý kiến chỉ đạo \
                ngay trong kỳ sinh hoạt; hạn chế đã nêu được phân tích rõ nguyên nhân và có thời hạn khắc phục.";
    record["sections"][0]["paragraphs"] = json!(vec![text; paragraphs]);
    renderer.read(&record.to_string()).unwrap()
}

fn volume(papers: impl IntoIterator<Item = BoundPaper>) -> Proceedings {
    Proceedings::example().papers(papers)
}

fn titled(title: &str) -> BoundPaper {
    BoundPaper::new().title(title)
}

#[track_caller]
fn refused(result: Result<Document, Error>) -> Vec<String> {
    match result {
        Err(Error::Invalid(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

/// The words of a page, from 1 on.
fn words(file: &Pdf, page: u32) -> String {
    file.extract_text(&[page]).unwrap().replace(['\n', '\u{a0}'], " ")
}

/// The numbers of the contents, from the tree.
fn contents(document: &Document) -> Vec<usize> {
    let tree = document.to_text(Stage::Tree).unwrap();
    let rows = tree.lines().filter(|line| line.contains(" page-of "));
    rows.map(|row| row.rsplit(": ").next().unwrap().parse().unwrap()).collect()
}

#[test]
fn the_contents_say_where_each_paper_begins() {
    let (one, two, three) = (long("việc thứ nhất", 30), long("việc thứ hai", 55), Resolution::example());
    let papers = [Bound::Record(&one), Bound::Record(&two), Bound::Record(&three)];
    let document = Renderer::new().bind(&volume(vec![BoundPaper::new(); 3]), &papers).unwrap();
    let numbers = contents(&document);
    assert_eq!(numbers.len(), 3);
    assert!(numbers[0] == 4 && numbers[1] > 6 && numbers[2] > numbers[1] + 4, "{numbers:?}");
    let file = Pdf::load_mem(&document.to_pdf().unwrap()).unwrap();
    for (number, title) in numbers.iter().zip(["việc thứ nhất", "việc thứ hai", "xây dựng chi bộ"])
    {
        let page = words(&file, *number as u32);
        assert!(page.contains("ĐẢNG CỘNG SẢN VIỆT NAM"), "{number}: {page}");
        assert!(title == "xây dựng chi bộ" || page.contains(title), "{number}: {page}");
        // Its own number stands in the middle of its head.
        assert!(page.contains(&format!("Kỷ yếu {number} ")) || page.contains(&number.to_string()), "{page}");
    }
    let cover = words(&file, 1);
    assert!(cover.contains("KỶ YẾU") && !cover.contains("Kỷ yếu"), "{cover}");
    assert!(words(&file, 2).contains("LỜI NÓI ĐẦU") && words(&file, 2).contains("BAN BIÊN TẬP"));
    assert!(words(&file, 3).contains("MỤC LỤC") && words(&file, 3).contains("Tham luận việc thứ hai"));
    assert_eq!(
        document.file_name(),
        "ky-yeu-2026-12-26-chi-bo-khu-pho-2-cac-tham-luan-tai-buoi-sinh-hoat-chuyen-de-ve-xay-dung-va-chin-a724da68"
    );
    // Nothing depends on what was bound before.
    let again = Renderer::new().bind(&volume(vec![BoundPaper::new(); 3]), &papers).unwrap();
    assert_eq!(again.to_pdf().unwrap(), document.to_pdf().unwrap());
    assert_eq!(again.to_docx().unwrap(), document.to_docx().unwrap());
}

#[test]
fn a_paper_tells_title_and_author_itself_where_the_volume_does_not() {
    let (own, notice) = (long("nêu gương", 2), Notice::example());
    let papers = [Bound::Record(&own), Bound::Record(&notice), Bound::Record(&notice)];
    let given = titled("Một thông báo").author("Ban Tổ chức");
    let document =
        Renderer::new().bind(&volume([BoundPaper::new(), BoundPaper::new(), given]), &papers).unwrap();
    let text = document.words().replace('\u{a0}', " ");
    let rows = text.split("MỤC LỤC").nth(1).unwrap().lines().skip(1).take(16).collect::<Vec<_>>();
    assert_eq!(rows[..4], ["STT", "Tên bài", "Tác giả", "Trang"]);
    assert_eq!(rows[4..8], ["1", "Tham luận nêu gương", "Bùi Văn Bình, Chi bộ Khu phố 2", "4"]);
    let issuer = notice.paper.issuer.name.to_string();
    assert_eq!(rows[10], issuer);
    assert_eq!(rows[12..16], ["3", "Một thông báo", "Ban Tổ chức", "6"]);
}

#[test]
fn the_docx_counts_its_pages_itself() {
    let (one, two) = (long("việc thứ nhất", 3), long("việc thứ hai", 3));
    let papers = [Bound::Record(&one), Bound::Record(&two)];
    let document = Renderer::new().bind(&volume(vec![BoundPaper::new(); 2]), &papers).unwrap();
    let main = document.to_text(Stage::Docx).unwrap();
    for place in 1..=2 {
        assert!(main.contains(&format!("PAGEREF _vanban_{place} ")), "{main}");
        assert_eq!(main.matches(&format!(r#"w:name="_vanban_{place}""#)).count(), 1);
    }
    // Numbers go on from the cover, which alone shows none.
    assert!(!main.contains("w:pgNumType"));
    assert_eq!(main.matches("w:titlePg").count(), 1);
    let docx = document.to_docx().unwrap();
    let names = parts(&docx);
    let headers: Vec<&String> = names.iter().filter(|name| name.starts_with("word/header")).collect();
    // Three that every paper has; foreword, contents and two papers.
    assert_eq!(headers.len(), 7);
    let types = part(&docx, "[Content_Types].xml");
    let related = part(&docx, "word/_rels/document.xml.rels");
    for header in headers {
        assert!(types.contains(&format!(r#"PartName="/{header}""#)), "{header}: {types}");
        assert!(related.contains(header.trim_start_matches("word/")), "{header}: {related}");
    }
    assert!(part(&docx, "word/header6.xml").contains("Việc thứ nhất"));
}

#[test]
fn what_stands_at_the_head_of_a_page_has_room_there() {
    let title =
        "nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức cơ sở đảng trong tình hình mới ở khu phố";
    let (one, two) = (long(title, 1), long(title, 1));
    let papers = [Bound::Record(&one), Bound::Record(&two)];
    let short = BoundPaper::new().short_title("Sức chiến đấu");
    let document = Renderer::new().bind(&volume([BoundPaper::new(), short]), &papers).unwrap();
    let tree = document.to_text(Stage::Tree).unwrap();
    let running: Vec<&str> = tree.lines().filter_map(|line| line.strip_prefix("running ")).collect();
    assert_eq!(
        running,
        [
            "Kỷ yếu | Lời nói đầu",
            "Kỷ yếu | Mục lục",
            "Kỷ yếu | Nâng cao năng lực lãnh đạo, sức chiến đấu của …",
            "Kỷ yếu | Sức chiến đấu",
        ]
    );
}

/// A PDF of three pages.
fn guest() -> Vec<u8> {
    Renderer::new().render(&Resolution::example()).unwrap().to_pdf().unwrap()
}

#[test]
fn pages_of_other_files_stay_as_they_are() {
    let (guest, own) = (guest(), long("việc của ta", 20));
    let papers = [Bound::Pdf(&guest), Bound::Record(&own), Bound::Pdf(&guest)];
    let named = [titled("Tham luận thứ nhất"), BoundPaper::new(), titled("Tham luận thứ ba")];
    let document = Renderer::new().bind(&volume(named), &papers).unwrap();
    let numbers = contents(&document);
    assert_eq!(numbers[..2], [4, 7]);
    let bytes = document.to_pdf().unwrap();
    let (file, before) = (Pdf::load_mem(&bytes).unwrap(), Pdf::load_mem(&guest).unwrap());
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    assert_eq!(pages.len(), document.page_count());
    let old: Vec<ObjectId> = before.get_pages().into_values().collect();
    for first in [numbers[0], numbers[2]] {
        for (old, new) in old.iter().zip(&pages[first - 1..]) {
            assert_eq!(before.get_page_content(*old), file.get_page_content(*new));
        }
        assert_eq!(words(&file, first as u32), words(&before, 1));
    }
    // Their places are kept in the DOCX.
    let said = "(Trang 2/3 của “Tham luận thứ nhất”: nguyên văn ở bản PDF của kỷ yếu này)";
    assert!(document.words().contains(said), "{}", document.words());
    assert!(!(1..=pages.len() as u32).any(|page| words(&file, page).contains("nguyên văn ở bản PDF")));
    // No standard is claimed; the outline leads to all papers.
    let catalog = file.catalog().unwrap();
    assert!(!catalog.has(b"Metadata") && !catalog.has(b"OutputIntents") && catalog.has(b"Outlines"));
    let titles: Vec<String> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"Title").ok()?.as_str().ok())
        .map(|title| {
            String::from_utf16_lossy(
                &title[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect::<Vec<_>>(),
            )
        })
        .collect();
    for title in ["Tham luận thứ nhất", "Việc của ta", "Tham luận thứ ba"] {
        assert!(titles.iter().any(|it| it == title), "{titles:?}");
    }
    assert_eq!(document.to_pdf().unwrap(), bytes);
}

/// Layers that do not show in a file do not show in the volume.
#[test]
fn hidden_layers_stay_hidden() {
    let mut file = Pdf::load_mem(&guest()).unwrap();
    let group = |name: &str| dictionary! { "Type" => "OCG", "Name" => Object::string_literal(name) };
    let (shown, hidden) = (file.add_object(group("shown")), file.add_object(group("hidden")));
    let page = *file.get_pages().values().next().unwrap();
    let properties = dictionary! { "A" => shown, "B" => hidden };
    file.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("PieceProperties", properties);
    let layers = dictionary! {
        "OCGs" => vec![shown.into(), hidden.into()],
        "D" => dictionary! { "BaseState" => "OFF", "ON" => vec![shown.into()] },
    };
    file.catalog_mut().unwrap().set("OCProperties", layers);
    let mut guest = Vec::new();
    file.save_to(&mut guest).unwrap();
    let document = Renderer::new().bind(&volume([titled("Một bài")]), &[Bound::Pdf(&guest)]).unwrap();
    let bound = Pdf::load_mem(&document.to_pdf().unwrap()).unwrap();
    let layers = bound.catalog().unwrap().get(b"OCProperties").unwrap().as_dict().unwrap();
    assert_eq!(layers.get(b"OCGs").unwrap().as_array().unwrap().len(), 2);
    let off = layers.get(b"D").unwrap().as_dict().unwrap().get(b"OFF").unwrap().as_array().unwrap();
    let name = |group: &Object| {
        let group = bound.get_dictionary(group.as_reference().unwrap()).unwrap();
        String::from_utf8_lossy(group.get(b"Name").unwrap().as_str().unwrap()).into_owned()
    };
    assert_eq!(off.iter().map(name).collect::<Vec<_>>(), ["hidden"]);
}

#[test]
fn on_both_sides_each_paper_begins_on_a_right_hand_page() {
    let (one, two) = (long("việc thứ nhất", 12), long("việc thứ hai", 12));
    let guest = guest();
    let papers = [Bound::Record(&one), Bound::Pdf(&guest), Bound::Record(&two)];
    let named = [BoundPaper::new(), titled("Bài gửi đến"), BoundPaper::new()];
    let document = Renderer::new().with_two_sided(true).bind(&volume(named), &papers).unwrap();
    let numbers = contents(&document);
    assert!(numbers.iter().all(|number| number % 2 == 1), "{numbers:?}");
    let file = Pdf::load_mem(&document.to_pdf().unwrap()).unwrap();
    for (number, title) in [(numbers[0], "việc thứ nhất"), (numbers[2], "việc thứ hai")] {
        assert!(words(&file, number as u32).contains(title), "{numbers:?}");
    }
}

/// Without papers at hand it is cover, foreword and contents.
#[test]
fn by_itself_a_volume_leaves_its_numbers_open() {
    let document = Renderer::new().render(&Proceedings::example()).unwrap();
    assert_eq!(document.page_count(), 3);
    assert!(contents(&document).is_empty());
    assert!(document.words().contains("Kinh nghiệm khắc phục tình trạng nể nang, ngại va chạm"));
    assert_eq!(
        Proceedings::from_json(&Proceedings::example().to_json().unwrap()).unwrap(),
        Proceedings::example()
    );
}

#[test]
fn an_appendix_goes_on_with_the_numbers() {
    let mut record = crate::records::record("report_names");
    record["appendices"] = json!([{ "title": "Số liệu", "sections": [{ "paragraphs": ["Không."] }] }]);
    let report = Report::from_json(&record.to_string());
    let Ok(report) = report else { panic!("{report:?}") };
    let own = Renderer::new().render(&report).unwrap().page_count();
    let last = long("việc cuối", 1);
    let papers = [Bound::Record(&report), Bound::Record(&last)];
    let document = Renderer::new().bind(&volume(vec![BoundPaper::new(); 2]), &papers).unwrap();
    assert_eq!(contents(&document), [4, 4 + own]);
}

#[test]
fn what_cannot_be_bound_is_told_at_its_place() {
    let renderer = Renderer::new();
    let (sound, guest) = (long("việc này", 1), guest());
    let mut wrong: Value = serde_json::from_str(Notice::EXAMPLE).unwrap();
    wrong.as_object_mut().unwrap().remove("number");
    let wrong = renderer.read(&wrong.to_string()).unwrap();
    let mut old: Value = serde_json::from_str(Notice::EXAMPLE).unwrap();
    old["profile"] = json!("hd36");
    old["date"] = json!("5/6/2020");
    let old = renderer.read(&old.to_string()).unwrap();
    let papers = [
        Bound::Record(&sound),
        Bound::Record(&wrong),
        Bound::Pdf(b"%PDF-1.7\n"),
        Bound::Pdf(include_bytes!("../data/locked.pdf")),
        Bound::Record(&old),
    ];
    let look = "lỗi: papers[4]: bài này theo Hướng dẫn 36-HD/VPTW, mà kỷ yếu theo Hướng dẫn 05-HD/VPTW; hãy ghi cùng một hướng dẫn (profile), hoặc lập bài thành tệp PDF rồi đưa tệp PDF vào kỷ yếu [quy ước; proceedings.look]";
    let told = refused(renderer.bind(&volume(vec![titled("Một bài"); 5]), &papers));
    let untitled = vec![BoundPaper::new(); 5];
    assert_eq!(refused(renderer.bind(&volume(untitled), &papers)), told);
    let numberless = "lỗi: papers[1].number (số văn bản): văn bản chính thức chưa có số; hãy ghi số, hoặc “by_hand” để ghi bằng bút [05-HD/VPTW II.I.3; number.missing]";
    assert_eq!(
        told,
        [
            numberless,
            "lỗi: papers[2].file: tệp PDF hỏng hoặc không phải là PDF; nếu mở xem được thì hãy in lại ra PDF rồi đưa tệp mới vào [quy ước; proceedings.pdf]",
            "lỗi: papers[3].file: tệp PDF có mật khẩu hoặc bị khoá; hãy mở khoá rồi đưa vào kỷ yếu [quy ước; proceedings.pdf]",
            look,
        ]
    );
    assert_eq!(
        refused(renderer.bind(&volume([BoundPaper::new()]), &[Bound::Pdf(&guest)])),
        ["lỗi: papers[0].title: tệp PDF không nói tên bài; hãy ghi tên bài [quy ước; proceedings.title]"]
    );
    assert_eq!(
        refused(renderer.bind(&volume([titled("Một"), titled("Hai")]), &[Bound::Record(&sound)])),
        [
            "lỗi: papers: kỷ yếu ghi 2 bài mà nhận được 1 bài; hãy ghi mỗi bài một dòng [quy ước; proceedings.papers]"
        ]
    );
    assert_eq!(
        refused(renderer.bind(&volume([]), &[])),
        ["lỗi: papers: kỷ yếu chưa có bài nào; hãy ghi mỗi bài một dòng [quy ước; proceedings.papers]"]
    );
}

#[test]
fn what_a_volume_does_not_print_is_told() {
    let renderer = Renderer::new();
    let mut inside: Value = serde_json::from_str(Notice::EXAMPLE).unwrap();
    inside["marks"] = json!({ "circulation": "internal" });
    let inside = renderer.read(&inside.to_string()).unwrap();
    let mut volume = volume([BoundPaper::new()]);
    volume.foreword.clear();
    let document = renderer.bind(&volume, &[Bound::Record(&inside)]).unwrap();
    let told: Vec<String> = document.warnings().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "cảnh báo: editors: không có lời nói đầu nên không in “editors”; hãy ghi lời nói đầu hoặc bỏ dòng này [quy ước; proceedings.editors]",
            "cảnh báo: papers[0].marks.circulation: đầu trang của kỷ yếu không in phạm vi lưu hành của bài; nếu cần in, hãy lập bài thành tệp PDF rồi đưa tệp PDF vào kỷ yếu [quy ước; proceedings.circulation]",
        ]
    );
    assert!(!document.words().contains("LỜI NÓI ĐẦU"));
}

#[test]
fn each_paper_names_its_file() {
    let mut volume = Proceedings::example();
    assert_eq!(volume.files().unwrap(), ["tham-luan-1.json", "tham-luan-2.pdf"]);
    volume.papers[0].file = None;
    let Err(Error::Invalid(problems)) = volume.files() else { panic!("a paper without a file") };
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "lỗi: papers[0].file: chưa ghi tệp của bài; hãy ghi tên tệp, ví dụ “tham-luan-1.json” [quy ước; proceedings.file]"
        ]
    );
}

/// What is made of other papers is no record by itself.
#[test]
fn who_reads_it_as_a_paper_is_told_what_binds_it() {
    let told = |kind: &str| match Renderer::new().read(&json!({ "kind": kind }).to_string()) {
        Err(error) => error.problems().iter().map(ToString::to_string).collect::<Vec<_>>(),
        Ok(_) => panic!("{kind} is read"),
    };
    let volume = "lỗi: kind (loại văn bản): kỷ yếu đóng từ các bài của nó; hãy dùng lệnh vanban bind [quy ước; shape.unknown_value]";
    assert_eq!(told("proceedings"), [volume]);
    assert_eq!(told("Kỷ yếu"), [volume]);
    assert_eq!(
        told("copy"),
        [
            "lỗi: kind (loại văn bản): bản sao lập từ văn bản gốc; hãy dùng lệnh vanban copy [quy ước; shape.unknown_value]"
        ]
    );
}

/// A PDF of one page with this annotation on it.
fn annotated(annotation: &lopdf::Dictionary, field: Option<lopdf::Dictionary>) -> Vec<u8> {
    let mut file = Pdf::load_mem(include_bytes!("../data/plain.pdf")).unwrap();
    let page = *file.get_pages().values().next().unwrap();
    let mut annotation = annotation.clone();
    if let Some(field) = field {
        let field = file.add_object(field);
        annotation.set("Parent", field);
    }
    let annotation = file.add_object(annotation);
    let own = file.get_object_mut(page).unwrap().as_dict_mut().unwrap();
    own.set("Annots", vec![annotation.into()]);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

fn widget() -> lopdf::Dictionary {
    let rect: Vec<Object> = [0, 0, 50, 20].map(Object::from).to_vec();
    dictionary! { "Type" => "Annot", "Subtype" => "Widget", "Rect" => rect }
}

#[test]
fn a_field_is_shown_by_what_it_says_of_its_widgets() {
    let mut shown = widget();
    shown.set("AP", dictionary! { "N" => dictionary! {} });
    let field = dictionary! { "FT" => "Tx", "T" => Object::string_literal("ten"), "V" => Object::string_literal("An") };
    let guest = annotated(&shown, Some(field.clone()));
    let document = Renderer::new().bind(&volume([titled("Một bài")]), &[Bound::Pdf(&guest)]).unwrap();
    let bound = Pdf::load_mem(&document.to_pdf().unwrap()).unwrap();
    let page = bound.get_pages()[&4];
    let own = bound.get_dictionary(page).unwrap().get_deref(b"Annots", &bound).unwrap().as_array().unwrap();
    let own = bound.dereference(&own[0]).unwrap().1.as_dict().unwrap();
    assert_eq!(own.get(b"FT").unwrap().as_name().unwrap(), b"Tx");
    assert_eq!(own.get(b"V").unwrap().as_str().unwrap(), b"An");
    assert!(!own.has(b"Parent"));
    // Words without a picture would be gone.
    let guest = annotated(&widget(), Some(field));
    assert_eq!(
        refused(Renderer::new().bind(&volume([titled("Một bài")]), &[Bound::Pdf(&guest)])),
        [
            "lỗi: papers[0].file: tệp PDF là biểu mẫu mà chữ đã điền không có trong trang; hãy mở tệp, in lại ra PDF rồi đưa tệp mới vào [quy ước; proceedings.pdf]"
        ]
    );
}

/// What viewers mend, and what is read passes over, is not lost without a word.
#[test]
fn a_damaged_file_loses_nothing_in_silence() {
    let told = [
        "lỗi: papers[0].file: tệp PDF hỏng hoặc không phải là PDF; nếu mở xem được thì hãy in lại ra PDF rồi đưa tệp mới vào [quy ước; proceedings.pdf]",
    ];
    let (mut plain, mut file) = (Vec::new(), Pdf::load_mem(include_bytes!("../data/plain.pdf")).unwrap());
    file.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    file.save_to(&mut plain).unwrap();
    let table = plain.windows(6).rposition(|bytes| bytes == b"\nxref\n").unwrap();
    let text = String::from_utf8_lossy(&plain[table..]).into_owned();
    let (mut wrong, mut bound) = (0, 0);
    for line in text.lines().filter(|line| line.ends_with("n") || line.ends_with("n ")) {
        let offset: usize = line[..10].parse().unwrap();
        let moved = text.replacen(&line[..10], &format!("{:010}", offset + 7), 1);
        let damaged = [&plain[..table], moved.as_bytes()].concat();
        match Renderer::new().bind(&volume([titled("Một bài")]), &[Bound::Pdf(&damaged)]) {
            Ok(document) => {
                bound += 1;
                let file = Pdf::load_mem(&document.to_pdf().unwrap()).unwrap();
                assert!(words(&file, 4).contains("First") && words(&file, 5).contains("Second"), "{line}");
            }
            Err(Error::Invalid(problems)) => {
                wrong += 1;
                assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), told);
            }
            Err(other) => panic!("{other}"),
        }
    }
    assert!(wrong > 3, "{wrong} refused, {bound} bound");
    // A page that stands twice, and fewer pages than the file says.
    for (kids, count) in [([0, 0], 2), ([0, 1], 3)] {
        let mut file = Pdf::load_mem(&plain).unwrap();
        let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
        let root = file.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
        let tree = file.get_object_mut(root).unwrap().as_dict_mut().unwrap();
        tree.set("Kids", kids.map(|kid| Object::from(pages[kid])).to_vec());
        tree.set("Count", count);
        let mut damaged = Vec::new();
        file.save_to(&mut damaged).unwrap();
        assert_eq!(
            refused(Renderer::new().bind(&volume([titled("Một bài")]), &[Bound::Pdf(&damaged)])),
            told,
            "{kids:?} {count}"
        );
    }
}

#[test]
fn papers_look_as_the_volume_says() {
    let renderer = Renderer::new();
    let plain = long("việc này", 3);
    let laid = |size: u32| {
        let mut record: Value = serde_json::from_str(Notice::EXAMPLE).unwrap();
        record["layout"] = json!({ "body_pt": size });
        renderer.read(&record.to_string()).unwrap()
    };
    // The usual size is the usual size, said or not.
    let papers = vec![BoundPaper::new(); 2];
    let usual = laid(14);
    renderer.bind(&volume(papers.clone()), &[Bound::Record(&plain), Bound::Record(&usual)]).unwrap();
    let large = laid(15);
    let told =
        refused(renderer.bind(&volume(papers.clone()), &[Bound::Record(&plain), Bound::Record(&large)]));
    assert_eq!(
        told,
        [
            "lỗi: papers[1]: cỡ chữ, giãn dòng của bài này (layout) khác với kỷ yếu; hãy ghi layout ấy vào kỷ yếu, hoặc lập bài thành tệp PDF rồi đưa tệp PDF vào kỷ yếu [quy ước; proceedings.look]"
        ]
    );
    // What a paper leaves open the volume says: its size, and its guidance.
    let large_volume = volume(papers.clone())
        .layout(serde_json::from_value::<vanban::profile::Layout>(json!({ "body_pt": 15 })).unwrap());
    renderer.bind(&large_volume, &[Bound::Record(&plain), Bound::Record(&large)]).unwrap();
    let older = volume(papers).profile(vanban::profile::ProfileId::Hd36);
    let document = renderer.bind(&older, &[Bound::Record(&plain), Bound::Record(&usual)]);
    let told = document.map(|document| document.warnings().len());
    assert!(told.is_ok(), "{told:?}");
    // What has a look of its own is none of them.
    let kind = renderer.kinds().find(|kind| kind.name() == "merit_certificate").unwrap();
    let certificate = renderer.read(kind.example().unwrap()).unwrap();
    assert_eq!(
        refused(renderer.bind(&volume([BoundPaper::new()]), &[Bound::Record(&certificate)])),
        [
            "lỗi: papers[0]: loại văn bản này có kiểu trình bày riêng; hãy lập bài thành tệp PDF rồi đưa tệp PDF vào kỷ yếu [quy ước; proceedings.look]"
        ]
    );
}

/// Of talks the abstract is enough; among others each says what it is.
#[test]
fn papers_say_what_they_are() {
    let (talk, notice) = (long("nêu gương", 1), Notice::example());
    let running = |papers: &[Bound<'_>]| {
        let document = Renderer::new().bind(&volume(vec![BoundPaper::new(); papers.len()]), papers).unwrap();
        let tree = document.to_text(Stage::Tree).unwrap();
        tree.lines()
            .filter_map(|line| line.strip_prefix("running "))
            .skip(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        running(&[Bound::Record(&talk), Bound::Record(&talk)]),
        ["Kỷ yếu | Nêu gương", "Kỷ yếu | Nêu gương"]
    );
    let mixed = running(&[Bound::Record(&talk), Bound::Record(&notice)]);
    assert_eq!(mixed[0], "Kỷ yếu | Tham luận nêu gương");
    assert!(mixed[1].starts_with("Kỷ yếu | Thông báo sinh hoạt"), "{mixed:?}");
    assert!(running(&[Bound::Record(&notice)])[0].starts_with("Kỷ yếu | Thông báo"));
}
