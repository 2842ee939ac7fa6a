//! Rules for the frame: issuer, number, date, title, recipients.

use chrono::{Datelike, NaiveDate};

use super::codes::{is_code, is_document};
use super::{authority, copies, letterhead, names, pictures, recipients, signature, types};
use crate::error::Problems;
use crate::parts::{Body, Frame, Given};
use crate::path::Path;
use crate::profile::Profile;
use crate::text::{short_date, starts_upper};
use crate::units::Sheet;

/// Checks the parts that every kind has.
pub(crate) fn check(frame: &Frame, profile: &Profile, problems: &mut Problems) {
    issuer(frame, problems);
    letterhead::check(frame, profile, problems);
    types::check(frame, problems);
    number(frame, problems);
    date(frame, profile, problems);
    if frame.shown.subject {
        subject(frame, profile, problems);
    }
    recipients::check(frame, problems);
    signature::check(frame, problems);
    authority::check(frame, problems);
    pictures::check(frame, problems);
    state_form(frame, problems);
    sheet(frame, problems);
    copies::check(frame, problems);
    layout(frame, problems);
    free_layout(frame, profile, problems);
}

/// Papers of the guidance's types look as it says: black Times New Roman in its sizes, on white paper.
fn free_layout(frame: &Frame, profile: &Profile, problems: &mut Problems) {
    let Some(layout) = profile.free_layout() else { return };
    if is_document(&frame.type_name) {
        problems.error(
            "layout.of_a_document",
            Path::root(),
            "05-HD/VPTW II.IV.1",
            format!(
                "“{}” là loại văn bản của Đảng, trình bày theo quy định: không có kiểu chữ, màu chữ, khung viền riêng, không in trên phôi; hãy bỏ phần trình bày riêng của mẫu, hoặc đặt tên loại khác",
                frame.type_name
            ),
        );
    }
    layout.problems().into_iter().for_each(|problem| problems.add(problem));
}

/// A letter prints no type name, and its subject under the number in letters of 12 pt.
fn layout(frame: &Frame, problems: &mut Problems) {
    if let Some(layout) = frame.layout.filter(|_| frame.letter) {
        let why = "công văn không in tên loại; trích yếu in cỡ 12 dưới số, ký hiệu";
        layout.refuse(&["type_name_pt", "subject_pt"], "05-HD/VPTW II.I.5.2.3", why, problems);
    }
    if let Some(layout) = frame.layout.filter(|_| !frame.letter) {
        if !frame.shown.type_name {
            layout.refuse(&["type_name_pt"], "quy ước", "mẫu này không in tên loại", problems);
        }
        if !frame.shown.subject {
            layout.refuse(&["subject_pt"], "quy ước", "mẫu này không in trích yếu", problems);
        }
    }
}

fn issuer(frame: &Frame, problems: &mut Problems) {
    let clause = "05-HD/VPTW II.I.3.1.2b";
    let told = frame.issuer.told_code();
    match (&frame.issuer.code, &told) {
        (None, None) if frame.numbered => problems.error(
            "issuer.code_missing",
            Path::at("issuer").field("code"),
            clause,
            format!("chưa biết ký hiệu của “{}”; hãy ghi, ví dụ CB, ĐU", frame.issuer.name),
        ),
        (Some(code), _) if !is_code(code.as_str()) => problems.error(
            "issuer.code_form",
            Path::at("issuer").field("code"),
            clause,
            format!("ký hiệu “{code}” không đúng; ký hiệu là chữ in hoa, ví dụ CB, ĐU, BTCTU-BNCTU"),
        ),
        (Some(code), Some(told)) if code.as_str() != told && letterhead::body(frame) != Some(Body::Joint) => {
            problems.warning(
                "issuer.code_differs",
                Path::at("issuer").field("code"),
                clause,
                format!("ký hiệu “{code}” khác ký hiệu thường dùng của “{}” là {told}", frame.issuer.name),
            );
        }
        _ => {}
    }
}

fn number(frame: &Frame, problems: &mut Problems) {
    match (frame.draft, frame.number) {
        (_, Some(_)) if !frame.numbered => problems.error(
            "number.unasked",
            "number",
            "quy ước",
            "loại văn bản này không có dòng số và ký hiệu; hãy bỏ số",
        ),
        _ if !frame.numbered => {}
        (Some(_), Some(_)) => problems.error(
            "number.on_draft",
            "number",
            "05-HD/VPTW II.II.4.2",
            "bản dự thảo không ghi số; hãy bỏ số, hoặc bỏ dòng dự thảo nếu văn bản đã được thông qua",
        ),
        (None, None) => problems.error(
            "number.missing",
            "number",
            "05-HD/VPTW II.I.3",
            "văn bản chính thức chưa có số; hãy ghi số, hoặc “by_hand” để ghi bằng bút",
        ),
        (None, Some(Given::Value(0))) => {
            problems.error(
                "number.zero",
                "number",
                "05-HD/VPTW II.I.3.1.1",
                "số văn bản bắt đầu từ 01, không có số 0",
            );
        }
        _ => {}
    }
    if frame.draft == Some(0) {
        problems.error(
            "draft.zero",
            "draft",
            "05-HD/VPTW II.II.4.2",
            "dự thảo đánh số từ lần 1, không có lần 0",
        );
    }
}

