//! Rules 21 to 31 and 85: number and date.

use chrono::NaiveDate;

use super::types::{NOT_OF_A_CELL, TYPES, code_of, organisation_code};
use super::{Outcome, Rule, below, ensure, needed, rule, same};
use crate::checklist::paper::Paper;
use crate::checklist::parts::Parts;
use crate::checklist::piece::Look;
use crate::checklist::words::{is_day, is_month, is_number, is_year, without_blanks};

pub const RULES: &[Rule] = &[
    rule(21, "số và ký hiệu", "HD05 I.3.2.2", numbered, Some(number_form), Some(number_form)),
    rule(
        22,
        "số không có hai chấm, không cách",
        "HD05 I.3.2.2",
        numbered,
        Some(number_signs),
        Some(number_signs),
    ),
    rule(23, "số nhỏ hơn 10 thêm số 0", "HD05 I.3.2.2", in_print, Some(number_zero), Some(number_zero)),
    rule(24, "cỡ, kiểu chữ số và ký hiệu", "HD05 PL2.3", numbered, Some(number_look), Some(number_look)),
    rule(25, "chữ viết tắt tên loại", "HD05 I.3.1.2a", numbered, Some(known_code), Some(known_code)),
    rule(26, "ký hiệu đúng với tên loại", "HD05 I.5.1.1", numbered, Some(code_of_type), Some(code_of_type)),
    rule(27, "ký hiệu đúng với cơ quan", "HD05 I.3.1.2b", alone, Some(code_of_issuer), Some(code_of_issuer)),
    rule(
        28,
        "địa danh, ngày tháng năm",
        "HD05 I.4.2.2",
        |paper| paper.dated,
        Some(date_form),
        Some(date_form),
    ),
    rule(29, "tháng 3 đến 9 không thêm số 0", "HD05 I.4.2.2", |paper| paper.dated, Some(month), Some(month)),
    rule(30, "cỡ, kiểu chữ ngày tháng", "HD05 PL2.4", |paper| paper.dated, Some(date_look), Some(date_look)),
    rule(31, "ngày có thật", "CONV", date_in_print, Some(real_date), Some(real_date)),
    rule(85, "thẩm quyền ban hành", "QĐ399*", |_| true, Some(may_issue), Some(may_issue)),
];

fn numbered(paper: &Paper) -> bool {
    paper.numbered
}

fn in_print(paper: &Paper) -> bool {
    paper.numbered && !paper.number_by_hand
}

fn alone(paper: &Paper) -> bool {
    paper.numbered && !paper.joint
}

fn date_in_print(paper: &Paper) -> bool {
    paper.dated && !paper.date_by_hand
}

/// Of `05-NQ/CB` the `NQ` and the `CB`.
struct Number {
    code: String,
    organisation: String,
}

fn is_code(code: &str) -> bool {
    let mut letters = code.chars();
    let big = |letter: char| letter.is_ascii_uppercase() || letter == 'Đ';
    letters.next().is_some_and(big) && letters.all(|letter| big(letter) || letter.is_ascii_lowercase())
}

fn is_organisation(code: &str) -> bool {
    let big = |part: &str| {
        !part.is_empty() && part.chars().all(|letter| letter.is_ascii_uppercase() || letter == 'Đ')
    };
    code.split('-').all(big)
}

/// Reads the number line; room for the pen counts only where the paper says so, or in a draft.
fn read(paper: &Paper, parts: &Parts) -> Result<Number, String> {
    let text = &needed(&parts.number, "number line that begins with “Số”")?.text;
    let odd = || format!("number line: found “{text}”, expected “Số 05-{}/…”", paper.type_code);
    let plain = without_blanks(text);
    let by_hand = text.len() > plain.len();
    let (digits, symbol) = plain.strip_prefix("Số ").and_then(|rest| rest.split_once('-')).ok_or_else(odd)?;
    let (code, organisation) = symbol.split_once('/').ok_or_else(odd)?;
    let blank = digits.trim().is_empty() && by_hand;
    let written = digits.len() >= 2 && is_number(digits);
    let allowed = match (paper.number_by_hand, paper.draft) {
        (true, _) => blank,
        (false, Some(_)) => blank || written,
        (false, None) => written,
    };
    ensure(allowed && is_code(code) && is_organisation(organisation), odd)?;
    Ok(Number { code: code.to_owned(), organisation: organisation.to_owned() })
}

fn number_form<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    read(paper, parts).map(|_| ())
}

fn number_signs<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let text = &needed(&parts.number, "number line")?.text;
    ensure(!text.contains(':'), || format!("“{text}” holds a colon"))?;
    let open = paper.number_by_hand || paper.draft.is_some();
    // The room for the pen ends at the hyphen.
    let text = if open { without_blanks(text).replacen("Số -", "Số-", 1) } else { text.clone() };
    let loose = [" -", "- ", " /", "/ "].iter().find(|sign| text.contains(*sign));
    ensure(loose.is_none(), || format!("“{text}” has a space beside a sign"))
}

