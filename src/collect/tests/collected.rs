use serde_json::{Value, json};

use crate::collect::fixture::{control, docx, paragraph};
use crate::collect::{Collected, Outcome, Returns};
use crate::kinds::{AnyRecord, EvaluationForm, Record};
use crate::renderer::Renderer;

const ROOM: &str = "\u{a0}\u{a0}\u{a0}\u{a0}";

/// A blank form of a chi bộ, of a month.
pub(super) fn sent(branch: &str, month: u32) -> AnyRecord {
    let mut form: Value = serde_json::from_str(EvaluationForm::EXAMPLE).unwrap();
    for field in ["rows", "strengths", "shortcomings", "remedies", "held"] {
        form.as_object_mut().unwrap().remove(field);
    }
    form["issuer"]["name"] = json!(branch);
    form["session"] = json!({"variant": "regular"});
    form["period"]["month"] = json!(month);
    form["date"] = json!({"day": "by_hand", "month": month, "year": 2026});
    AnyRecord::from_value(form).unwrap()
}

/// A field: its pointer, what its row has, what the text and what the data say.
#[derive(Clone)]
pub(super) struct Field {
    pub(super) at: String,
    pub(super) with: String,
    pub(super) text: Option<String>,
    pub(super) data: String,
}

impl Field {
    fn new(at: &str, with: &str, value: &str) -> Field {
        Field { at: at.into(), with: with.into(), text: Some(value.into()), data: value.into() }
    }
}

/// All fields of the form: every line with its most points.
pub(super) fn filled(record: &AnyRecord) -> Vec<Field> {
    let renderer = Renderer::new();
    let sheet = record.score_sheet(renderer.criteria()).unwrap();
    let mut fields = vec![
        Field::new("/date/day", "", "8"),
        Field::new("/session/members", "", "31"),
        Field::new("/session/present", "", "28"),
        Field::new("/session/speakers", "", "20"),
    ];
    for (place, row) in sheet.rows.iter().filter(|row| row.counted).enumerate() {
        let with = format!(r#"{{"criterion":"{}"}}"#, row.id);
        fields.push(Field::new(&format!("/rows/{place}/self_score"), &with, &row.max.to_string()));
        fields.push(Field::new(&format!("/rows/{place}/note"), &with, ""));
    }
    fields.push(Field::new("/view/total/own", "", ""));
    fields
}

pub(super) fn at<'f>(fields: &'f mut [Field], criterion: &str, name: &str) -> &'f mut Field {
    let with = format!("\"{criterion}\"");
    fields.iter_mut().find(|field| field.with.contains(&with) && field.at.ends_with(name)).unwrap()
}

/// The form as a file.
pub(super) fn file(record: &AnyRecord, fields: &[Field], replaced: (&str, &str)) -> Vec<u8> {
    let document = Renderer::new().render(record).unwrap();
    let words = document.words();
    let lines = words.lines().map(|line| if line == replaced.0 { replaced.1 } else { line });
    let mut body: String = lines.map(|line| paragraph(&line.replace('<', "&lt;"))).collect();
    let mut data = String::new();
    for (number, field) in fields.iter().enumerate() {
        if let Some(text) = &field.text {
            let shown = if text.is_empty() { ROOM } else { text };
            body += &paragraph(&control(&field.at, Some(number + 1), shown));
        }
        data += &format!(
            r#"<field at="{}" with='{}' printed="{ROOM}" open="true">{}</field>"#,
            field.at, field.with, field.data
        );
    }
    docx(&body, Some((&record.to_json().unwrap(), &data)))
}

pub(super) const BRANCHES: [&str; 4] =
    ["Chi bộ Khu phố 1", "Chi bộ Khu phố 2", "Chi bộ Khu phố 3", "Chi bộ Khu phố 12"];

pub(super) fn name(branch: &str) -> String {
    format!("phieu-{}-mau-1.docx", crate::text::slug(branch))
}

