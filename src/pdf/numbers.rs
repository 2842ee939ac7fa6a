//! Numbers as text, as short as they are.

/// Writes a number to a thousandth.
pub(super) fn thousandths(to: &mut Vec<u8>, number: f64) {
    let scaled = (number * 1000.0).round() as i64;
    if scaled < 0 {
        to.push(b'-');
    }
    let scaled = scaled.unsigned_abs();
    digits(to, scaled / 1000);
    let mut rest = scaled % 1000;
    if rest > 0 {
        to.push(b'.');
        let mut place = 100;
        while rest > 0 {
            to.push(b'0' + (rest / place) as u8);
            rest %= place;
            place /= 10;
        }
    }
}

/// Writes a whole number.
pub(super) fn whole(to: &mut Vec<u8>, number: i64) {
    if number < 0 {
        to.push(b'-');
    }
    digits(to, number.unsigned_abs());
}

fn digits(to: &mut Vec<u8>, mut number: u64) {
    // The longest has twenty.
    let mut last = [0; 20];
    let mut at = last.len();
    loop {
        at -= 1;
        last[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    to.extend_from_slice(&last[at..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousandths_are_as_short_as_they_are() {
        let written = |number: f64| {
            let mut text = Vec::new();
            thousandths(&mut text, number);
            String::from_utf8(text).unwrap()
        };
        let numbers = [0.0, -0.0004, 15.0, 14.5, 85.05, 0.001, -794.123, 100.0, 1234.5678, 0.9996];
        let expected = ["0", "0", "15", "14.5", "85.05", "0.001", "-794.123", "100", "1234.568", "1"];
        assert_eq!(numbers.map(written), expected);
    }

    #[test]
    fn whole_numbers_have_a_sign_where_they_need_one() {
        let mut text = Vec::new();
        for number in [0, 7, -10, 1_234_567_890, i64::MIN] {
            whole(&mut text, number);
            text.push(b' ');
        }
        assert_eq!(text, b"0 7 -10 1234567890 -9223372036854775808 ");
    }
}
