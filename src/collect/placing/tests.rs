use serde_json::json;

use super::*;

fn put(record: Value, puts: &[(&str, Value, Option<Value>)]) -> Value {
    let mut placing = Placing::new(record);
    for (pointer, with, value) in puts {
        let with = with.as_object().cloned().unwrap_or_default();
        assert!(placing.put(pointer, &with, value.clone()), "{pointer}");
    }
    placing.done()
}

#[test]
fn groups_and_lists_are_added_with_what_they_must_have() {
    let puts = [
        ("/rows/1/self_score", json!({"criterion": "1.2"}), Some(json!(5))),
        ("/rows/0/self_score", json!({"criterion": "1.1"}), None),
        ("/rows/2/self_score", json!({"criterion": "2.1"}), Some(json!(4))),
        ("/rows/2/note", json!({"criterion": "2.1"}), Some(json!("a"))),
        ("/held/day", json!({"month": 8, "year": 2026}), Some(json!(2))),
    ];
    let whole = json!({
        "kind": "x",
        "rows": [
            {"criterion": "1.2", "self_score": 5},
            {"criterion": "2.1", "self_score": 4, "note": "a"},
        ],
        "held": {"month": 8, "year": 2026, "day": 2},
    });
    assert_eq!(put(json!({"kind": "x"}), &puts), whole);
}

#[test]
fn what_got_nothing_is_left_out() {
    let puts = [
        ("/rows/0/self_score", json!({"criterion": "1.1"}), None),
        ("/held/day", json!({"month": 8, "year": 2026}), None),
        ("/session/targets/done", json!({}), None),
        ("/subject", json!({}), None),
        ("/recipients/1", json!({}), None),
    ];
    let record =
        json!({"subject": "a", "recipients": ["b", "c", "d"], "session": {"present": 5}, "notes": []});
    let left = json!({"recipients": ["b", "d"], "session": {"present": 5}, "notes": []});
    assert_eq!(put(record, &puts), left);
}

#[test]
fn a_text_of_several_lines_in_a_list_is_several_elements() {
    let puts = [("/strengths/0", json!({}), Some(json!("a\nb"))), ("/note", json!({}), Some(json!("c\nd")))];
    let whole = json!({"strengths": ["a", "b", "z"], "note": "c\nd"});
    assert_eq!(put(json!({"strengths": ["x", "z"]}), &puts), whole);
}

#[test]
fn an_element_is_known_by_what_it_must_have() {
    let record = json!({"rows": [{"criterion": "2.1", "self_score": 1}]});
    let puts = [("/rows/0/self_score", json!({"criterion": "1.1"}), Some(json!(5)))];
    let whole =
        json!({"rows": [{"criterion": "2.1", "self_score": 1}, {"criterion": "1.1", "self_score": 5}]});
    assert_eq!(put(record, &puts), whole);
}

#[test]
fn there_are_places_that_no_record_has() {
    let mut placing = Placing::new(json!({"a": "text", "list": []}));
    for pointer in ["", "/a/b", "/list/x", "/list/99999999"] {
        assert!(!placing.put(pointer, &Map::new(), Some(json!(1))), "{pointer}");
    }
}
