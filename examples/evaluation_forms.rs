//! Evaluation forms: every criteria set in every kind of session, blank and filled, after both
//! guidances, with one score column or two.

use std::{fs, path::Path};

use serde_json::{Value, json};
use vanban::scoring::{Scoring, SessionKind};
use vanban::{CriteriaSet, EvaluationForm, Renderer, Score};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let out = Path::new("target/out/evaluation_forms");
    fs::create_dir_all(out)?;
    let mut forms = vec![("example".to_owned(), EvaluationForm::EXAMPLE.to_owned())];
    for set in CriteriaSet::ids().filter_map(CriteriaSet::named) {
        for kind in set.sessions.clone() {
            for (profile, filled) in [("hd05", false), ("hd05", true), ("hd36", false), ("hd36", true)] {
                let scorer = ["self", "both", "superior"][forms.len() % 3];
                let name = format!("{}-{kind:?}-{scorer}-{profile}-{filled}", set.id).to_lowercase();
                let name = name.replace("true", "filled").replace("false", "blank");
                forms.push((name, form(&set, kind, scorer, profile, filled).to_string()));
            }
        }
    }
    for (name, json) in forms {
        let document = renderer.render(&EvaluationForm::from_json(&json)?)?;
        fs::write(out.join(format!("{name}.docx")), document.to_docx()?)?;
        fs::write(out.join(format!("{name}.pdf")), document.to_pdf()?)?;
        fs::write(out.join(format!("{name}.words.txt")), document.tree().words() + "\n")?;
        println!("{}", out.join(name).display());
    }
    Ok(())
}

/// A form of Chi bộ 6: blank, or filled, with half a point less in every second line that is judged freely.
pub(crate) fn form(set: &CriteriaSet, kind: SessionKind, scorer: &str, profile: &str, filled: bool) -> Value {
    let year = if profile == "hd36" { 2020 } else { 2026 };
    let mut form = json!({
        "kind": "evaluation_form", "format": 1, "form": scorer, "profile": profile, "criteria": set.id,
        "issuer": {"superior": "Đảng bộ Viện kiểm sát nhân dân thành phố Cần Thơ", "name": "Chi bộ 6"},
        "place": "Cần Thơ", "date": {"day": "by_hand", "month": 6, "year": year},
        "period": {"month": 6, "year": year}, "session": {"kind": kind},
    });
    if scorer == "superior" {
        let superior = "Đảng bộ Khối cơ quan Dân Chính Đảng thành phố Cần Thơ";
        let name = "Đảng uỷ Viện kiểm sát nhân dân thành phố Cần Thơ";
        (form["issuer"], form["branch"]) = (json!({"superior": superior, "name": name}), json!("Chi bộ 6"));
    }
    if filled {
        form["session"] = json!({"kind": kind, "minutes": 95, "members": 10, "present": 10, "speakers": 6});
        let lines = set.lines(kind).filter(|line| line.max > Score::ZERO).enumerate();
        let rows = lines.map(|(index, line)| {
            let free = line.item.is_none_or(|item| item.scoring == Scoring::Free);
            let score = if free && index % 2 == 1 { line.max - Score::halves(1) } else { line.max };
            let note = (score < line.max).then_some("Còn nhiệm vụ chuyển sang tháng sau");
            match scorer {
                "self" => json!({"item": line.id, "self_score": score, "note": note}),
                "superior" => json!({"item": line.id, "superior_score": score, "note": note}),
                _ => json!({"item": line.id, "self_score": line.max, "superior_score": score, "note": note}),
            }
        });
        form["rows"] = rows.collect();
    }
    form
}
