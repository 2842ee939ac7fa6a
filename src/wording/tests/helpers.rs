//! What the helpers print.

use super::*;

/// The text of a paragraph whose record has anything as `any`; no-break spaces are spaces here.
fn printed(inside: &str, any: Value) -> std::result::Result<String, Error> {
    let mut wording = Wording::new();
    let source = if inside.contains("data_table") { inside.to_owned() } else { format!("<p>{inside}</p>") };
    wording.add("t", &source, &json!({"properties": {"any": true, "none": {}}})).unwrap();
    let blocks = wording.render("t", &json!({"any": any}))?;
    let text: String = blocks.iter().flat_map(Block::paragraphs).map(Paragraph::text).collect();
    Ok(text.replace('\u{a0}', " "))
}

fn failing(inside: &str, any: Value) -> String {
    match printed(inside, any).unwrap_err() {
        Error::Template { line: 1, column: 1 | 4, reason, .. } => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn numbers_are_printed_as_their_helper_says() {
    for (helper, value, expected) in [
        ("count", json!(5), "05"),
        ("in_words", json!(21), "hai mươi mốt"),
        ("money_in_words", json!(1_200_000), "một triệu hai trăm nghìn đồng"),
        ("ordinal", json!(2), "Thứ hai"),
        ("enumerated", json!(2), "Hai là"),
        ("roman", json!(3999), "MMMCMXCIX"),
        ("letter", json!(5), "đ"),
        ("upper", json!("Đảng bộ"), "ĐẢNG BỘ"),
        ("number", json!(1108), "1.108"),
        ("number", json!(999), "999"),
        ("number", json!(-1234567), "-1.234.567"),
        ("number", json!(93.3), "93,3"),
        ("number", json!(1234.567), "1.234,567"),
        ("number", json!(47.826_086_956_521_74), "47,83"),
        ("number", json!(12_500_000_000_u64), "12.500.000.000"),
        ("number", json!(-0.5), "-0,5"),
        ("number", json!(8.0), "8"),
    ] {
        assert_eq!(printed(&format!("{{{{{helper} any}}}}"), value).unwrap(), expected, "{helper}");
    }
    assert_eq!(printed("{{percent 1 any}}", json!(2)).unwrap(), "50%");
    assert_eq!(printed("{{minus any 5}}", json!(31)).unwrap(), "26");
    assert_eq!(printed("{{minus any 0.5}}", json!(12.5)).unwrap(), "12");
    assert_eq!(printed("{{next any}}", json!(12_344)).unwrap(), "12.345");
    assert_eq!(printed("{{count (plus any 3)}}", json!(5)).unwrap(), "08");
    assert_eq!(printed("{{plus any 0.5}}", json!(12)).unwrap(), "12,5");
    assert_eq!(printed("{{plus any 3}}", json!("by_hand")).unwrap(), "………");
}

#[test]
fn what_is_filled_in_by_hand_is_dots() {
    for helper in
        ["count", "number", "in_words", "money_in_words", "ordinal", "enumerated", "roman", "letter"]
    {
        assert_eq!(printed(&format!("{{{{{helper} any}}}}"), json!("by_hand")).unwrap(), "………", "{helper}");
    }
    assert_eq!(printed("{{percent any 5}} {{percent 5 any}}", json!("by_hand")).unwrap(), "……… % ……… %");
}

#[test]
fn people_and_words_may_be_left_for_the_pen() {
    let dots = "…".repeat(20);
    for (inside, value, expected) in [
        ("{{comrade any}}", json!({"name": "Lê An", "position": "Bí thư"}), "Đồng chí Lê An - Bí thư"),
        ("{{comrade any}}", json!({"name": "Lê An", "position": null}), "Đồng chí Lê An"),
        (
            "{{comrade any cell=true}}",
            json!({"name": "Lê An", "position": "Bí thư"}),
            "Đồng chí Lê An, Bí thư",
        ),
        (
            "{{comrade any inside=true}}",
            json!({"name": "Lê An", "position": "Bí thư"}),
            "đồng chí Lê An, Bí thư",
        ),
        ("{{comrade any inside=true}}", json!({"position": "Chi uỷ"}), "Chi uỷ"),
        ("[{{comrade any cell=true}}]", json!({"name": "by_hand"}), "[]"),
        ("{{comrade any cell=true}}", json!({"name": "by_hand", "position": "Bí thư"}), "Bí thư"),
        ("{{comrade any}}", json!({"position": "Các đảng viên"}), "Các đảng viên"),
        ("{{comrade any}}", json!({"name": "by_hand"}), &format!("Đồng chí {dots}")),
        ("{{written any}}", json!("Hội trường"), "Hội trường"),
        ("{{written any}}", json!("by_hand"), &dots),
        ("{{ordinal (next any)}}", json!(0), "Thứ nhất"),
    ] {
        assert_eq!(printed(inside, value).unwrap(), expected, "{inside}");
    }
    let nobody = "hàm “comrade”: “any” không có họ tên, cũng không có chức vụ; hãy ghi thêm vào bản ghi";
    assert_eq!(failing("{{comrade any}}", json!({})), nobody);
    assert_eq!(
        failing("{{comrade any}}", json!("An")),
        "hàm “comrade”: “any” không phải một người, có name và position (là “An”); hãy ghi mục khác"
    );
}

#[test]
fn what_a_helper_cannot_print_is_an_error() {
    for (inside, value, reason) in [
        (
            "{{count any}}",
            json!("x"),
            "hàm “count”: “any” không phải số nguyên từ 0 trở lên (là “x”); hãy ghi mục khác hoặc bỏ hàm này",
        ),
        ("{{count none}}", json!(1), no_value("hàm “count”: ", "none").as_str()),
        ("{{upper none}}", json!(1), no_value("hàm “upper”: ", "none").as_str()),
        (
            "{{number any}}",
            json!([]),
            "hàm “number”: “any” không phải số (là một danh sách); hãy ghi mục khác hoặc bỏ hàm này",
        ),
        (
            "{{date_long any}}",
            json!("x"),
            "hàm “date_long”: “any” không phải ngày tháng (là “x”); hãy ghi mục khác",
        ),
        (
            "{{date_long any}}",
            json!({"day": 1}),
            "hàm “date_long”: “any” không có năm; hãy ghi thêm vào bản ghi",
        ),
        (
            "{{date_long any}}",
            json!({"day": "x", "year": 2026}),
            "hàm “date_long”: “day” của ngày tháng không phải số (là “x”); hãy sửa bản ghi",
        ),
        (
            "{{date_short any}}",
            json!({"month": 5, "year": 2026}),
            "hàm “date_short”: “any” để trống ngày hoặc tháng; hãy dùng date_long",
        ),
        ("{{data_table none}}", json!(1), no_value("hàm “data_table”: ", "none").as_str()),
        (
            "{{data_table any}}",
            json!({"rows": []}),
            "hàm “data_table”: “any” không phải một bảng số liệu; hãy ghi mục khác",
        ),
    ] {
        assert_eq!(failing(inside, value), reason, "{inside}");
    }
}

#[test]
fn dates_are_printed_long_and_short() {
    let date = json!({"day": 3, "month": 2, "year": 2026});
    assert_eq!(printed("{{date_long any}}", date.clone()).unwrap(), "ngày 03 tháng 02 năm 2026");
    assert_eq!(printed("{{date_short any}}", date).unwrap(), "03/02/2026");
    for day in [json!(null), json!("by_hand")] {
        let date = json!({"day": day, "month": 6, "year": 2026});
        assert_eq!(printed("{{date_long any}}", date).unwrap(), "ngày      tháng 6 năm 2026");
    }
}

#[test]
fn eq_compares_what_is_there() {
    let test = "{{#if (eq any 1)}}yes{{else}}no{{/if}}";
    assert_eq!(printed(test, json!(1)).unwrap(), "yes");
    assert_eq!(printed(test, json!(2)).unwrap(), "no");
    assert_eq!(printed(test, json!(null)).unwrap(), "no");
    assert_eq!(printed("{{#if (eq none none)}}yes{{else}}no{{/if}}", json!(1)).unwrap(), "no");
}

const OUTLINE: &str = "{{#outline sections level=first_level}}
    {{#if heading}}<heading level=\"{{@level}}\">{{heading}}</heading>{{/if}}
    {{#each paragraphs}}{{#if ../heading}}<p>{{this}}</p>{{else}}<item level=\"{{@../level}}\">{{this}}</item>{{/if}}{{/each}}
    {{else}}<p>{{title}}</p>{{/outline}}";

#[test]
fn an_outline_walks_five_levels() {
    let context = json!({"sections": [
        {"heading": "một", "paragraphs": ["dẫn"], "items": [
            {"heading": "hai", "items": [
                {"heading": "ba", "items": [
                    {"heading": "bốn", "items": [{"paragraphs": ["năm"]}]},
                    {"paragraphs": ["b"]},
                ]},
                {"heading": "ba nữa"},
            ]},
        ]},
        {"paragraphs": ["hết"], "items": []},
    ]});
    assert_eq!(
        rendered(OUTLINE, &context),
        [
            "Heading(Level(1)): I- MỘT",
            "Body: dẫn",
            "Heading(Level(2)): 1. hai",
            "Heading(Level(3)): 1.1. ba",
            "Heading(Level(4)): a) bốn",
            "Item(Level(5)): - năm",
            "Item(Level(4)): b) b",
            "Heading(Level(3)): 1.2. ba nữa",
            "Item(Level(1)): [b:II- ]hết",
        ]
    );
}

#[test]
fn an_outline_may_begin_deeper() {
    let context = json!({"first_level": 4, "sections": [{"heading": "a", "items": [{"paragraphs": ["b"]}]}]});
    assert_eq!(rendered(OUTLINE, &context), ["Heading(Level(4)): a) a", "Item(Level(5)): - b"]);
}

#[test]
fn an_outline_without_sections_has_an_else() {
    assert_eq!(rendered(OUTLINE, &json!({"title": "x", "sections": []})), ["Body: x"]);
    assert_eq!(rendered(OUTLINE, &json!({"title": "x"})), ["Body: x"]);
    assert_eq!(rendered("{{#outline sections}}{{/outline}}", &json!({})), [""; 0]);
}

#[test]
fn faults_of_an_outline_are_told() {
    let deeper = json!({"first_level": 5, "sections": [{"items": [{"heading": "a"}]}]});
    let reason = "hàm “outline”: các phần lồng nhau quá 5 cấp; hãy bớt cấp trong bản ghi";
    assert_eq!(failure(OUTLINE, &deeper), template_error(1, 1, reason));
    for level in [json!(0), json!(6), json!("x")] {
        let given = if level == "x" { "“x”".to_owned() } else { level.to_string() };
        let reason = format!("hàm “outline”: level không nhận {given}; hãy ghi một số từ 1 đến 5");
        assert_eq!(
            failure(OUTLINE, &json!({"first_level": level, "sections": []})),
            template_error(1, 1, &reason)
        );
    }
    let reason = "hàm “outline”: mục đi sau không phải danh sách; hãy ghi tên một danh sách";
    assert_eq!(failure(OUTLINE, &json!({"sections": "x"})), template_error(1, 1, reason));
    let reason = "hàm “outline”: “items” của một phần không phải danh sách; hãy sửa bản ghi";
    assert_eq!(failure(OUTLINE, &json!({"sections": [{"items": 1}]})), template_error(1, 1, reason));
    let source = "{{#outline sections}}\n<p>{{heading}}</p>{{/outline}}";
    let reason = &no_value("", "heading");
    assert_eq!(failure(source, &json!({"sections": [{}]})), template_error(2, 4, reason));
}
