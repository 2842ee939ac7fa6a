//! Forms that come back damaged. Each line of the table is one damage, by its name, with what must be told of it; nothing
//! is taken in silence: a figure of a damaged form is what was filled in, or the form has a problem with its place.

use serde_json::Value;
use vanban::Renderer;
use vanban::collect::{Collected, Returns};

use super::edits::{DATA, Parts, TEXT, pointer, without_controls, write, write_data};
use super::returned::{blank, fillable, filled, made, story};

/// The form that is damaged: Mẫu 1 of the second chi bộ, which was filled in text and data.
fn form() -> Value {
    story()["forms"][1].clone()
}

/// Mẫu 1 of another chi bộ.
fn other() -> Value {
    story()["forms"][4].clone()
}

fn name(form: &Value) -> String {
    format!("{} {}.docx", form["branch"].as_str().unwrap(), form["form"].as_str().unwrap())
}

/// What comes of files, where the forms of both chi bộ were sent.
fn collected(files: &[(&str, Vec<u8>)]) -> Collected {
    let renderer = Renderer::new();
    let mut returns = Returns::new(&renderer);
    for form in [form(), other()] {
        returns.sent_record(&name(&form), blank(&form, 8)).unwrap();
    }
    files.iter().for_each(|(name, file)| returns.add(name, file));
    returns.collect()
}

/// What is told of one file: what stops it, else what somebody should look at.
fn told(file: Vec<u8>) -> Vec<String> {
    let collected = collected(&[(&name(&form()), file)]);
    let problems = collected.refused.iter().flat_map(|refused| &refused.problems);
    let remarks = collected.taken.iter().flat_map(|taken| &taken.remarks);
    let told = problems.chain(remarks).map(ToString::to_string).collect::<Vec<_>>();
    // It is one or the other, and nothing is silent.
    assert_eq!(collected.refused.len() + collected.taken.len(), 1);
    told
}

/// A change of the text, with the pointers of the form's fields at hand.
fn edited(edit: impl Fn(&mut String, &dyn Fn(&str) -> String)) -> Vec<u8> {
    let mut parts = filled(&form());
    let (data, mut text) = (parts.text(DATA), parts.text(TEXT));
    edit(&mut text, &|criterion| pointer(&data, criterion, "self_score"));
    parts.set(TEXT, text);
    parts.file()
}

/// The control of a field, and where it stands.
fn control(text: &str, tag: &str) -> (usize, usize) {
    let at = text.find(&format!("w:tag w:val=\"{tag}\"")).unwrap_or_else(|| panic!("{tag}"));
    let begin = text[..at].rfind("<w:sdt>").unwrap();
    (begin, at + text[at..].find("</w:sdt>").unwrap() + "</w:sdt>".len())
}

/// The innermost element of that name around a place.
fn around(text: &str, name: &str, at: usize) -> (usize, usize) {
    let begins = |open: &str| text[..at].rfind(open);
    let begin = begins(&format!("<{name}>")).max(begins(&format!("<{name} "))).unwrap();
    let end = format!("</{name}>");
    (begin, at + text[at..].find(&end).unwrap() + end.len())
}

fn run(words: &str) -> String {
    format!("<w:r><w:t>{words}</w:t></w:r>")
}

fn cut(text: &mut String, (begin, end): (usize, usize)) -> String {
    let own = text[begin..end].to_owned();
    text.replace_range(begin..end, "");
    own
}

#[test]
fn show() {
    type Edit = fn(&mut String, &dyn Fn(&str) -> String);
    let edits: &[(&str, Edit)] = &[
        ("as it is", |_, _| {}),
        ("digit before", |text, at| {
            let (begin, _) = control(text, &at("4.1"));
            text.insert_str(begin, &run("1"));
        }),
        ("digit behind", |text, at| {
            let (_, end) = control(text, &at("4.1"));
            text.insert_str(end, &run("1"));
        }),
        ("digit in a paragraph of its own", |text, at| {
            let (_, end) = control(text, &at("4.1"));
            let (_, end) = around(text, "w:p", end);
            text.insert_str(end, &format!("<w:p>{}</w:p>", run("1")));
        }),
        ("digit beside an empty one", |text, at| {
            write(text, &at("4.1"), "\u{a0}\u{a0}\u{a0}\u{a0}");
            let (_, end) = control(text, &at("4.1"));
            text.insert_str(end, &run("1"));
        }),
        ("digit before a figure of a line", |text, _| {
            let (begin, _) = control(text, "/session/present");
            text.insert_str(begin, &run("1"));
        }),
        ("control dragged", |text, at| {
            let own = control(text, &at("4.1"));
            let own = cut(text, own);
            let (_, end) = control(text, &at("4.2"));
            text.insert_str(end, &own);
        }),
        ("two swapped", |text, at| {
            let (one, two) = (at("4.1"), at("4.2"));
            *text = text
                .replace(&format!("\"{one}\""), "\"@\"")
                .replace(&format!("\"{two}\""), &format!("\"{one}\""))
                .replace("\"@\"", &format!("\"{two}\""));
        }),
        ("two forms with controls", |text, _| {
            let second = filled(&other()).text(TEXT);
            let body = |text: &str| {
                let a = text.find("<w:body>").unwrap() + 8;
                let b = text.rfind("<w:sectPr").unwrap();
                (a, b)
            };
            let (a, b) = body(&second);
            let at = body(text).1;
            text.insert_str(at, &second[a..b]);
        }),
        ("two forms without controls", |text, _| {
            let second = without_controls(&filled(&other()).text(TEXT));
            let body = |text: &str| {
                let a = text.find("<w:body>").unwrap() + 8;
                let b = text.rfind("<w:sectPr").unwrap();
                (a, b)
            };
            let (a, b) = body(&second);
            let at = body(text).1;
            text.insert_str(at, &second[a..b]);
        }),
        ("all without controls", |text, _| *text = without_controls(text)),
    ];
    for (name, edit) in edits {
        println!("== {name}");
        for line in told(edited(edit)) {
            println!("   {line}");
        }
    }
    let _ = (write_data, fillable, made, Parts::of);
}
