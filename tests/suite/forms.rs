//! Forms from folders: what they are read from, what is told of them, what their papers say.

use std::fs;

use vanban::forms::{Folder, Form};
use vanban::{Error, Kind, Renderer};

/// The folder of a form among the tests' own.
pub(super) fn folder(name: &str) -> Folder {
    let read = |file: &str| fs::read_to_string(format!("tests/forms/{name}/{file}"));
    let folder = Folder::new(read("form.toml").unwrap()).body(read("body.hbs").unwrap());
    let folder = folder.picture("emblem.png", fs::read("examples/data/emblem.png").unwrap());
    match read("example.json") {
        Ok(example) => folder.example(example),
        Err(_) => folder,
    }
}

pub(super) fn form(name: &str) -> Form {
    Form::read(&folder(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A renderer of records of a form, which need not name it.
pub(super) fn renderer(form: Form) -> Renderer {
    let name = form.kind().name().to_owned();
    Renderer::new().with_form(form).unwrap().with_kind_of_unnamed(name)
}

pub(super) fn words(form: Form, record: &str) -> String {
    let renderer = renderer(form);
    let record = renderer.read(record).unwrap_or_else(|error| panic!("{error}"));
    let document = renderer.render(&record).unwrap_or_else(|error| panic!("{error}"));
    assert!(document.warnings().is_empty(), "{:?}", document.warnings());
    document.words()
}

pub(super) fn example(name: &str) -> String {
    fs::read_to_string(format!("tests/forms/{name}/example.json")).unwrap()
}

/// What is told of a form, a line a fault.
pub(super) fn told(folder: &Folder) -> Vec<String> {
    match Form::read(folder) {
        Ok(_) => Vec::new(),
        Err(Error::Form(faults)) => faults.iter().map(ToString::to_string).collect(),
        Err(error) => panic!("{error}"),
    }
}

/// What is told of a form of one field, with these lines in its `form.toml` and this wording.
pub(super) fn told_of(top: &str, field: &str, body: &str) -> Vec<String> {
    let toml = format!(
        "format = 1\nname = \"phieu\"\nterm = \"phiếu\"\ntitle = \"Phiếu\"\n{top}\n[fields]\n{field}\n\
         [values]\nissuer = {{ name = \"Chi bộ 2\", superior = \"Đảng bộ phường Bình An\" }}\nplace = \"Bình An\"\n\
         date = \"12/6/2026\"\nsubject = \"năm 2026\"\n"
    );
    told(&Folder::new(toml).body(body))
}

const TEN: &str = "ten = { label = \"Tên\", type = \"text\" }";

#[test]
fn what_a_record_leaves_out_is_left_to_the_pen() {
    let text = words(form("cam-ket"), "{}");
    let dots = "…".repeat(20);
    assert!(text.contains(&format!("Họ và tên: {dots}\nSinh ngày: ……/……/……\n")), "{text}");
    let line = "…".repeat(30);
    let lines = text.lines().filter(|text| text.starts_with(&line)).count();
    assert_eq!(lines, 15, "three lines a list: {text}");
    assert!(!text.contains("null"), "{text}");
}

#[test]
fn a_record_says_what_it_says() {
    let text = words(form("cam-ket"), &example("cam-ket"));
    for line in [
        "Họ và tên: Lê Thị Bình",
        "Sinh ngày: 03/02/1985",
        "1. Về tư tưởng chính trị",
        "- Học tập đầy đủ các nghị quyết của Đảng.",
        "- Giữ gìn lối sống giản dị.",
        "5. Về khắc phục hạn chế, khuyết điểm",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}: {text}");
    }
    // Who signs for a body has no hint; who signs in person has one.
    assert_eq!(text.matches("(Ký, ghi rõ họ tên)").count(), 1, "{text}");
}

#[test]
fn a_list_is_counted_and_its_head_is_a_head() {
    let rows = r#"{"rows": [
        {"loai": "Tập thể", "ten": "Chi bộ 1", "don_vi": "Đảng bộ phường", "hinh_thuc": "Giấy khen"},
        {"loai": "cá nhân", "ten": "Bùi Văn Bình", "don_vi": "Bí thư", "hinh_thuc": "Giấy khen"}]}"#;
    let text = words(form("danh-sach"), rows);
    assert!(text.contains("Danh sách này có 2 (hai) trường hợp: 1 tập thể, 1 cá nhân."), "{text}");
    assert!(!text.contains("Loại"), "a column that is not printed: {text}");
}

