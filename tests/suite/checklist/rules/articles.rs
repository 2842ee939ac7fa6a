//! Rules 51 to 56: chapters, articles, clauses, points, the outline.

use super::{Outcome, Rule, ensure, rule};
use crate::checklist::paper::Paper;
use crate::checklist::parts::Parts;
use crate::checklist::piece::Piece;
use crate::checklist::words::{Opening, is_capitals, is_number, is_roman, opening};

pub const RULES: &[Rule] = &[
    rule(51, "Phần, Chương, Mục", "HD05 I.6.2.4", has_chapters, Some(labels), Some(labels)),
    rule(52, "số của Phần, Chương, Mục", "HD05 I.6.2.4", has_chapters, Some(numerals), Some(numerals)),
    rule(53, "Điều", "HD05 I.6.2.4c", has_articles, Some(articles), Some(articles)),
    rule(54, "khoản, điểm", "HD05 I.6.2.4d-đ", prose, Some(clauses), Some(clauses)),
    rule(55, "số thứ tự liên tục", "CONV", prose, Some(sequence), Some(sequence)),
    rule(56, "mục lớn ghi I- ", "OBS", has_outline, Some(outline), Some(outline)),
];

/// No f, j, w, z.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

fn has_chapters(paper: &Paper) -> bool {
    paper.chapters
}

fn has_articles(paper: &Paper) -> bool {
    paper.articles
}

fn prose(paper: &Paper) -> bool {
    paper.prose
}

fn has_outline(paper: &Paper) -> bool {
    paper.outline
}

/// `Chương II`, `Phần thứ nhất`, `Mục 1`: the word and its number, alone on a line.
pub fn label(piece: &Piece) -> Option<(&'static str, String)> {
    let text = piece.words();
    let find = |name: &&'static str| {
        let number = text.strip_prefix(*name)?.strip_prefix(' ')?;
        let alone = number.starts_with("thứ ") || !number.contains(' ');
        (alone && number.chars().count() < 20).then(|| (*name, number.to_owned()))
    };
    ["Phần", "Chương", "Mục", "PHẦN", "CHƯƠNG", "MỤC"].iter().find_map(find)
}

fn found_labels(parts: &Parts) -> Result<Vec<(usize, &'static str, String)>, String> {
    let labels: Vec<_> = parts
        .body
        .iter()
        .enumerate()
        .filter_map(|(index, piece)| label(piece).map(|(name, number)| (index, name, number)))
        .collect();
    if labels.is_empty() { Err("found no Phần, Chương or Mục".into()) } else { Ok(labels) }
}

fn labels<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    for (index, name, number) in found_labels(parts)? {
        let label = &parts.body[index];
        ensure(label.is_centred_heading(), || format!("“{name} {number}” is not centred and bold"))?;
        ensure(!is_capitals(&label.text), || {
            format!("“{}” is in capitals, only its name should be", label.text)
        })?;
        let title = parts.body.get(index + 1).ok_or(format!("“{name} {number}” has no name below it"))?;
        let fits = title.is_centred_heading() && is_capitals(&title.text);
        ensure(fits, || format!("“{}” is not centred, bold and in capitals", title.words()))?;
    }
    Ok(())
}

fn numerals<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    for (_, name, number) in found_labels(parts)? {
        let fits = match name {
            "Mục" | "MỤC" => is_number(&number),
            _ => is_roman(&number) || number.starts_with("thứ "),
        };
        ensure(fits, || {
            format!("found “{name} {number}”, expected Roman for Phần and Chương, Arabic for Mục")
        })?;
    }
    Ok(())
}

pub fn is_article(piece: &Piece) -> bool {
    matches!(opening(&piece.text), Opening::Article(_))
}

fn articles<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let articles: Vec<&Piece> = parts.body.iter().filter(|piece| is_article(piece)).collect();
    ensure(!articles.is_empty(), || "found no Điều".into())?;
    for article in articles {
        let text = &article.text;
        let digits = text.chars().skip(5).take_while(char::is_ascii_digit).count();
        let after: String = text.chars().skip(5 + digits).take(2).collect();
        let shown: String = text.chars().take(30).collect();
        ensure(after == ". ", || format!("found “{shown}…”, expected “Điều {{n}}. ”"))?;
        ensure(article.part(0, 6 + digits).all_bold(), || format!("the label of “{shown}…” is not bold"))?;
        // What ends with a stop is the article's text, not its name.
        let name = !text.ends_with(['.', ';', ':']);
        ensure(!name || article.all_bold(), || format!("the name of “{shown}…” is not bold"))?;
    }
    Ok(())
}

