//! Wordings of an office's own, at the door by which they come in.

use std::time::{Duration, Instant};

use vanban::Renderer;
use vanban::kinds::Resolution;

/// What a wording for resolutions is refused with, when it is loaded or when a resolution is made.
fn refused(wording: &str) -> String {
    let begun = Instant::now();
    let made = Renderer::new()
        .with_wording("resolution", wording)
        .and_then(|renderer| renderer.render(&Resolution::example()));
    // Unoptimised, on a machine that has other work; optimised it takes a tenth.
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    made.unwrap_err().to_string()
}

#[test]
fn loops_in_loops_are_refused_by_their_steps() {
    let open = "{{#each @root.recipients}}";
    let wording = format!("{}{}<p>x</p>\n", open.repeat(31), "{{/each}}".repeat(31));
    assert_eq!(
        refused(&wording),
        "lời văn resolution, dòng 1, cột 781: lời văn này lặp quá nhiều với bản ghi này (hơn 250000 bước); hãy bớt vòng \
         lặp lồng nhau"
    );
    let sections = "{{#outline @root.sections}}{{#if @root.opinions}}{{else}}";
    let wording = format!("<p>x</p>\n{}{}", sections.repeat(15), "{{/if}}{{/outline}}".repeat(15));
    assert!(refused(&wording).starts_with("lời văn resolution, dòng 2, cột "), "{}", refused(&wording));
    assert!(refused(&wording).contains("(hơn 250000 bước)"), "{}", refused(&wording));
}

#[test]
fn a_branch_that_the_record_does_not_take_is_refused_when_it_is_loaded() {
    assert!(!Resolution::example().to_json().unwrap().contains("\"opinions\""));
    for (inside, reason) in [
        (
            "<b>Ý kiến thảo luận được tổng hợp tại phụ lục kèm theo.</b>",
            "<b> phải nằm trong một thẻ khác; hãy đặt vào một trong các thẻ: p, heading, item, part, chapter, division, article, clause, point",
        ),
        ("<item level=\"6\">Ý kiến</item>", "level của <item> không nhận “6”; hãy ghi một số từ 1 đến 5"),
    ] {
        let wording = format!(
            "{{{{#if opinions}}}}\n{inside}\n{{{{/if}}}}\n{{{{#outline sections}}}}{{{{#if heading}}}}<p>{{{{heading}}}}</p>{{{{/if}}}}{{{{/outline}}}}"
        );
        let error = Renderer::new().with_wording("resolution", &wording).unwrap_err();
        assert_eq!(error.to_string(), format!("lời văn resolution, dòng 2, cột 1: {reason}"));
    }
}

#[test]
fn an_element_that_a_branch_leaves_open_is_told_with_its_place() {
    let load = |wording: &str| Renderer::new().with_wording("resolution", wording).unwrap_err().to_string();
    assert_eq!(
        load("{{#if opinions}}\n<p>Ý kiến\n{{/if}}"),
        "lời văn resolution, dòng 2, cột 1: <p> chưa đóng; hãy ghi </p>"
    );
    assert_eq!(
        load("{{#if opinions}}\n<p>Ý kiến\n{{/if}}\n<p>x</p>"),
        "lời văn resolution, dòng 4, cột 1: <p> không đặt trong <p> được; hãy ghi </p> trước (<p> mở từ dòng 2, cột 1)"
    );
}

#[test]
fn what_asks_for_gigabytes_is_refused() {
    let each = "{{#each @root.recipients}}";
    let text = "một hai ba ".repeat(1000);
    let wording = format!("<p>{}{text}{}</p>", each.repeat(20), "{{/each}}".repeat(20));
    assert!(
        refused(&wording).ends_with("lời văn điền ra dài hơn 4 MB; hãy bớt vòng lặp lồng nhau"),
        "{}",
        refused(&wording)
    );
    let wording = format!("{}<p>x</p>{}", each.repeat(20), "{{/each}}".repeat(20));
    assert!(refused(&wording).contains("(hơn 250000 bước)"), "{}", refused(&wording));
    let breaks = "x<br/>".repeat(9_000);
    let wording = format!("<p>{}{breaks}{}x</p>", each.repeat(2), "{{/each}}".repeat(2));
    assert!(
        refused(&wording).ends_with("trong lời văn đã điền: có hơn 50000 thẻ; hãy bớt vòng lặp"),
        "{}",
        refused(&wording)
    );
    for doubling in [
        "{{#> a}}{{> a}}{{> a}}{{/a}}",
        "{{#*inline \"a\"}}{{> a}}{{> a}}{{/inline}}{{> a}}",
        "{{{{raw}}}}x{{{{/raw}}}}",
    ] {
        assert!(refused(doubling).starts_with("lời văn resolution, dòng 1, cột 1: "), "{doubling}");
    }
}
