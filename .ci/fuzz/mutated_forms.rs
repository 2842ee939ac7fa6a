//! Damaged forms: `form.toml`, `body.hbs`, `example.json` and the ZIP of a folder, mutated. None may panic, take more than
//! a second, or make the process hold more than 200 MB; a form that is read makes papers of its example and of a blank
//! record.
//!
//! `cargo run --release --example mutated_forms [INPUTS] [SEED] [FIRST]`

#![allow(clippy::unwrap_used, reason = "it is a test: what it cannot read ends it")]

mod damage;

use std::fs;
use std::io::{Cursor, Write};

use damage::Random;
use vanban::Renderer;
use vanban::forms::{Folder, Form};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What a form maker gets wrong, beside what anybody does.
const PIECES: [&str; 24] = [
    "type = \"table\"",
    "type = \"choice\", choices = []",
    "required = true",
    "size = 60",
    "size = 1e308",
    "[styles]",
    "[[fields]]",
    "border = true",
    "stock = true",
    "offset = { right = 50, down = 50 }",
    "margins = { top = 80, bottom = 80, left = 80, right = 80 }",
    "orientation = \"landscape\"",
    "sheet = \"A5\"",
    "outline = true",
    "letterhead = false",
    "date = \"signature\"",
    "<p style=\"title\">",
    "<p align=\"center\">",
    "<p beside=\"signature\">",
    " stock=\"true\"",
    "{{lines full_name}}",
    "{{data_table view.rows}}",
    "{{number_of rows}}",
    "{{#each rows}}{{#each ../rows}}{{this}}{{/each}}{{/each}}",
];

/// A form's three texts.
struct Texts([Vec<u8>; 3]);

const FILES: [&str; 3] = ["form.toml", "body.hbs", "example.json"];

fn forms() -> Vec<Texts> {
    let folders = ["templates/forms", "tests/forms"].iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut folders: Vec<_> = folders.map(|folder| folder.unwrap().path()).collect();
    folders.sort();
    folders
        .iter()
        .map(|folder| Texts(FILES.map(|file| fs::read(folder.join(file)).unwrap_or_default())))
        .collect()
}

impl Texts {
    /// The same, one to three of them damaged.
    fn damaged(&self, random: &mut Random) -> Texts {
        let mut texts = self.0.clone();
        for _ in 0..=random.below(2) {
            let text = &mut texts[random.below(3)];
            *text = match random.below(3) {
                0 => {
                    // Between two lines, or words.
                    let gaps: Vec<usize> =
                        (0..text.len()).filter(|at| b"\n {".contains(&text[*at])).collect();
                    let at = gaps.get(random.below(gaps.len())).copied().unwrap_or_default();
                    let piece = PIECES[random.below(PIECES.len())].as_bytes();
                    [&text[..at], b"\n", piece, b"\n", &text[at..]].concat()
                }
                _ => random.mutated(text),
            };
        }
        Texts(texts)
    }

    fn folder(&self, emblem: &[u8]) -> Folder {
        let [toml, body, example] = self.0.each_ref().map(|text| String::from_utf8_lossy(text).into_owned());
        let folder = Folder::new(toml).picture("emblem.png", emblem);
        let folder = if body.is_empty() { folder } else { folder.body(body) };
        if example.is_empty() { folder } else { folder.example(example) }
    }

    fn zip(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (file, text) in FILES.iter().zip(&self.0) {
            zip.start_file(*file, SimpleFileOptions::default()).unwrap();
            zip.write_all(text).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// Everything that is done with a form; whether it was read.
fn used(form: vanban::Result<Form>, renderer: &Renderer) -> bool {
    let Ok(form) = form.inspect_err(|error| drop(error.to_string())) else { return false };
    let kind = form.kind().clone();
    let Ok(renderer) = renderer.clone().with_form(form) else { return false };
    let renderer = renderer.with_kind_of_unnamed(kind.name());
    let _ = kind.fields(None);
    for record in [kind.example(), Some("{}")].into_iter().flatten() {
        let Ok(record) = renderer.read(record) else { continue };
        if let Ok(document) = renderer.render(&record) {
            document.to_docx().unwrap();
            document.to_pdf().unwrap();
        }
    }
    true
}

fn main() {
    let (renderer, forms) = (Renderer::new(), forms());
    let emblem = fs::read("examples/data/emblem.png").unwrap();
    let make = |input: usize, mut random: Random| {
        let texts = forms[input % forms.len()].damaged(&mut random);
        (input, random, texts)
    };
    damage::tried("forms", make, |(input, mut random, texts)| match input % 20 {
        0 => used(Form::from_zip(&random.mutated(&texts.zip())), &renderer),
        _ => used(Form::read(&texts.folder(&emblem)), &renderer),
    });
}
