//! Criteria sets and what follows from them: the library's own sets, sheets checked by hand, and a
//! slow calculation of its own for random sessions.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use vanban::scoring::{Comparison, Provenance, Session, SessionKind, Targets};
use vanban::{CriteriaSet, Error, Score};

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
        assert_eq!(set(id).id, id);
        assert_eq!(serde_json::to_value(set(id)).unwrap(), source(id), "{id}");
    }
    assert_eq!(CriteriaSet::named("an_phu"), None);
    let real = CriteriaSet::ids().filter(|id| set(id).provenance == Provenance::Real).count();
    assert_eq!((files.len(), real), (7, 5));
}

/// The file is read here by another way than the library's: as plain JSON.
#[test]
fn the_lines_of_every_set_come_to_a_hundred_in_every_session() {
    for id in CriteriaSet::ids() {
        let json = source(id);
        for kind in json["sessions"].as_array().unwrap() {
            let mut sum = 0.0;
            for group in json["groups"].as_array().unwrap() {
                match group["items"].as_array() {
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
            let kind: SessionKind = serde_json::from_value(kind.clone()).unwrap();
            let lines: Score = set(id).lines(kind).map(|line| line.max).sum();
            assert_eq!(lines, Score::points(100), "{id}");
        }
    }
}

#[derive(Deserialize)]
struct Sheet {
    name: String,
    criteria: String,
    session: Session,
    /// What a scorer gave, by the line's number.
    scores: BTreeMap<String, Score>,
    /// What follows from the session's facts.
    points: BTreeMap<String, Score>,
    total: Score,
    rating: String,
}

#[test]
fn sheets_checked_by_hand() {
    let sheets: Vec<Sheet> = serde_json::from_str(include_str!("../data/score_sheets.json")).unwrap();
    assert!(sheets.len() >= 50);
    for Sheet { name, criteria, session, scores, points, total, rating } in sheets {
        let set = set(&criteria);
        let found: BTreeMap<String, Score> =
            set.points(&session).into_iter().map(|(id, points)| (id.to_owned(), points)).collect();
        assert_eq!(found, points, "{name}");
        let lines: Vec<&str> = set.lines(session.kind).map(|line| line.id).collect();
        assert_eq!(lines.len(), scores.len(), "{name}");
        assert!(lines.iter().all(|id| scores.contains_key(*id)), "{name}");
        let standing = set.standing(scores.into_values()).unwrap();
        assert_eq!((standing.total, standing.rating.name.as_str()), (total, rating.as_str()), "{name}");
    }
}

#[test]
fn the_superior_decides() {
    let set = set("constructed_hd12_regular");
    let standing = |total| set.standing([Score::points(total)]).unwrap();
    let comparison = Comparison { own: standing(94), superior: standing(89) };
    assert_eq!(comparison.difference(), Score::points(5));
    assert_eq!(comparison.official().rating.name.as_str(), "Khá");
    assert_eq!(Comparison { own: standing(89), superior: standing(94) }.difference(), Score::points(5));
}

#[test]
fn a_sheet_without_scores_has_no_total_and_no_rating() {
    assert_eq!(set(AN_PHU).standing([]), None);
    assert_eq!(set(AN_PHU).standing([Score::ZERO]).unwrap().rating.name.as_str(), "Kém");
}

#[test]
fn nothing_follows_from_facts_that_are_not_given() {
    let set = set(AN_PHU);
    let points =
        |session: &Session| set.points(session).iter().map(|(id, _)| *id).collect::<Vec<_>>().join(" ");
    let mut session = Session::new(SessionKind::Regular);
    assert_eq!(points(&session), "");
    session.minutes = Some(90);
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
    json["groups"][0]["items"][0]["measure"] =
        json!({"duration": [{"minutes": 90}, {"minutes": 120, "session": "combined"}]});
    let set = CriteriaSet::from_json(&json.to_string()).unwrap();
    let points = |kind, minutes| {
        let session = Session { minutes: Some(minutes), members: Some(40), ..Session::new(kind) };
        set.points(&session)[0].1.to_string()
    };
    assert_eq!([points(SessionKind::Regular, 90), points(SessionKind::Combined, 90)], ["5", "3"]);
}

/// The levels as the form prints them, read out one after the other. Shares are found by counting:
/// each of `whole` people is worth 100, a hundredth of all of them is `whole`.
fn slow(session: &Session) -> BTreeMap<&'static str, f64> {
    let percent = |part: u32, whole: u32| {
        (0..=10_000).take_while(|p| p * u64::from(whole) <= u64::from(part) * 100).last()
    };
    let mut points = BTreeMap::new();
    let (minutes, members) = (session.minutes.unwrap(), session.members.unwrap());
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
                    minutes: Some(minutes),
                    members: Some(due + exempt + special_duty),
                    exempt,
                    special_duty,
                    present: Some(present),
                    unexcused: Some(unexcused),
                    long_absent: Some(long_absent),
                    speakers: Some(speakers),
                    targets: Some(Targets { done, total }),
                    only_secretary,
                    ..Session::new(if combined { SessionKind::Combined } else { SessionKind::Regular })
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
        let standing = set.standing(halves.iter().map(|&halves| Score::halves(halves))).unwrap();
        // Halves are counted one by one.
        let mut total = 0.0;
        halves.iter().for_each(|&halves| (0..halves).for_each(|_| total += 0.5));
        let best = if id.starts_with("nghe_an") || id == "constructed_thematic" { 80.0 } else { 90.0 };
        let rating = if total >= best { "Tốt" } else if total >= 70.0 { "Khá" } else if total >= 50.0 { "Trung bình" } else { "Kém" };
        prop_assert_eq!(standing.total.to_string(), total.to_string().replace('.', ","));
        prop_assert_eq!(standing.rating.name.as_str(), rating);
    }
}

