//! Workbooks, filled in as a spreadsheet stores them, are read back to the records of which they have the values.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::columns::{Column, Takes};
use super::*;
use crate::kinds::built_in;
use crate::table::Table;
use crate::table::schema::Schema;
use crate::table::suggest::{Suggestions, Use};

const SET: &str = "an_phu_ward_2025_monthly";

fn kind(name: &str) -> &'static Kind {
    built_in().find(|kind| kind.name() == name).unwrap()
}

fn workbook(kind: &Kind, variant: Option<&str>, known: &Mapping) -> Result<Vec<u8>, Unfit> {
    let set = Some(SET).filter(|_| !known.gives("criteria_set"));
    FillIn::of(kind).in_variant(variant).scored_by(set).beside(known).to_xlsx(&Renderer::new())
}

/// The parts of a workbook, as text.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(str::to_owned).collect();
    let mut text = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    names.iter().map(|name| (name.clone(), text(name))).collect()
}

/// The style that a column gives its cells.
fn style(sheet: &str, column: usize) -> String {
    let cols = sheet.split("<col ").skip(1);
    let attribute = |col: &str, name: &str| {
        col.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
    };
    let of = cols.filter(|col| {
        let number = |name| attribute(col, name).unwrap().parse::<usize>().unwrap();
        (number("min")..=number("max")).contains(&(column + 1))
    });
    of.last().and_then(|col| attribute(col, "style")).unwrap()
}

