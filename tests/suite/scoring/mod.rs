//! Criteria sets and what follows from them: the library's own sets, and sheets checked by hand.

mod checks;
mod own_set;
mod sheet;
mod slow;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use vanban::scoring::CriteriaSet;
use vanban::scoring::{Comparison, Provenance, Session, SessionVariant, Targets};
use vanban::text::Decimal;

fn set(id: &str) -> CriteriaSet {
    CriteriaSet::named(id).unwrap_or_else(|| panic!("no set {id}"))
}

fn source(id: &str) -> Value {
    let json = std::fs::read_to_string(format!("templates/criteria/{id}.json")).unwrap();
    serde_json::from_str(&json).unwrap()
}

const AN_PHU: &str = "an_phu_ward_2025_monthly";

#[test]
fn every_file_is_a_set_and_every_set_a_file() {
    let mut files: Vec<String> = std::fs::read_dir("templates/criteria")
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(CriteriaSet::ids().collect::<Vec<_>>(), files);
    for id in CriteriaSet::ids() {
        assert_eq!(set(id).id.as_str(), id);
        assert_eq!(serde_json::to_value(set(id)).unwrap(), source(id), "{id}");
    }
    assert_eq!(CriteriaSet::named("an_phu"), None);
    let real = CriteriaSet::ids().filter(|id| set(id).provenance == Provenance::Real).count();
    assert_eq!((files.len(), real), (8, 6));
}

/// The file is read here by another way than the library's: as plain JSON.
#[test]
fn the_lines_of_every_set_come_to_a_hundred_in_every_session() {
    for id in CriteriaSet::ids() {
        let json = source(id);
        for kind in json["sessions"].as_array().unwrap() {
            let mut sum = 0.0;
            for group in json["groups"].as_array().unwrap() {
                match group["criteria"].as_array() {
                    None => sum += group["max"].as_f64().unwrap(),
                    Some(items) => {
                        for item in items {
                            let here = &item["max_in"][kind.as_str().unwrap()];
                            sum += here.as_f64().or(item["max"].as_f64()).unwrap();
                        }
                    }
                }
            }
            assert_eq!(sum, 100.0, "{id} {kind}");
            let kind: SessionVariant = serde_json::from_value(kind.clone()).unwrap();
            let lines: Decimal = set(id).lines(kind).map(|line| line.max).sum();
            assert_eq!(lines, Decimal::from(100), "{id}");
        }
    }
}

#[derive(Deserialize)]
struct Sheet {
    name: String,
    criteria: String,
    session: Session,
    /// What a scorer gave, by the line's number.
    scores: BTreeMap<String, Decimal>,
    /// What follows from the session's facts.
    points: BTreeMap<String, Decimal>,
    total: Decimal,
    rating: String,
}

#[test]
fn sheets_checked_by_hand() {
    let sheets: Vec<Sheet> = serde_json::from_str(include_str!("../../data/score_sheets.json")).unwrap();
    assert!(sheets.len() >= 50);
    for Sheet { name, criteria, session, scores, points, total, rating } in sheets {
        let set = set(&criteria);
        let found: BTreeMap<String, Decimal> =
            set.points(&session).into_iter().map(|(id, points)| (id.to_owned(), points)).collect();
        assert_eq!(found, points, "{name}");
        let lines: Vec<&str> = set.lines(session.variant).map(|line| line.id).collect();
        assert_eq!(lines.len(), scores.len(), "{name}");
        assert!(lines.iter().all(|id| scores.contains_key(*id)), "{name}");
        let standing = set.standing(scores.into_values()).unwrap();
        assert_eq!(
            (standing.total, standing.rating.unwrap().name.as_str()),
            (total, rating.as_str()),
            "{name}"
        );
    }
}

#[test]
fn the_superior_decides() {
    let set = set("constructed_hd12_regular");
    let standing = |total| set.standing([Decimal::from(total)]).unwrap();
    let comparison = Comparison { own: standing(94), superior: standing(89) };
    assert_eq!(comparison.difference(), Decimal::from(5));
    assert_eq!(comparison.official().rating.unwrap().name.as_str(), "Khá");
    assert_eq!(Comparison { own: standing(89), superior: standing(94) }.difference(), Decimal::from(5));
}

#[test]
fn a_sheet_without_scores_has_no_total_and_no_rating() {
    assert_eq!(set(AN_PHU).standing([]), None);
    assert_eq!(set(AN_PHU).standing([Decimal::ZERO]).unwrap().rating.unwrap().name.as_str(), "Kém");
}

#[test]
fn nothing_follows_from_facts_that_are_not_given() {
    let set = set(AN_PHU);
    let points =
        |session: &Session| set.points(session).iter().map(|(id, _)| *id).collect::<Vec<_>>().join(" ");
    let mut session = Session::new(SessionVariant::Regular);
    assert_eq!(points(&session), "");
    session.duration = Some(90);
    assert_eq!(points(&session), "", "how long it must be depends on the members");
    session.members = Some(10);
    assert_eq!(points(&session), "1.1");
    session.present = Some(9);
    assert_eq!(points(&session), "1.1", "whether the absent one had a reason is not known");
    session.present = Some(10);
    assert_eq!(points(&session), "1.1 2.1");
    session.targets = Some(Targets { done: 0, total: 0 });
    assert_eq!(points(&session), "1.1 2.1", "no target, no share");
    (session.exempt, session.present) = (10, Some(0));
    assert_eq!(points(&session), "1.1", "nobody has to come, no share");
}

/// HD 42's digest: 90 minutes, or 120 when a thematic part is combined.
#[test]
fn minutes_may_depend_on_the_kind_of_session() {
    let mut json = source(AN_PHU);
    json["groups"][0]["criteria"][0]["measure"] =
        json!({"duration": [{"minutes": 90}, {"minutes": 120, "session": "combined"}]});
    let set = CriteriaSet::from_json(&json.to_string()).unwrap();
    let points = |kind, minutes| {
        let session = Session { duration: Some(minutes), members: Some(40), ..Session::new(kind) };
        set.points(&session)[0].1.to_string()
    };
    assert_eq!([points(SessionVariant::Regular, 90), points(SessionVariant::Combined, 90)], ["5", "3"]);
}
