//! What holds for every record: the same bytes for the same text, on any thread; a file that opens
//! again or a typed error, whatever the strings hold.

use std::io::{Cursor, Read};

use proptest::prelude::*;
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;
use vanban::kinds::Resolution;
use vanban::{AnyRecord, Error};

fn both(json: &str) -> (Vec<u8>, Vec<u8>) {
    let document = crate::render(json);
    (document.to_docx().unwrap(), document.to_pdf().unwrap())
}

#[test]
fn decomposed_text_gives_the_same_bytes() {
    for (name, json) in crate::cases() {
        let decomposed: String = json.nfd().collect();
        assert_ne!(json, decomposed, "{name}");
        assert!(both(&json) == both(&decomposed), "{name}");
    }
}

#[test]
fn the_same_record_gives_the_same_bytes_on_two_threads() {
    let json = crate::case("resolution_numbered");
    let here = both(&json);
    let there = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(|| both(&json))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    for other in there {
        assert!(here == other);
    }
    // And from a renderer of its own, after other documents.
    both(&crate::case("five_levels"));
    let record = AnyRecord::from_json(&json).unwrap();
    let document = vanban::Renderer::new().render(&record).unwrap();
    assert!(here == (document.to_docx().unwrap(), document.to_pdf().unwrap()));
}

#[test]
fn a_record_survives_the_way_to_json_and_back() {
    for (name, json) in crate::cases() {
        let record = AnyRecord::from_json(&json).unwrap();
        let written = record.to_json().unwrap();
        let (before, after): (Value, Value) =
            (serde_json::from_str(&json).unwrap(), serde_json::from_str(&written).unwrap());
        assert_eq!(before, after, "{name}");
    }
}

/// What stands in the record's JSON as it was typed is printed clean in an appendix too.
#[test]
fn appendices_are_cleaned_like_the_rest() {
    let mut record: Value = serde_json::from_str(&crate::case("resolution_every_part")).unwrap();
    record["appendices"][1]["sections"][0]["paragraphs"][0] = json!("Ðồng chí Bí thư\u{200b}\n phụ trách.");
    let words = crate::render(&record.to_string()).words();
    assert!(words.contains("1. Đồng chí Bí thư phụ trách."), "{words}");
}

/// The record decides where the library's own words put the tone mark.
#[test]
fn the_librarys_words_follow_the_records_tone_marks() {
    for (word, printed) in [("Đảng uỷ", "HOẢ TỐC"), ("Đảng ủy", "HỎA TỐC")] {
        let mut record: Value = serde_json::from_str(&crate::case("draft_smallest")).unwrap();
        record["sections"][0]["paragraphs"][0] = json!(format!("Báo cáo {word} và {word} cấp trên."));
        record["marks"] = json!({"urgency": "express"});
        let words = crate::render(&record.to_string()).words();
        assert!(words.contains(printed), "{words}");
    }
}

#[test]
fn the_compatibility_mode_is_14_unless_asked_otherwise() {
    let record = AnyRecord::from_json(&crate::case("draft_smallest")).unwrap();
    let mode = |renderer: &vanban::Renderer| {
        let docx = renderer.render(&record).unwrap().to_docx().unwrap();
        crate::checklist::docx::Docx::read(&docx).unwrap().mode
    };
    assert_eq!(mode(crate::renderer()), Some(14));
    let renderer = vanban::Renderer::new().with_word_mode(vanban::WordMode::Mode15);
    assert_eq!(mode(&renderer), Some(15));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_record() {
    let json = crate::case("draft_smallest");
    assert_eq!(
        Resolution::from_json(&format!("\u{feff}{json}")).unwrap(),
        Resolution::from_json(&json).unwrap()
    );
}

#[test]
fn names_of_files_are_ascii_and_no_path() {
    let names: Vec<String> =
        crate::cases().iter().map(|(_, json)| crate::render(json).file_name().to_owned()).collect();
    for name in &names {
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{name}");
    }
    for expected in [
        "nghi-quyet-du-thao-2-nq-cb",
        "nghi-quyet-2022-06-nq-cb",
        "nghi-quyet-05-nq-cb",
        "nghi-quyet-2026-nq-btctu",
    ] {
        assert!(names.iter().any(|name| name == expected), "{expected} is not in {names:?}");
    }
}

/// Any text, often with what is hard: markup, marks, controls, look-alikes, other scripts.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-ZđĐươêÂấềỹ ,.0-9-]{1,80}",
        1 => "\\PC{0,40}",
        1 => any::<String>(),
        1 => Just("<w:t>&amp;</w:t> {{x}} \"'".to_owned()),
        1 => Just("a\u{0}b\u{b}\u{301}\u{200b}Ð\u{fffe}\n".to_owned()),
        1 => "[a-z]{200,260}",
    ]
}

fn section() -> impl Strategy<Value = Value> {
    let leaf = (proptest::option::of(text()), proptest::collection::vec(text(), 0..3))
        .prop_map(|(heading, paragraphs)| json!({"heading": heading, "paragraphs": paragraphs}));
    leaf.prop_recursive(5, 12, 3, |inner| {
        (text(), proptest::collection::vec(inner, 0..3))
            .prop_map(|(heading, items)| json!({"heading": heading, "items": items}))
    })
}