/// The problems of An Phú's set with a change, as they are printed.
fn problems(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut json = source(AN_PHU);
    change(&mut json);
    match CriteriaSet::from_json(&json.to_string()) {
        Err(Error::Invalid(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

/// Asserts that a change gives exactly one problem, and which.
#[track_caller]
fn one(change: impl FnOnce(&mut Value), expected: &str) {
    assert_eq!(problems(change), [expected]);
}

#[test]
fn a_set_without_criteria() {
    assert_eq!(
        problems(|set| set["groups"] = json!([])),
        [
            "lỗi: groups: bộ tiêu chí chưa có tiêu chí nào [quy ước; criteria.empty]",
            "lỗi: max: bộ tiêu chí ghi tối đa 100 điểm, mà các nhóm cộng lại là 0 điểm [quy ước; criteria.sum]",
        ]
    );
}

#[test]
fn sums_that_do_not_agree() {
    one(
        |set| set["groups"][3]["items"][0]["max"] = json!(6),
        "lỗi: groups[3].max: nhóm 4 ghi tối đa 30 điểm, mà các tiêu chí của nhóm cộng lại là 31 điểm khi sinh hoạt \
         thường kỳ [quy ước; criteria.group_sum]",
    );
    one(
        |set| set["groups"][3]["items"][1]["max_in"] = json!({}),
        "lỗi: groups[3].max: nhóm 4 ghi tối đa 30 điểm, mà các tiêu chí của nhóm cộng lại là 25 điểm khi sinh hoạt \
         thường kỳ [quy ước; criteria.group_sum]",
    );
    one(
        |set| set["max"] = json!(110),
        "lỗi: max: bộ tiêu chí ghi tối đa 110 điểm, mà các nhóm cộng lại là 100 điểm [quy ước; criteria.sum]",
    );
}

#[test]
fn ratings_with_a_gap() {
    one(
        |set| set["ratings"][3]["from"] = json!(10),
        "lỗi: ratings[3].from: mức thấp nhất “Kém” phải từ 0 điểm; hiện từ 10 điểm [quy ước; criteria.ratings_gap]",
    );
    one(
        |set| set["ratings"][1]["from"] = json!(90),
        "lỗi: ratings[1].from: mức “Khá” từ 90 điểm phải thấp hơn mức “Tốt” từ 90 điểm ở trước nó \
         [quy ước; criteria.ratings_order]",
    );
    one(
        |set| set["ratings"][0]["from"] = json!(101),
        "lỗi: ratings[0].from: mức “Tốt” từ 101 điểm, mà điểm tối đa là 100 [quy ước; criteria.rating_out_of_reach]",
    );
    one(
        |set| set["ratings"][1]["name"] = json!("Tốt"),
        "lỗi: ratings[1].name: mức “Tốt” ghi hai lần [quy ước; criteria.rating_twice]",
    );
    one(
        |set| set["ratings"] = json!([]),
        "lỗi: ratings: bộ tiêu chí chưa có mức xếp loại [quy ước; criteria.no_ratings]",
    );
}

#[test]
fn levels_that_are_never_reached() {
    let level = |set: &mut Value, level: usize| set["groups"][1]["items"][0]["levels"][level].take();
    one(
        |set| set["groups"][1]["items"][0]["levels"][1]["points"] = json!(4),
        "lỗi: groups[1].items[0].levels[1].points: mức “Đạt từ 75% đến dưới 90% đảng viên dự họp” 4 điểm phải thấp hơn \
         mức ở trước nó, 4 điểm [quy ước; criteria.level_order]",
    );
    one(
        |set| set["groups"][1]["items"][0]["levels"][1]["when"] = json!({"percent": 95}),
        "lỗi: groups[1].items[0].levels[1].when: mức “Đạt từ 75% đến dưới 90% đảng viên dự họp” không bao giờ đạt \
         được: điều kiện của mức phải dễ hơn mức ở trước nó [quy ước; criteria.level_never]",
    );
    one(
        |set| set["groups"][1]["items"][0]["levels"][0]["when"] = json!({"short_by": 1}),
        "lỗi: groups[1].items[0].levels[0].when: mức “Đạt từ 90% đảng viên dự họp trở lên” không bao giờ đạt \
         được: điều kiện của mức phải dễ hơn mức ở trước nó [quy ước; criteria.level_never]",
    );
    one(
        |set| {
            let mut first = level(set, 0);
            first.as_object_mut().unwrap().remove("when");
            set["groups"][1]["items"][0]["levels"][0] = first;
        },
        "lỗi: groups[1].items[0].levels[0].when: mức “Đạt từ 90% đảng viên dự họp trở lên”: mọi mức tính từ số liệu \
         phải ghi khi nào đạt, trừ mức cuối; mức khác thì không ghi [quy ước; criteria.level_when]",
    );
    one(
        |set| set["groups"][1]["items"][0]["levels"][0]["points"] = json!(3.5),
        "lỗi: groups[1].items[0].levels[0].points: mức cao nhất của tiêu chí 2.1 là 3,5 điểm; phải bằng điểm tối đa, 4 \
         điểm ở mọi buổi sinh hoạt [quy ước; criteria.level_max]",
    );
    one(
        |set| set["groups"][1]["items"][0]["levels"] = json!([]),
        "lỗi: groups[1].items[0].levels: tiêu chí 2.1 chấm theo mức thì phải ghi các mức, và ngược lại \
         [quy ước; criteria.levels]",
    );
    one(
        |set| set["groups"][1]["items"][1]["measure"] = json!("speaking"),
        "lỗi: groups[1].items[1].measure: tiêu chí 2.2 không tính được từ số liệu của buổi sinh hoạt theo cách chấm đã \
         ghi [quy ước; criteria.measure]",
    );
    one(
        |set| {
            set["groups"][0]["items"][0]["measure"] = json!({"duration": [{"minutes": 120, "members": 30}]})
        },
        "lỗi: groups[0].items[0].measure: tiêu chí 1.1 chưa ghi thời lượng tối thiểu chung cho mọi buổi sinh hoạt \
         [quy ước; criteria.required_minutes]",
    );
}

#[test]
fn heads_that_say_too_little() {
    one(
        |set| set["id"] = json!("An Phú"),
        "lỗi: id: tên “An Phú” không dùng được; tên gồm chữ thường không dấu, chữ số và “_” [quy ước; criteria.id]",
    );
    one(
        |set| set["version"] = json!(0),
        "lỗi: version: phiên bản của bộ tiêu chí đánh số từ 1 [quy ước; criteria.version]",
    );
    one(
        |set| set["format"] = json!(2),
        "lỗi: format: bộ tiêu chí theo dạng 2; thư viện đọc dạng 1 [quy ước; criteria.format]",
    );
    one(
        |set| set["sources"] = json!([]),
        "lỗi: sources: bộ tiêu chí chưa ghi lấy từ đâu [quy ước; criteria.no_source]",
    );
    one(
        |set| {
            set["provenance"] = json!("constructed");
            set["remarks"] = json!([]);
        },
        "lỗi: remarks: bộ tiêu chí dựng làm mẫu phải ghi rõ điều gì là tự đặt ra \
         [quy ước; criteria.constructed_unmarked]",
    );
    one(
        |set| set["sessions"] = json!(["regular", "regular"]),
        "lỗi: sessions: phải ghi các loại buổi sinh hoạt mà bộ tiêu chí dùng để chấm, mỗi loại một lần \
         [quy ước; criteria.sessions]",
    );
    one(
        |set| set["columns"]["note"]["width"] = json!(0),
        "lỗi: columns.note.width: độ rộng của cột “Ghi chú” là 0; độ rộng là phần từ 1 đến 100 \
         [quy ước; criteria.width]",
    );
    one(
        |set| set["groups"][1]["items"][1]["id"] = json!("2.1"),
        "lỗi: groups[1].items[1].id: số “2.1” đã dùng cho một tiêu chí khác [quy ước; criteria.item_twice]",
    );
    one(
        |set| set["groups"][1]["items"][1]["id"] = json!(""),
        "lỗi: groups[1].items[1].id: “” không dùng làm số của tiêu chí được; hãy ghi số, ví dụ 4 hoặc 4.2 \
         [quy ước; criteria.item_id]",
    );
}

#[test]
fn scores_that_are_none() {
    one(
        |set| set["groups"][4]["items"][0]["max_in"] = json!({"thematic": -1}),
        "lỗi: groups[4].items[0].max_in: -1 không phải là điểm; điểm là số nguyên hoặc nửa điểm, từ 0 trở lên \
         [quy ước; criteria.score]",
    );
    one(
        |set| set["groups"][1]["items"][0]["levels"][2]["points"] = json!(2.25),
        "lỗi: groups[1].items[0].levels[2].points: 2,25 không phải là điểm; điểm là số nguyên hoặc nửa điểm, từ 0 trở \
         lên [quy ước; criteria.score]",
    );
}

#[test]
fn a_set_of_another_shape() {
    let mut json = source(AN_PHU);
    json["groups"][1]["items"][0]["levels"][0]["point"] = json!(1);
    let error = CriteriaSet::from_json(&json.to_string()).unwrap_err();
    assert_eq!(
        error.to_string().split(" at line").next().unwrap(),
        "groups[1].items[0].levels[0].point: unknown field `point`, expected one of `label`, `points`, `when`"
    );
}
