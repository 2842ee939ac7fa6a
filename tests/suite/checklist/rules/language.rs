//! Rules 86 to 88: citations, tone marks, spaces.

use super::{Outcome, Rule, always, ensure, rule};
use crate::checklist::paper::Paper;
use crate::checklist::parts::Parts;
use crate::checklist::piece::Piece;
use crate::checklist::words::{is_day, is_month, is_number, is_year, without_blanks};

pub const RULES: &[Rule] = &[
    rule(86, "viện dẫn văn bản lần đầu", "OBS", cites, Some(citations), Some(citations)),
    rule(87, "một cách đặt dấu thanh", "OBS", always, Some(tones), Some(tones)),
    rule(88, "khoảng trắng trong phần cố định", "CONV", always, Some(spaces), Some(spaces)),
];

fn cites(paper: &Paper) -> bool {
    paper.prose && paper.own_citations
}

/// `05-NQ/CB`: the symbol of a Party paper.
fn is_symbol(word: &str) -> bool {
    let parts = word.split_once('-').and_then(|(number, rest)| Some((number, rest.split_once('/')?)));
    parts.is_some_and(|(number, (code, organisation))| {
        let letters = |text: &str| {
            !text.is_empty() && text.chars().all(|one| one.is_alphabetic() || "-/".contains(one))
        };
        is_number(number) && letters(code) && letters(organisation)
    })
}

/// `06/02/2017`, `03/4/2018`.
fn is_short_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split('/').collect();
    matches!(parts.as_slice(), [day, month, year] if is_day(day) && is_month(month) && is_year(year))
}

/// The first time a paper is named: `số 66-QĐ/TW, ngày 06/02/2017 của …`.
fn citations<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let mut known: Vec<String> = Vec::new();
    for piece in &parts.body {
        let words: Vec<&str> = piece.text.split_whitespace().collect();
        let mut quoted_to = 0;
        for (at, word) in words.iter().enumerate().skip(1) {
            let symbol = word.trim_end_matches([',', '.', ';', ')', ':']);
            let named = words[at - 1] == "số" && is_symbol(symbol);
            if !named || at < quoted_to || known.iter().any(|one| one == symbol) {
                continue;
            }
            known.push(symbol.to_owned());
            let fits = match words[at + 1..] {
                ["ngày", date, "của", ..] => word.ends_with(',') && is_short_date(date),
                _ => false,
            };
            let shown: Vec<&str> = words[at - 1..].iter().take(5).copied().collect();
            ensure(fits, || {
                format!("found “{} …”, expected “số {symbol}, ngày dd/m/yyyy của”", shown.join(" "))
            })?;
            quoted_to = at + title_length(&words[at..]);
        }
    }
    Ok(())
}

/// How far the title of a cited paper reaches: `của … về …`, to the end of the clause. What it names
/// is quoted, not cited.
fn title_length(words: &[&str]) -> usize {
    let end =
        words.iter().skip(1).position(|word| word.ends_with([';', '.'])).map_or(words.len(), |end| end + 2);
    if words[..end].contains(&"về") { end } else { 0 }
}

/// Open oa, oe, uy: the tone on the second vowel (traditional) or on the first.
const TRADITIONAL: [&str; 15] =
    ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"];
const MODERN: [&str; 15] =
    ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"];

/// Names keep the spelling of those who bear them: only words in small letters or capitals count,
/// and `Uỷ`.
fn counts(word: &str) -> bool {
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    capitals == 0 || capitals == word.chars().count() || word == "Uỷ" || word == "Ủy"
}

/// The word where it ends in one of the syllables.
fn spelt<'a>(words: &'a [String], endings: &[&str]) -> Option<&'a String> {
    words.iter().find(|word| {
        let lower = word.to_lowercase();
        // After q the u belongs to the consonant: quý, quỹ are spelt one way only.
        endings.iter().any(|ending| lower.ends_with(ending)) && !lower.starts_with('q')
    })
}

fn tones<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let titles = [&parts.type_name, &parts.author, &parts.subject].into_iter().flatten();
    let signed = parts.signature.iter().chain(&parts.left_signature);
    let signed = signed.flat_map(|block| std::iter::once(&block.authority).chain(&block.position));
    let texts =
        parts.letterhead.iter().chain(titles).chain(&parts.body).chain(signed).chain(&parts.recipients);
    let words: Vec<String> = texts
        .flat_map(|piece| piece.text.split(|letter: char| !letter.is_alphabetic()))
        .filter(|word| !word.is_empty() && counts(word))
        .map(str::to_owned)
        .collect();
    match (spelt(&words, &TRADITIONAL), spelt(&words, &MODERN)) {
        (Some(old), Some(new)) => Err(format!("found both “{old}” and “{new}”")),
        _ => Ok(()),
    }
}

/// What the library itself prints round the record's words.
fn fixed(parts: &Parts) -> impl Iterator<Item = &Piece> {
    let titles = [&parts.type_name, &parts.author, &parts.subject, &parts.separator].into_iter().flatten();
    let signed = parts.signature.iter().chain(&parts.left_signature);
    let signed =
        signed.flat_map(|block| std::iter::once(&block.authority).chain(&block.position).chain(&block.name));
    let listed = parts.recipients_label.iter().chain(&parts.recipients).chain(&parts.contact);
    parts.letterhead.iter().chain(titles).chain(signed).chain(listed)
}

fn spaces<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let open = paper.number_by_hand || paper.date_by_hand || paper.draft.is_some();
    for piece in fixed(parts) {
        let text = if open { without_blanks(&piece.text) } else { piece.text.clone() };
        let loose = ["  ", " ,", " ;", " :", " ."].iter().find(|signs| text.contains(*signs));
        ensure(loose.is_none(), || format!("found “{}” in “{text}”", loose.unwrap_or(&"")))?;
    }
    Ok(())
}
