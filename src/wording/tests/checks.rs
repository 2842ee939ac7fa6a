//! What is found when a template is added.

use super::*;

#[test]
fn every_path_is_checked_wherever_it_stands() {
    let known = "counts, first_level, names, note, number, profile, sections, title, vote";
    for (source, path) in [
        ("{{vtoe}}", "vtoe"),
        ("{{#if vtoe}}{{/if}}", "vtoe"),
        ("{{#unless vtoe}}{{/unless}}", "vtoe"),
        ("{{#each vtoe}}{{/each}}", "vtoe"),
        ("{{#with vtoe}}{{/with}}", "vtoe"),
        ("{{#outline vtoe}}{{/outline}}", "vtoe"),
        ("{{upper vtoe}}", "vtoe"),
        ("{{#if (eq 1 vtoe)}}{{/if}}", "vtoe"),
        ("{{#if (eq 1 (upper vtoe))}}{{/if}}", "vtoe"),
        ("{{#outline sections level=vtoe}}{{/outline}}", "vtoe"),
        ("{{#if note includeZero=vtoe}}{{/if}}", "vtoe"),
        ("{{this.vtoe}}", "this.vtoe"),
        ("{{@root.vtoe}}", "@root.vtoe"),
        ("{{@index}}", "@index"),
        ("{{@root}}", "@root"),
    ] {
        let reason = format!("unknown path `{path}`; here there are: {known}");
        assert_eq!(refusal(source), template_error(1, 1, &reason), "{source}");
    }
}

#[test]
fn the_place_is_that_of_the_tag() {
    let reason = "unknown path `vtoe`; here there are: counts, first_level, names, note, number, profile, sections, title, vote";
    assert_eq!(refusal("<p>ắ</p>\n <p>ắ{{vtoe}}</p>"), template_error(2, 6, reason));
    assert_eq!(refusal("{{#if note}}\n  {{vtoe}}\n{{/if}}"), template_error(2, 3, reason));
    assert_eq!(refusal("{{#if note}}\n{{else}}\n{{vtoe}}\n{{/if}}"), template_error(3, 1, reason));
    // A link of the chain has no place in handlebars' tree; its block's stands in.
    assert_eq!(refusal("\n{{#if note}}\n{{else if vtoe}}\n{{/if}}"), template_error(2, 1, reason));
    assert_eq!(
        refusal("{{#if note}}\n{{else if title}}\n{{else}}\n{{vtoe}}{{/if}}"),
        template_error(4, 1, reason)
    );
}

#[test]
fn parts_of_values_are_checked() {
    for (source, reason) in [
        ("{{vote.presnt}}", "unknown path `vote.presnt`; before `presnt` there are: against, present"),
        ("{{title.x}}", "unknown path `title.x`; before `x` there are no parts"),
        (
            "{{profile.x}}",
            "unknown path `profile.x`; before `x` there are: basis_end, basis_separator, committee, dots",
        ),
        ("{{sections.0.x}}", "unknown path `sections.0.x`; before `x` there are: heading, items, paragraphs"),
    ] {
        assert_eq!(refusal(source), template_error(1, 1, reason), "{source}");
    }
    added(
        "<p>{{vote.present}}{{profile.basis_end}}{{@root.profile.basis_separator}}{{sections.0.heading}}{{counts.x}}</p>",
    );
}

#[test]
fn blocks_change_what_names_mean() {
    for source in [
        "{{#each sections}}{{heading}}{{@index}}{{@first}}{{@last}}{{../title}}{{@root.title}}{{/each}}",
        "{{#each sections}}{{#each paragraphs}}{{this}}{{../heading}}{{../../title}}{{@../index}}{{/each}}{{/each}}",
        "{{#each sections}}{{#each items}}{{#each items}}{{heading}}{{/each}}{{/each}}{{else}}{{title}}{{/each}}",
        "{{#each sections as |section place|}}{{section.heading}}{{place}}{{#each names}}{{/each}}{{/each}}"
            .replace("{{#each names}}", "{{#each section.paragraphs}}{{section.heading}}")
            .as_str(),
        "{{#each counts}}{{@key}}{{this}}{{/each}}",
        "{{#with vote}}{{present}}{{../title}}{{else}}{{title}}{{/with}}",
        "{{#with vote as |v|}}{{v.present}}{{/with}}",
        "{{#each names}}{{#with ../vote}}{{@index}}{{present}}{{/with}}{{/each}}",
        "{{#if vote}}{{title}}{{else}}{{note}}{{/if}}",
        "{{#outline sections}}{{@level}}{{heading}}{{#each paragraphs}}{{@../level}}{{../heading}}{{/each}}{{/outline}}",
    ] {
        added(&format!("<p>{source}</p>"));
    }
    for (source, column, reason) in [
        (
            "{{#each sections}}{{title}}{{/each}}",
            19,
            "`title`; here there are: @first, @index, @last, heading, items, paragraphs",
        ),
        ("{{#each names}}{{@key}}{{/each}}", 16, "`@key`; here there are: @first, @index, @last"),
        ("{{#with vote}}{{title}}{{/with}}", 15, "`title`; here there are: against, present"),
        ("{{#with vote as |v|}}{{w}}{{/with}}", 22, "`w`; here there are: against, present, v"),
        ("{{#with title}}{{x}}{{/with}}", 16, "`x`; here there are: this"),
        (
            "{{#each sections as |s|}}{{s.x}}{{/each}}",
            26,
            "`s.x`; before `x` there are: heading, items, paragraphs",
        ),
        (
            "{{#outline sections}}{{@index}}{{/outline}}",
            22,
            "`@index`; here there are: @level, heading, items, paragraphs",
        ),
        ("{{#each names}}{{@first.x}}{{/each}}", 16, "`@first.x`; here there are: @first, @index, @last"),
    ] {
        assert_eq!(refusal(source), template_error(1, column, &format!("unknown path {reason}")), "{source}");
    }
    for source in [
        "{{../title}}",
        "{{#if note}}{{../title}}{{/if}}",
        "{{#each names}}{{../../title}}{{/each}}",
        "{{@root.@index}}",
    ] {
        let Error::Template { reason, .. } = refusal(source) else { panic!("{source}") };
        assert!(reason.ends_with(" leads outside of the record"), "{reason}");
    }
}

