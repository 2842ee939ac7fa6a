//! Paragraphs of random text that holds every character of the face that is written left to right and stands
//! alone, between halves of words, between figures, at the ends of words and between spaces; half of them in
//! the cells of a table. `.ci/run` compares some, `.ci/full` two thousand with both LibreOffices.
//!
//! `cargo run --example random_lines [PARAGRAPHS] [SEED]`

use std::fs;
use std::path::Path;

use unicode_normalization::char::is_combining_mark;
use vanban::kinds::Resolution;
use vanban::parts::Section;
use vanban::text::{clean, upper};
use vanban::{Fonts, Renderer, Text};

const SYLLABLES: [&str; 24] = [
    "chi",
    "bộ",
    "Đảng",
    "nghị",
    "quyết",
    "nhiệm",
    "kỳ",
    "tổ",
    "chức",
    "thực",
    "hiện",
    "của",
    "và",
    "là",
    "Quảng",
    "Trị",
    "đồng",
    "chí",
    "thường",
    "xuyên",
    "uỷ",
    "ban",
    "kiểm",
    "tra",
];
/// What breaks lines, or keeps them from breaking, and what clerks write.
const MARKS: &str = "-–—…?!|\\/.,:;%°()[]{}“”‘’«»\"'$+−№´‒‼§&*";
/// A long paper's worth of paragraphs.
const PAPER: usize = 50;

const BODY: &str = "{{#each sections}}{{#each paragraphs}}<p>{{this}}</p>{{/each}}{{/each}}";
const CELLS: &str = "<p>Bảng:</p><table columns='70mm 1fr'><tr><th>Một</th><th>Hai</th></tr>\
    {{#each sections}}{{#each paragraphs}}<tr><td>{{this}}</td><td align='justify'>{{this}}</td></tr>{{/each}}{{/each}}\
    </table>";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let paragraphs: usize = arguments.next().map_or(Ok(150), |count| count.parse())?;
    let mut dice = Dice(arguments.next().map_or(Ok(2026), |seed| seed.parse())?);
    let letters = letters();
    println!("{} characters of the face", letters.len());
    let out = Path::new("target/random_lines");
    fs::create_dir_all(out)?;
    let mut turn = letters.iter().copied().cycle();
    let renderer = Renderer::new();
    for paper in 0..paragraphs.div_ceil(PAPER) {
        let count = PAPER.min(paragraphs - paper * PAPER);
        let any = || paragraph(&mut dice, &mut turn, letters.len() / 120);
        let texts = std::iter::repeat_with(any).filter(|text| reads_as_text(&renderer, text)).take(count);
        let record = record(texts.map(Text::from).collect());
        let (name, wording) = if paper % 2 == 0 { ("body", BODY) } else { ("cells", CELLS) };
        let document = renderer.clone().with_wording("resolution", wording)?.render(&record)?;
        let file = out.join(format!("{paper:02}-{name}"));
        fs::write(file.with_extension("docx"), document.to_docx()?)?;
        fs::write(file.with_extension("pdf"), document.to_pdf()?)?;
        fs::write(file.with_extension("words.txt"), document.words() + "\n")?;
    }
    println!("{paragraphs} paragraphs in {}", out.display());
    Ok(())
}

fn record(paragraphs: Vec<Text>) -> Resolution {
    let mut record = Resolution::example();
    record.outline.sections = vec![Section { paragraphs, ..Section::default() }];
    record
}

/// Now and then letters happen to look like an old encoding, or tone letters side by side: programs draw these as
/// one, the PDF does not.
fn reads_as_text(renderer: &Renderer, text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    if letters.windows(2).any(|pair| pair.iter().all(|c| matches!(c, '\u{2e5}'..='\u{2e9}'))) {
        return false;
    }
    renderer.check(&record(vec![text.into()])).iter().all(|problem| problem.code != "text.legacy_encoding")
}

/// The characters of the face that are written left to right and stand alone, as a record keeps them.
fn letters() -> Vec<char> {
    let fonts = Fonts::liberation_serif();
    let right_to_left = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}');
    let private_use = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}');
    ('!'..='\u{fffd}')
        .filter(|&c| {
            let text = c.to_string();
            // A record refuses a letter whose capital the face has not, as it may stand in a heading.
            fonts.missing(&(upper(&text) + &text)).is_empty()
                && !is_combining_mark(c)
                && !right_to_left(c)
                && !private_use(c)
                && clean(&text).text == text
        })
        .collect()
}

/// Some thirty words, every second of them with a character of the face or a mark; `turns` of them are taken in
/// turn, so that all come.
fn paragraph(dice: &mut Dice, turn: &mut impl Iterator<Item = char>, turns: usize) -> String {
    let marks: Vec<char> = MARKS.chars().collect();
    let mut words = Vec::new();
    for _ in 0..turns.max(12) {
        let mut odd = || match dice.below(2) {
            0 => turn.next().unwrap_or('–'),
            _ => marks[dice.below(marks.len())],
        };
        let (one, other) = (odd(), odd());
        let mut half = || match dice.below(4) {
            0 => dice.below(2030).to_string(),
            _ => SYLLABLES[dice.below(SYLLABLES.len())].to_owned(),
        };
        let (left, right, plain) = (half(), half(), half());
        words.push(plain);
        words.push(match dice.below(10) {
            0..=4 => format!("{left}{one}{right}"),
            5 => format!("{left}{one}{other}{right}"),
            6 => format!("{left}{one} {right}"),
            7 => format!("{left} {one}{right}"),
            8 => format!("{left} {one} {right}"),
            _ => format!("{one}{left}{other}{right}"),
        });
    }
    words.join(" ")
}

/// Numbers that are the same on every machine (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }
}
