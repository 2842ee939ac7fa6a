//! DOCX that are filled in: which fields there are, what a control says, that nothing else changes; and a form that goes out,
//! comes back and is summed up.

use serde_json::{Value, json};
use vanban::kinds::{EvaluationForm, Resolution, SummarySpan};
use vanban::{AnyRecord, Document, Renderer};

#[allow(dead_code, reason = "the example uses more of it")]
#[path = "../../examples/common/fill.rs"]
pub(crate) mod fill;

fn fillable(record: &Value) -> Document {
    let renderer = Renderer::new().with_fields(true);
    renderer.render(&renderer.read(&record.to_string()).unwrap()).unwrap()
}

/// A form of which nothing is filled in but who it is of.
fn blank() -> Value {
    json!({
        "kind": "evaluation_form", "format": 1, "scorer": "self",
        "issuer": {"superior": "Đảng bộ phường An Phú", "name": "Chi bộ Khu phố 5"},
        "place": "An Phú", "date": {"day": "by_hand", "month": 8, "year": 2026},
        "criteria_set": "an_phu_ward_2025_monthly", "period": {"month": 8, "year": 2026},
        "session": {"variant": "regular"},
    })
}

fn draft() -> Value {
    let mut record: Value = serde_json::from_str(Resolution::EXAMPLE).unwrap();
    record.as_object_mut().unwrap().remove("number");
    record["draft"] = json!(1);
    record
}

fn part(document: &Document, name: &str) -> String {
    fill::part(&document.to_docx().unwrap(), name).unwrap()
}