fn date(frame: &Frame, profile: &Profile, problems: &mut Problems) {
    let (date, clause) = (&frame.date, "05-HD/VPTW II.I.4.2");
    if frame.dated && frame.draft.is_none() {
        for (part, path, name) in [
            (date.day, Path::at("date").field("day"), "ngày"),
            (date.month, Path::at("date").field("month"), "tháng"),
        ] {
            if part.is_none() {
                problems.error(
                    "date.incomplete",
                    path,
                    clause,
                    format!("văn bản chính thức chưa ghi {name}; hãy ghi, hoặc “by_hand” để ghi bằng bút"),
                );
            }
        }
    }
    let day = date.day.and_then(Given::value);
    let month = date.month.and_then(Given::value);
    // A blank stands for the part that suits best: 29/02 of a leap year.
    let possible = NaiveDate::from_ymd_opt(
        if month == Some(2) && day == Some(29) { date.year } else { 2024 },
        month.unwrap_or(1),
        day.unwrap_or(1),
    );
    if possible.is_none() {
        let part = |value: Option<u32>| value.map_or_else(|| "…".to_owned(), |value| value.to_string());
        problems.error(
            "date.not_a_date",
            "date",
            "quy ước",
            format!("ngày {}/{}/{} không có trong lịch", part(day), part(month), date.year),
        );
    } else if !(1930..=9999).contains(&date.year) {
        problems.error(
            "date.year",
            Path::at("date").field("year"),
            "quy ước",
            format!("năm {} không phải năm của một văn bản của Đảng", date.year),
        );
    } else if let Some(date) = date.calendar() {
        let (since, until) = profile.in_force();
        let printed = |date: NaiveDate| short_date(date.day(), date.month(), date.year());
        if let Some(since) = since.filter(|since| date < *since) {
            problems.warning(
                "date.before_profile",
                "date",
                profile.name(),
                format!("văn bản đề ngày trước khi có Hướng dẫn {} ({})", profile.name(), printed(since)),
            );
        } else if let Some(until) = until.filter(|until| date >= *until) {
            problems.warning(
                "date.after_profile",
                "date",
                profile.name(),
                format!(
                    "văn bản đề ngày khi Hướng dẫn {} đã hết hiệu lực ({})",
                    profile.name(),
                    printed(until)
                ),
            );
        }
    }
}

fn subject(frame: &Frame, profile: &Profile, problems: &mut Problems) {
    let (path, clause) = ("subject", "05-HD/VPTW II.I.5.2");
    let line = frame.subject.as_str();
    let begins = profile.letter_abstract().filter(|_| frame.letter).unwrap_or_default();
    if line.starts_with("V/v") || line.starts_with("v/v") {
        problems.error(
            "subject.state_form",
            path,
            "05-HD/VPTW II.I.5.2.3",
            "trích yếu văn bản của Đảng không ghi “V/v”; hãy viết đủ “về” hoặc “về việc”",
        );
    } else if !line.starts_with(begins) {
        problems.warning(
            "subject.letter",
            path,
            "05-HD/VPTW II.I.5.2.3",
            format!(
                "trích yếu công văn bắt đầu bằng “{}”; hiện là “{}”",
                begins.trim_end(),
                first_word(line)
            ),
        );
    } else if starts_upper(line) && frame.volume.is_none() {
        problems.warning(
            "subject.upper_case",
            path,
            clause,
            format!("trích yếu thường bắt đầu bằng chữ thường; hiện là “{}”", first_word(line)),
        );
    }
    if let Some(rest) = repeated(line, &frame.type_name) {
        problems.warning(
            "subject.type_repeated",
            path,
            "quy ước",
            format!("trích yếu không nhắc lại tên loại: ghi “{rest}”"),
        );
    }
    if line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase) {
        problems.warning("subject.capitals", path, clause, "trích yếu ghi chữ thường, không in hoa");
    }
    if line.ends_with(['.', ';', ',', ':']) {
        problems.error("subject.end_mark", path, clause, "cuối trích yếu không có dấu câu");
    }
}

/// What belongs to state documents (Nghị định 30/2020/NĐ-CP) and never to the Party's.
fn state_form(frame: &Frame, problems: &mut Problems) {
    let both = [
        (Path::at("issuer").field("superior"), frame.issuer.superior.as_ref()),
        (Path::at("issuer").field("name"), Some(&frame.issuer.name)),
    ];
    for (path, name) in both {
        let Some(name) = name else { continue };
        if names::is_the_state(name.as_str()) {
            problems.error(
                "issuer.state_form",
                path,
                "05-HD/VPTW II.I.1",
                "văn bản của Đảng không ghi Quốc hiệu; góc phải luôn là “ĐẢNG CỘNG SẢN VIỆT NAM”",
            );
        }
    }
}

/// IV.3: only administrative papers may be on A5.
fn sheet(frame: &Frame, problems: &mut Problems) {
    if frame.sheet == Sheet::A5 && is_document(&frame.type_name) {
        problems.error(
            "sheet.document_on_a5",
            "sheet",
            "05-HD/VPTW II.IV.3",
            format!("“{}” in trên giấy A4; chỉ giấy tờ hành chính mới được in trên giấy A5", frame.type_name),
        );
    }
}

/// The abstract without the type's name, where it begins with that.
fn repeated<'a>(line: &'a str, type_name: &str) -> Option<&'a str> {
    let length = type_name.chars().count();
    let begins: String = line.chars().take(length).collect();
    let rest = line.get(begins.len()..)?.strip_prefix(' ')?;
    (begins.to_lowercase() == type_name.to_lowercase() && rest.starts_with("về ")).then_some(rest)
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or(text)
}
