//! Persons: one text and an object say the same, and are judged alike.

use serde_json::{Value, json};
use vanban::parts::{Person, Written};
use vanban::{AnyRecord, Renderer, Stage};

use crate::records::{all, changed, problems};

/// Where the kinds have a person.
const PLACES: [&str; 10] = [
    "person",
    "presenter",
    "chair",
    "attending",
    "secretary",
    "speaker",
    "delegates",
    "guests",
    "tellers",
    "candidates",
];

/// What the cells of the cases said before a person had a name and a position.
const TEXTS: [&str; 12] = [
    "15 đảng viên",
    "Bí thư chủ trì",
    "Chi uỷ",
    "Phó Bí thư",
    "Toàn thể đảng viên",
    "Đồng chí Lê Văn Đô",
    "Đồng chí Nguyễn Văn An, Bí thư Chi bộ",
    "Đồng chí Trần Phương Đông, Bí thư Chi bộ",
    "Đồng chí Trần Thị Bình",
    "Đồng chí Võ Thị Kim Liên, Phó Bí thư Chi bộ",
    "đồng chí Bí thư chủ trì",
    "đồng chí Phó Bí thư",
];

fn person_text(person: &Value) -> Option<String> {
    let fields = person.as_object()?;
    if fields.is_empty() || fields.keys().any(|name| name != "name" && name != "position") {
        return None;
    }
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    Some(match (text("name"), text("position")) {
        (Some(name), None) if name == "by_hand" => name.to_owned(),
        (Some(name), Some(position)) => format!("Đồng chí {name}, {position}"),
        (Some(name), None) => format!("Đ/c {name}"),
        (None, position) => position?.to_owned(),
    })
}

/// Writes every person as one text; tells how many there were.
fn spell(value: &mut Value) -> usize {
    match value {
        Value::Object(fields) => {
            let mut spelt = 0;
            for (name, value) in fields.iter_mut() {
                let whole = |value: &mut Value| match person_text(value) {
                    Some(text) if Person::from(text.as_str()) == read(value) => {
                        *value = json!(text);
                        1
                    }
                    _ => 0,
                };
                if PLACES.contains(&name.as_str()) {
                    spelt += whole(value);
                    spelt += value.as_array_mut().into_iter().flatten().map(whole).sum::<usize>();
                }
                spelt += spell(value);
            }
            spelt
        }
        Value::Array(items) => items.iter_mut().map(spell).sum(),
        _ => 0,
    }
}

fn read(value: &Value) -> Person {
    serde_json::from_value(value.clone()).unwrap()
}

#[test]
fn a_text_prints_what_its_object_does_in_every_case() {
    let mut seen = 0;
    for (name, json) in crate::cases() {
        let mut record: Value = serde_json::from_str(&json).unwrap();
        let given = record.clone();
        let spelt = spell(&mut record);
        if spelt == 0 {
            continue;
        }
        seen += spelt;
        let of = |value: &Value| AnyRecord::from_value(value.clone()).unwrap();
        let (texts, objects) = (of(&record), of(&given));
        assert_eq!(texts.to_json().unwrap(), objects.to_json().unwrap(), "{name}");
        let tree = |record: &AnyRecord| {
            crate::renderer()
                .render(record)
                .map(|it| it.to_text(Stage::Tree).unwrap())
                .map_err(|it| it.to_string())
        };
        assert_eq!(tree(&texts), tree(&objects), "{name}");
    }
    assert!(seen > 60, "{seen} persons");
}

/// What a programme's cell prints for a person.
fn printed(person: Value) -> String {
    let record = changed("programme", |r| r["agenda"][0]["person"] = person);
    crate::records::words(&record)
}

#[test]
fn the_texts_of_the_cases_print_as_they_stand() {
    for text in TEXTS {
        let person = Person::from(text);
        let written = serde_json::to_value(&person).unwrap();
        assert_eq!(read(&written), person, "{text}");
        assert_eq!(read(&json!(text)), person, "{text}");
        let cell = printed(written);
        assert!(cell.contains(text), "{text}: {cell}");
        assert_eq!(cell, printed(json!(text)));
    }
}

#[test]
fn a_name_without_its_address_gets_it() {
    for text in ["Lê Văn Đô - Bí thư", "Đ/c Lê Văn Đô, Bí thư"] {
        assert!(printed(json!(text)).contains("Đồng chí Lê Văn Đô, Bí thư"), "{text}");
    }
}

const HAS_TITLE: &str = "họ tên ghi không có học hàm, học vị, quân hàm, danh xưng; hãy bỏ “Ông” \
                         [quy ước; person.name_has_title]";

