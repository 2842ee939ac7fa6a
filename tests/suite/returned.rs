//! August, sent out and collected: 52 forms as `tests/clerk/returned.json` says who filled them in, what happened to them
//! and what must come of them; beside them a letter, and what Word and Windows leave in a folder.

use serde_json::{Value, json};
use vanban::collect::{Collected, Returns};
use vanban::kinds::{Notice, SummarySpan};
use vanban::{AnyRecord, Renderer};

use super::edits::{DATA, Parts, TEXT, pointer, without_controls, write, write_data};

pub fn story() -> Value {
    serde_json::from_str(include_str!("../clerk/returned.json")).unwrap()
}

/// The blank form of a chi bộ or of the member who came, of a month.
pub fn blank(form: &Value, month: u32) -> AnyRecord {
    let of_superior = form["form"] == "Mẫu 2";
    let issuer = match of_superior {
        true => json!({"superior": "Đảng bộ tỉnh Bình Giang", "name": "Đảng ủy phường Bình An"}),
        false => json!({"superior": "Đảng bộ phường Bình An", "name": form["branch"]}),
    };
    let mut record = json!({
        "kind": "evaluation_form",
        "scorer": if of_superior { "superior" } else { "self" },
        "issuer": issuer,
        "place": "Bình An",
        "date": {"day": "by_hand", "month": month, "year": 2026},
        "criteria_set": "an_phu_ward_2025_monthly",
        "period": {"month": month, "year": 2026},
        "session": {"variant": "regular"},
    });
    if of_superior {
        record["branch"] = form["branch"].clone();
    }
    AnyRecord::from_value(record).unwrap()
}

pub fn fillable() -> Renderer {
    Renderer::new().with_fields(true)
}

pub fn made(record: &AnyRecord) -> Vec<u8> {
    fillable().render(record).unwrap().to_docx().unwrap()
}

/// A form as it was filled in, before anything happened to it.
pub fn filled(form: &Value) -> Parts {
    let mut parts = Parts::of(&made(&blank(form, 8)));
    let (mut text, mut data) = (parts.text(TEXT), parts.text(DATA));
    let column = if form["form"] == "Mẫu 2" { "superior_score" } else { "self_score" };
    let session = &form["session"];
    let mut values = vec![
        ("/held/day".to_owned(), format!("{:02}", session["held"][0].as_u64().unwrap())),
        ("/date/day".to_owned(), session["date"][0].to_string()),
    ];
    for (name, place) in [
        ("minutes", "duration"),
        ("members", "members"),
        ("exempt", "exempt"),
        ("present", "present"),
        ("unexcused", "unexcused"),
        ("speakers", "speakers"),
        ("done", "targets/done"),
        ("targets", "targets/total"),
    ] {
        values.push((format!("/session/{place}"), session[name].to_string()));
    }
    for (criterion, score) in form["scores"].as_object().unwrap() {
        let score = score.as_str().map_or_else(|| score.to_string().replace('.', ","), str::to_owned);
        values.push((pointer(&data, criterion, column), score));
    }
    for (criterion, note) in form["notes"].as_object().unwrap() {
        values.push((pointer(&data, criterion, "note"), note.as_str().unwrap().to_owned()));
    }
    for (tag, words) in values {
        write(&mut text, &tag, &words);
        // LibreOffice and python-docx change the text alone.
        if form["filled_by"] == "XML by hand" {
            write_data(&mut data, &tag, &words);
        }
    }
    parts.set(TEXT, text);
    parts.set(DATA, data);
    parts
}

