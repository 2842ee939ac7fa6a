//! Lists of the results of a đảng uỷ's chi bộ (Party cells), made from evaluation forms: a month, with eight and with
//! forty chi bộ; a quarter; a year, rated by rules that the list has; under both guidances.

use vanban::kinds::{EvaluationForm, EvaluationRow, EvaluationSummary, Period, Scorer, SummaryPeriod};
use vanban::parts::{CitedDate, Issuer, PaperDate};
use vanban::scoring::{CriteriaSet, Session, SessionVariant, YearRule};
use vanban::text::Decimal;
use vanban::{Profile, Renderer};

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let set = CriteriaSet::named("an_phu_ward_2025_monthly").ok_or("a set of the library")?;
    let rules = [YearRule::new("Tốt", "Khá").min_count(7, "Tốt"), YearRule::new("Khá", "Trung bình")];
    for (guidance, profile) in [("hd05", Profile::hd05()), ("hd36", Profile::hd36())] {
        let renderer = Renderer::new().with_profile(profile);
        for (name, period, branches, months) in [
            ("from_eight_forms", SummaryPeriod::month(6, 2026), 8, 6..=6),
            ("from_forty_forms", SummaryPeriod::month(6, 2026), 40, 6..=6),
            ("quarter", SummaryPeriod::quarter(2, 2026), 8, 4..=6),
            ("year", SummaryPeriod::year(2026), 8, 1..=12),
        ] {
            let of = |branch| months.clone().map(move |month| (branch, month));
            let forms: Vec<EvaluationForm> =
                (1..=branches).flat_map(of).map(|(branch, month)| form(&set, branch, month)).collect();
            let issuer = Issuer::new("Đảng uỷ phường Bình An").under("Đảng bộ thành phố Huế");
            let date = PaperDate::new(2026, *months.end(), 28);
            let list = EvaluationSummary::new(issuer, "Bình An", date, set.id.clone(), period)
                .with_forms(&forms, &set)?
                .year_rules(rules.clone())
                .recipients(["Các chi bộ trực thuộc", "Lưu Đảng uỷ"]);
            let name = format!("{name}-{guidance}");
            common::write("target/out/evaluation_summary", &name, &renderer.render(&list)?)?;
        }
    }
    Ok(())
}

/// The form of a chi bộ: every third line half a point short, of one chi bộ more than of another.
fn form(set: &CriteriaSet, branch: u32, month: u32) -> EvaluationForm {
    let issuer = Issuer::new(format!("Chi bộ Khu phố {branch}")).under("Đảng bộ phường Bình An");
    let (date, period) = (PaperDate::new(2026, month, 7), Period::new(month, 2026));
    let session = Session::new(SessionVariant::Regular).duration(120).members(12 + branch);
    let session = session.present(12 + branch - branch % 3);
    let lines = set.lines(SessionVariant::Regular).filter(|line| line.max > Decimal::ZERO).enumerate();
    let rows = lines.map(|(index, line)| match EvaluationRow::new(line.id) {
        row if index % 9 < (branch % 3) as usize => {
            row.self_score(line.max - Decimal::halves(1)).note("Còn chậm so với yêu cầu")
        }
        row => row.self_score(line.max),
    });
    EvaluationForm::new(Scorer::Own, issuer, "Bình An", date, set.id.clone(), period, session)
        .held(CitedDate::new(2026, month, 3 + branch % 4))
        .rows(rows.collect::<Vec<_>>())
}