fn number_zero<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let text = &needed(&parts.number, "number line")?.text;
    let digits: String =
        text.chars().skip_while(|sign| !sign.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let padded = digits.len() == 2 || (digits.len() > 2 && !digits.starts_with('0'));
    let open = digits.is_empty() && paper.draft.is_some();
    ensure(padded || open, || {
        format!("found number “{digits}”, expected two digits at least, a zero only below 10")
    })
}

fn number_look<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let number = needed(&parts.number, "number line")?;
    Look::size(14.0).check(number)?;
    below(number, needed(&parts.issuer, "issuer")?)
}

fn known_code<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let code = read(paper, parts)?.code;
    let other = if paper.hd36() { "QĐi" } else { "QĐ" };
    let known = code == other || TYPES.iter().any(|(_, known)| *known == code);
    ensure(known, || format!("found type code “{code}”, which the table of types does not have"))?;
    ensure(paper.type_name != "QUY ĐỊNH" || code == other, || {
        format!("quy định: found “{code}”, expected “{other}”")
    })
}

fn code_of_type<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let code = read(paper, parts)?.code;
    same("type code", &code, paper.type_code)?;
    let printed = parts.type_name.as_ref().map(|name| name.words());
    match &printed {
        Some(name) => match code_of(name, paper.hd36()) {
            Some(expected) => same(&format!("code of {name}"), &code, expected),
            None => Err(format!("found type name “{name}”, which the table of types does not have")),
        },
        None => same("code of a paper without a type name", &code, "CV"),
    }
}

fn code_of_issuer<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let code = read(paper, parts)?.organisation;
    let issuer = needed(&parts.issuer, "issuer")?.words();
    let Some(expected) = organisation_code(&issuer) else { return Ok(()) };
    // A cell's code is whole; a committee may add its field: ĐUQS, a body its committee: VPTU.
    let fits = if ["CB", "TU", "TW", "ĐH"].contains(&expected) {
        code == expected
    } else {
        code.starts_with(expected)
    };
    ensure(fits, || format!("{issuer}: found code “{code}”, expected “{expected}”"))
}

/// Day and month are empty where the pen writes them.
struct Date {
    day: String,
    month: String,
    year: String,
}

fn read_date(parts: &Parts) -> Result<Date, String> {
    let date = needed(&parts.date, "date below the title")?;
    let text = without_blanks(&date.text);
    let odd = || format!("found “{}”, expected “{{place}}, ngày 03 tháng 02 năm 2026”", date.text);
    let (place, rest) = text.split_once(", ngày ").ok_or_else(odd)?;
    let (day, rest) = split(rest, "tháng").ok_or_else(odd)?;
    let (month, year) = split(rest, "năm").ok_or_else(odd)?;
    ensure(!place.trim().is_empty(), odd)?;
    Ok(Date { day: day.to_owned(), month: month.to_owned(), year: year.to_owned() })
}

/// `05 tháng 6` → `05`, `6`; ` tháng 6` → ``, `6`.
fn split<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let (before, after) = text.split_once(word)?;
    let before = if before.is_empty() { before } else { before.strip_suffix(' ')? };
    Some((before, after.strip_prefix(' ').unwrap_or(after)))
}

fn date_form<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let date = read_date(parts)?;
    let by_hand = paper.date_by_hand;
    let day = is_day(&date.day) || (by_hand && date.day.is_empty());
    ensure(day, || format!("day: found “{}”, expected 01 to 31 in two digits", date.day))?;
    let month = is_month(&date.month) || (by_hand && date.month.is_empty());
    ensure(month, || format!("month: found “{}”, expected 01, 02, 3 to 12", date.month))?;
    ensure(!by_hand || date.day.is_empty(), || "the day is printed, expected room for the pen".into())?;
    ensure(is_year(&date.year), || format!("year: found “{}”", date.year))
}

fn month<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let month = read_date(parts)?.month;
    let padded = month.starts_with('0') && !["01", "02"].contains(&month.as_str());
    ensure(!padded, || format!("found “tháng {month}”, expected no zero before 3 to 9"))
}

fn date_look<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let date = needed(&parts.date, "date")?;
    Look::size(14.0).italic().check(date)?;
    below(date, needed(&parts.title, "title")?)
}

fn real_date<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let date = read_date(parts)?;
    let number = |text: &str| text.parse::<u32>().unwrap_or(0);
    let year = date.year.parse().unwrap_or(0);
    let real = NaiveDate::from_ymd_opt(year, number(&date.month), number(&date.day)).is_some();
    ensure(real, || format!("{}/{}/{} is no date", date.day, date.month, date.year))
}

/// A warning in the regulation's practice: older papers differ.
fn may_issue<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let issuer = needed(&parts.issuer, "issuer")?.words();
    let type_name = parts.type_name.as_ref().map_or(paper.type_name.to_owned(), |name| name.words());
    let refused = issuer.starts_with("CHI BỘ") && NOT_OF_A_CELL.contains(&type_name.as_str());
    ensure(!refused, || format!("a chi bộ issues no {type_name}"))
}
