//! Forms over a list of people: an invitation for each guest, ballots 1, 2 and 4 to a sheet, a form that
//! asks for opinions on a draft; in both guidances.

use serde_json::{Value, json};
use vanban::{AnyRecord, Renderer};

mod common;

const INVITATION: &str = include_str!("data/invitation.json");
const BALLOT: &str = include_str!("data/ballot_paper.json");
const OPINION: &str = include_str!("data/opinion_form.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let discipline = json!({
        "subject": "về hình thức kỷ luật đảng viên", "choices": "discipline",
        "candidates": [{"name": "Nguyễn Văn Khải"}],
    });
    let election = json!({
        "election": true, "subject": "Phó Bí thư Chi bộ nhiệm kỳ 2025 - 2030", "seats": 1,
        "choices": "agreement", "candidates": [{"name": "Lê Thị Bình"}, {"name": "Trần Quốc Cường"}],
    });
    let questions = json!({
        "subject": "thông qua nghị quyết", "candidates": [], "secret": false, "per_sheet": 1, "copies": 1,
        "sheet": "a5", "questions": ["Thông qua nghị quyết tháng 12", "Thông qua chương trình năm 2027"],
    });
    let papers = [
        ("invitation-a5", INVITATION, json!({"sheet": "a5"})),
        ("invitation-a4", INVITATION, json!({"content": ["Kiểm điểm năm 2026.", "Bàn nhiệm vụ tháng 12."]})),
        ("ballot-1", BALLOT, json!({"per_sheet": 1, "copies": 2})),
        ("ballot-1-signed", BALLOT, json!({"per_sheet": 1, "copies": 1, "secret": false})),
        ("ballot-questions-a5", BALLOT, questions),
        ("ballot-2", BALLOT, json!({})),
        ("ballot-2-discipline", BALLOT, discipline.clone()),
        (
            "ballot-4",
            BALLOT,
            json!({"per_sheet": 4, "copies": 6, "subject": "xếp loại đảng viên năm 2026", "choices": "agreement"}),
        ),
        ("ballot-4-discipline", BALLOT, merged(discipline, json!({"per_sheet": 4, "copies": 4}))),
        ("ballot-4-election", BALLOT, merged(election, json!({"per_sheet": 4, "copies": 4}))),
        ("opinion", OPINION, json!({})),
        ("opinion-unsigned", OPINION, json!({"signed": false, "copies": 2, "lines": 6})),
    ];
    let renderer = Renderer::new();
    for (name, record, change) in papers {
        for profile in ["hd05", "hd36"] {
            let record =
                merged(merged(serde_json::from_str(record)?, change.clone()), json!({"profile": profile}));
            let document = renderer.render(&AnyRecord::from_json(&record.to_string())?)?;
            common::write("target/out/lists", &format!("{name}-{profile}"), &document)?;
        }
    }
    Ok(())
}

/// A record with some of its fields changed.
fn merged(mut record: Value, change: Value) -> Value {
    if let (Value::Object(fields), Value::Object(change)) = (&mut record, change) {
        fields.extend(change);
    }
    record
}
