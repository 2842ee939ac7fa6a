//! The markup of branches that no record has taken yet.

use super::*;

#[track_caller]
fn refused(source: &str, line: usize, column: usize, reason: &str) {
    assert_eq!(refusal(source), template_error(line, column, reason), "{source}");
}

const AT_THE_TOP: &str =
    "p, heading, item, part, chapter, division, article, clause, point, table, columns, page-break";

#[test]
fn both_branches_are_read() {
    let alone = format!("<b> must stand inside one of: {AT_THE_TOP}");
    refused("{{#if note}}\n<b>Ý kiến.</b>\n{{/if}}\n<p>x</p>", 2, 1, &alone);
    refused("{{#unless note}}\n  <b>x</b>{{/unless}}", 2, 3, &alone);
    for block in ["if note", "unless note", "each names", "with vote", "outline sections"] {
        let name = block.split(' ').next().unwrap();
        refused(&format!("{{{{#{block}}}}}<p>a</p>{{{{else}}}}\n\n <b>x</b>{{{{/{name}}}}}"), 3, 2, &alone);
        refused(&format!("{{{{#{block}}}}}\n<b>x</b>{{{{else}}}}<p>a</p>{{{{/{name}}}}}"), 2, 1, &alone);
        refused(&format!("{{{{#{block}}}}}\n<b>x</b>{{{{/{name}}}}}"), 2, 1, &alone);
    }
    refused("{{#if note}}<p>a</p>{{else if title}}\n<b>x</b>{{else}}<p>c</p>{{/if}}", 2, 1, &alone);
    refused("{{#if note}}{{#each names}}{{#if @last}}\n<b>x</b>{{/if}}{{/each}}{{/if}}", 2, 1, &alone);
}

#[test]
fn the_vocabulary_holds_in_a_branch() {
    for (inside, column, reason) in [
        ("<strong>x</strong>", 1, format!("unknown element <strong>; known: {AT_THE_TOP}")),
        (
            "<p><em>x</em></p>",
            4,
            "unknown element <em>; known inside <p>: b, i, u, br, blank, checkbox".to_owned(),
        ),
        (
            "<p role=\"basi\">x</p>",
            1,
            "unknown role `basi` of <p>; known: body, basis, caption, enacting".to_owned(),
        ),
        ("<p class=\"a\">x</p>", 1, "unknown attribute `class` of <p>; known: role, spare".to_owned()),
        ("<item>x</item>", 1, "<item> needs the attribute `level`".to_owned()),
        ("<p>x<blank/></p>", 5, "<blank> needs the attribute `width`".to_owned()),
        ("<p>x<br>y</br></p>", 9, "<br> must be empty".to_owned()),
        (
            "<p>x<p>y</p></p>",
            5,
            "<p> cannot stand inside <p>, which is open from line 3, column 1 on".to_owned(),
        ),
        ("<p> </p>", 1, "empty <p>".to_owned()),
        ("x", 1, format!("text outside of an element; known: {AT_THE_TOP}")),
        ("  {{title}}", 3, format!("text outside of an element; known: {AT_THE_TOP}")),
        (
            "<p>a &nbsp; b</p>",
            6,
            "unknown entity &nbsp;; known: &amp; &lt; &gt; &quot; &apos; and numbers as &#160;".to_owned(),
        ),
        ("<p>a & b</p>", 6, "`&` begins an entity, and this is none; write &amp;".to_owned()),
        ("<![CDATA[x]]>", 1, "<![CDATA[x]]> is not part of form markup".to_owned()),
        ("<p>{{title}} < 5</p>", 14, "the tag < has no end".to_owned()),
        (
            "<p {{title}}>x</p>",
            4,
            "a value stands in a text, or in the quotes of an attribute, not in the tag <p".to_owned(),
        ),
        (
            "<table columns=\"1fr\"><td>x</td></table>",
            22,
            "<td> cannot stand in <table>; known inside of it: tr, group".to_owned(),
        ),
        (
            "<table columns=\"1fr\"><tr>{{title}}</tr></table>",
            26,
            "text in <tr>; known inside of it: th, td".to_owned(),
        ),
        (
            "<table columns=\"1fr\"><tr><td>a<p>b</p></td></tr></table>",
            31,
            "<p> beside text in <td>: put the text into a <p>, too".to_owned(),
        ),
        (
            "<columns widths=\"1fr\"><p>a</p></columns>",
            23,
            "<p> cannot stand in <columns>; known inside of it: column".to_owned(),
        ),
    ] {
        refused(&format!("<p>x</p>\n{{{{#if note}}}}\n{inside}{{{{/if}}}}"), 3, column, &reason);
    }
}

