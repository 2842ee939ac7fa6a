//! Numbers as SVG has them: short.

/// A length in points, to a hundredth, without zeros that say nothing.
pub(super) fn number(value: f64) -> String {
    short(format!("{value:.2}"))
}

/// What a unit of the em square is in points: letters are thousands of them wide.
pub(super) fn scale(value: f64) -> String {
    short(format!("{value:.8}"))
}

fn short(number: String) -> String {
    let short = number.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let numbers = [595.2756, 14.0, 0.5, -0.001, 100.0, -3.25].map(number);
        assert_eq!(numbers, ["595.28", "14", "0.5", "0", "100", "-3.25"]);
        assert_eq!(scale(14.0 / 2048.0), "0.00683594");
    }
}