/// What these files come to, of forms that were sent to four chi bộ for August.
pub(super) fn collected(files: &[(&str, Vec<u8>)]) -> Collected {
    let renderer = Renderer::new();
    let mut returns = Returns::new(&renderer).of_kind("evaluation_form");
    for branch in BRANCHES {
        returns.sent_record(&name(branch), sent(branch, 8)).unwrap();
    }
    files.iter().for_each(|(name, bytes)| returns.add(name, bytes));
    returns.collect()
}

/// The form of the first chi bộ, changed, as one file.
fn one(change: impl Fn(&mut Vec<Field>)) -> Collected {
    let record = sent(BRANCHES[0], 8);
    let mut fields = filled(&record);
    change(&mut fields);
    collected(&[("a.docx", file(&record, &fields, ("", "")))])
}

pub(super) fn refused(collected: &Collected) -> Vec<String> {
    let problems = collected.refused.iter().flat_map(|refused| &refused.problems);
    problems.filter(|problem| problem.is_error()).map(ToString::to_string).collect()
}

pub(super) fn remarks(collected: &Collected) -> Vec<String> {
    collected.taken.iter().flat_map(|taken| &taken.remarks).map(ToString::to_string).collect()
}

#[test]
fn a_form_that_was_filled_in_is_taken() {
    let collected = one(|_| {});
    assert_eq!(refused(&collected), [""; 0]);
    assert_eq!(remarks(&collected), [""; 0]);
    let form: &EvaluationForm = collected.taken[0].record.downcast_ref().unwrap();
    assert_eq!((form.rows.len(), form.session.present), (27, Some(28)));
    assert_eq!(collected.counts(), [("Mẫu 1", [1, 0, 3])]);
    let missing: Vec<&str> = collected.not_returned().map(|paper| paper.who.as_str()).collect();
    assert_eq!(missing, BRANCHES[1..]);
    assert_eq!(collected.papers[0].outcome, Outcome::Taken(0));
    assert!(!collected.is_complete());
}

#[test]
fn each_way_to_go_wrong_is_told_with_its_place() {
    for (told, change) in [
        (
            "lỗi: mục 4.7, điểm tự chấm: ô để điền không còn trong văn bản, dòng hoặc ô đã bị xoá; dữ liệu kèm tệp còn ghi “1”; hãy điền lại vào tệp đã gửi [quy ước; returned.field_gone]",
            (|fields: &mut Vec<Field>| {
                at(fields, "4.7", "self_score").text = None;
                at(fields, "4.7", "note").text = None;
            }) as fn(&mut Vec<Field>),
        ),
        (
            "lỗi: mục 5.1, điểm tự chấm: “x” không phải là số; hãy ghi như 68,5 hoặc 1.250.000, không kèm dấu % hay đơn vị tính [quy ước; shape.no_such_value]",
            |fields| {
                let score = at(fields, "5.1", "self_score");
                (score.text, score.data) = (Some("x".into()), "x".into());
            },
        ),
        (
            "lỗi: mục 7.1, điểm tự chấm: trong văn bản ghi “27”, mà dữ liệu kèm tệp là “30”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
            |fields| at(fields, "7.1", "self_score").text = Some("27".into()),
        ),
        (
            "lỗi: mục 4.6, điểm tự chấm: tiêu chí 4.6 chấm 2 điểm, quá điểm tối đa là 1 [quy ước; rows.above_max]",
            |fields| {
                let score = at(fields, "4.6", "self_score");
                (score.text, score.data) = (Some("2".into()), "2".into());
            },
        ),
        (
            "lỗi: chưa điền gì, vẫn như lúc gửi; hãy xin lại tệp đã điền [quy ước; returned.empty]",
            |fields| {
                fields
                    .iter_mut()
                    .for_each(|field| (field.text, field.data) = (Some(ROOM.into()), String::new()))
            },
        ),
        (
            "lỗi: chưa chấm điểm mục nào; hãy xin lại phiếu đã chấm [quy ước; returned.not_scored]",
            |fields| {
                for field in fields.iter_mut().filter(|field| field.at.starts_with("/rows/")) {
                    (field.text, field.data) = (Some(ROOM.into()), String::new());
                }
            },
        ),
    ] {
        let collected = one(change);
        // That a line is missing is told by the rules, too.
        assert_eq!(refused(&collected)[0], told);
        assert_eq!(collected.counts(), [("Mẫu 1", [0, 1, 3])]);
    }
}

