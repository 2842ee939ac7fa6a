#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

fn read(json: &str) -> Result<Decimal, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

#[test]
fn reads_json_numbers_and_prints_them_exactly() {
    for (json, printed, written) in [
        ("0", "0", "0"),
        ("-0.0", "0", "0"),
        ("9.0", "9", "9"),
        ("68.5", "68,5", "68.5"),
        ("-3", "-3", "-3"),
        ("-0.25", "-0,25", "-0.25"),
        ("0.29", "0,29", "0.29"),
        ("7.05", "7,05", "7.05"),
        ("1e2", "100", "100"),
        ("2026", "2.026", "2026"),
        ("12500000000", "12.500.000.000", "12500000000"),
        ("-1234567.891", "-1.234.567,891", "-1234567.891"),
        ("0.000001", "0,000001", "1e-6"),
        ("123456789.012345", "123.456.789,012345", "123456789.012345"),
        ("999999999999999999", "999.999.999.999.999.999", "999999999999999999"),
        ("1.5e16", "15.000.000.000.000.000", "15000000000000000"),
    ] {
        let figure = read(json).unwrap();
        assert_eq!(figure.to_string(), printed, "{json}");
        assert_eq!(serde_json::to_string(&figure).unwrap(), written, "{json}");
    }
}

#[test]
fn reads_the_vietnamese_form() {
    for (text, printed) in [
        ("68,5", "68,5"),
        ("68,50", "68,5"),
        ("1.250.000", "1.250.000"),
        ("1.250.000,75", "1.250.000,75"),
        ("1.234,5", "1.234,5"),
        ("1,234", "1,234"),
        ("-3", "-3"),
        ("\u{2212}3,5", "-3,5"),
        ("007", "7"),
        ("8.5", "8,5"),
        ("0.125", "0,125"),
        ("1234.567", "1.234,567"),
        ("1.23", "1,23"),
    ] {
        assert_eq!(text.parse::<Decimal>().unwrap().to_string(), printed, "{text}");
        assert_eq!(read(&format!("\" {text} \"")).unwrap().to_string(), printed, "{text}");
    }
}

#[test]
fn refuses_what_can_be_read_in_two_ways_and_what_is_no_number() {
    for text in ["1.234", "-12.345", "123.456"] {
        assert_eq!(text.parse::<Decimal>(), Err(NotDecimal::Ambiguous), "{text}");
    }
    for text in [
        "",
        "-",
        "tám",
        "8,",
        ",5",
        "1,2,3",
        "1.23.456",
        "1234.567.890",
        "1.2.3",
        "8 điểm",
        "1e5",
        "+5",
        "0x1",
        "NaN",
        "--3",
        "1,5.2",
        "1.250,000,000",
    ] {
        assert_eq!(text.parse::<Decimal>(), Err(NotDecimal::NoNumber), "{text}");
    }
    for (json, said) in [
        (
            "\"1.234\"",
            "“1.234” có thể là phần nghìn, có thể là số lẻ: ghi dấu phẩy trước số lẻ, không ghi dấu chấm",
        ),
        (
            "\"68 triệu\"",
            "“68 triệu” không phải là số; hãy ghi như 68,5 hoặc 1.250.000, không kèm dấu % hay đơn vị tính",
        ),
        ("0.1234567", "“0,1234567” có quá 6 chữ số sau dấu phẩy: hãy làm tròn"),
        (
            "1234567890.123456",
            "“1234567890,123456” có quá nhiều chữ số (nhiều nhất 18, số lẻ nhiều nhất 15): hãy làm tròn hoặc đổi đơn vị tính",
        ),
        (
            "1000000000000000000",
            "“1000000000000000000” có quá nhiều chữ số (nhiều nhất 18, số lẻ nhiều nhất 15): hãy làm tròn hoặc đổi đơn vị tính",
        ),
        (
            "-1e300",
            "“-1e300” có quá nhiều chữ số (nhiều nhất 18, số lẻ nhiều nhất 15): hãy làm tròn hoặc đổi đơn vị tính",
        ),
    ] {
        let error = read(json).unwrap_err();
        assert!(error.starts_with(said), "{json}: {error}");
    }
    assert!(read("18446744073709551615").is_err() && read("-9223372036854775808").is_err());
    assert!(read("true").unwrap_err().starts_with("invalid type: boolean `true`, expected a number"));
}

