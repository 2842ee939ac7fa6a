//! Proves the checklist: good papers pass, and each change that breaks a rule is seen.

mod cases;
mod cases_end;
mod cases_head;
mod cases_text;
mod ink;
mod package;
mod pdf_file;
mod read_docx;
mod read_pdf;
mod sample;
mod samples;
mod samples_more;
mod truetype;
mod write_docx;
mod write_pdf;

use super::paper::Paper;
use super::rules::{Failure, rules};
use super::{applied, docx_failures, failures, pdf_failures};
use cases::Case;
use sample::Sample;

fn good() -> Vec<(&'static str, Sample)> {
    vec![
        ("resolution", samples::resolution()),
        ("long names", samples::long_names()),
        ("resolution of 2018", samples::old_resolution()),
        ("letter", samples::letter()),
        ("invitation", samples::invitation()),
        ("minutes", samples::minutes()),
        ("regulation", samples_more::regulation()),
        ("draft", samples_more::draft()),
        ("copy", samples_more::copy()),
    ]
}

const HEAD: [&[Case]; 4] = [cases_head::PAGE, cases_head::HEADER, cases_head::NUMBER, cases_head::TITLE];
const TEXT: [&[Case]; 4] = [cases_text::BODY, cases_text::ARTICLES, cases_text::LANGUAGE, cases_text::TABLES];
const END: [&[Case]; 3] = [cases_end::SIGNATURE, cases_end::RECIPIENTS, cases_end::EXTRAS];

#[test]
fn good_papers_pass() {
    for (name, sample) in good() {
        let broken = failures(&sample.paper, &write_docx::docx(&sample), &write_pdf::pdf(&sample));
        assert!(broken.is_empty(), "{name}:\n{}", broken.join("\n"));
    }
}

/// Every case is seen in every file that shows it.
fn prove(cases: &[&[Case]]) {
    let mut missed = Vec::new();
    for (index, case) in cases.concat().iter().enumerate() {
        let mut sample = (case.base)();
        (case.change)(&mut sample);
        let in_docx = || docx_failures(&sample.paper, &write_docx::docx(&sample));
        let in_pdf = || pdf_failures(&sample.paper, &write_pdf::pdf(&sample));
        let files = [("DOCX", case.in_docx.then(in_docx)), ("PDF", case.in_pdf.then(in_pdf))];
        for (file, broken) in files.into_iter().filter_map(|(file, broken)| Some((file, broken?))) {
            if !broken.iter().any(|failure| failure.rule == case.rule) {
                let found: Vec<String> = broken.iter().map(ToString::to_string).collect();
                missed.push(format!("case {index} of rule {} in the {file}: {found:?}", case.rule));
            }
        }
    }
    assert!(missed.is_empty(), "not seen:\n{}", missed.join("\n"));
}

#[test]
fn a_broken_head_is_seen() {
    prove(&HEAD);
}

#[test]
fn a_broken_text_is_seen() {
    prove(&TEXT);
}

#[test]
fn a_broken_end_is_seen() {
    prove(&END);
}

#[test]
fn every_check_is_proved() {
    let cases: Vec<Case> = HEAD.iter().chain(&TEXT).chain(&END).copied().flatten().copied().collect();
    let proved = |rule, file: fn(&Case) -> bool| cases.iter().any(|case| case.rule == rule && file(case));
    for rule in rules() {
        assert!(
            rule.docx.is_none() || proved(rule.id, |case| case.in_docx),
            "no broken DOCX for rule {}",
            rule.id
        );
        assert!(
            rule.pdf.is_none() || proved(rule.id, |case| case.in_pdf),
            "no broken PDF for rule {}",
            rule.id
        );
        assert!(!rule.source.is_empty(), "rule {} names no source", rule.id);
    }
}

/// Rules that one file cannot show; every other one is proved in both.
const IN_ONE_FILE: [(u8, &str); 2] = [(10, "PDF"), (90, "DOCX")];