/// Below a Điều, khoản and điểm are regular; letters come from the alphabet, in its order.
fn clauses<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let mut in_article = false;
    let mut last: Option<usize> = None;
    for piece in &parts.body {
        let shown: String = piece.text.chars().take(30).collect();
        match opening(&piece.text) {
            Opening::Article(_) => (in_article, last) = (true, None),
            Opening::Clause(_) => {
                last = None;
                let regular = piece.visible().all(|span| !span.bold && !span.italic);
                ensure(regular || !in_article, || format!("khoản “{shown}…” is not regular"))?;
            }
            Opening::Point(letter) => {
                let place = LETTERS.chars().position(|known| known == letter);
                let place = place.ok_or(format!("“{shown}…”: Vietnamese has no point {letter})"))?;
                let first = piece.part(0, 2);
                ensure(first.visible().all(|span| !span.bold), || format!("điểm “{shown}…” is not regular"))?;
                ensure(last.is_none_or(|last| place == 0 || place > last), || {
                    format!("“{shown}…” stands after a later letter")
                })?;
                last = Some(place);
            }
            Opening::Dash | Opening::Plain => {
                if label(piece).is_some() || heading_number(piece).is_some() {
                    (in_article, last) = (false, None);
                }
            }
        }
    }
    Ok(())
}

/// Where a count stands, to see gaps and repeats.
#[derive(Default)]
struct Counter {
    last: u32,
    /// Text stood between: a new list may begin at one.
    interrupted: bool,
}

impl Counter {
    fn step(&mut self, number: u32, shown: &str) -> Outcome {
        let restart = number == 1 && (self.last == 0 || self.interrupted);
        let fits = restart || number == self.last + 1;
        let last = self.last;
        ensure(fits, || format!("“{shown}…” is number {number} and follows number {last}"))?;
        *self = Counter { last: number, interrupted: false };
        Ok(())
    }
}

fn sequence<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let (mut article, mut heading, mut clause, mut point) =
        (Counter::default(), Counter::default(), Counter::default(), Counter::default());
    for piece in &parts.body {
        let shown: String = piece.text.chars().take(30).collect();
        if let Some(number) = heading_number(piece) {
            heading.step(number, &shown)?;
            (clause, point) = (Counter::default(), Counter::default());
            continue;
        }
        match opening(&piece.text) {
            Opening::Article(number) => {
                article.step(number, &shown)?;
                (clause, point) = (Counter::default(), Counter::default());
            }
            Opening::Clause(number) => {
                clause.step(number, &shown)?;
                point = Counter::default();
            }
            Opening::Point(letter) => {
                let place = LETTERS.chars().position(|known| known == letter).unwrap_or(0);
                point.step(place as u32 + 1, &shown)?;
                clause.interrupted = false;
            }
            Opening::Dash => {}
            Opening::Plain => {
                (clause.interrupted, point.interrupted) = (true, true);
                if label(piece).is_some_and(|(name, _)| name.to_lowercase() == "phần") {
                    heading = Counter::default();
                }
            }
        }
    }
    Ok(())
}

/// The number of a heading that begins with a Roman numeral, however it goes on.
pub fn heading_number(piece: &Piece) -> Option<u32> {
    let (word, _) = piece.text.split_once(' ')?;
    let numeral = word.trim_end_matches(['-', '.', ')', '–', '/', ':']);
    if !is_roman(numeral) || !piece.all_bold() {
        return None;
    }
    let value = |letter: char| match letter {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        _ => 100,
    };
    let digits: Vec<i32> = numeral.chars().map(value).collect();
    let less = |index: usize| digits.get(index + 1).is_some_and(|next| *next > digits[index]);
    let total: i32 =
        (0..digits.len()).map(|index| if less(index) { -digits[index] } else { digits[index] }).sum();
    u32::try_from(total).ok()
}

fn outline<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let headings: Vec<&Piece> = parts.body.iter().filter(|piece| heading_number(piece).is_some()).collect();
    ensure(!headings.is_empty(), || "found no bold heading with a Roman numeral".into())?;
    for heading in headings {
        let (numeral, title) = heading.text.split_once(' ').unwrap_or_default();
        let fits = numeral.strip_suffix('-').is_some_and(is_roman) && is_capitals(title);
        ensure(fits, || format!("found “{}”, expected “I- ” and capitals", heading.words()))?;
    }
    Ok(())
}