fn record() -> impl Strategy<Value = Value> {
    let given = || prop_oneof![(0..40u32).prop_map(|n| json!(n)), Just(json!("by_hand"))];
    let date = (proptest::option::of(given()), proptest::option::of(given()), 1900..2100i32)
        .prop_map(|(day, month, year)| json!({"day": day, "month": month, "year": year}));
    let issuer = (proptest::option::of(text()), text(), proptest::option::of("[A-ZĐ]{1,4}"))
        .prop_map(|(superior, name, code)| json!({"superior": superior, "name": name, "code": code}));
    let signature = (text(), proptest::option::of(text()), text()).prop_map(|(body, position, name)| {
        json!({"capacity": "on_behalf_of", "body": body, "position": position, "name": name})
    });
    let basis = (text(), 0..40u32).prop_map(|(text, day)| {
        json!({"document": {"kind": text, "symbol": text, "date": {"day": day, "month": 5, "year": 2021},
               "issuer": text, "subject": text}})
    });
    let vote = proptest::array::uniform5(given()).prop_map(
        |[a, b, c, d, e]| json!({"entitled": a, "present": b, "in_favour": c, "against": d, "abstained": e}),
    );
    (
        issuer,
        (proptest::option::of(0..3u32), proptest::option::of(given())),
        (text(), date, text()),
        proptest::collection::vec(basis, 0..3),
        proptest::collection::vec(section(), 0..4),
        proptest::option::of(vote),
        (
            proptest::option::of(text()),
            proptest::collection::vec(text(), 0..4),
            proptest::option::of(signature),
        ),
    )
        .prop_map(
            |(
                issuer,
                (draft, number),
                (place, date, about),
                basis,
                sections,
                vote,
                (closing, recipients, signature),
            )| {
                json!({"kind": "resolution", "format": 1, "issuer": issuer, "draft": draft, "number": number,
                   "place": place, "date": date, "subject": about, "basis": basis, "sections": sections,
                   "vote": vote, "closing": closing, "recipients": recipients, "signature": signature})
            },
        )
}

static FONTS: std::sync::OnceLock<vanban::Fonts> = std::sync::OnceLock::new();

/// The same record with what the rules demand: random text in an otherwise good paper.
fn good(mut record: Value, texts: &[String]) -> Value {
    let mut good: Value = serde_json::from_str(&crate::case("five_levels")).unwrap();
    let fonts = FONTS.get_or_init(vanban::Fonts::liberation_serif);
    let clean = |text: &String| {
        let missing = fonts.missing(text);
        let kept: String = text.chars().filter(|c| !missing.contains(c)).collect();
        format!("a{kept}")
    };
    good["basis"] = record["basis"].take();
    good["basis"] = json!([{"text": clean(&texts[0])}]);
    good["place"] = json!(clean(&texts[1]));
    good["subject"] = json!(format!("{}b", clean(&texts[2])));
    good["issuer"]["superior"] = json!(clean(&texts[3]));
    good["sections"][0]["heading"] = json!(clean(&texts[4]));
    good["sections"][0]["paragraphs"] = json!([clean(&texts[5]), clean(&texts[6])]);
    good["recipients"][0] = json!(format!("{}c", clean(&texts[7])));
    good["author_line"] = json!(clean(&texts[8]));
    good
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_record_gives_files_that_open_or_a_typed_error(record in record(), texts in proptest::collection::vec(text(), 9)) {
        for json in [record.to_string(), good(record, &texts).to_string()] {
            let Ok(record) = AnyRecord::from_json(&json) else { continue };
            match crate::renderer().render(&record) {
                Err(Error::Invalid(problems)) => prop_assert!(!problems.is_empty()),
                Err(other) => prop_assert!(false, "{other}"),
                Ok(document) => {
                    opens_as_docx(&document.to_docx().unwrap());
                    opens_as_pdf(&document.to_pdf().unwrap());
                }
            }
        }
    }

    #[test]
    fn markup_in_data_never_becomes_structure(text in "[<>&\"'{}/a-z ]{1,40}") {
        let mut record: Value = serde_json::from_str(&crate::case("draft_smallest")).unwrap();
        let plain = crate::render(&record.to_string()).words().lines().count();
        record["sections"][0]["paragraphs"][0] = json!(format!("a{text}b."));
        prop_assert_eq!(crate::render(&record.to_string()).words().lines().count(), plain);
    }
}

/// Every part of the package is there once and is well-formed.
fn opens_as_docx(bytes: &[u8]) {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    assert_eq!(zip.len(), 13);
    for index in 0..zip.len() {
        let mut text = String::new();
        zip.by_index(index).unwrap().read_to_string(&mut text).unwrap();
        let mut reader = quick_xml::Reader::from_str(&text);
        while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
    }
}

fn opens_as_pdf(bytes: &[u8]) {
    let file = lopdf::Document::load_mem(bytes).unwrap();
    assert!(!file.get_pages().is_empty());
}