#[test]
fn a_wrong_name_is_told_at_its_place() {
    for (case, place, term) in [
        ("plan_tasks", "schedule.rows.tasks[1].chair", "chủ trì"),
        ("plan_steps", "schedule.rows.steps[0].person", "người thực hiện"),
        ("plan", "schedule.rows.sessions[1].presenter", "người chuẩn bị, trình bày"),
        ("plan", "schedule.rows.sessions[1].chair", "người chủ trì"),
        ("plan_branches", "schedule.rows.branches[0].attending", "người dự, chỉ đạo"),
        ("programme", "agenda[1].person", "người thực hiện"),
        ("notice_full", "meeting.agenda[0].person", "người thực hiện"),
    ] {
        let pointer = format!("/{}", place.replace('[', "/").replace(']', "").replace('.', "/"));
        let (holder, field) = pointer.rsplit_once('/').unwrap();
        let sentence = format!("lỗi: {place}.name (họ và tên): {HAS_TITLE}");
        for person in [json!({"name": "Ông Trần Văn Bình"}), json!("Ông Trần Văn Bình, Bí thư")] {
            all(case, |r| r.pointer_mut(holder).unwrap()[field] = person, &[&sentence]);
        }
        let nobody =
            format!("lỗi: {place} ({term}): chưa ghi họ tên, cũng chưa ghi chức vụ [quy ước; person.nobody]");
        all(case, |r| r.pointer_mut(holder).unwrap()[field] = json!({}), &[&nobody]);
    }
    let case = "lỗi: schedule.rows.tasks[1].chair.name (họ và tên): họ tên viết hoa chữ cái đầu mỗi tiếng, ví dụ “Nguyễn Văn A”; \
                hiện là “trần văn bình” [quy ước; person.name_case]";
    all(
        "plan_tasks",
        |r| r["schedule"]["rows"]["tasks"][1]["chair"] = json!({"name": "trần văn bình"}),
        &[case],
    );
}

#[test]
fn what_is_no_person_is_told_with_what_may_stand_there() {
    for (person, found) in [(json!(5), "5"), (json!(["An"]), "một danh sách")] {
        let record = crate::case("programme");
        let mut record: Value = serde_json::from_str(&record).unwrap();
        record["agenda"][0]["person"] = person;
        let told = AnyRecord::from_value(record).unwrap_err().to_string();
        let sentence = format!(
            "agenda[0].person (người thực hiện): phải là nhóm mục {{…}} hoặc người như “Nguyễn Văn An, Bí thư”; hiện là {found}"
        );
        assert!(told.contains(&sentence), "{told}");
    }
}

#[test]
fn a_task_whose_chair_is_left_for_the_pen_has_an_empty_cell() {
    let tree = |chair: Value| {
        let record = changed("plan_tasks", |r| r["schedule"]["rows"]["tasks"][0]["chair"] = chair);
        assert_eq!(problems(&record), Vec::<String>::new());
        crate::render(&record.to_string()).to_text(Stage::Tree).unwrap()
    };
    let blank = tree(json!("by_hand"));
    assert!(!blank.contains("by_hand") && !blank.contains("Đồng chí …"), "{blank}");
    assert_eq!(blank, tree(json!({"name": "by_hand"})));
    let named = tree(json!({"name": "by_hand", "position": "Phó Bí thư"}));
    assert_ne!(named, blank);
    assert_eq!(named, tree(json!("Phó Bí thư")));
}

#[test]
fn one_text_is_a_list_of_one_person() {
    let record = changed("minutes_full", |r| r["attendance"]["delegates"] = json!("Đ/c Lê Văn Đô, Bí thư"));
    let written = AnyRecord::from_value(record).unwrap().to_json().unwrap();
    let json: Value = serde_json::from_str(&written).unwrap();
    let person = json!([{"name": "Lê Văn Đô", "position": "Bí thư"}]);
    assert_eq!(json["attendance"]["delegates"], person);
}

#[test]
fn a_person_is_built_from_a_text_in_rust() {
    let name = Some(Written::Text("Lê Văn Đô".into()));
    assert_eq!(Person::from("Lê Văn Đô".to_owned()), Person { name, position: None });
    let programme = vanban::kinds::Programme::example();
    let item = vanban::kinds::ProgrammeItem {
        content: "Thảo luận".into(),
        person: Some("Chi uỷ".into()),
        note: None,
    };
    let document = Renderer::new().render(&programme.agenda([item])).unwrap();
    assert!(document.words().contains("Chi uỷ"));
}
