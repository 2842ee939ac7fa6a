//! Words and marks that the page has itself and a value brings along: taken off and told, or refused.

use serde_json::{Value, json};
use vanban::kinds::AnyRecord;

fn changed(case: &str, change: impl FnOnce(&mut Value)) -> AnyRecord {
    let mut record: Value = serde_json::from_str(&crate::case(case)).unwrap();
    change(&mut record);
    AnyRecord::from_value(record).unwrap()
}

fn said(record: &AnyRecord) -> Vec<String> {
    crate::renderer()
        .check(record)
        .iter()
        .map(ToString::to_string)
        .filter(|said| said.contains("surround"))
        .collect()
}

/// A place in a case, what it holds, what is written there instead, and what is said.
const TAKEN: [(&str, &str, &str, &str, &str); 17] = [
    ("resolution_numbered", "/basis/1/document/symbol", "số ", "", "phần mềm tự ghi “số”; đã bỏ “số” ở đầu"),
    ("resolution_numbered", "/basis/1/document/symbol", "Số: ", "", "phần mềm tự ghi “Số”; đã bỏ “Số” ở đầu"),
    (
        "resolution_numbered",
        "/basis/1/document/issuer",
        "của ",
        "",
        "phần mềm tự ghi “của”; đã bỏ “của” ở đầu",
    ),
    (
        "resolution_numbered",
        "/basis/1/document/subject",
        "về ",
        ".",
        "phần mềm tự ghi “về”; đã bỏ “về” ở đầu; cuối mục này không có dấu câu; đã bỏ “.” ở cuối",
    ),
    (
        "resolution_numbered",
        "/basis/0/text",
        "Căn cứ ",
        ";",
        "phần mềm tự ghi “Căn cứ”; đã bỏ “Căn cứ” ở đầu; phần mềm tự thêm dấu “;” và dấu “.”; đã bỏ “;” ở cuối",
    ),
    ("resolution_numbered", "/place", "", ",", "phần mềm tự thêm dấu “,”; đã bỏ “,” ở cuối"),
    (
        "resolution_numbered",
        "/recipients/0",
        "- ",
        ";",
        "phần mềm tự ghi “-”; đã bỏ “-” ở đầu; phần mềm tự thêm dấu “;” và dấu “.”; đã bỏ “;” ở cuối",
    ),
    (
        "resolution_numbered",
        "/sections/0/heading",
        "I. ",
        ".",
        "phần mềm tự đánh số; đã bỏ “I.” ở đầu; cuối mục này không có dấu câu; đã bỏ “.” ở cuối",
    ),
    (
        "minutes_forum",
        "/solutions/0/heading",
        "Thứ nhất, ",
        "",
        "phần mềm tự đánh số; đã bỏ “Thứ nhất,” ở đầu",
    ),
    ("minutes_forum", "/topic", "“", "”", "phần mềm tự ghi dấu ngoặc kép “”; đã bỏ ở đầu và ở cuối"),
    (
        "minutes_forum",
        "/venue",
        "Địa điểm: ",
        ".",
        "phần mềm tự ghi “Địa điểm”; đã bỏ “Địa điểm” ở đầu; phần mềm tự thêm dấu “.”; đã bỏ “.” ở cuối",
    ),
    (
        "minutes_forum",
        "/attendance/participants",
        "Thành phần: ",
        ".",
        "phần mềm tự ghi “Thành phần”; đã bỏ “Thành phần” ở đầu; phần mềm tự thêm dấu “.”; đã bỏ “.” ở cuối",
    ),
    ("notice", "/meeting/venue", "", ".", "phần mềm tự thêm dấu “.”; đã bỏ “.” ở cuối"),
    (
        "official_letter",
        "/addressees/0",
        "Kính gửi: ",
        ";",
        "phần mềm tự ghi “Kính gửi”; đã bỏ “Kính gửi” ở đầu; phần mềm tự thêm dấu “;” và dấu “.”; đã bỏ “;” ở cuối",
    ),
    ("five_levels", "/author_line", "của ", "", "phần mềm tự ghi “của”; đã bỏ “của” ở đầu"),
    ("minutes_forum", "/chair/name", "đồng chí ", "", "phần mềm tự ghi “đồng chí”; đã bỏ “đồng chí” ở đầu"),
    (
        "decision_full",
        "/articles/0/heading",
        "Điều 1. ",
        ".",
        "phần mềm tự đánh số; đã bỏ “Điều 1.” ở đầu; cuối mục này không có dấu câu; đã bỏ “.” ở cuối",
    ),
];