/// The controls of a document: tag, and the control's XML.
fn controls(document: &Document) -> Vec<(String, String)> {
    let xml = part(document, "word/document.xml");
    let controls = xml.split("<w:sdt>").skip(1).map(|rest| rest.split("</w:sdt>").next().unwrap());
    let tag = |xml: &str| xml.split("<w:tag w:val=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    controls.map(|xml| (tag(xml), xml.to_owned())).collect()
}

fn control(document: &Document, tag: &str) -> String {
    controls(document).into_iter().find(|(own, _)| own == tag).unwrap_or_else(|| panic!("no {tag}")).1
}

#[test]
fn a_control_says_where_its_field_stands_what_it_is_called_and_to_what_it_is_bound() {
    let document = fillable(&blank());
    let members = control(&document, "/session/members");
    for said in [
        r#"<w:alias w:val="tổng số đảng viên"/>"#,
        r#"<w:lock w:val="sdtLocked"/>"#,
        "<w:showingPlcHdr/>",
        r#"w:xpath="/v:vanban[1]/v:fields[1]/v:field["#,
        "<w:text/>",
        "………",
    ] {
        assert!(members.contains(said), "{said} in {members}");
    }
    // Points of levels are chosen, others may be written.
    let score = control(&document, "/rows/1/self_score");
    assert!(score.contains("<w:comboBox>") && score.contains(r#"w:value="4""#), "{score}");
    assert!(control(&document, "/rows/1/note").contains(r#"<w:text w:multiLine="1"/>"#));
    // What the office has said is not to be changed.
    let name = control(&document, "/issuer/name");
    assert!(name.contains("sdtContentLocked") && !name.contains("dataBinding"), "{name}");
}

#[test]
fn a_blank_form_has_a_field_for_all_that_is_filled_in() {
    let tags: Vec<String> = controls(&fillable(&blank())).into_iter().map(|(tag, _)| tag).collect();
    for tag in [
        "/date/day",
        "/held/day",
        "/session/duration",
        "/session/members",
        "/session/exempt",
        "/session/present",
        "/session/unexcused",
        "/session/speakers",
        "/session/targets/done",
        "/session/targets/total",
        "/view/total/own",
        "/view/rating",
        "/strengths/0",
        "/shortcomings/0",
        "/remedies/0",
        "/signature/name",
    ] {
        assert!(tags.iter().any(|own| own == tag), "{tag} in {tags:?}");
    }
    // Each line that counts has its points and its note; 4.3 does not count in a regular month.
    let points = tags.iter().filter(|tag| tag.ends_with("/self_score")).count();
    assert_eq!((points, tags.iter().filter(|tag| tag.ends_with("/note")).count()), (27, 27));
}

#[test]
fn where_a_field_belongs_stands_apart_from_what_it_holds() {
    let item = part(&fillable(&blank()), "customXml/item1.xml");
    assert!(item.contains(r#"<place at="/held/day" with="{&quot;month&quot;:&quot;8&quot;,&quot;year&quot;:&quot;2026&quot;}" printed="………" open="true"/>"#), "{item}");
    let count = |what: &str| item.matches(what).count();
    assert_eq!(count("<place "), count("<field/>") + count("<field>"));
}

#[test]
fn a_draft_has_its_words_as_fields() {
    let document = fillable(&draft());
    let tags: Vec<String> = controls(&document).into_iter().map(|(tag, _)| tag).collect();
    for tag in ["/subject", "/basis/0/text", "/opening", "/sections/0/heading", "/recipients/0"] {
        assert!(tags.iter().any(|own| own == tag), "{tag} in {tags:?}");
    }
    // LibreOffice would print what is bound without its breaks.
    let subject = control(&document, "/subject");
    assert!(subject.contains("<w:br") && !subject.contains("dataBinding"), "{subject}");
    assert!(tags.iter().all(|tag| tag.chars().count() <= 64));
}

#[test]
fn lines_that_the_library_made_even_are_none_of_the_record() {
    let renderer = Renderer::new();
    let docx = fillable(&draft()).to_docx().unwrap();
    let xml = fill::part(&docx, "word/document.xml").unwrap();
    let (before, subject) = xml.split_once("<w:tag w:val=\"/subject\"/>").unwrap();
    assert!(subject.split("</w:sdtContent>").next().unwrap().contains("<w:br"));
    let changed =
        format!("{before}<w:tag w:val=\"/subject\"/>{}", subject.replacen("nêu gương", "tiên phong", 1));
    let changed = fill::with_part(&docx, "word/document.xml", &changed).unwrap();
    let record: Value = serde_json::from_str(&renderer.extract(&changed).unwrap().json).unwrap();
    let own = draft()["subject"].as_str().unwrap().replacen("nêu gương", "tiên phong", 1);
    assert_eq!(record["subject"], json!(own));
}

#[test]
fn fields_change_nothing_that_is_printed() {
    for record in [blank(), draft()] {
        let plain = Renderer::new();
        let plain = plain.render(&plain.read(&record.to_string()).unwrap()).unwrap();
        let fillable = fillable(&record);
        assert_eq!(plain.words(), fillable.words());
        assert_eq!(plain.to_pdf().unwrap(), fillable.to_pdf().unwrap());
        assert_eq!(controls(&plain), []);
        assert!(fill::part(&plain.to_docx().unwrap(), "customXml/item1.xml").is_err());
    }
}

#[test]
fn a_paper_with_nothing_to_fill_in_carries_no_record_unless_it_is_asked_for() {
    let renderer = Renderer::new().with_fields(true);
    let document = renderer.render(&Resolution::example()).unwrap();
    assert!(fill::part(&document.to_docx().unwrap(), "customXml/item1.xml").is_err());
    let item = fill::part(&document.to_docx_with_data().unwrap(), "customXml/item1.xml").unwrap();
    assert!(item.contains("<record>{") && !item.contains("<fields>"));
}

#[test]
fn on_request_nothing_but_the_fields_can_be_changed() {
    let renderer = Renderer::new();
    let record = renderer.read(&blank().to_string()).unwrap();
    let settings = |renderer: Renderer| part(&renderer.render(&record).unwrap(), "word/settings.xml");
    const PROTECTED: &str = r#"<w:documentProtection w:edit="forms" w:enforcement="1"/>"#;
    assert!(settings(renderer.clone().with_protected_fields(true)).contains(PROTECTED));
    assert!(!settings(renderer.with_fields(true)).contains(PROTECTED));
}

/// What is filled in keeps a space from the words beside it: Word puts it in the place of the room, and of nothing else.
#[test]
fn what_is_filled_in_stands_apart_from_the_words_beside_it() {
    let mut record: Value = serde_json::from_str(Resolution::EXAMPLE).unwrap();
    record["number"] = json!("by_hand");
    record["date"] = json!({"day": "by_hand", "month": "by_hand", "year": 2026});
    let docx = fillable(&record).to_docx().unwrap();
    let filled = fill::fill(&docx, &[("/number", "5"), ("/date/day", "6"), ("/date/month", "7")]).unwrap();
    let xml = fill::part(&filled, "word/document.xml").unwrap();
    let texts = xml.split("<w:t").skip(1).filter_map(|rest| rest.split(['<', '>']).nth(1));
    let words = texts.collect::<String>().replace('\u{a0}', " ");
    for said in ["Số 5-NQ/CB", ", ngày 6 tháng 7 năm 2026"] {
        assert!(words.contains(said), "{said}: {words}");
    }
}

#[test]
fn what_is_filled_in_comes_back_and_what_fits_no_field_is_told() {
    let renderer = Renderer::new();
    let sent = fillable(&blank());
    let docx = sent.to_docx().unwrap();
    assert_eq!(renderer.extract(&docx).unwrap().json, sent.data().unwrap());
    let values = [
        ("/date/day", "3"),
        ("/session/members", "28"),
        ("/rows/1/self_score", "5"),
        ("/rows/1/note", "a & b"),
    ];
    let filled = fill::fill(&docx, &values).unwrap();
    let record = renderer.extract(&filled).unwrap().record;
    let form: &EvaluationForm = record.downcast_ref().unwrap();
    assert_eq!(
        (form.date.calendar().unwrap().to_string().as_str(), form.session.members),
        ("2026-08-03", Some(28))
    );
    assert_eq!((form.rows.len(), form.rows[0].criterion.as_str()), (1, "1.1"));
    assert_eq!(form.rows[0].note.as_ref().unwrap().as_str(), "a & b");
    // A sentence that is no field's.
    let xml =
        fill::part(&filled, "word/document.xml").unwrap().replacen("- Thời lượng: ", "- Thời gian: ", 1);
    let changed = fill::with_part(&filled, "word/document.xml", &xml).unwrap();
    let error = renderer.extract(&changed).unwrap_err().to_string();
    assert!(error.contains("- Thời gian: ") && error.contains("returned.text"), "{error}");
}

#[test]
#[cfg(feature = "forms")]
fn a_blank_form_of_an_office_has_a_control_a_field_and_one_a_line_of_a_list() {
    let renderer = Renderer::new();
    let kind = renderer.kinds().find(|kind| kind.name() == "commitment").unwrap();
    let mut record: Value = serde_json::from_str(kind.example().unwrap()).unwrap();
    let own = kind.own_fields();
    record.as_object_mut().unwrap().retain(|name, _| !own.contains(name));
    let document = fillable(&record);
    let tags: Vec<String> = controls(&document).into_iter().map(|(tag, _)| tag).collect();
    for tag in ["/full_name", "/born", "/unit", "/politics/0", "/politics/2", "/remedies/2"] {
        assert!(tags.iter().any(|own| own == tag), "{tag} in {tags:?}");
    }
    let filled = [("/full_name", "Lê Văn An"), ("/born", "3/2/1985"), ("/politics/1", "Học tập nghị quyết.")];
    let docx = fill::fill(&document.to_docx().unwrap(), &filled).unwrap();
    let json: Value = serde_json::from_str(&renderer.extract(&docx).unwrap().json).unwrap();
    assert_eq!(
        (&json["full_name"], &json["politics"]),
        (&json!("Lê Văn An"), &json!(["Học tập nghị quyết."]))
    );
}

/// LibreOffice leaves nothing of the part in a file that it opens and saves twice.
#[test]
fn a_form_whose_record_a_program_has_lost_is_read_beside_what_was_sent() {
    let renderer = Renderer::new();
    let docx = fillable(&blank()).to_docx().unwrap();
    let filled = fill::fill(&docx, &[("/session/members", "28"), ("/rows/1/note", "a & b")]).unwrap();
    let lost = |docx: &[u8]| fill::with_part(docx, "customXml/item1.xml", "").unwrap();
    let error = renderer.extract(&lost(&filled)).unwrap_err().to_string();
    assert!(error.starts_with("lỗi: tệp đã mất bản ghi kèm theo, như khi LibreOffice"), "{error}");
    let collected = |file: &[u8]| {
        let mut returns = vanban::collect::Returns::new(&renderer);
        returns.sent_record("Khu phố 5.docx", renderer.read(&blank().to_string()).unwrap()).unwrap();
        returns.add("Khu phố 5.docx", file);
        returns.collect()
    };
    let (whole, without) = (collected(&filled), collected(&lost(&filled)));
    let problems = |collected: &vanban::collect::Collected| -> Vec<String> {
        collected.refused.iter().flat_map(|it| &it.problems).map(ToString::to_string).collect()
    };
    const TOLD: &str = "cảnh báo: tệp đã mất bản ghi kèm theo, như khi LibreOffice mở ra rồi lưu lại nhiều lần; phần mềm đọc theo tệp đã gửi, hãy xem lại [quy ước; returned.no_record]";
    // It says what the whole one says, and that.
    let mut expected = problems(&whole);
    expected.push(TOLD.to_owned());
    assert_eq!(problems(&without), expected);
    // Another month's form under the name of this one stays refused.
    let mut july = blank();
    july["period"]["month"] = json!(7);
    july["date"]["month"] = json!(7);
    let july = problems(&collected(&lost(&fillable(&july).to_docx().unwrap())));
    assert!(july.len() == 1 && july[0].contains("returned.other_paper"), "{july:?}");
}

#[test]
fn a_list_is_made_of_what_came_back() {
    let renderer = Renderer::new();
    let mut returns = vanban::collect::Returns::new(&renderer);
    let whole = EvaluationForm::example();
    for branch in ["Chi bộ Khu phố 5", "Chi bộ Khu phố 6"] {
        let mut record = blank();
        record["issuer"]["name"] = json!(branch);
        record["period"] = json!({"month": 6, "year": 2026});
        record["date"] = json!({"day": "by_hand", "month": 6, "year": 2026});
        let document = fillable(&record);
        let sent: AnyRecord = renderer.read(&record.to_string()).unwrap();
        returns.sent_record(&format!("{branch}.docx"), sent).unwrap();
        if branch.ends_with('5') {
            let places = part(&document, "customXml/item1.xml");
            let tag = |criterion: &str, field: &str| {
                let around = format!("&quot;criterion&quot;:&quot;{criterion}&quot;");
                let place =
                    places.split("<place ").find(|it| it.contains(&around) && it.contains(field)).unwrap();
                place.split('"').nth(1).unwrap().to_owned()
            };
            let mut values = vec![("/date/day".to_owned(), "3".to_owned())];
            for row in &whole.rows {
                let score = row.self_score.unwrap();
                values.push((tag(row.criterion.as_str(), "/self_score"), score.to_string()));
                values.extend(
                    row.note.iter().map(|note| (tag(row.criterion.as_str(), "/note"), note.to_string())),
                );
            }
            let values: Vec<(&str, &str)> =
                values.iter().map(|(at, it)| (at.as_str(), it.as_str())).collect();
            returns.add("nộp.docx", &fill::fill(&document.to_docx().unwrap(), &values).unwrap());
        }
    }
    let collected = returns.collect();
    assert_eq!(collected.counts(), [("Mẫu 1", [1, 0, 1])], "{:?}", collected.refused);
    let said = json!({
        "issuer": {"name": "Đảng uỷ phường An Phú", "superior": "Đảng bộ thành phố"}, "place": "An Phú",
        "recipients": ["Lưu Đảng uỷ"], "signature": {"name": "Lê Văn Cường"},
    });
    let list = collected.list(SummarySpan::Month, said, renderer.criteria()).unwrap().list;
    let total: vanban::text::Decimal = whole.rows.iter().filter_map(|row| row.self_score).sum();
    assert_eq!(list.rows.len(), 2);
    assert_eq!(list.rows[0].sessions[0].score, Some(total));
    assert_eq!(
        (list.rows[1].sessions.len(), list.rows[1].note.as_ref().unwrap().as_str()),
        (0, "Chưa có phiếu hợp lệ")
    );
}