/// What a spreadsheet stores of what is typed into a cell of that style: days and figures as numbers, unless the
/// cell takes texts.
fn cell(at: &str, style: &str, is_text: bool, typed: &str) -> String {
    let day = |typed: &str| {
        let parts: Vec<u32> = typed.split('/').filter_map(|part| part.parse().ok()).collect();
        let [day, month, year] = parts[..] else { return None };
        let day = chrono::NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        Some((day - chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days().to_string())
    };
    let figure = || typed.replace(',', ".").parse::<f64>().ok().map(|figure| figure.to_string());
    match day(typed).or_else(figure).filter(|_| !is_text) {
        Some(number) => format!("<c r=\"{at}\" s=\"{style}\"><v>{number}</v></c>"),
        None => {
            let text = typed.replace('&', "&amp;").replace('<', "&lt;");
            format!(
                "<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
            )
        }
    }
}

/// The workbook with rows of cells, typed under the names of their columns, and with values above them.
fn filled(bytes: &[u8], above: &[(usize, &str)], rows: &[BTreeMap<String, String>]) -> Vec<u8> {
    let table = Table::sheet(Cursor::new(bytes), None).unwrap();
    let names = table.columns();
    let mut parts = parts(bytes);
    let sheet = parts.get_mut("xl/worksheets/sheet1.xml").unwrap();
    let header: usize = sheet.split("<row r=\"").last().unwrap().split('"').next().unwrap().parse().unwrap();
    for (row, typed) in above {
        let at = format!("<c r=\"B{row}\"");
        let (before, rest) = sheet.split_once(&at).unwrap();
        let (own, behind) = rest.split_once("/>").unwrap();
        let style = own.split("s=\"").nth(1).unwrap().split('"').next().unwrap();
        *sheet = format!("{before}{}{behind}", cell(&format!("B{row}"), style, !typed.contains('/'), typed));
    }
    let mut written = String::new();
    for (number, row) in (header + 1..).zip(rows) {
        written.push_str(&format!("<row r=\"{number}\">"));
        for name in row.keys() {
            assert!(names.contains(name), "{name}: {names:?}");
        }
        for (column, name) in names.iter().enumerate() {
            let Some(typed) = row.get(name) else { continue };
            let at = format!("{}{number}", crate::table::rows::letters(column));
            let is_text = typed.starts_with('0') && !typed.contains('/');
            written.push_str(&cell(&at, &style(sheet, column), is_text, typed));
        }
        written.push_str("</row>");
    }
    *sheet = sheet.replace("</sheetData>", &format!("{written}</sheetData>"));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The columns of a kind's table, by their places.
fn columns(kind: &Kind, variant: Option<&str>, known: &Mapping) -> Columns {
    let renderer = Renderer::new();
    let set = Some(SET).filter(|_| !known.gives("criteria_set"));
    let request = Request { kind, variant, criteria_set: set, known: Some(known), sets: &renderer.criteria };
    request.columns().unwrap()
}

fn read(kind: &Kind, bytes: &[u8], known: &Mapping) -> Vec<Value> {
    let renderer = Renderer::new();
    let table = Table::sheet(Cursor::new(bytes), None).unwrap();
    let survey = table.survey(kind, Some(known), &renderer).unwrap();
    assert_eq!(survey.recognised, Some(survey.columns), "{survey}");
    assert!(survey.left_out().iter().all(|line| line.ends_with("phần trên bảng")), "{survey}");
    let records = table.records(kind, Some(known), &renderer).unwrap();
    records
        .map(|item| {
            let record = item.unwrap().record(&renderer).unwrap_or_else(|error| panic!("{error}"));
            serde_json::from_str(&record.to_json().unwrap()).unwrap()
        })
        .collect()
}

/// The kind's example, without what is not asked of a paper of the variant.
fn json(kind: &Kind, variant: Option<&str>) -> Value {
    let record = kind.read(serde_json::from_str(kind.example().unwrap()).unwrap()).unwrap();
    let mut record: Value = serde_json::from_str(&record.to_json().unwrap()).unwrap();
    let fields = kind.fields(variant);
    let asked = |name: &str| fields.iter().any(|field| field.name == name && field.asked);
    record
        .as_object_mut()
        .unwrap()
        .retain(|name, _| ["kind", "format"].contains(&name.as_str()) || asked(name));
    // A line of a cell says what is on the agenda, and not by whom.
    let agenda = record.pointer_mut("/meeting/agenda").and_then(Value::as_array_mut);
    agenda.into_iter().flatten().for_each(|item| drop(item.as_object_mut().unwrap().remove("person")));
    record
}

/// What the kind's example has in a place, as it is typed; the elements of a list a line each.
fn typed(record: &Value, place: &str) -> Option<String> {
    let text = |value: &Value| match value {
        Value::Object(fields) if fields.contains_key("day") => {
            let part = |name: &str| fields[name].as_u64().unwrap();
            format!("{:02}/{:02}/{}", part("day"), part("month"), part("year"))
        }
        Value::Object(fields) if fields.contains_key("hour") => {
            format!("{:02}h{:02}", fields["hour"].as_u64().unwrap(), fields["minute"].as_u64().unwrap())
        }
        Value::Object(fields) => fields.values().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        Value::Bool(truth) => if *truth { "có" } else { "không" }.to_owned(),
        Value::String(text) => text.clone(),
        value => value.to_string().replace('.', ","),
    };
    let (list, is_list) = place.strip_suffix("[0]").map_or((place, false), |list| (list, true));
    let path = crate::table::place::parse(list).unwrap();
    let mut steps = path.steps().iter();
    let value = steps.try_fold(record, |value, step| crate::table::place::inner(value, step))?;
    match value {
        Value::Array(elements) if is_list => {
            Some(elements.iter().map(text).collect::<Vec<_>>().join("\n")).filter(|lines| !lines.is_empty())
        }
        value => Some(text(value)),
    }
}

/// What is typed in a column so that the record comes out; `row` is that of a list.
fn typed_in(kind: &Kind, record: &Value, column: &Column, row: usize) -> Option<String> {
    let (schema, renderer) = (Schema::of(kind), Renderer::new());
    let suggestions = Suggestions::new(kind, &schema, &renderer.criteria);
    let rows = record.get("rows").and_then(Value::as_array).cloned().unwrap_or_default();
    if kind.name() == "evaluation_form" {
        let id = column.name.split(' ').next().unwrap();
        if let Some(line) = rows.iter().find(|line| line["criterion"] == id) {
            return typed(line, "self_score");
        }
    }
    match suggestions.by_name(&column.name) {
        Some(Use::Place(place)) => {
            let typed = typed(record, &place.replacen("rows[0]", &format!("rows[{row}]"), 1))?;
            let path = crate::table::place::parse(&place).unwrap();
            let term = schema.choices(&path).into_iter().find(|(word, _)| *word == typed);
            Some(term.map_or(typed, |(_, term)| term))
        }
        Some(Use::Reasons) => {
            let notes = rows.iter().filter_map(|line| {
                Some(format!("{}: {}", line["criterion"].as_str()?, line.get("note")?.as_str()?))
            });
            Some(notes.collect::<Vec<_>>().join("\n"))
        }
        _ => None,
    }
}

/// The kinds that a row can hold, each with a variant where only papers of that are flat.
const FLAT: [(&str, Option<&str>); 6] = [
    ("ballot_paper", None),
    ("evaluation_form", None),
    ("evaluation_summary", None),
    ("invitation", None),
    ("notice", Some("regular")),
    ("opinion_form", None),
];

#[test]
fn a_kind_is_flat_where_a_row_holds_its_papers() {
    let fits = |kind: &Kind, variant: Option<&str>| match workbook(kind, variant, &Mapping::default()) {
        Ok(_) => true,
        Err(Unfit::Nested { .. }) => false,
        Err(error) => panic!("{error}"),
    };
    let flat: Vec<String> =
        built_in().filter(|kind| fits(kind, None)).map(|kind| kind.name().to_owned()).collect();
    assert_eq!(flat, ["evaluation_form", "invitation", "ballot_paper", "opinion_form", "evaluation_summary"]);
    for (variant, _) in kind("notice").variants() {
        assert!(fits(kind("notice"), Some(&variant)), "{variant}");
    }
    let error = workbook(kind("resolution"), None, &Mapping::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "nghị quyết có “căn cứ” gồm nhiều mục, mỗi mục lại có phần riêng: một dòng của bảng không ghi hết"
    );
    let form = FillIn::of(kind("evaluation_form"));
    let error = |form: &FillIn<'_>| form.to_xlsx(&Renderer::new()).unwrap_err().to_string();
    assert_eq!(error(&form), "chưa rõ chấm điểm theo bộ tiêu chí nào");
    assert_eq!(error(&form.scored_by(Some("abc"))), "không có bộ tiêu chí “abc”");
}

#[test]
fn what_is_filled_in_comes_back() {
    for (name, variant) in FLAT {
        let (kind, known) = (kind(name), Mapping::default());
        let bytes = workbook(kind, variant, &known).unwrap();
        assert_eq!(read(kind, &bytes, &known), [] as [Value; 0], "{name}");
        let (record, columns) = (json(kind, variant), columns(kind, variant, &known));
        let rows = if name == "evaluation_summary" { record["rows"].as_array().unwrap().len() } else { 1 };
        let rows: Vec<BTreeMap<String, String>> = (0..rows)
            .map(|row| {
                let typed =
                    |column: &Column| Some((column.name.clone(), typed_in(kind, &record, column, row)?));
                columns.columns.iter().filter_map(typed).collect()
            })
            .collect();
        let open = columns.above.iter().enumerate().filter(|(_, column)| column.value.is_empty());
        let above: Vec<(usize, String)> = open
            .filter_map(|(index, column)| {
                let month = || (column.name == "Kỳ tổng hợp").then(|| "tháng 6 năm 2026".to_owned());
                Some((index + 2, typed_in(kind, &record, column, 0).or_else(month)?))
            })
            .collect();
        let above: Vec<(usize, &str)> = above.iter().map(|(row, text)| (*row, text.as_str())).collect();
        let read = read(kind, &filled(&bytes, &above, &rows), &known);
        assert_eq!(read.len(), 1, "{name}");
        assert_eq!(read[0], record, "{name}");
    }
}

#[test]
fn what_is_wrong_above_a_list_is_told_with_its_cell() {
    let (kind, known) = (kind("evaluation_summary"), Mapping::default());
    let bytes = workbook(kind, None, &known).unwrap();
    let row =
        [("Tên chi bộ".to_owned(), "Chi bộ Khu phố 1".to_owned()), ("Tổng điểm".to_owned(), "97".to_owned())];
    let filled = filled(&bytes, &[(5, "tháng sau")], &[row.into_iter().collect()]);
    let table = Table::sheet(Cursor::new(filled), None).unwrap();
    let error = table.records(kind, Some(&known), &Renderer::new()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "ô B5, “tháng sau”: không phải là ngày/tháng/năm: hãy ghi đủ, ví dụ 05/6/2026"
    );
}

#[test]
fn a_workbook_is_the_same_every_time() {
    for (name, variant) in FLAT {
        let [first, second] = [(); 2].map(|()| workbook(kind(name), variant, &Mapping::default()).unwrap());
        assert!(first == second, "{name}");
        let core = &parts(&first)["docProps/core.xml"];
        assert_eq!(core.matches("2026-01-01T00:00:00Z").count(), 2, "{core}");
    }
}

#[test]
fn names_are_protected_and_cells_take_what_belongs_there() {
    let known = Mapping::default();
    for (name, variant) in FLAT {
        let columns = columns(kind(name), variant, &known);
        let parts = parts(&workbook(kind(name), variant, &known).unwrap());
        let sheet = &parts["xl/worksheets/sheet1.xml"];
        let all = columns.above.len() + columns.columns.len();
        assert!(sheet.contains(&format!("<dataValidations count=\"{all}\">")), "{name}");
        assert!(sheet.contains("<sheetProtection sheet=\"1\"") && !sheet.contains("password"), "{name}");
        assert!(sheet.contains("state=\"frozen\"") && sheet.contains("orientation=\"landscape\""), "{name}");
        assert!(parts["xl/workbook.xml"].contains("_xlnm.Print_Titles"), "{name}");
        assert!(
            !columns.columns.iter().any(|column| column.name.contains(['.', '_', '['])
                && !column.name.starts_with(|c: char| c.is_ascii_digit())),
            "{name}"
        );
        // Cells are open by the style of their column, names closed by their own.
        let formats = parts["xl/styles.xml"].split("<cellXfs").nth(1).unwrap();
        let formats: Vec<&str> = formats.split("<xf ").skip(1).collect();
        for column in 0..columns.columns.len() {
            let own: usize = style(sheet, column).parse().unwrap();
            assert!(formats[own].contains("locked=\"0\""), "{name} {column}");
        }
        let header = sheet.split("<row r=").last().unwrap();
        for cell in header.split("<c ").skip(1) {
            let own: usize = cell.split("s=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
            assert!(!formats[own].contains("locked=\"0\""), "{name}");
        }
    }
    let form = parts(&workbook(kind("evaluation_form"), None, &known).unwrap());
    let sheet = &form["xl/worksheets/sheet1.xml"];
    assert!(sheet.contains("error=\"Hãy ghi một số từ 0 đến 5.\""), "{sheet}");
    assert!(sheet.contains("error=\"Hãy ghi một số nguyên từ 0 trở lên.\""));
    assert!(
        sheet.contains(
            "error=\"Hãy ghi ngày/tháng/năm, ví dụ 05/6/2026; máy không nhận thì ghi 2026-06-05.\""
        )
    );
}

#[test]
fn what_the_office_says_has_no_column() {
    let known = Mapping::default()
        .with_default("issuer.name", "Đảng ủy phường Bình An")
        .with_default("place", "Bình An")
        .with_default("criteria_set", SET)
        .with_default("signature.name", "Nguyễn Văn An")
        .with_default("recipients", Value::from(vec!["Lưu"]));
    let columns = columns(kind("evaluation_summary"), None, &known);
    let above: Vec<&str> = columns.above.iter().map(|column| column.name.as_str()).collect();
    let open = ["Cơ quan cấp trên trực tiếp", "Ngày, tháng, năm", "Kỳ tổng hợp", "Quyền hạn ký"];
    assert_eq!(above, [&open[..], &["Thay mặt, ký thay ai", "Chức vụ người ký"]].concat());
}

#[test]
fn a_thematic_form_says_what_it_is() {
    let (kind, known) = (kind("evaluation_form"), Mapping::default());
    let columns = columns(kind, Some("thematic"), &known);
    let session = columns.columns.iter().find(|column| column.name == "Loại kỳ sinh hoạt").unwrap();
    let choices = ["thường kỳ", "chuyên đề", "thường kỳ kết hợp chuyên đề", "cả quý"].map(str::to_owned);
    assert_eq!(session.takes, Takes::Choice(choices.to_vec()));
}