#[test]
fn a_certificate_has_no_more_than_it_asks_for() {
    let text = words(form("giay-khen"), &example("giay-khen"));
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(
        lines[..8],
        [
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "ĐẢNG BỘ TỈNH BÌNH GIANG",
            "ĐẢNG ỦY PHƯỜNG BÌNH AN",
            "TẶNG",
            "GIẤY KHEN",
            "Đồng chí Bùi Văn Bình",
            "Bí thư Chi bộ Khu phố 2",
            "Đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2026",
        ]
    );
    let renderer = renderer(form("giay-khen"));
    let record = renderer
        .read(r#"{"loai": "tập thể", "ten": "Công ty A & B <“Bình An”> {{x}}", "don_vi": "Đảng bộ"}"#);
    let document = renderer.render(&record.unwrap()).unwrap();
    assert!(document.words().contains("\nCông ty A & B <“Bình An”> {{x}}\n"), "{}", document.words());
    assert_eq!(document.page_count(), 1);
}

#[test]
fn every_slip_is_told_at_once_with_file_line_and_column() {
    let toml = fs::read_to_string("tests/forms/giay-khen/form.toml").unwrap();
    let toml = toml.replace("label = \"Số sổ vàng\", type = \"text\"", "label = \"Số sổ vàng\"");
    let toml = toml.replace("size = 24", "size = 72");
    let body = fs::read_to_string("tests/forms/giay-khen/body.hbs").unwrap();
    let body = body.replace("{{ten}}", "{{tenn}}").replace("{{don_vi}}</p>", "{{don_vi}}");
    let folder = Folder::new(toml).body(body);
    let folder = folder.picture("emblem.png", fs::read("examples/data/emblem.png").unwrap());
    assert_eq!(
        told(&folder),
        [
            "form.toml, dòng 25, cột 1: mục “so_vang” chưa có type; hãy ghi type = \"…\", một trong: text, list, date, \
             number, yes_no, person, choice, sections, table",
            "form.toml, dòng 35, cột 23: size: 72 không được; hãy ghi một số từ 10 đến 60",
            "body.hbs, dòng 6, cột 66: không có mục “tenn”; có phải “ten”?",
            "body.hbs, dòng 8, cột 1: <p> không đặt trong <p> được; hãy ghi </p> trước (<p> mở từ dòng 7, cột 1)",
        ]
    );
}

#[test]
fn what_form_toml_may_not_say_is_told_where_it_stands() {
    for (top, field, sentence) in [
        ("titel = \"x\"", TEN, "form.toml, dòng 5, cột 1: không có mục “titel”; có phải “title”?"),
        ("sheet = \"A3\"", TEN, "form.toml, dòng 5, cột 9: sheet: không có “A3”; có phải “A4”?"),
        ("border = 1", TEN, "form.toml, dòng 5, cột 10: border: hãy ghi true (có) hoặc false (không)"),
        (
            "emblem = { picture = \"../a.png\" }",
            TEN,
            "form.toml, dòng 5, cột 22: picture: “../a.png” phải là tên một tệp trong thư mục của mẫu, không có đường dẫn; \
             hãy chép ảnh vào thư mục của mẫu và ghi tên tệp",
        ),
        (
            "emblem = { picture = \"a.png\" }",
            TEN,
            "form.toml, dòng 5, cột 22: picture: không có tệp “a.png” trong thư mục của mẫu; hãy chép tệp vào đó",
        ),
        ("code = ", TEN, "form.toml, dòng 5, cột 8: thiếu giá trị sau dấu “=”"),
        (
            "file_name = [\"tenn\"]",
            TEN,
            "form.toml, dòng 5, cột 13: file_name: mẫu không có mục “tenn”; có phải “ten”?",
        ),
        (
            "",
            "Tên = { type = \"text\" }",
            "form.toml, dòng 7, cột 2: tên có dấu hoặc dấu cách phải đặt trong dấu nháy kép",
        ),
        (
            "",
            "place = { type = \"text\" }",
            "form.toml, dòng 7, cột 1: tên “place” đã có nghĩa khác trong mọi văn bản; hãy đặt tên khác",
        ),
        ("", "ten = { type = \"txt\" }", "form.toml, dòng 7, cột 16: type: không có “txt”; có phải “text”?"),
        (
            "",
            "ten = { type = \"choice\" }",
            "form.toml, dòng 7, cột 16: type = \"choice\" cần danh sách giá trị; hãy ghi thêm choices = [\"…\", \"…\"]",
        ),
        (
            "",
            "ten = { type = \"text\", choices = [\"a\"] }",
            "form.toml, dòng 7, cột 34: choices chỉ đi với type = \"choice\"; hãy bỏ đi hoặc đổi type",
        ),
    ] {
        assert_eq!(told_of(top, field, "<p>a</p>"), [sentence], "{top}{field}");
    }
}

#[test]
fn what_a_form_cannot_be_without_is_told() {
    assert_eq!(
        told(&Folder::new("format = 2\n")),
        [
            "form.toml, dòng 1, cột 1: thiếu mục “name”; hãy ghi tên của mẫu trong bản ghi, ví dụ name = \"giay_khen\"",
            "form.toml, dòng 1, cột 1: thiếu mục “term”; hãy ghi tên gọi trong câu, ví dụ term = \"giấy khen\"",
            "form.toml, dòng 1, cột 1: thiếu mục “title”; hãy ghi tên in trên giấy, ví dụ title = \"Giấy khen\"",
            "form.toml, dòng 1, cột 10: format: phần mềm này đọc mẫu dạng 1; hãy ghi format = 1",
            "body.hbs: chưa có nội dung; hãy ghi lời văn của mẫu vào tệp này",
        ]
    );
    let taken = "format = 1\nname = \"plan\"\nterm = \"a\"\ntitle = \"A\"\n";
    assert_eq!(
        told(&Folder::new(taken).body("<p>a</p>")),
        ["form.toml, dòng 2, cột 8: name: “plan” là tên một loại văn bản có sẵn; hãy đặt tên khác"]
    );
}

#[test]
fn a_wording_is_checked_on_every_branch_when_the_form_is_read() {
    let so = "so = { label = \"Số\", type = \"number\" }\nten = { label = \"Tên\", type = \"text\" }";
    for (body, sentence) in [
        (
            "<p>{{#if ten}}a{{else}}{{tenn}}{{/if}}</p>",
            "body.hbs, dòng 1, cột 24: không có mục “tenn”; có phải “ten”?",
        ),
        (
            "<p>{{in_words ten}}</p>",
            "body.hbs, dòng 1, cột 4: hàm “in_words”: “ten” không phải số; hãy ghi mục khác hoặc bỏ hàm này",
        ),
        (
            "<p>{{date_long so}}</p>",
            "body.hbs, dòng 1, cột 4: hàm “date_long”: “so” không phải ngày tháng; hãy ghi mục khác",
        ),
        (
            "{{lines ten}}",
            "body.hbs, dòng 1, cột 1: hàm “lines”: “ten” không phải danh sách; hãy ghi mục khác",
        ),
    ] {
        assert_eq!(told_of("", so, body), [sentence], "{body}");
    }
}

#[test]
fn papers_of_the_guidance_keep_its_look() {
    let toml = "format = 1\nname = \"nghi_quyet\"\nterm = \"a\"\ntitle = \"Nghị quyết\"\nborder = true\n";
    let [told] = &told(&Folder::new(toml).body("<p>a</p>"))[..] else { panic!() };
    assert_eq!(
        told,
        "form.toml, dòng 4, cột 9: “Nghị quyết” là thể loại văn bản của Đảng, trình bày theo Hướng dẫn 05-HD/VPTW (II.IV), \
         không có kiểu chữ, màu, viền, biểu trưng riêng; hãy bỏ các mục border, emblem, margins, stock, offset, styles"
    );
}

#[test]
fn constants_are_read_with_the_form() {
    let toml = fs::read_to_string("tests/forms/cam-ket/form.toml").unwrap();
    let toml = toml.replace("place = \"Bình An\"", "place = 5\nplase = \"x\"");
    let body = fs::read_to_string("tests/forms/cam-ket/body.hbs").unwrap();
    let lines = told(&Folder::new(toml).body(body));
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with("form.toml, dòng 25, cột 1: "), "{lines:?}");
    assert!(lines[1].starts_with("form.toml, dòng 26, cột 1: "), "{lines:?}");
}

