//! Damaged inputs of an office: sheets, CSV files, mappings and wordings, mutated. None may panic, take more than a
//! second, or make the process hold more than 200 MB.
//!
//! `cargo run --release --all-features --example mutated [INPUTS] [SEED]`

#![allow(clippy::unwrap_used, reason = "it is a test: what it cannot read ends it")]

use std::fs;
use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use vanban::kinds::{Resolution, built_in};
use vanban::table::{Mapping, Table};
use vanban::{Kind, Renderer};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Without optimisation ten times as long.
const SLOWEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });
const MEGABYTES: u64 = 200;

/// What is put into a text: the ends of ranges, and what has a meaning in XML, TOML, CSV and templates.
const PIECES: [&str; 30] = [
    "",
    "0",
    "-1",
    "4294967296",
    "1e308",
    "NaN",
    "XFD1048576",
    "A0",
    "<",
    ">",
    "/>",
    "&#0;",
    "&amp;",
    "]]>",
    "\"",
    "'",
    ";",
    "\n",
    "\u{feff}",
    "\u{301}",
    "t=\"s\"",
    "s=\"999\"",
    "number-rows-repeated=\"1048576\"",
    "[[",
    "{{",
    "}}",
    "{{#each sections}}",
    "{{/each}}",
    "<b>",
    "rows[999].self_score",
];

/// A generator of its own, so that a seed gives the same inputs everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }

    /// A text with some of its characters gone, doubled, changed, or a piece put in.
    fn mutated(&mut self, text: &[u8]) -> Vec<u8> {
        let mut bytes = text.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len() + 1);
            let end = (at + self.below(24)).min(bytes.len());
            match self.below(5) {
                0 => drop(bytes.drain(at..end)),
                1 => {
                    let piece = bytes[at..end].to_vec();
                    bytes.splice(at..at, piece);
                }
                2 if at < bytes.len() => bytes[at] = self.below(256) as u8,
                3 if at < bytes.len() && bytes[at].is_ascii_digit() => {
                    bytes[at] = b'0' + self.below(10) as u8
                }
                _ => {
                    let piece = PIECES[self.below(PIECES.len())].bytes();
                    bytes.splice(at..at, piece);
                }
            }
        }
        bytes
    }

    /// A workbook, one of its parts mutated, or its bytes.
    fn book(&mut self, parts: &[(String, Vec<u8>)]) -> Vec<u8> {
        let changed = self.below(parts.len());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (index, (name, bytes)) in parts.iter().enumerate() {
            zip.start_file(name, options).unwrap();
            let bytes = if index == changed { self.mutated(bytes) } else { bytes.clone() };
            zip.write_all(&bytes).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        if self.below(10) == 0 { self.mutated(&bytes) } else { bytes }
    }
}

fn parts(path: &str) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let count = zip.len();
    let read = |index| {
        let mut part = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().to_owned(), bytes)
    };
    (0..count).map(read).collect()
}

/// The most that the process has held, in megabytes; nothing where the system does not say.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

fn kind(name: &str) -> &'static Kind {
    built_in().find(|kind| kind.name() == name).unwrap()
}

/// Everything that a batch does with a table, up to the pages of its first records.
fn use_table(table: &Table, mapping: &Mapping, renderer: &Renderer) {
    let form = kind("evaluation_form");
    let _ = table.template(form, renderer, &Mapping::default());
    let _ = table.survey(form, Some(mapping), renderer).map(|survey| survey.to_string());
    for item in table.records(form, Some(mapping), renderer).into_iter().flatten().flatten().take(3) {
        let _ = item.render(renderer);
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let inputs: usize = arguments.next().map_or(2_000, |inputs| inputs.parse().unwrap());
    let seed: u64 = arguments.next().map_or(2026, |seed| seed.parse().unwrap());
    let renderer = Renderer::new();
    let books = ["tests/clerk/cham-diem-thang-7.xlsx", "tests/clerk/cham-diem-thang-6.ods"].map(parts);
    let table = Table::sheet(fs::File::open("tests/clerk/cham-diem-thang-7.xlsx").unwrap(), None).unwrap();
    let office = Mapping::default()
        .with_default("place", "Bình An")
        .with_default("superior.issuer.name", "Đảng uỷ phường Bình An");
    let mapping = table.template(kind("evaluation_form"), &renderer, &office);
    let fitting =
        Mapping::from_toml(&mapping).unwrap().with_default("superior.issuer.name", "Đảng uỷ phường Bình An");
    let csv = fs::read("examples/data/branches.csv").unwrap();
    let wording = kind("resolution").template();
    let (mut failed, mut slowest) = (0, Duration::ZERO);
    for input in 0..inputs {
        let mut random = Random(seed.wrapping_add(input as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let begun = Instant::now();
        let sort = input % 4;
        let done = catch_unwind(AssertUnwindSafe(|| match sort {
            0 => {
                let book = random.book(&books[input / 4 % 2]);
                if let Ok(table) = Table::sheet(Cursor::new(book), None) {
                    use_table(&table, &fitting, &renderer);
                }
            }
            1 => {
                if let Ok(table) = Table::csv(Cursor::new(random.mutated(&csv))) {
                    use_table(&table, &Mapping::default(), &renderer);
                }
            }
            2 => {
                let text = random.mutated(mapping.as_bytes());
                if let Ok(mapping) = Mapping::from_toml(&String::from_utf8_lossy(&text)) {
                    use_table(&table, &mapping, &renderer);
                }
            }
            _ => {
                let text = random.mutated(wording.as_bytes());
                let worded = Renderer::new().with_wording("resolution", &String::from_utf8_lossy(&text));
                let _ =
                    worded.map(|worded| worded.render(&Resolution::example()).map(|paper| paper.to_pdf()));
            }
        }));
        let took = begun.elapsed();
        slowest = slowest.max(took);
        if done.is_err() || took > SLOWEST {
            failed += 1;
            println!(
                "seed {seed}, input {input}: {} after {took:?}",
                if done.is_err() { "panic" } else { "slow" }
            );
        }
    }
    let peak = peak();
    println!("{inputs} inputs, {failed} failed, slowest {slowest:?}, peak {peak:?} MB");
    assert!(failed == 0 && peak.is_none_or(|peak| peak <= MEGABYTES), "see above");
}
