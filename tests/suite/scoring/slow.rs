//! A slow calculation of its own, for random sessions.

use std::collections::BTreeMap;

use proptest::prelude::*;
use vanban::scoring::CriteriaSet;
use vanban::scoring::{Session, SessionVariant, Targets};
use vanban::text::Decimal;

use super::{AN_PHU, set};

/// The levels as the form prints them, read out one after the other. Shares are found by counting:
/// each of `whole` people is worth 100, a hundredth of all of them is `whole`.
fn slow(session: &Session) -> BTreeMap<&'static str, f64> {
    let percent = |part: u32, whole: u32| {
        (0..=10_000).take_while(|p| p * u64::from(whole) <= u64::from(part) * 100).last()
    };
    let mut points = BTreeMap::new();
    let (minutes, members) = (session.duration.unwrap(), session.members.unwrap());
    let required = if members < 30 { 90 } else { 120 };
    let mut missing = 0;
    while minutes + missing < required {
        missing += 1;
    }
    let duration = match missing {
        0 => 5.0,
        1..=15 => 4.0,
        16..=30 => 3.0,
        _ if minutes + minutes >= required => 2.0,
        _ => 1.0,
    };
    points.insert("1.1", duration);
    let due = (0..members).skip(session.exempt as usize).skip(session.special_duty as usize).count() as u32;
    let present = session.present.unwrap();
    if due > 0 {
        let rate = percent(present, due).unwrap();
        points.insert(
            "2.1",
            match rate {
                _ if session.unexcused.unwrap() > 0 => 1.0,
                90.. => 4.0,
                75.. => 3.0,
                65.. => 2.0,
                _ => 1.0,
            },
        );
    }
    points.insert("2.2", if session.long_absent == Some(0) { 1.0 } else { 0.0 });
    if session.only_secretary {
        points.insert("3.3", 2.0);
    }
    if let Some(rate) = percent(session.speakers.unwrap(), present).filter(|_| present > 0) {
        points.insert(
            "4.5",
            match rate {
                50.. => 5.0,
                40.. => 4.0,
                30.. => 3.0,
                _ => 2.0,
            },
        );
    }
    let targets = session.targets.unwrap();
    if targets.total > 0 {
        let rate = percent(targets.done, targets.total).unwrap();
        points.insert(
            "7.1",
            match rate {
                90.. => 30.0,
                80.. => 27.0,
                70.. => 24.0,
                60.. => 20.0,
                50.. => 15.0,
                _ => 10.0,
            },
        );
    }
    points
}

fn sessions() -> impl Strategy<Value = Session> {
    (0u32..70, 0u32..8, 0u32..8, 0u32..150, 0u32..3, 0u32..3, any::<bool>(), any::<bool>()).prop_flat_map(
        |(due, exempt, special_duty, minutes, unexcused, long_absent, only_secretary, combined)| {
            (0..=due, 0u32..=20).prop_flat_map(move |(present, total)| {
                (0..=present, 0..=total).prop_map(move |(speakers, done)| Session {
                    duration: Some(minutes),
                    members: Some(due + exempt + special_duty),
                    exempt,
                    special_duty,
                    present: Some(present),
                    unexcused: Some(unexcused),
                    long_absent: Some(long_absent),
                    speakers: Some(speakers),
                    targets: Some(Targets { done, total }),
                    only_secretary,
                    ..Session::new(if combined { SessionVariant::Combined } else { SessionVariant::Regular })
                })
            })
        },
    )
}

proptest! {
    #[test]
    fn points_are_those_of_a_slow_calculation(session in sessions()) {
        let set = set(AN_PHU);
        let found = set.points(&session).into_iter().map(|(id, points)| (id, points.to_string()));
        let expected = slow(&session).into_iter().map(|(id, points)| (id, points.to_string()));
        prop_assert_eq!(found.collect::<BTreeMap<_, _>>(), expected.collect::<BTreeMap<_, _>>());
    }

    #[test]
    fn totals_and_ratings_are_those_of_a_slow_calculation(
        id in proptest::sample::select(CriteriaSet::ids().collect::<Vec<_>>()),
        halves in prop::collection::vec(0u32..=10, 1..20),
    ) {
        let set = set(id);
        let standing = set.standing(halves.iter().map(|&halves| Decimal::halves(halves))).unwrap();
        // Halves are counted one by one.
        let mut total = 0.0;
        halves.iter().for_each(|&halves| (0..halves).for_each(|_| total += 0.5));
        let best = if id.starts_with("nghe_an") || id == "constructed_thematic" { 80.0 } else { 90.0 };
        let rating = if total >= best { "Tốt" } else if total >= 70.0 { "Khá" } else if total >= 50.0 { "Trung bình" } else { "Kém" };
        prop_assert_eq!(standing.total.to_string(), total.to_string().replace('.', ","));
        let rating = (!set.ratings.is_empty()).then_some(rating);
        prop_assert_eq!(standing.rating.map(|rating| rating.name.as_str()), rating);
    }
}
