//! What a template may cost, and that nothing makes it panic.

use proptest::prelude::*;

use super::*;

#[test]
fn a_huge_output_is_refused() {
    let names = vec!["x".repeat(1000); 300];
    let source = "{{#each names}}{{#each ../names}}<p>{{this}}</p>{{/each}}{{/each}}";
    let expected = template_error(1, 37, "lời văn điền ra dài hơn 4 MB; hãy bớt vòng lặp lồng nhau");
    assert_eq!(failure(source, &json!({"names": names})), expected);
}

/// Why a template is refused that asks for much; it is refused in little time, also where nothing is optimised.
#[track_caller]
fn asks_for_too_much(source: &str, context: &Value) -> (usize, usize, String) {
    let Error::Template { line, column, reason, .. } = failure(source, context) else { panic!("{source}") };
    (line, column, reason)
}

const TOO_MANY_STEPS: &str =
    "lời văn này lặp quá nhiều với bản ghi này (hơn 250000 bước); hãy bớt vòng lặp lồng nhau";

#[test]
fn loops_are_limited_by_their_steps() {
    let three =
        json!({"names": ["a", "b", "c"], "title": "a", "sections": [{"heading": "a"}, {"heading": "b"}]});
    let nested = |count: usize, open: &str, inside: &str, close: &str| {
        format!("<p>x</p>\n{}{inside}{}", open.repeat(count), close.repeat(count))
    };
    let refused = |source: &str, column: usize| {
        let (line, at, reason) = asks_for_too_much(source, &three);
        assert_eq!((line, reason.as_str()), (2, TOO_MANY_STEPS), "{source}");
        assert_eq!(at, column, "{source}");
    };
    // 31 loops in each other that print nothing; the outer ones never come round.
    let each = "{{#each @root.names}}";
    refused(&nested(31, each, "", "{{/each}}"), 30 * each.len() + 1);
    let outline = "{{#outline @root.sections}}";
    refused(&nested(31, outline, "", "{{/outline}}"), 30 * outline.len() + 1);
    // With conditions that never hold, with an absent list's `else`, with names.
    let unheld = format!("{each}{{{{#if @root.note}}}}x{{{{/if}}}}");
    refused(
        &nested(15, &unheld, "", "{{/each}}").replace("}}x{{/if}}", "}}{{/if}}"),
        14 * (unheld.len() - 1) + 1,
    );
    let named = "{{#each @root.names as |name at|}}";
    refused(&nested(31, named, "", "{{/each}}"), 30 * named.len() + 1);
}

#[test]
fn helpers_pay_for_what_they_read() {
    let context = json!({"title": "x".repeat(1_000_000), "names": vec!["a"; 1000]});
    let source =
        "<p>x</p>\n{{#each names}}{{#if (eq (upper @root.title) (upper @root.title))}}{{/if}}{{/each}}";
    assert_eq!(asks_for_too_much(source, &context), (2, 16, TOO_MANY_STEPS.to_owned()));
    let calls = format!("{}title{}", "(upper ".repeat(31), ")".repeat(31));
    let source = format!("<p>{{{{upper {calls}}}}}</p>");
    assert_eq!(asks_for_too_much(&source, &context), (1, 4, TOO_MANY_STEPS.to_owned()));
}

#[test]
fn what_is_made_of_the_markup_is_limited() {
    let context = json!({"names": vec!["a"; 1000]});
    let cells = "<td/>".repeat(60);
    let source = format!("<table columns=\"1fr\">{{{{#each names}}}}<tr>{cells}</tr>{{{{/each}}}}</table>");
    let (.., reason) = asks_for_too_much(&source, &context);
    assert_eq!(
        reason,
        "trong lời văn đã điền: ô thứ 2 của hàng ra ngoài bảng có 1 cột; hãy bớt ô, giảm colspan hoặc thêm cột"
    );
    let breaks = "x<br/>".repeat(60);
    let source = format!("<p>{{{{#each names}}}}{breaks}{{{{/each}}}}x</p>");
    let (line, column, reason) = asks_for_too_much(&source, &context);
    assert_eq!((line, column), (1, 4 + 49_999 * 6 - 5 + 6), "{reason}");
    assert_eq!(reason, "trong lời văn đã điền: có hơn 50000 thẻ; hãy bớt vòng lặp");
}

