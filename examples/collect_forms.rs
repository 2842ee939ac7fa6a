//! Mẫu 1 goes out to three chi bộ as a DOCX to be filled in, comes back, is collected, and makes the list of results.
//!
//! `cargo run --example collect_forms --features collect`

use vanban::collect::Returns;
use vanban::kinds::{EvaluationForm, SummarySpan};
use vanban::parts::Given;
use vanban::scoring::Session;
use vanban::{AnyRecord, Renderer};

mod common;
#[path = "common/fill.rs"]
mod fill;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let fillable = renderer.clone().with_fields(true);
    let filled = EvaluationForm::example();

    // Out: what the office knows stands in the form, day, figures, points and notes are left open.
    let mut returns = Returns::new(&renderer);
    let mut sent = Vec::new();
    for branch in ["Chi bộ Khu phố 5", "Chi bộ Khu phố 6", "Chi bộ Khu phố 7"] {
        let mut form = filled.clone();
        form.issuer.name = branch.into();
        form.date.day = Some(Given::ByHand);
        (form.held, form.session) = (None, Session::new(form.session.variant));
        (form.rows, form.strengths) = (Vec::new(), Vec::new());
        (form.shortcomings, form.remedies) = (Vec::new(), Vec::new());
        let file = format!("{branch}.docx");
        returns.sent_record(&file, AnyRecord::from(form.clone()))?;
        sent.push((file, fillable.render(&form)?.to_docx()?));
    }

    // Back: two of them, filled in Word. The points stand in the example's rows, in the order of the set.
    for (file, docx) in sent.iter().take(2) {
        let places = fill::part(docx, "customXml/item1.xml")?;
        let mut values: Vec<(String, String)> = vec![
            ("/date/day".to_owned(), "3".to_owned()),
            ("/held/day".to_owned(), "3".to_owned()),
            ("/session/members".to_owned(), "28".to_owned()),
            ("/session/present".to_owned(), "26".to_owned()),
        ];
        for row in &filled.rows {
            let around = format!("with=\"{{&quot;criterion&quot;:&quot;{}&quot;}}\"", row.criterion);
            let of_row: Vec<&str> = places
                .split("<place ")
                .filter(|place| place.contains(&around) && place.starts_with("at=\"/rows/"))
                .filter_map(|place| place.split('"').nth(1))
                .collect();
            for at in of_row {
                let value = match &row.note {
                    Some(note) if at.ends_with("/note") => note.to_string(),
                    _ if at.ends_with("/self_score") => {
                        row.self_score.map(|score| score.to_string()).unwrap_or_default()
                    }
                    _ => continue,
                };
                values.push((at.to_owned(), value));
            }
        }
        let values: Vec<(&str, &str)> =
            values.iter().map(|(at, value)| (at.as_str(), value.as_str())).collect();
        returns.add(file, &fill::fill(docx, &values)?);
    }

    let collected = returns.collect();
    for (form, [taken, refused, missing]) in collected.counts() {
        println!("{form}: {taken} taken, {refused} refused, {missing} not returned");
    }
    for refused in &collected.refused {
        refused.problems.iter().for_each(|problem| println!("{}: {problem}", refused.file));
    }
    let said = serde_json::json!({
        "issuer": {"name": "Đảng uỷ phường An Phú", "superior": "Đảng bộ Thành phố Hồ Chí Minh"},
        "place": "An Phú",
        "recipients": ["Lưu Đảng uỷ"],
        "signature": {"name": "Lê Văn Cường"},
    });
    let made = collected.list(SummarySpan::Month, said, renderer.criteria())?;
    println!("without points: {}", made.without.join(", "));
    common::write("target/out/collect_forms", "danh-sach", &renderer.render(&made.list)?)
}
