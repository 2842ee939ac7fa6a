//! Numbers as decimal digits: programs keep 15 and show no more, whatever a formula left behind them.

/// A number without its sign: 0.d₁d₂d₃… × 10^`point`.
#[derive(Debug, Clone)]
pub(super) struct Digits {
    digits: Vec<u8>,
    point: i32,
}

impl Digits {
    pub(super) fn new(value: f64) -> Digits {
        let text = format!("{:.14e}", value.abs());
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let mut digits: Vec<u8> =
            mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        while digits.last() == Some(&0) {
            digits.pop();
        }
        let point = if digits.is_empty() { 0 } else { exponent.parse().unwrap_or(0) + 1 };
        Digits { digits, point }
    }

    /// So many digits stand before the comma; fewer than none where noughts follow it.
    pub(super) fn point(&self) -> i32 {
        self.point
    }

    /// Times a power of ten.
    pub(super) fn shift(mut self, by: i32) -> Digits {
        if !self.digits.is_empty() {
            self.point = self.point.saturating_add(by);
        }
        self
    }

    /// Rounded to so many decimals, a half up: the digits before the comma, without noughts before them, and
    /// behind it.
    pub(super) fn rounded(&self, decimals: usize) -> (String, String) {
        let (mut digits, mut point) = (self.digits.clone(), self.point);
        let keep = i64::from(point) + i64::try_from(decimals).unwrap_or(i64::MAX);
        match usize::try_from(keep) {
            Err(_) => digits.clear(),
            Ok(keep) if keep < digits.len() => {
                let up = digits[keep] >= 5;
                digits.truncate(keep);
                if up {
                    let mut at = keep;
                    loop {
                        match at.checked_sub(1) {
                            None => {
                                digits.insert(0, 1);
                                point += 1;
                                break;
                            }
                            Some(before) if digits[before] == 9 => {
                                digits[before] = 0;
                                at = before;
                            }
                            Some(before) => {
                                digits[before] += 1;
                                break;
                            }
                        }
                    }
                }
            }
            Ok(_) => {}
        }
        let letter = |place: i64| {
            let digit = usize::try_from(place).ok().and_then(|place| digits.get(place)).copied().unwrap_or(0);
            char::from(b'0' + digit)
        };
        let point = i64::from(point);
        let whole: String = (0..point).map(letter).collect();
        let behind = (0..decimals).map(|place| letter(point + i64::try_from(place).unwrap_or(0))).collect();
        (if digits.is_empty() { String::new() } else { whole }, behind)
    }
}

/// A number's text with points for its commas and commas for its points.
pub(in super::super) fn swapped(shown: &str) -> String {
    let swap = |letter| match letter {
        '.' => ',',
        ',' => '.',
        letter => letter,
    };
    shown.chars().map(swap).collect()
}

/// A number without a format, as a cell of usual width shows it: at most 11 characters, whole numbers in full as far
/// as they are kept.
pub(in super::super) fn general(value: f64) -> String {
    const WIDTH: i32 = 11;
    let digits = Digits::new(value);
    let sign = if value < 0.0 { "-" } else { "" };
    let before = digits.point().max(1);
    let is_whole = i32::try_from(digits.digits.len()).is_ok_and(|length| length <= digits.point());
    let scientific = if digits.digits.is_empty() {
        false
    } else if is_whole {
        digits.point() > 15
    } else {
        // Small, and cut off by the width.
        let needs = i32::try_from(digits.digits.len()).unwrap_or(WIDTH) - digits.point();
        digits.point() < -3 && needs + 2 > WIDTH
    };
    if scientific {
        let exponent = digits.point() - 1;
        let (whole, behind) = digits.shift(-exponent).rounded(5);
        let (whole, exponent) =
            if whole.len() > 1 { ("1".to_owned(), exponent + 1) } else { (whole, exponent) };
        let mark = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{}E{mark}{:02}", joined(&whole, &behind), exponent.abs());
    }
    let decimals = usize::try_from(WIDTH - 1 - before).unwrap_or(0);
    let (whole, behind) = digits.rounded(decimals);
    let text = joined(&whole, &behind);
    if text == "0" { text } else { format!("{sign}{text}") }
}

/// Digits before and behind a comma, without noughts at the end.
fn joined(whole: &str, behind: &str) -> String {
    let whole = if whole.is_empty() { "0" } else { whole };
    match behind.trim_end_matches('0') {
        "" => whole.to_owned(),
        behind => format!("{whole},{behind}"),
    }
}