#[test]
fn a_form_is_a_kind_like_any_other() {
    let form = form("cam-ket");
    let kind: &Kind = form.kind();
    assert_eq!((kind.name(), kind.term(), kind.title()), ("cam_ket", "bản cam kết", "Bản cam kết"));
    assert_eq!(kind.issuing_bodies(), ["chi bộ"]);
    assert!(kind.says("issuer") && !kind.says("ho_ten"));
    assert_eq!(kind.term_at(&"sinh_ngay".into()).as_deref(), Some("Sinh ngày"));
    let schema = kind.json_schema();
    assert_eq!(schema["properties"]["ho_ten"]["title"], "Họ và tên");
    assert_eq!(schema["required"], serde_json::json!(["kind"]));
    let renderer = renderer(form.clone());
    let record = renderer.read(&example("cam-ket")).unwrap();
    let again = renderer.read(&record.to_json().unwrap()).unwrap();
    assert_eq!(record, again);
    let asked: Vec<String> =
        kind.fields(None).into_iter().filter(|field| field.asked).map(|field| field.name).collect();
    assert_eq!(asked, kind.own_fields());
}

#[test]
fn the_rules_of_the_frame_hold() {
    let renderer = renderer(form("cam-ket"));
    let record = r#"{"ho_ten": "TrÇn V¨n An", "issuer": {"name": "Đảng uỷ phường Bình An", "superior": "Đảng bộ tỉnh Bình Giang"},
        "signature": {"capacity": "T/M", "body": "Chi bộ", "position": "Bí thư Đảng ủy phường"}}"#;
    let problems = renderer.check(&renderer.read(record).unwrap());
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    for sentence in [
        "cảnh báo: issuer.name (tên cơ quan ban hành): mẫu này dành cho chi bộ; hiện ghi “Đảng uỷ phường Bình An” [quy ước; \
         form.issuer]",
        "lỗi: signature.position (chức vụ người ký): chức vụ không ghi kèm tên cơ quan: ghi “BÍ THƯ”, không ghi “BÍ THƯ \
         ĐẢNG ỦY PHƯỜNG” [05-HD/VPTW II.I.7.1.2; signature.position_has_body]",
        "lỗi: ho_ten (Họ và tên): chữ theo bảng mã TCVN3, có lẽ là “Trần Văn An”; hãy chuyển sang Unicode [05-HD/VPTW \
         II.IV.1; text.legacy_encoding]",
    ] {
        assert!(told.iter().any(|it| it == sentence), "{sentence}: {told:#?}");
    }
}