#[test]
fn a_list_of_a_thousand_is_not_much() {
    let rows = "{{#each names}}<tr><td>{{row @index}}</td><td>{{this}}</td>{{#each ../counts}}<td>{{this}}</td>{{/each}}</tr>{{/each}}";
    let columns = "auto ".repeat(12);
    let source = format!("<table columns=\"{columns}\">{rows}</table>");
    let counts: serde_json::Map<String, Value> = (0..10).map(|n| (format!("m{n}"), json!(n))).collect();
    assert_eq!(
        added(&source).render("t", &json!({"names": vec!["a"; 1000], "counts": counts})).unwrap().len(),
        1
    );
}

#[test]
fn what_could_abort_the_process_is_refused() {
    let nested = format!("{}{}", "{{#if note}}".repeat(5000), "{{/if}}".repeat(5000));
    let too_long = format!("lời văn dài {} byte; hãy rút xuống nhiều nhất 65536 byte", nested.len());
    assert_eq!(refusal(&nested), template_error(0, 0, &too_long));
    let nested = "{{#if note}}".repeat(5000);
    let too_deep =
        template_error(1, 32 * 12 + 1, "các khối lồng nhau quá 32 lớp, kể cả mỗi “else if”; hãy bớt lớp");
    assert_eq!(refusal(&nested), too_deep);
    let brackets = format!("{{{{upper {}", "(upper ".repeat(9000));
    assert_eq!(
        refusal(&brackets),
        template_error(1, 1, "quá nhiều dấu ngoặc đơn trong một chỗ {{ }}; hãy bớt đi")
    );
}

#[test]
fn the_deepest_template_that_is_allowed_works() {
    let nested = format!("{}<p>x</p>{}", "{{#if title}}".repeat(32), "{{/if}}".repeat(32));
    assert_eq!(rendered(&nested, &json!({"title": "a"})), ["Body: x"]);
    let chain = format!("{{{{#if note}}}}{}<p>x</p>{{{{/if}}}}", "{{else if title}}".repeat(31));
    assert_eq!(rendered(&chain, &json!({"title": "a"})), [""; 0]);
    let call = format!("{{{{upper {}title{}}}}}", "(upper ".repeat(32), ")".repeat(32));
    assert_eq!(text(&call, &json!({"title": "a"})), "A");
}

proptest! {
    #[test]
    fn any_data_gives_its_blocks_or_a_typed_error(title in any::<String>(), names in proptest::collection::vec(any::<String>(), 0..4)) {
        let source = "<p>a {{title}}</p>{{#each names}}<item level=\"2\">b {{this}}</item>{{/each}}";
        let expected = names.len() + 1;
        match added(source).render("t", &json!({"title": title, "names": names})) {
            Ok(blocks) => prop_assert_eq!(blocks.len(), expected),
            Err(Error::Template { reason, .. }) => {
                prop_assert!(reason.starts_with("trong lời văn đã điền: trong <"), "{}", reason);
            }
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn any_template_is_taken_or_refused(parts in proptest::collection::vec(part(), 0..12)) {
        let mut wording = Wording::new();
        if wording.add("t", &parts.concat(), &schema()).is_ok() {
            let _ = wording.render("t", &json!({"title": "a", "names": ["b", "c"], "sections": [{"heading": "d"}]}));
        }
    }
}

/// Pieces that templates are made of, right and wrong.
fn part() -> impl Strategy<Value = String> {
    let pieces = [
        "{{",
        "}}",
        "{{{",
        "}}}",
        "{{#if ",
        "{{/if}}",
        "{{else}}",
        "{{else if ",
        "{{^}}",
        "{{~",
        "~}}",
        "{{#each names",
        " as |x i|}}",
        "{{/each}}",
        "{{!--",
        "--}}",
        "{{!",
        "title",
        "note",
        " ",
        "\n",
        "\"",
        "'",
        "(",
        ")",
        "[",
        "]",
        "|",
        "eq ",
        "@index",
        "@root.",
        "../",
        "this",
        ".",
        "/",
        "=",
        "level=1",
        "{{#outline sections}}",
        "{{/outline}}",
        "\\",
        "<p>",
        "</p>",
        "<b>",
        "&",
        "1",
        "true",
        "null",
        "{{title}}",
        "{{#with vote}}",
        "{{/with}}",
        "\u{301}",
        "{{#",
        "{{/",
    ];
    prop_oneof![4 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}