#[test]
fn helpers_are_checked() {
    let known = "comrade, count, data_table, date_long, date_short, each, enumerated, eq, if, in_words, letter, minus, \
                 money_in_words, next, number, ordinal, outline, percent, roman, row, running, unless, upper, with, written";
    for name in ["lookup", "log", "raw", "len", "gt", "vtoe"] {
        let reason = format!("unknown helper `{name}`; known: {known}");
        assert_eq!(refusal(&format!("{{{{{name} title 1}}}}")), template_error(1, 1, &reason));
        assert_eq!(refusal(&format!("{{{{#if ({name} title)}}}}{{{{/if}}}}")), template_error(1, 1, &reason));
        assert_eq!(refusal(&format!("{{{{#{name} title}}}}{{{{/{name}}}}}")), template_error(1, 1, &reason));
    }
    for (source, reason) in [
        ("{{number}}", "`number` is a helper; a field of that name is `this.number`"),
        ("{{count number 1}}", "`count` needs 1 value, not 2"),
        ("{{percent number}}", "`percent` needs 2 values, not 1"),
        ("{{count number x=1}}", "`count` has no option `x`"),
        ("{{#each names x=1 a=2}}{{/each}}", "`each` has no option `a`"),
        ("{{#if}}{{/if}}", "`if` needs 1 value, not 0"),
        ("{{each names}}", "`each` is a block: write {{#each …}} … {{/each}}"),
        ("{{upper (each names)}}", "`each` is a block: write {{#each …}} … {{/each}}"),
        ("{{#upper title}}{{/upper}}", "`upper` is no block: write {{upper …}}"),
        ("{{#data_table vote}}{{/data_table}}", "`data_table` is no block: write {{data_table …}}"),
        ("{{upper (data_table vote)}}", "`data_table` writes markup: it has no place in parentheses"),
        ("{{(upper title)}}", "parentheses stand after a helper's name only"),
        ("{{#each title}}{{/each}}", "`each` needs a list, and this is none"),
        ("{{#outline vote}}{{/outline}}", "`outline` needs a list, and this is none"),
        ("{{#if note as |x|}}{{/if}}", "`if` takes no such names after `as`"),
        ("{{#with vote as |x i|}}{{/with}}", "`with` takes no such names after `as`"),
        ("{{#outline sections as |x|}}{{/outline}}", "`outline` takes no such names after `as`"),
    ] {
        assert_eq!(refusal(source), template_error(1, 1, reason), "{source}");
    }
    assert_eq!(text("{{this.number}} {{count number}}", &json!({"number": 5})), "5 05");
}

#[test]
fn lists_and_records_are_not_printed() {
    for path in ["vote", "sections", "names", "counts", "profile"] {
        let reason = format!("`{path}` is a list or has parts: it cannot be printed");
        assert_eq!(refusal(&format!("{{{{{path}}}}}")), template_error(1, 1, &reason));
    }
    let reason = "`this` is a list or has parts: it cannot be printed";
    assert_eq!(refusal("{{#each sections}}{{this}}{{/each}}"), template_error(1, 19, reason));
}

#[test]
fn partials_and_raw_output_are_refused() {
    let partials = "partials are not supported";
    let mut wording = Wording::new();
    assert_eq!(wording.add("t", "{{> u}}", &schema()).unwrap_err(), template_error(1, 1, partials));
    let other = wording.add("u", "{{> t}}", &schema()).unwrap_err();
    assert_eq!(other.to_string(), "template u, line 1, column 1: partials are not supported");
    let raw = "unescaped output is refused: data would become structure; write {{ }} with two braces";
    assert_eq!(refusal("a\n{{{title}}}"), template_error(2, 1, raw));
}

#[test]
fn faults_of_the_syntax_have_their_place() {
    let Error::Template { line, column, reason, .. } = refusal("<p>\n{{#if note}}") else { panic!() };
    assert_eq!((line, column), (2, 13), "{reason}");
    assert!(reason.starts_with("invalid handlebars syntax: expected "), "{reason}");
    assert_eq!(
        refusal("{{#if note}}\n{{/each}}"),
        template_error(2, 1, "helper \"if\" was opened, but \"each\" is closing")
    );
}

#[test]
fn a_field_may_have_the_name_of_a_helper_of_handlebars() {
    let mut wording = Wording::new();
    wording.add("t", "<p>{{len}} {{log}}</p>", &json!({"properties": {"len": {}, "log": {}}})).unwrap();
    assert_eq!(dump(wording.render("t", &json!({"len": 1, "log": 2})).unwrap()), ["Body: 1 2"]);
}