#[test]
fn a_choice_is_compared_with_one_of_its_values() {
    let loai = "loai = { label = \"Loại\", type = \"choice\", choices = [\"tập thể\", \"cá nhân\"] }";
    assert_eq!(
        told_of("", loai, "<p>{{#if (eq loai \"cá nhan\")}}a{{else}}b{{/if}}</p>"),
        ["body.hbs, dòng 1, cột 4: “loai” không bao giờ là “cá nhan”; có phải “cá nhân”?"]
    );
    assert!(told_of("", loai, "<p>{{#if (eq loai \"cá nhân\")}}a{{else}}b{{/if}}</p>").is_empty());
}

#[test]
fn a_cell_that_must_be_there_is_told() {
    let renderer = renderer(form("danh-sach"));
    let error =
        renderer.read(r#"{"rows": [{"loai": "cá nhân", "ten": "A"}, {"loai": "cá nhân"}]}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "lỗi: rows[1].ten (Tên tập thể, cá nhân): thiếu mục bắt buộc “ten”; hãy ghi mục này [quy ước; shape.missing_field]"
    );
}

#[test]
fn a_certificate_has_one_page() {
    let renderer = renderer(form("giay-khen"));
    let long =
        "Ban Chấp hành Chi bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Bình An và ".repeat(5);
    let record =
        serde_json::json!({"loai": "tập thể", "ten": format!("{long}Trung tâm"), "don_vi": "Đảng bộ"});
    let record = renderer.read(&record.to_string()).unwrap();
    let error = renderer.render(&record).unwrap_err();
    assert_eq!(
        error.to_string(),
        "lỗi: giấy có viền chỉ có một trang, mà nội dung chiếm 2 trang; hãy rút gọn chữ, hoặc giảm cỡ chữ của mẫu [quy ước; \
         layout.second_page]"
    );
}

