//! Records of evaluation forms, from the data of their criteria set.

use vanban::kinds::{EvaluationForm, EvaluationRow, Period, Scorer};
use vanban::parts::{Given, Issuer, PaperDate};
use vanban::scoring::{CriteriaSet, Scoring, Session, SessionVariant};
use vanban::text::Decimal;

/// A blank form of a chi bộ.
pub fn blank(
    set: &CriteriaSet,
    variant: SessionVariant,
    scorer: Scorer,
    branch: &str,
    year: i32,
) -> EvaluationForm {
    let issuer = match scorer {
        Scorer::Superior => {
            Issuer::new("Đảng uỷ Viện kiểm sát nhân dân thành phố Cần Thơ").under("Đảng bộ thành phố Cần Thơ")
        }
        _ => Issuer::new(branch).under("Đảng bộ Viện kiểm sát nhân dân thành phố Cần Thơ"),
    };
    let date = PaperDate { day: Some(Given::ByHand), ..PaperDate::new(year, 6, 1) };
    let (period, session) = (Period::new(6, year), Session::new(variant));
    let form = EvaluationForm::new(scorer, issuer, "Cần Thơ", date, set.id.clone(), period, session);
    if scorer == Scorer::Superior { form.branch(branch) } else { form }
}

/// The form, filled, with half a point less in every second line that is judged freely.
pub fn filled(form: EvaluationForm, set: &CriteriaSet) -> EvaluationForm {
    let session = Session::new(form.session.variant).duration(95).members(10).present(10).speakers(6);
    let lines = set.lines(session.variant).filter(|line| line.max > Decimal::ZERO).enumerate();
    let rows: Vec<EvaluationRow> = lines
        .map(|(index, line)| {
            let free = line.criterion.is_none_or(|item| item.scoring == Scoring::Free);
            let score = if free && index % 2 == 1 { line.max - Decimal::halves(1) } else { line.max };
            let row = EvaluationRow::new(line.id);
            let row = match form.scorer {
                Scorer::Own => row.self_score(score),
                Scorer::Superior => row.superior_score(score),
                Scorer::Both => row.self_score(line.max).superior_score(score),
            };
            if score < line.max { row.note("Còn nhiệm vụ chuyển sang tháng sau") } else { row }
        })
        .collect();
    form.session(session).rows(rows)
}
