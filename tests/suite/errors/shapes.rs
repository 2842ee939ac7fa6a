//! JSON that has not a record's shape.

use serde_json::json;
use vanban::AnyRecord;

use super::changed;

/// Asserts what a developer reads when the JSON has not the record's shape.
#[track_caller]
fn shape(json: &str, expected: &str) {
    assert_eq!(AnyRecord::from_json(json).unwrap_err().to_string(), expected);
}

#[test]
fn shapes() {
    shape("{", ".: EOF while parsing an object at line 1 column 1");
    shape("[]", ".: a record is a JSON object");
    let kinds: Vec<String> = vanban::kinds::built_in().map(|kind| format!("`{}`", kind.name())).collect();
    let kinds = kinds.join(", ");
    assert!(kinds.starts_with("`resolution`, `") && kinds.contains("`decision`"));
    shape("{\"format\": 1}", &format!(".: missing field `kind`, one of {kinds}"));
    shape(
        "{\"kind\": \"letter\", \"format\": 1}",
        &format!("kind: unknown kind `letter`, expected one of {kinds}"),
    );
    shape("{\"kind\": 7, \"format\": 1}", "kind: the name of a kind is a string");
    shape("{\"kind\": \"resolution\"}", ".: missing field `issuer`");
    shape("{\"kind\": \"resolution\", \"format\": 2}", "format: format 2 is unknown, expected 1");
    shape("{\"kind\": \"resolution\", \"format\": 1}", ".: missing field `issuer`");
    shape(
        &changed(|r| r["sections"][0]["headng"] = json!("A")),
        "sections[0].headng: unknown field `headng`, expected one of `heading`, `paragraphs`, `table`, `items`, \
         `reviewed`, `targets`",
    );
    shape(
        &changed(|r| r["number"] = json!(-3)),
        "number: invalid type: integer `-3`, expected a whole number from 0 up, or \"by_hand\"",
    );
    shape(
        &changed(|r| r["number"] = json!("five")),
        "number: invalid value: string \"five\", expected a whole number from 0 up, or \"by_hand\"",
    );
    shape(
        &changed(|r| r["signature"]["capacity"] = json!("T/M")),
        "signature.capacity: unknown variant `T/M`, expected one of `on_behalf_of`, `signing_for`, `by_order_of`, \
         `acting`, `direct`",
    );
    shape(&changed(|r| r["place"] = json!(7)), "place: invalid type: integer `7`, expected a string");
    let other = vanban::kinds::Resolution::from_json("{\"kind\": \"plan\", \"format\": 1}").unwrap_err();
    assert_eq!(other.to_string(), "kind: found `plan`, expected `resolution`");
}