#[test]
fn what_stops_nothing_is_told() {
    let collected = one(|fields| {
        let total = fields.last_mut().unwrap();
        (total.text, total.data) = (Some("99".into()), "99".into());
        let speakers = &mut fields[3];
        (speakers.text, speakers.data) = (Some(String::new()), String::new());
    });
    assert_eq!(
        remarks(&collected),
        [
            "cảnh báo: tổng điểm: ghi “99”, mà tính từ các mục khác là “100”; phần mềm lấy “100”, hãy xem lại [quy ước; returned.worked_out]",
            "cảnh báo: còn để trống “số người phát biểu”; hãy hỏi lại nếu cần [quy ước; returned.left_open]",
        ]
    );
    // A name that was typed over: it is the one that was sent that counts.
    let record = sent(BRANCHES[0], 8);
    let typed = file(&record, &filled(&record), ("CHI BỘ KHU PHỐ 1", "CHI BỘ KP1"));
    let collected = self::collected(&[("a.docx", typed)]);
    assert_eq!(
        remarks(&collected),
        [
            "cảnh báo: đoạn “CHI BỘ KHU PHỐ 1” đã sửa thành “CHI BỘ KP1”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]"
        ]
    );
    assert_eq!(collected.papers[collected.taken[0].paper].who, BRANCHES[0]);
    let mut fields = filled(&record);
    fields.push(Field::new("/issuer/name", "", "Chi bộ KP1"));
    let collected = self::collected(&[("a.docx", file(&record, &fields, ("", "")))]);
    assert_eq!(
        remarks(&collected),
        [
            "cảnh báo: tên cơ quan ban hành: ghi “Chi bộ KP1”, mà tệp đã gửi là của “Chi bộ Khu phố 1”; phần mềm lấy “Chi bộ Khu phố 1”, hãy xem lại [quy ước; returned.name]"
        ]
    );
    assert_eq!(collected.taken[0].record.frame().issuer.name.as_str(), BRANCHES[0]);
}

#[test]
fn several_files_of_one_paper_are_one_or_a_problem() {
    let record = sent(BRANCHES[0], 8);
    let right = file(&record, &filled(&record), ("", ""));
    let mut fields = filled(&record);
    let score = at(&mut fields, "8.3", "self_score");
    (score.text, score.data) = (Some("0".into()), "0".into());
    let note = at(&mut fields, "8.3", "note");
    (note.text, note.data) = (Some("Chậm".into()), "Chậm".into());
    let other = file(&record, &fields, ("", ""));

    let collected = self::collected(&[("a.docx", right.clone()), ("b.docx", right.clone())]);
    assert_eq!(
        remarks(&collected),
        ["cảnh báo: tệp “b.docx” giống hệt tệp này; chỉ tính một lần [quy ước; returned.twice]"]
    );
    assert_eq!(collected.counts(), [("Mẫu 1", [1, 0, 3])]);

    let collected = self::collected(&[("a.docx", right.clone()), ("b.docx", other)]);
    let told = "lỗi: “a.docx” và “b.docx” cùng là Mẫu 1 của Chi bộ Khu phố 1 mà khác nhau: mục 8.3, điểm tự chấm: “1” và “0”; mục 8.3, lý do trừ điểm: “để trống” và “Chậm”; hãy hỏi lại, để lại một tệp đúng [quy ước; returned.conflict]";
    assert_eq!(refused(&collected), [told, told]);
    assert_eq!(collected.counts(), [("Mẫu 1", [0, 1, 3])]);

    // A right one stands for a wrong one.
    let wrong = right[..2_000].to_vec();
    let collected = self::collected(&[("phieu-chi-bo-khu-pho-1-mau-1.docx", wrong), ("b.docx", right)]);
    assert_eq!(collected.refused[0].replaced_by.as_deref(), Some("b.docx"));
    assert_eq!(collected.counts(), [("Mẫu 1", [1, 0, 3])]);
}