#[test]
fn what_only_a_record_decides_is_tried_when_the_form_is_read() {
    let bang = "bang = { label = \"Bảng\", type = \"table\", columns = { ten = { label = \"Tên\", type = \"text\" } } }";
    for (fields, body, sentence) in [
        (
            TEN,
            "<p>{{#if ten}}{{ten}}{{/if}}</p>",
            "body.hbs: khi các mục không bắt buộc để trống: <p> không có chữ nào",
        ),
        (
            bang,
            "<table columns=\"1fr\"><tr><th>Tên</th></tr>{{#each bang}}<tr><td>{{ten}}</td></tr>{{/each}}</table>",
            "body.hbs: khi các mục không bắt buộc để trống: <table> không có hàng nào dưới tiêu đề",
        ),
        (
            TEN,
            "<p>a</p><page-break/>",
            "body.hbs: khi các mục không bắt buộc để trống: sau <page-break/> không còn gì",
        ),
    ] {
        let [told] = &told_of("", fields, body)[..] else {
            panic!("{body}: {:?}", told_of("", fields, body))
        };
        assert!(told.starts_with(sentence), "{told}");
    }
}

#[test]
fn wide_margins_leave_a_narrow_letterhead() {
    let toml = fs::read_to_string("tests/forms/cam-ket/form.toml").unwrap();
    let margins = "margins = { top = 20, bottom = 20, left = 55, right = 55 }\n\n[parts]";
    let body = fs::read_to_string("tests/forms/cam-ket/body.hbs").unwrap();
    let form = Form::read(&Folder::new(toml.replacen("[parts]", margins, 1)).body(body)).unwrap();
    assert!(words(form, "{}").contains("BẢN CAM KẾT"));
}

#[test]
fn what_must_be_there_is_not_empty() {
    let list = "ds = { label = \"Danh sách\", type = \"list\", required = true }";
    let toml = format!(
        "format = 1\nname = \"phieu\"\nterm = \"phiếu\"\ntitle = \"Phiếu\"\n[fields]\n{list}\n[values]\nissuer = {{ name = \
         \"Chi bộ 2\", superior = \"Đảng bộ phường Bình An\" }}\nplace = \"Bình An\"\ndate = \"12/6/2026\"\nsubject = \"năm 2026\"\n"
    );
    let renderer = renderer(Form::read(&Folder::new(toml).body("{{lines ds}}")).unwrap());
    let error = renderer.read(r#"{"ds": []}"#).unwrap_err();
    assert!(error.to_string().contains("ds (Danh sách): “Danh sách” chưa ghi; hãy ghi mục này"), "{error}");
}
