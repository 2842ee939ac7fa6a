//! Figures of a record: decimals, below nought, sums of a budget; printed the Vietnamese way, also without a helper.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use vanban::error::Problems;
use vanban::kinds::TypedRecord;
use vanban::parts::{Frame, Given, Issuer, PaperDate, Signature};
use vanban::scoring::CriteriaSets;
use vanban::text::Decimal;
use vanban::{AnyRecord, Renderer, Stage, Text};

use crate::records;

/// A report with one target.
fn target(planned: Value, actual: Value) -> Value {
    records::changed("report_smallest", |record| {
        let target = json!({"name": "Thu ngân sách", "unit": "đồng", "planned": planned, "actual": actual});
        record["sections"][0]["targets"] = json!([target]);
    })
}

/// The cells of the target's row, behind its name.
fn row(record: &Value) -> Vec<String> {
    let tree = crate::render(&record.to_string()).to_text(Stage::Tree).unwrap().replace('°', " ");
    let cells = tree.lines().filter(|line| line.trim_start().starts_with("TableText"));
    let cells: Vec<String> = cells.map(|line| line.rsplit(": ").next().unwrap().to_owned()).collect();
    cells[2..].to_vec()
}

#[test]
fn targets_are_any_figures() {
    for (planned, actual, printed) in [
        (json!(68.5), json!(70.2), ["68,5", "70,2", "102,48%"]),
        (json!(12_500_000_000_u64), json!(13_250_000_000_u64), ["12.500.000.000", "13.250.000.000", "106%"]),
        (json!("68,5"), json!("70,20"), ["68,5", "70,2", "102,48%"]),
        (json!("1.250.000"), json!(-3), ["1.250.000", "-3", "-0,01%"]),
        (json!(-2.5), json!(-2), ["-2,5", "-2", "80%"]),
        (json!(0.05), json!(0), ["0,05", "0", "0%"]),
        (json!(95), json!("by_hand"), ["95", "………", "……… %"]),
        (json!(2.0), json!(1.0), ["2", "1", "50%"]),
    ] {
        let record = target(planned, actual);
        assert_eq!(records::problems(&record), [""; 0]);
        assert_eq!(row(&record), printed);
        // Both files say so, and the record that is written again is the same.
        let read = AnyRecord::from_json(&record.to_string()).unwrap();
        assert_eq!(AnyRecord::from_json(&read.to_json().unwrap()).unwrap(), read);
    }
}

#[test]
fn figures_that_cannot_be_held_are_told_with_their_path() {
    let refused = |planned: Value| {
        let error = AnyRecord::from_json(&target(planned, json!(1)).to_string()).unwrap_err();
        assert_eq!(error.problems().len(), 1);
        error.to_string()
    };
    let at = "lỗi: sections[0].targets[0].planned (kế hoạch)";
    let end = "[quy ước; shape.no_such_value]";
    let long = "có quá nhiều chữ số (nhiều nhất 18, số lẻ nhiều nhất 15): hãy làm tròn hoặc đổi đơn vị tính";
    assert_eq!(
        refused(json!("1.234")),
        format!(
            "{at}: “1.234” có thể là phần nghìn, có thể là số lẻ: ghi dấu phẩy trước số lẻ, không ghi dấu chấm {end}"
        )
    );
    assert_eq!(
        refused(json!("68 triệu")),
        format!(
            "{at}: “68 triệu” không phải là số; hãy ghi như 68,5 hoặc 1.250.000, không kèm dấu % hay đơn vị tính {end}"
        )
    );
    assert_eq!(
        refused(json!(0.1 + 0.2)),
        format!("{at}: “0,30000000000000004” có quá 6 chữ số sau dấu phẩy: hãy làm tròn {end}")
    );
    assert_eq!(refused(json!(u64::MAX)), format!("{at}: “18446744073709551615” {long} {end}"));
    assert_eq!(refused(json!(1e300)), format!("{at}: “1e300” {long} {end}"));
    assert_eq!(refused(json!(1_234_567_890_123.456)), format!("{at}: “1234567890123,456” {long} {end}"));
}

#[test]
fn more_than_two_decimals_are_printed_and_told() {
    let record = target(json!(68.125), json!(70));
    assert_eq!(row(&record)[0], "68,125");
    assert_eq!(
        records::problems(&record),
        [
            "cảnh báo: sections[0].targets[0].planned (kế hoạch): 68,125 có 3 chữ số sau dấu phẩy; văn bản ghi nhiều nhất hai: \
         hãy làm tròn [quy ước; figure.decimals]"
        ]
    );
}

/// A kind of the caller's own, with figures of every make.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Yields {
    issuer: Issuer,
    place: Text,
    date: PaperDate,
    signature: Signature,
    year: u16,
    harvest: Decimal,
    open: Given<Decimal>,
    share: f64,
    sum: u64,
    change: Option<i64>,
    all: Vec<Decimal>,
}

impl vanban::kinds::TypedRecord for Yields {
    fn typed_kind() -> &'static vanban::Kind {
        static KIND: std::sync::LazyLock<vanban::Kind> = std::sync::LazyLock::new(|| {
            vanban::Kind::of::<Yields>("yields", "mẫu thử").worded("<p>Năm {{year}}: {{harvest}}, {{open}}, {{share}}, {{sum}}, {{change}}, \
        {{#each all}}{{@index}}:{{this}} {{/each}}{{view.total}}, {{view.rate}}, {{number year}}, \
        {{percent harvest sum}}{{#if (eq harvest view.same)}}, như nhau{{/if}}.</p>").viewed(|| json!({"properties": {"total": {"type": "number"}, "rate": {"type": "number"}, "same": true}}))
        });
        &KIND
    }

    fn frame(&self) -> Frame {
        let issuer = self.issuer.clone();
        Frame {
            number: Some(Given::Value(1)),
            recipients: vec!["Lưu Chi bộ".into()],
            signature: Some(self.signature.clone()),
            ..Frame::new("Báo cáo", "BC", issuer, self.place.clone(), self.date, "sản lượng".into())
        }
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        let total: Decimal = self.all.iter().copied().sum();
        Some(json!({"total": total, "rate": 0.1 + 0.2, "same": 1250.0}))
    }
}

#[test]
fn a_plain_path_prints_a_figure_as_papers_do() {
    let renderer = Renderer::new().with_kind(Yields::typed_kind().clone()).unwrap();
    let example: Value = serde_json::from_str(vanban::kinds::Resolution::EXAMPLE).unwrap();
    let record = json!({
        "kind": "yields", "format": 1, "issuer": example["issuer"], "place": example["place"],
        "date": example["date"], "signature": example["signature"], "year": 2026, "harvest": 1250, "open": "by_hand",
        "share": 68.5, "sum": 12_500_000_000_u64, "change": -3, "all": [0.1, "0,2", 1000],
    });
    let record = Yields::from_json(&record.to_string()).unwrap();
    let document = renderer.render(&record).unwrap();
    let words = document.to_text(Stage::Tree).unwrap().replace('°', " ");
    let expected = "Năm 2026: 1.250, ………, 68,5, 12.500.000.000, -3, 0:0,1 1:0,2 2:1.000 1.000,3, 0,3, 2.026, \
                    0,01%, như nhau.";
    assert!(words.contains(expected), "{words}");
    // An absent value is an error, as any is.
    let record = Yields { change: None, ..record };
    let error = renderer.render(&record).unwrap_err().to_string();
    assert!(
        error.starts_with("lời văn yields, dòng 1, ")
            && error.contains("“change” không có giá trị trong bản ghi này; hãy "),
        "{error}"
    );
}
