//! How long something took, as offices write it in cells: `90 phút`, `1 giờ 30`, `1h30`, `1,5 giờ`, `1:30`.

use super::rows::normal;
use crate::text::Decimal;

const HOURS: [&str; 4] = ["giờ", "tiếng", "h", "g"];
const MINUTES: [&str; 7] = ["phút", "phut", "ph", "p", "'", "’", "′"];

/// A session takes no longer than a day.
const MOST: u32 = 24 * 60;

/// The minutes that a text says with their unit.
pub(super) fn read(text: &str) -> Option<u32> {
    let text = normal(text).to_lowercase();
    let text = text.trim_end_matches('.');
    let minutes = match text.split_once(':') {
        Some((hours, rest)) => {
            let minutes = rest.strip_suffix(":00").unwrap_or(rest);
            hours.parse::<u32>().ok()?.checked_mul(60)?.checked_add(below_sixty(minutes)?)?
        }
        None => with_units(text)?,
    };
    (minutes <= MOST).then_some(minutes)
}

fn with_units(text: &str) -> Option<u32> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')?;
    let (figure, rest) = text.split_at(end);
    if let Some(rest) = unit(rest, &MINUTES) {
        return if rest.is_empty() { figure.parse().ok() } else { None };
    }
    let rest = unit(rest, &HOURS)?;
    let hours: Decimal = figure.parse().ok()?;
    let whole: f64 = hours.to_string().replace(',', ".").parse().ok()?;
    let minutes = whole * 60.0;
    if minutes.fract() != 0.0 || !(0.0..=f64::from(MOST)).contains(&minutes) {
        return None;
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is whole, and a day at most"
    )]
    let minutes = minutes as u32;
    match rest {
        "" => Some(minutes),
        "rưỡi" => Some(minutes + 30),
        rest => {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let (more, unit_of) = rest.split_at(end);
            let is_all = unit_of.is_empty() || unit(unit_of, &MINUTES) == Some("");
            is_all.then(|| below_sixty(more)).flatten().map(|more| minutes + more)
        }
    }
}

/// What is behind one of these units.
fn unit<'a>(text: &'a str, units: &[&str]) -> Option<&'a str> {
    let text = text.trim_start();
    units.iter().find_map(|unit| text.strip_prefix(unit)).map(|rest| rest.trim_start_matches([' ', ',']))
}

fn below_sixty(text: &str) -> Option<u32> {
    let is_figure = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|minutes| is_figure && *minutes < 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_read_with_its_units() {
        for (minutes, texts) in [
            (
                90,
                &[
                    "90 phút",
                    "90'",
                    "90p",
                    "90 Phút.",
                    "1 giờ 30",
                    "1h30",
                    "1 giờ 30 phút",
                    "1g30",
                    "1h30'",
                    "01h30p",
                    "1 giờ, 30 phút",
                    "1,5 giờ",
                    "1.5h",
                    "1 giờ rưỡi",
                    "1h rưỡi",
                    "1:30",
                    "01:30:00",
                    "1 tiếng 30 phút",
                ][..],
            ),
            (120, &["2 giờ", "2h", "2h00", "120 phút"]),
            (0, &["0 phút"]),
        ] {
            for text in texts {
                assert_eq!(read(text), Some(minutes), "{text}");
            }
        }
        for text in
            ["", "phút", "90", "19h30-21h", "1h75", "1:75", "90 phút hơn", "25h", "1,33 giờ", "90 đ/c"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