/// The files that come back of a form, each with its name.
fn returned(form: &Value, name: &str) -> Vec<(String, Vec<u8>)> {
    let mut own = form.clone();
    if form["state"] == "score of 5.1 is “x”" {
        own["scores"]["5.1"] = "x".into();
    }
    let mut parts = filled(&own);
    let data = parts.text(DATA);
    let mut text = parts.text(TEXT);
    let score = |criterion: &str| pointer(&data, criterion, "self_score");
    let state = form["state"].as_str().unwrap_or_default();
    let file = |parts: &Parts| parts.file();
    match state {
        "as sent, filled" | "score of 5.1 is “x”" => {}
        "controls removed, plain table" => text = without_controls(&text),
        "row 4.7 deleted" => {
            let at = text.find(">4.7<").unwrap();
            let begin = text[..at].rfind("<w:tr>").unwrap().max(text[..at].rfind("<w:tr ").unwrap_or(0));
            let end = at + text[at..].find("</w:tr>").unwrap() + "</w:tr>".len();
            text.replace_range(begin..end, "");
        }
        "total typed by hand, one more" => write(&mut text, "/view/total/own", "90"),
        "7.1 is 27 in the table, 30 in the data part" => {
            write(&mut text, &score("7.1"), "27");
            let mut data = data.clone();
            write_data(&mut data, &score("7.1"), "30");
            parts.set(DATA, data);
        }
        "4.6 is 2" => write(&mut text, &score("4.6"), "2"),
        "cut off after 2,000 bytes" => return vec![(format!("{name}.docx"), file(&parts)[..2_000].to_vec())],
        "encrypted with a password" => {
            let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
            return vec![(
                format!("{name}.docx"),
                [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &wide].concat(),
            )];
        }
        "saved as .doc" => {
            return vec![(format!("{name}.doc"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec())];
        }
        "a scan, PDF without text" => return vec![(format!("{name}.pdf"), b"%PDF-1.4\n".to_vec())],
        "two files that differ: 8.3 is 1 and 0" => {
            let second = file(&parts);
            write(&mut text, &score("8.3"), "1");
            parts.set(TEXT, text);
            // It is filled in by an edit of the XML: text and data say the same.
            let place = format!("at=\"{}\"", score("8.3"));
            let number = data.split("<place ").position(|it| it.starts_with(&place)).unwrap();
            let fields: Vec<&str> = data.split("<field").collect();
            let own = fields[number + 1].replacen(">0<", ">1<", 1);
            let data =
                fields.iter().enumerate().map(|(at, field)| if at == number + 1 { &own } else { *field });
            parts.set(DATA, data.collect::<Vec<_>>().join("<field"));
            return vec![(format!("{name}.docx"), file(&parts)), (format!("{name} (2).docx"), second)];
        }
        "two files, equal bytes" => {
            let file = file(&parts);
            return vec![(format!("{name}.docx"), file.clone()), (format!("{name} - Copy.docx"), file)];
        }
        "July's form sent again" => return vec![(format!("{name}.docx"), made(&blank(form, 7)))],
        "name typed over: “Chi bộ QS”" => text = text.replace("CHI BỘ QUÂN SỰ PHƯỜNG", "CHI BỘ QS"),
        "score of 3.5 changed with tracked changes: 1 deleted, 2 inserted" => {
            write(&mut text, &score("3.5"), "_");
            let changed =
                "<w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins><w:r><w:t>2</w:t></w:r></w:ins>";
            text = text.replace("<w:r><w:t>_</w:t></w:r>", changed);
            let place = format!("at=\"{}\"", score("3.5"));
            assert!(data.contains(&place));
        }
        "sent back empty" => return vec![(format!("{name}.docx"), made(&blank(form, 8)))],
        "" => return Vec::new(),
        other => panic!("{other}"),
    }
    parts.set(TEXT, text);
    vec![(format!("{name}.docx"), file(&parts))]
}

fn name(form: &Value) -> String {
    format!(
        "{} {} {}",
        form["code"].as_str().unwrap(),
        form["branch"].as_str().unwrap(),
        form["form"].as_str().unwrap()
    )
}

/// What comes of the folder; `again` with right forms of those that had a problem, or had sent nothing.
fn collected(again: bool) -> Collected {
    let (story, renderer) = (story(), Renderer::new());
    let forms = story["forms"].as_array().unwrap();
    let mut returns = Returns::new(&renderer).of_kind("evaluation_form");
    for form in forms.iter().filter(|form| form["form"] == "Mẫu 1") {
        let mut of_superior = form.clone();
        of_superior["form"] = "Mẫu 2".into();
        for form in [form, &of_superior] {
            returns.sent_record(&format!("{}.docx", name(form)), blank(form, 8)).unwrap();
        }
    }
    let mut files = 0;
    for form in forms {
        let outcome = form["outcome"].as_str().unwrap();
        let right = again && !outcome.starts_with("taken");
        let came = match right {
            true => vec![(format!("{}.docx", name(form)), filled(form).file())],
            false => returned(form, &name(form)),
        };
        for (name, file) in came {
            returns.add(&name, &file);
            files += 1;
        }
    }
    let letter = renderer.render(&Notice::example()).unwrap().to_docx().unwrap();
    returns.add("công văn.docx", &letter);
    for left in ["~$001.docx", "desktop.ini", "Thumbs.db"] {
        returns.add(left, b"");
    }
    if !again {
        assert_eq!(files + 1, story["files"].as_u64().unwrap());
    }
    returns.collect()
}

fn list(collected: &Collected) -> vanban::collect::CollectedList {
    let said = json!({
        "issuer": {"name": "Đảng ủy phường Bình An", "superior": "Đảng bộ tỉnh Bình Giang"},
        "place": "Bình An",
        "recipients": ["Lưu Văn phòng Đảng ủy"],
        "signature": {"name": "Lê Văn Cường"},
    });
    collected.list(SummarySpan::Month, said, Renderer::new().criteria()).unwrap()
}

fn ratings(list: &vanban::collect::CollectedList) -> Vec<usize> {
    list.list.ratings(Renderer::new().criteria()).into_iter().map(|(_, count)| count).collect()
}

#[test]
fn what_came_back_of_august() {
    let collected = collected(false);
    let told: Vec<String> =
        collected.refused.iter().map(|it| format!("{}: {}", it.file, it.problems[0])).collect();
    assert_eq!(collected.counts(), [("Mẫu 1", [27, 11, 2]), ("Mẫu 2", [12, 0, 28])], "{}", told.join("\n"));
    let missing: Vec<&str> =
        collected.not_returned().filter(|it| it.form == "Mẫu 1").map(|it| it.who.as_str()).collect();
    assert_eq!(missing, ["Chi bộ Quỹ Tín dụng nhân dân", "Chi bộ Công ty May Bình An"]);
    let codes: Vec<&str> = collected.refused.iter().map(|refused| refused.problems[0].code).collect();
    assert_eq!(
        codes,
        [
            "returned.field_gone",
            "shape.no_such_value",
            "returned.two_values",
            "rows.above_max",
            "returned.damaged",
            "returned.password",
            "returned.old_word",
            "returned.not_docx",
            "returned.conflict",
            "returned.conflict",
            "returned.other_paper",
            "returned.empty",
            "returned.no_record",
        ]
    );
    assert_eq!(collected.passed_over.len(), 3);
    let remark = collected.taken[0].remarks.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(remark, [""; 0]);
    let remarks: Vec<&str> =
        collected.taken.iter().flat_map(|taken| &taken.remarks).map(|problem| problem.code).collect();
    for code in ["returned.worked_out", "returned.twice", "returned.name"] {
        assert!(remarks.contains(&code), "{code}: {remarks:?}");
    }
    let list = list(&collected);
    assert_eq!((list.list.rows.len(), list.without.len()), (40, 13));
    assert_eq!(ratings(&list), [23, 3, 1, 0]);
    as_filled_in(&collected);
}

/// Every form that was taken says what was filled in.
fn as_filled_in(collected: &Collected) {
    let story = story();
    for taken in &collected.taken {
        let paper = &collected.papers[taken.paper];
        let form = story["forms"].as_array().unwrap().iter();
        let mut form =
            form.filter(|form| form["form"] == paper.form.as_str() && form["branch"] == paper.who.as_str());
        let form = form.next().unwrap();
        let record = serde_json::to_value(&taken.record).unwrap();
        let column = if paper.form == "Mẫu 2" { "superior_score" } else { "self_score" };
        for (criterion, score) in form["scores"].as_object().unwrap() {
            let row =
                record["rows"].as_array().unwrap().iter().find(|row| row["criterion"] == criterion.as_str());
            assert_eq!(row.unwrap()[column].as_f64(), score.as_f64(), "{}: {criterion}", paper.who);
        }
        for (name, place) in [("members", "members"), ("present", "present"), ("speakers", "speakers")] {
            assert_eq!(record["session"][place], form["session"][name], "{}: {name}", paper.who);
        }
        assert_eq!(record["held"]["day"], form["session"]["held"][0], "{}", paper.who);
    }
}

#[test]
fn the_list_of_august_when_all_are_right() {
    let collected = collected(true);
    assert_eq!(collected.counts()[0], ("Mẫu 1", [40, 0, 0]));
    let list = list(&collected);
    assert_eq!(ratings(&list), [36, 3, 1, 0]);
    assert_eq!((list.by_superior.len(), list.by_themselves.len(), list.without.len()), (12, 28, 0));
    let differ: Vec<String> =
        list.differ.iter().map(|it| format!("{}: {}→{}", it.branch, it.own, it.superior)).collect();
    assert_eq!(
        differ,
        ["Chi bộ Khu phố 5: 100→89", "Chi bộ Khu phố 14: 99→88", "Chi bộ Trường Mầm non Họa Mi: 85→100"]
    );
    let sum = |figure: fn(&vanban::kinds::SummarySession) -> Option<u32>| -> u32 {
        list.list.rows.iter().flat_map(|row| &row.sessions).filter_map(figure).sum()
    };
    assert_eq!((sum(|session| session.members), sum(|session| session.present)), (851, 781));
}
