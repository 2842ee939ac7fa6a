//! Lists of what the chi bộ of a đảng uỷ reached: a month, built from evaluation forms, with eight and
//! with forty chi bộ; a quarter; a year; after both guidances.

use serde_json::{Value, json};
use vanban::Renderer;
use vanban::kinds::{EvaluationForm, EvaluationSummary, SummaryPeriod};
use vanban::scoring::CriteriaSet;
use vanban::text::Decimal;

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let set = CriteriaSet::named("an_phu_ward_2025_monthly").ok_or("a set of the library")?;
    let mut lists = vec![("example", EvaluationSummary::example())];
    for name in ["summary_month_2018", "summary_quarter", "summary_year_2018"] {
        let json = std::fs::read_to_string(format!("tests/cases/{name}.json"))?;
        lists.push((name, EvaluationSummary::from_json(&json)?));
    }
    for (name, count) in [("from_eight_forms", 8), ("from_forty_forms", 40)] {
        let forms: Vec<EvaluationForm> =
            (1..=count).map(|number| form(&set, number)).collect::<Result<_, _>>()?;
        let head = EvaluationSummary::example();
        let period = SummaryPeriod::month(6, 2026);
        let list = EvaluationSummary::new(head.issuer, head.place, head.date, head.criteria_set, period);
        lists.push((name, list.with_forms(&forms, &set)?));
    }
    for (name, list) in lists {
        common::write("target/out/evaluation_summary", name, &renderer.render(&list)?)?;
    }
    Ok(())
}

/// The form of a chi bộ: every third line half a point short, of one chi bộ more than of another.
fn form(set: &CriteriaSet, number: u32) -> vanban::Result<EvaluationForm> {
    let kind = vanban::scoring::SessionVariant::Regular;
    let lines = set.lines(kind).filter(|line| line.max > Decimal::ZERO).enumerate();
    let rows: Vec<Value> = lines
        .map(|(index, line)| {
            let short = index % 9 < (number % 3) as usize;
            let score = if short { line.max - Decimal::halves(1) } else { line.max };
            json!({"criterion": line.id, "self_score": score, "note": short.then_some("Còn chậm so với yêu cầu")})
        })
        .collect();
    let form = json!({
        "kind": "evaluation_form", "format": 1, "scorer": "self", "criteria_set": set.id, "rows": rows,
        "issuer": {"superior": "Đảng bộ phường Bình An", "name": format!("Chi bộ Khu phố {number}")},
        "place": "Bình An", "date": {"day": 7, "month": 6, "year": 2026}, "period": {"month": 6, "year": 2026},
        "held": {"day": 3 + number % 4, "month": 6, "year": 2026},
        "session": {"variant": kind, "duration": 120, "members": 12 + number, "present": 12 + number - number % 3},
    });
    EvaluationForm::from_json(&form.to_string())
}