#[test]
fn what_is_open_is_closed_on_every_way() {
    refused("{{#if note}}\n<p>{{/if}}x", 2, 11, &format!("text outside of an element; known: {AT_THE_TOP}"));
    refused("\n <p>x{{#if note}}</p>{{/if}}", 2, 2, "<p> is not closed");
    refused(
        "{{#if note}}<p>x{{else}}\n<heading level=\"1\">x{{/if}}</p>",
        2,
        28,
        "expected </heading>, which is open, but found </p>",
    );
    refused("<p>x\n</p></p>", 2, 5, "</p> closes nothing that is open");
    refused("<p>{{#if note}}<b>{{/if}}x\n</b></p>", 2, 1, "expected </p>, which is open, but found </b>");
    refused("<p>{{#each names}}\n<b>{{this}}{{/each}}</p>", 2, 1, "<b> is not closed within the loop");
    refused("<p><b>x\n{{#each names}}</b>{{/each}}</p>", 2, 1, "the loop closes <b>, which it did not open");
    refused("<p>x</p>\n<p", 2, 1, "the tag <p has no end");
}

#[test]
fn branches_with_the_same_condition_fit_together() {
    for source in [
        "<table columns=\"1fr\">{{#each sections}}{{#if heading}}<group>{{else}}<tr>{{/if}}<td>x</td>{{#if heading}}</group>{{else}}</tr>{{/if}}{{/each}}</table>",
        "{{#if note}}<p>{{else}}<heading level=\"1\">{{/if}}x{{#unless note}}</heading>{{else}}</p>{{/unless}}",
        "<p>{{#if (eq title 'a')}}<b>{{/if}}x{{#if (eq title 'a')}}</b>{{/if}}</p>",
        "{{#if names}}<table columns=\"1fr\">{{/if}}{{#each names}}<tr><td>{{this}}</td></tr>{{/each}}{{#if names}}</table>{{/if}}",
        "{{#each names}}{{#if @first}}<p>{{/if}}{{this}}{{#if @last}}</p>{{/if}}{{/each}}",
        "{{#each names as |name|}}{{#if ../note}}<p>{{/if}}{{#if @root.note}}{{name}}</p>{{/if}}{{/each}}",
        "<p{{#if note}} role=\"basis\"{{/if}}>x</p>",
        "<table columns=\"auto{{#each names}} auto{{/each}}\"><tr><td rowspan=\"{{this.number}}\"/></tr></table>",
        "<!-- {{#if note}} <b> {{/if}} -->",
        "<table columns=\"1fr\"><tr><td>{{#each names}}<p>{{this}}</p>{{else}}{{title}}{{/each}}</td></tr></table>",
        "<p>{{#if note}}{{note}}{{/if}}</p>",
    ] {
        added(source);
    }
    let expected = "expected </p>, which is open, but found </heading>";
    refused(
        "{{#if note}}<p>{{else}}<heading level=\"1\">{{/if}}x\n{{#if title}}</p>{{else}}</heading>{{/if}}",
        2,
        26,
        expected,
    );
    // In the next turn another section has a heading, or none.
    refused(
        "<p>{{#each sections}}{{#if heading}}\n<b>{{/if}}{{/each}}{{#each sections}}{{#if heading}}</b>{{/if}}{{/each}}</p>",
        2,
        1,
        "<b> is not closed within the loop",
    );
}

#[test]
fn a_template_of_many_ways_is_refused_in_time() {
    let nested = format!(
        "<p>{}x{}</p>",
        "{{#each @root.names}}{{#if @first}}<b>{{/if}}".repeat(15),
        "{{/each}}".repeat(15)
    );
    let Error::Template { reason, .. } = refusal(&nested) else { panic!() };
    assert_eq!(reason, "<b> is not closed within the loop");
}

#[test]
fn places_are_found_behind_tildes_and_like_texts() {
    let alone = format!("<b> must stand inside one of: {AT_THE_TOP}");
    refused("{{#if note~}}\n  <b>x</b>{{/if}}", 2, 3, &alone);
    refused("<p>{{title}}</p>\n<p>{{title}}</p>\n{{#if note}}{{!-- <b> --}} <b>x</b>{{/if}}", 3, 28, &alone);
    refused("{{! a }}\r\n<p>ắ</p>{{#if note}}<b>x</b>{{/if}}", 2, 21, &alone);
}
