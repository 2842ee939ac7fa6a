//! Papers that came back.

use pyo3::pybacked::PyBackedBytes;
use serde_json::{Value, json};
use vanban::collect::{Change, Refused, Returns, Taken};
use vanban::{Renderer, Result};

/// Files and their names.
pub(crate) type Files = Vec<(String, PyBackedBytes)>;

/// What many files come to; records are JSON as text.
pub(crate) fn collected(
    renderer: &Renderer,
    files: &Files,
    sent: &Files,
    kind: Option<String>,
) -> Result<Value> {
    let returns = Returns::new(renderer);
    let mut returns = kind.into_iter().fold(returns, Returns::of_kind);
    for (name, file) in sent {
        returns.sent(name, file)?;
    }
    files.iter().for_each(|(name, file)| returns.add(name, file));
    let collected = returns.collect();
    let taken = |it: &Taken| {
        let paper = collected.papers.get(it.paper);
        let who = paper.map(|paper| [paper.who.as_str(), paper.form.as_str()]).unwrap_or_default();
        let record = it.record.to_json()?;
        let changes: Vec<Value> = it.changes.iter().map(change).collect();
        Ok(
            json!({"file": it.file, "who": who[0], "form": who[1], "record": record, "changes": changes, "remarks": it.remarks}),
        )
    };
    let refused =
        |it: &Refused| json!({"file": it.file, "replaced_by": it.replaced_by, "problems": it.problems});
    let not_returned = collected.not_returned().map(|paper| (&paper.who, &paper.form));
    Ok(json!({
        "taken": collected.taken.iter().map(taken).collect::<Result<Vec<_>>>()?,
        "refused": collected.refused.iter().map(refused).collect::<Vec<_>>(),
        "not_returned": not_returned.collect::<Vec<_>>(),
        "passed_over": collected.passed_over,
        "is_complete": collected.is_complete(),
    }))
}

fn change(it: &Change) -> Value {
    json!({"path": it.path, "place": it.place, "before": it.before, "after": it.after})
}