#[test]
fn figures_are_reckoned_exactly() {
    let of = |text: &str| text.parse::<Decimal>().unwrap();
    assert_eq!([of("0,1"), of("0,2"), of("-0,3")].into_iter().sum::<Decimal>(), Decimal::ZERO);
    assert_eq!((of("12.500.000.000") + of("750.000.000,5")).to_string(), "13.250.000.000,5");
    assert_eq!((-of("3")).to_string(), "-3");
    assert_eq!(of("3").distance(of("4,5")), Decimal::halves(3));
    assert!(of("9,5").is_half_step() && !of("9,25").is_half_step() && of("-2").is_half_step());
    assert!(of("-3") < of("-2,9") && of("10") > of("9,999999"));
    assert_eq!([of("3"), of("9,5"), of("-0,125")].map(Decimal::places), [0, 1, 3]);
    let mean = |figures: &[&str]| Decimal::mean(figures.iter().map(|text| of(text))).unwrap().to_string();
    assert_eq!(mean(&["1", "2", "2"]), "1,67");
    assert_eq!(mean(&["-0,005", "0,005"]), "0");
    assert_eq!(mean(&["0,125"]), "0,13");
    assert_eq!(u64::try_from(of("5,0")), Ok(5));
    assert!(u64::try_from(of("5,5")).is_err() && u64::try_from(of("-5")).is_err());
}

/// Nothing wraps and nothing panics, however large a sum becomes; what could not be read is not written.
#[test]
fn sums_beyond_all_measure_end() {
    let mut sum = Decimal::from(u64::MAX);
    assert!(serde_json::to_string(&sum).is_err());
    for _ in 0..200 {
        sum = sum + sum;
    }
    assert!(sum > Decimal::from(u64::MAX) && sum.to_string().len() > 30);
    assert_eq!(Decimal::mean([sum, sum]), None);
    assert_eq!(sum.share(sum), None);
    assert!((Decimal::ZERO - sum - sum).distance(sum) > sum - sum);
    let long: Decimal = "999999999999999999".parse().unwrap();
    assert!(serde_json::to_string(&(long + Decimal::halves(1))).is_err());
}

proptest! {
    #[test]
    fn a_figure_survives_the_way_to_json_and_to_paper_and_back(
        digits in -999_999_999_999_999_i64..=999_999_999_999_999, places in 0_usize..=6,
    ) {
        let power = 10_i128.pow(u32::try_from(6 - places).unwrap());
        let figure = Decimal { millionths: i128::from(digits) * power };
        prop_assert_eq!(read(&serde_json::to_string(&figure).unwrap()).unwrap(), figure);
        let printed = figure.to_string();
        prop_assert_eq!(printed.parse::<Decimal>().map_or_else(
            |reason| reason == NotDecimal::Ambiguous && figure.places() == 0, |again| again == figure), true);
    }

    #[test]
    fn sums_are_those_of_whole_millionths(all in proptest::collection::vec(-10_i64.pow(15)..10_i64.pow(15), 0..50)) {
        let exact: i128 = all.iter().map(|&figure| i128::from(figure)).sum();
        let sum: Decimal = all.iter().map(|&figure| Decimal { millionths: figure.into() }).sum();
        prop_assert_eq!(sum.millionths, exact);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[-0-9.,]{0,24}") {
        if let Ok(figure) = text.parse::<Decimal>() {
            prop_assert_eq!(read(&serde_json::to_string(&figure).unwrap()).unwrap(), figure);
        }
    }
}
