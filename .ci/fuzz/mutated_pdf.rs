//! Damaged PDFs that carry a record, mutated: as the library writes them, as others write them again, with an update behind
//! them as signing makes it, and small ones whose lists and packed objects are not deflated. None may panic, take more than a
//! second, or make the process hold more than 200 MB; what still gives its record is stripped.
//!
//! `cargo run --release --example mutated_pdf [INPUTS] [SEED] [FIRST]`

#![allow(clippy::unwrap_used, reason = "it is a test: what it cannot read ends it")]

mod damage;

use damage::Random;
use lopdf::{Document, IncrementalDocument, Object};
use vanban::kinds::Decision;
use vanban::{Renderer, carried};

/// What leads a reader astray, beside what anybody does.
const PIECES: [&str; 24] = [
    "<<",
    ">>",
    "[[[[[[[[",
    "]",
    "(",
    "<4",
    "%",
    "1 0 R",
    "2 0 R",
    "5 0 R",
    "obj",
    "stream\n",
    "endstream",
    "xref",
    "startxref\n9\n",
    "/Prev 9",
    "/Prev 99999999999999999999",
    "/XRefStm 9",
    "/Length 99999999",
    "/Kids[2 0 R]",
    "/Filter/FlateDecode",
    "/DecodeParms<</Predictor 12/Columns 4294967296>>",
    "/W[8 8 8]/Size 99999999",
    "/Encrypt 1 0 R",
];

/// The words by which a record is found: damage near them goes deepest.
const NEAR: [&[u8]; 8] =
    [b"startxref", b"/EmbeddedFiles", b"/Names", b"/EF", b"xref", b"/Type/XRef", b"/ObjStm", b"trailer"];

/// A PDF whose catalog is packed and whose packed objects and list of objects are plain to see.
fn plain() -> Vec<u8> {
    let objects = [
        (2, "<</Type/Catalog/Pages 7 0 R/Names 3 0 R/AF[4 0 R]>>"),
        (3, "<</EmbeddedFiles<</Kids[6 0 R]>>>>"),
        (4, "<</Type/Filespec/F(ban-ghi.json)/UF(ban-ghi.json)/EF<</F 5 0 R>>>>"),
        (6, "<</Limits[(ban-ghi.json)(ban-ghi.json)]/Names[(ban-ghi.json)4 0 R]>>"),
        (7, "<</Type/Pages/Kids[]/Count 0>>"),
    ];
    let (mut places, mut packed) = (String::new(), String::new());
    for (id, object) in objects {
        places += &format!("{id} {} ", packed.len());
        packed += object;
        packed.push('\n');
    }
    let record = "{\"kind\": \"notice\"}";
    let mut file = b"%PDF-1.7\n".to_vec();
    let first = file.len();
    let (count, begin, length) = (objects.len(), places.len(), places.len() + packed.len());
    file.extend(
        format!("1 0 obj\n<</Type/ObjStm/N {count}/First {begin}/Length {length}>>stream\n{places}{packed}\nendstream\nendobj\n")
            .bytes(),
    );
    let fifth = file.len();
    let length = record.len();
    file.extend(format!("5 0 obj\n<</Length {length}>>stream\n{record}\nendstream\nendobj\n").bytes());
    let list = file.len();
    file.extend(b"8 0 obj\n<</Type/XRef/Size 9/W[1 2 1]/Root 2 0 R/Length 36>>stream\n");
    for (kind, place, index) in [
        (0, 0, 0),
        (1, first, 0),
        (2, 1, 0),
        (2, 1, 1),
        (2, 1, 2),
        (1, fifth, 0),
        (2, 1, 3),
        (2, 1, 4),
        (1, list, 0),
    ] {
        file.extend([kind, (place >> 8) as u8, place as u8, index]);
    }
    file.extend(format!("\nendstream\nendobj\nstartxref\n{list}\n%%EOF\n").bytes());
    file
}

fn saved(file: &mut Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// A file with an update behind it, a hundred times: what was signed so often.
fn updated(mut bytes: Vec<u8>, times: usize) -> Vec<u8> {
    for _ in 0..times {
        let before = Document::load_mem(&bytes).unwrap();
        let id = before.trailer.get(b"Root").and_then(Object::as_reference).unwrap();
        let catalog = before.catalog().unwrap().clone();
        let mut update = IncrementalDocument::create_from(bytes, before);
        update.new_document.set_object(id, catalog);
        bytes = Vec::new();
        update.save_to(&mut bytes).unwrap();
    }
    bytes
}

/// A file, some of it changed; as often as not near what leads to the record.
fn mutated(random: &mut Random, base: &[u8]) -> Vec<u8> {
    let mut bytes = if random.below(3) == 0 { random.mutated(base) } else { base.to_vec() };
    for _ in 0..=random.below(3) {
        let word = NEAR[random.below(NEAR.len())];
        let places: Vec<usize> =
            (0..bytes.len().saturating_sub(word.len())).filter(|&at| bytes[at..].starts_with(word)).collect();
        let at = match places.len() {
            0 => random.below(bytes.len() + 1),
            count => (places[random.below(count)] + random.below(80)).min(bytes.len()),
        };
        let end = (at + random.below(12)).min(bytes.len());
        match random.below(4) {
            0 => drop(bytes.drain(at..end)),
            1 if at < bytes.len() => bytes[at] = random.below(256) as u8,
            2 if at < bytes.len() && bytes[at].is_ascii_digit() => bytes[at] = b'0' + random.below(10) as u8,
            _ => drop(bytes.splice(at..at, PIECES[random.below(PIECES.len())].bytes())),
        }
    }
    bytes
}

fn main() {
    let renderer = Renderer::new().with_signature_fields(true);
    let own = renderer.render(&Decision::example()).unwrap().to_pdf_with_data().unwrap();
    let again = saved(&mut Document::load_mem(&own).unwrap());
    let bases =
        [plain(), own.clone(), again.clone(), updated(own, 2), updated(again, 20), updated(plain(), 1)];
    for base in &bases {
        carried::record_of_pdf(base).unwrap();
    }
    let make = |input: usize, mut random: Random| mutated(&mut random, &bases[input % bases.len()]);
    damage::tried("PDF", make, |bytes| {
        let gives = carried::record_of_pdf(&bytes).is_ok();
        if gives {
            let _ = carried::strip_pdf(&bytes);
        }
        gives
    });
}