#[test]
fn files_that_are_none_of_those_sent_are_told() {
    let july = sent(BRANCHES[0], 7);
    let stranger = sent("Chi bộ Khu phố 99", 8);
    let notice = AnyRecord::from_json(crate::kinds::Notice::EXAMPLE).unwrap();
    let letter = docx(&paragraph("Kính gửi: Đảng uỷ phường"), None);
    let files = [
        ("a.docx", file(&july, &filled(&july), ("", ""))),
        ("b.docx", file(&stranger, &filled(&stranger), ("", ""))),
        ("c.docx", docx(&paragraph("a"), Some((&notice.to_json().unwrap(), "")))),
        ("công văn.docx", letter),
        ("phieu-chi-bo-khu-pho-12-mau-1 quét.pdf", b"%PDF-1.4".to_vec()),
        ("~$a.docx", Vec::new()),
        ("Thumbs.db", Vec::new()),
    ];
    let collected = collected(&files);
    assert_eq!(
        refused(&collected),
        [
            "lỗi: đây là phiếu chất lượng sinh hoạt chi bộ tháng 7 năm 2026, mà đợt này gửi phiếu chất lượng sinh hoạt chi bộ tháng 8 năm 2026; hãy xin lại tệp của đợt này [quy ước; returned.other_paper]",
            "lỗi: tệp không thuộc các tệp đã gửi đợt này; hãy xin lại tệp đã gửi, hoặc để tệp này ra ngoài [quy ước; returned.not_sent]",
            "lỗi: đây là thông báo, không phải loại đang thu; hãy để tệp này ra ngoài [quy ước; returned.other_kind]",
            "lỗi: tệp không kèm bản ghi: không phải tệp do phần mềm lập để điền, hoặc bản ghi đã được bỏ; hãy xin lại tệp đã gửi [quy ước; returned.no_record]",
            "lỗi: đây là tệp PDF, ở đây chỉ đọc được tệp Word; hãy xin lại tệp Word (.docx) đã điền, hoặc nhập tay [quy ước; returned.not_docx]",
        ]
    );
    let papers: Vec<Option<usize>> = collected.refused.iter().map(|refused| refused.paper).collect();
    assert_eq!(papers, [Some(0), None, None, None, Some(3)]);
    assert_eq!(collected.counts(), [("Mẫu 1", [0, 2, 2])]);
    assert_eq!(collected.passed_over, ["~$a.docx", "Thumbs.db"]);
}

#[test]
fn a_printed_form_of_another_month_is_known_by_its_head() {
    let july = Renderer::new().render(&sent(BRANCHES[1], 7)).unwrap();
    let collected = collected(&[("a.docx", july.to_docx().unwrap())]);
    assert_eq!(collected.refused[0].problems[0].code, "returned.other_paper");
    assert_eq!(collected.refused[0].paper, Some(1));
}

#[test]
fn nobody_need_say_what_was_sent() {
    let renderer = Renderer::new();
    let mut returns = Returns::new(&renderer);
    for branch in &BRANCHES[..2] {
        let record = sent(branch, 8);
        returns.add(branch, &file(&record, &filled(&record), ("", "")));
    }
    let collected = returns.collect();
    assert_eq!(collected.counts(), [("Mẫu 1", [2, 0, 0])]);
    assert!(collected.is_complete());
    // What was sent is read off the files, too.
    let mut returns = Returns::new(&renderer);
    let record = sent(BRANCHES[0], 8);
    returns.sent("gui/a.docx", &file(&record, &[], ("", ""))).unwrap();
    returns.sent("gui/~$a.docx", b"").unwrap();
    returns.add("nop/a.docx", &file(&record, &filled(&record), ("", "")));
    let collected = returns.collect();
    assert!(collected.is_complete());
    assert_eq!(collected.papers[0].file.as_deref(), Some("gui/a.docx"));
}