#[test]
fn what_the_page_has_itself_is_printed_once_and_told() {
    for (case, place, before, after, sentence) in TAKEN {
        let clean = changed(case, |_| {});
        let record = changed(case, |record| {
            let value = record.pointer_mut(place).unwrap_or_else(|| panic!("{case}: {place}"));
            *value = json!(format!("{before}{}{after}", value.as_str().unwrap()));
        });
        let told = said(&record);
        assert_eq!(told.len(), 1, "{case}: {place}: {told:?}");
        assert!(
            told[0].starts_with("cảnh báo: ") && told[0].contains(&format!(": {sentence} [")),
            "{}",
            told[0]
        );
        assert_eq!(said(&clean), [""; 0]);
        let words = |record: &AnyRecord| crate::renderer().render(record).unwrap().words();
        assert_eq!(words(&record), words(&clean), "{case}: {place}");
    }
}

#[test]
fn what_would_be_lost_is_refused() {
    let other =
        changed("resolution_numbered", |record| record["sections"][0]["heading"] = json!("II. Đánh giá"));
    assert_eq!(
        said(&other),
        [
            "lỗi: sections[0].heading (đề mục): mục này mang số “II.”, mà phần mềm tự đánh số theo thứ tự là mục thứ 1; hãy bỏ số, \
          hoặc xếp lại thứ tự [05-HD/VPTW II.I.6.2.4; text.surround_other]"
        ]
    );
    let quoted = changed("minutes_forum", |record| record["topic"] = json!("Học tập “Sửa đổi lối làm việc”"));
    assert_eq!(
        said(&quoted),
        [
            "lỗi: topic (chuyên đề): phần mềm tự ghi dấu ngoặc kép quanh mục này; hãy thay dấu ngoặc kép ở trong bằng ‘ ’ \
          [quy ước; text.surround_other]"
        ]
    );
}

/// Words that only look like those.
#[test]
fn what_belongs_to_a_value_stays() {
    for (case, place, text) in [
        ("resolution_numbered", "/recipients/0", "Các đồng chí uỷ viên …"),
        ("resolution_numbered", "/basis/0/text", "Luật Cán bộ, công chức số 80/2025/QH15"),
        ("resolution_numbered", "/sections/0/heading", "V. I. Lênin với công tác xây dựng Đảng"),
        ("notice", "/meeting/venue", "Tại chỗ"),
        ("minutes_forum", "/attendance/participants", "Thành phần cốt cán của Chi bộ"),
    ] {
        let record = changed(case, |record| *record.pointer_mut(place).unwrap() = json!(text));
        assert_eq!(said(&record), [""; 0], "{text}");
        assert!(
            crate::renderer().render(&record).unwrap().words().to_lowercase().contains(&text.to_lowercase()),
            "{text}"
        );
    }
}

/// A kind whose wording prints a dash before a field has that field in the table.
#[test]
fn no_dash_is_printed_twice() {
    let (mut tried, mut twice) = (0, Vec::new());
    for kind in vanban::kinds::built_in() {
        let mut seen = std::collections::BTreeSet::new();
        let example: Value = serde_json::from_str(kind.example().unwrap()).unwrap();
        for place in texts(&example, "") {
            let field: String = place.split('/').filter(|it| it.parse::<usize>().is_err()).collect();
            if !seen.insert(field) {
                continue;
            }
            let mut record = example.clone();
            let text = record.pointer_mut(&place).unwrap();
            *text = json!(format!("- {}", text.as_str().unwrap()));
            let Ok(record) = AnyRecord::from_value(record) else { continue };
            if let Ok(document) = crate::renderer().render(&record) {
                tried += 1;
                let words = document.words().replace('\u{a0}', " ");
                let found = words.lines().find(|line| line.contains("- - "));
                twice.extend(found.map(|line| format!("{} {place}: {line}", kind.name())));
            }
        }
    }
    assert!(tried > 100, "{tried}");
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

/// The places of all texts in JSON.
fn texts(json: &Value, at: &str) -> Vec<String> {
    match json {
        Value::String(_) => vec![at.to_owned()],
        Value::Array(list) => {
            (0..).zip(list).flat_map(|(n, it): (usize, _)| texts(it, &format!("{at}/{n}"))).collect()
        }
        Value::Object(fields) => {
            fields.iter().flat_map(|(key, it)| texts(it, &format!("{at}/{key}"))).collect()
        }
        _ => Vec::new(),
    }
}
