//! What is asked of her sheet, and the mapping that her answers make.

use std::collections::BTreeMap;
use std::io::Cursor;

use vanban::Renderer;
use vanban::table::{Choice, Mapping, Question, Subject, Table};

use super::{MAPPING, june, kind};
use crate::renderer;

fn answers(all: &[(&str, &str)]) -> BTreeMap<String, String> {
    all.iter().map(|(key, answer)| ((*key).to_owned(), (*answer).to_owned())).collect()
}

fn asked(table: &Table, answered: &[(&str, &str)]) -> Vec<Question> {
    let read = table.read(kind(), None, renderer()).unwrap();
    read.questions(&Mapping::default(), &answers(answered))
}

fn of<'a>(questions: &'a [Question], key: &str) -> &'a Question {
    questions.iter().find(|question| question.key == key).unwrap_or_else(|| panic!("nobody asks {key}"))
}

fn values(question: &Question) -> Vec<&str> {
    question.choices.iter().map(|choice| choice.value.as_str()).collect()
}

/// Every record of a mapping, or why there is none.
fn records(table: &Table, mapping: &str) -> Vec<String> {
    let mapping = Mapping::from_toml(mapping).unwrap();
    let items = table.records(kind(), Some(&mapping), renderer()).unwrap();
    let told = |renderer: &Renderer, item: vanban::table::Item| {
        let prefix = item.file_prefix().unwrap_or_default();
        let read = item.record(renderer).map(|record| record.to_json().unwrap());
        format!("{} {prefix} {}", item.name(), read.unwrap_or_else(|error| error.to_string()))
    };
    items.map(|item| told(renderer(), item.unwrap())).collect()
}

#[test]
fn five_columns_are_asked_about_and_what_no_column_has() {
    let table = june();
    let questions = asked(&table, &[]);
    let columns: Vec<&str> = questions
        .iter()
        .filter(|question| matches!(question.subject, Subject::Column { .. }))
        .map(|question| question.sentence.as_str())
        .collect();
    let expected = [
        "Cột “STT” (A) đánh số dòng nên không dùng. Có đúng không?",
        "Cột “Mã chi bộ” (B) dùng làm gì?",
        "Cột “Tình trạng” (D) dùng làm gì?",
        "Cột “Tỷ lệ dự họp” (M) dùng làm gì?",
        "Cột “Điện thoại” (AX) dùng làm gì?",
    ];
    assert_eq!(columns, expected);
    let phone = of(&questions, "cột AX");
    assert_eq!(phone.subject, Subject::Column { letters: "AX".into(), name: "Điện thoại".into() });
    assert_eq!((phone.answer.as_str(), phone.required), ("#ignore", false));
    let keys: Vec<&str> = questions[5..].iter().map(|question| question.key.as_str()).collect();
    let expected = [
        "#forms",
        "criteria_set",
        "issuer.superior",
        "superior.issuer.name",
        "superior.issuer.superior",
        "place",
    ];
    assert_eq!(keys, expected);
    let required: Vec<&str> = questions
        .iter()
        .filter(|question| question.required)
        .map(|question| question.term.as_str())
        .collect();
    assert_eq!(required, ["bộ tiêu chí", "Mẫu 2: tên cơ quan ban hành", "địa danh"]);
    assert_eq!(of(&questions, "criteria_set").answer, "an_phu_ward_2025_monthly");
    assert_eq!(of(&questions, "criteria_set").help, "Bộ tiêu chí dùng để chấm");
    assert_eq!(of(&questions, "#forms").answer, "self,superior");
    let place = of(&questions, "place");
    assert_eq!(place.help, "Tên đơn vị hành chính trước ngày tháng, ví dụ “Quảng Trị”");
    assert_eq!(place.sentence, "Mọi văn bản của bảng ghi địa danh thế nào?");
}

/// What she answers in a page is what she writes into the file of `vanban batch --map`.
#[test]
fn the_answers_make_the_clerks_mapping() {
    let table = june();
    let read = table.read(kind(), None, renderer()).unwrap();
    let answers = answers(&[
        ("cột A", "#ignore"),
        ("cột B", "#name"),
        ("cột D", "#ignore"),
        ("cột M", "#ignore"),
        ("cột AX", "#ignore"),
        ("#forms", "self,superior"),
        ("issuer.superior", "Đảng bộ phường Bình An"),
        ("place", "Bình An"),
        ("superior.issuer.name", "Đảng ủy phường Bình An"),
        ("superior.issuer.superior", "Đảng bộ tỉnh Bình Giang"),
        ("no.such.thing", "x"),
    ]);
    let made = read.answered(&Mapping::default(), &answers);
    assert!(!made.contains('?') && !made.contains("no.such"), "{made}");
    let (made, expected) = (records(&table, &made), records(&table, MAPPING));
    assert_eq!(made.len(), 80);
    assert!(made == expected);
    // Nothing is asked twice, and everything that was answered stands in its question.
    let questions = read.questions(&Mapping::default(), &answers);
    assert!(questions.iter().all(|question| !question.required || !question.answer.is_empty()));
    let both: Vec<&str> =
        questions.iter().filter(|it| answers.contains_key(&it.key)).map(|it| it.key.as_str()).collect();
    assert_eq!(both.len(), answers.len() - 1);
}

