//! What a template may cost, and that nothing makes it panic.

use proptest::prelude::*;

use super::*;

#[test]
fn a_huge_output_is_refused() {
    let names = vec!["x"; 3000];
    let source = "{{#each names}}{{#each ../names}}<p>{{this}}</p>{{/each}}{{/each}}";
    let expected = template_error(1, 34, "the output is larger than 4194304 bytes");
    assert_eq!(failure(source, &json!({"names": names})), expected);
}

#[test]
fn what_could_abort_the_process_is_refused() {
    let nested = format!("{}{}", "{{#if note}}".repeat(5000), "{{/if}}".repeat(5000));
    let too_long = format!("the template is {} bytes long; at most 65536 are allowed", nested.len());
    assert_eq!(refusal(&nested), template_error(0, 0, &too_long));
    let nested = "{{#if note}}".repeat(5000);
    let too_deep =
        template_error(1, 32 * 12 + 1, "blocks are nested more than 32 deep; each `else if` counts");
    assert_eq!(refusal(&nested), too_deep);
    let brackets = format!("{{{{upper {}", "(upper ".repeat(9000));
    assert_eq!(refusal(&brackets), template_error(1, 1, "too many parentheses in one tag"));
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
                prop_assert!(reason.starts_with("in the finished markup: control character U+"), "{}", reason);
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