/// The table of what is proved: every rule has a good paper to which it applies and that passes (the good
/// papers all pass), and a paper with that fault planted.
#[test]
fn every_rule_has_a_good_paper_and_a_planted_fault() {
    let good: Vec<u8> = good().iter().flat_map(|(_, sample)| applied(&sample.paper)).collect();
    let cases: Vec<Case> = HEAD.iter().chain(&TEXT).chain(&END).copied().flatten().copied().collect();
    for number in 1..=90 {
        assert!(good.contains(&number), "no good paper for rule {number}");
        assert!(cases.iter().any(|case| case.rule == number), "no planted fault for rule {number}");
    }
    let in_one: Vec<(u8, &str)> = rules()
        .filter_map(|rule| match (rule.docx.is_some(), rule.pdf.is_some()) {
            (true, true) => None,
            (false, true) => Some((rule.id, "PDF")),
            _ => Some((rule.id, "DOCX")),
        })
        .collect();
    assert_eq!(in_one, IN_ONE_FILE);
}

#[test]
fn rules_are_numbered_1_to_90() {
    let found: Vec<u8> = rules().map(|rule| rule.id).collect();
    assert_eq!(found, (1..=90).collect::<Vec<u8>>());
    // What a plain resolution has not: two sides, a letter's parts, appendices …
    let applied = applied(&samples::resolution().paper);
    let absent = [6, 13, 35, 39, 65, 75, 81, 84, 89];
    assert!(absent.iter().all(|rule| !applied.contains(rule)), "{applied:?}");
    assert!([1, 15, 36, 43, 49, 56, 69, 88].iter().all(|rule| applied.contains(rule)), "{applied:?}");
}

#[test]
fn messages_name_rule_file_and_finding() {
    let mut sample = samples::resolution();
    sample.par("Số 05").ink[0].bold = true;
    let broken = failures(&sample.paper, &write_docx::docx(&sample), &write_pdf::pdf(&sample));
    let number = "(cỡ, kiểu chữ số và ký hiệu)";
    let found = "found “Số 05-NQ/CB” in 14 pt bold, expected 14 pt regular";
    let expected = ["DOCX", "PDF"].map(|file| format!("rule 24 {number} in the {file}: {found}"));
    assert_eq!(broken, expected);
}

/// A part that the tester did not declare is a failure of its rule, not silence.
#[test]
fn undeclared_parts_are_seen() {
    type Undeclared = (u8, fn() -> Sample, fn(&mut Paper<'static>));
    let cases: [Undeclared; 9] = [
        (38, samples_more::regulation, |paper| paper.author_line = false),
        (49, samples::resolution, |paper| paper.bases = 0),
        (51, samples_more::regulation, |paper| paper.chapters = false),
        (53, samples_more::regulation, |paper| paper.articles = false),
        (56, samples::resolution, |paper| paper.outline = false),
        (75, samples::letter, |paper| paper.urgency = None),
        (78, samples_more::draft, |paper| paper.draft = None),
        (80, samples_more::draft, |paper| paper.contact = None),
        (81, samples_more::regulation, |paper| paper.appendices = 0),
    ];
    for (rule, base, change) in cases {
        let mut sample = base();
        change(&mut sample.paper);
        let seen = |broken: &[Failure]| broken.iter().any(|failure| failure.rule == rule);
        assert!(seen(&docx_failures(&sample.paper, &write_docx::docx(&sample))), "rule {rule} in the DOCX");
        assert!(seen(&pdf_failures(&sample.paper, &write_pdf::pdf(&sample))), "rule {rule} in the PDF");
    }
}

#[test]
fn a_file_that_is_none_is_a_failure() {
    let broken = failures(&Paper::default(), b"no file", b"no file");
    assert_eq!(broken.len(), 2, "{broken:?}");
    assert!(broken[0].starts_with("rule 0 (the file can be read) in the DOCX: no ZIP"), "{}", broken[0]);
    assert!(broken[1].starts_with("rule 0 (the file can be read) in the PDF: no PDF"), "{}", broken[1]);
}