#[test]
fn an_answer_changes_what_else_may_be_answered() {
    let table = june();
    let before = asked(&table, &[]);
    for place in ["#name", "session.summoned", "rows[0].note"] {
        let offered = values(of(&before, "cột D")).contains(&place);
        assert_eq!(offered, place != "rows[0].note", "{place}");
    }
    // What other columns have, nobody is offered again; neither are the reasons, which `Ghi chú` has.
    let taken =
        ["issuer.name", "held", "total", "session.members", "#notes", "superior.signature.name", "kind"];
    assert!(taken.iter().all(|place| !values(of(&before, "cột D")).contains(place)));
    let after = asked(&table, &[("cột B", "#name"), ("cột M", "session.summoned")]);
    for place in ["#name", "session.summoned"] {
        assert!(!values(of(&after, "cột D")).contains(&place), "{place}");
    }
    assert!(values(of(&after, "cột B")).contains(&"#name"));
    // A column has what else would be asked.
    assert!(!asked(&table, &[("cột D", "place")]).iter().any(|question| question.key == "place"));
    // Who makes Mẫu 1 alone is not asked who makes Mẫu 2.
    let own = asked(&table, &[("#forms", "self")]);
    assert!(!own.iter().any(|question| question.key.starts_with("superior.")));
    assert_eq!(of(&own, "#forms").answer, "self");
    let read = table.read(kind(), None, renderer()).unwrap();
    let made = read.answered(&Mapping::default(), &answers(&[("#forms", "self"), ("place", "Bình An")]));
    assert_eq!(records(&table, &made).len(), 40);
}

/// Choices that are called the same are told apart, and none is called by its path.
#[test]
fn choices_have_terms_of_their_own() {
    let table = june();
    let questions = asked(&table, &[]);
    let term = |place: &str| {
        let mut choices = of(&questions, "cột D").choices.iter();
        choices.find(|choice| choice.value == place).map(|choice| choice.term.as_str())
    };
    assert_eq!(term("#ignore"), Some("bỏ qua"));
    assert_eq!(term("session.summoned"), Some("được triệu tập"));
    assert_eq!(term("left_signature.position"), Some("chức vụ người ký (người ký bên trái)"));
    assert_eq!(term("superior.date"), Some("Mẫu 2: ngày, tháng, năm"));
    assert_eq!((term("superior.held"), term("signature.image.png")), (None, None));
    for question in &questions {
        let terms: Vec<&str> = question.choices.iter().map(|choice| choice.term.as_str()).collect();
        for (index, Choice { value, term, .. }) in question.choices.iter().enumerate() {
            assert!(!term.is_empty() && term != value, "{value}");
            assert!(!terms[..index].contains(&term.as_str()), "{value}: {term}");
        }
    }
}

#[test]
fn points_that_no_set_is_known_of_may_be_said_to_be_points() {
    let sheet = "Chi bộ;Ngày họp;Ngày lập;1.1;Lý do\nChi bộ A;3/6/2026;3/6/2026;5;\n";
    let table = Table::csv(Cursor::new(sheet)).unwrap();
    let questions = asked(&table, &[]);
    let points = of(&questions, "cột D");
    assert!(
        points
            .choices
            .iter()
            .any(|it| (it.value.as_str(), it.term.as_str()) == ("#scores", "điểm tiêu chí 1.1"))
    );
    let read = table.read(kind(), None, renderer()).unwrap();
    let made = read.answered(&Mapping::default(), &answers(&[("cột D", "#scores")]));
    assert!(made.contains("scores = \"1.1..1.1\"") && made.contains("ignore = []"), "{made}");
}

#[test]
fn a_workbook_says_its_sheets_and_which_is_read() {
    let table = june();
    assert_eq!(
        (table.sheets(), table.sheet_name()),
        (&["Tháng 6".to_owned(), "Tháng 5".to_owned()][..], Some("Tháng 6"))
    );
    let may = include_bytes!("../../clerk/cham-diem-thang-6.xlsx");
    let may = Table::sheet(Cursor::new(may), Some("Tháng 5")).unwrap();
    assert_eq!((may.sheets(), may.sheet_name()), (table.sheets(), Some("Tháng 5")));
    let plain = Table::csv(Cursor::new("Số;Tên\n1;a\n")).unwrap();
    assert_eq!((plain.sheets().len(), plain.sheet_name()), (0, None));
}
