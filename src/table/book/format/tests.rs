use super::*;

fn shown(code: &str, value: f64) -> String {
    Format::new(code).number(value, false).shown()
}

#[test]
fn numbers_are_shown_as_vietnamese_excel_shows_them() {
    for (code, value, expected) in [
        ("General", 5.0, "5"),
        ("General", 8.299_999_999_999_999, "8,3"),
        ("General", 0.1 + 0.2, "0,3"),
        ("General", 11.0 / 23.0 * 100.0, "47,82608696"),
        ("General", 11.0 / 23.0, "0,47826087"),
        ("General", 1e10 / 3.0, "3333333333"),
        ("General", 1_234_567.0, "1234567"),
        ("General", 12_500_000_000.0, "12500000000"),
        ("General", 123_456_789_012.0, "123456789012"),
        ("General", 1e20, "1E+20"),
        ("General", 1.234_567e-5, "1,23457E-05"),
        ("General", 0.00001, "0,00001"),
        ("General", -0.5, "-0,5"),
        ("General", 0.0, "0"),
        ("General", 9.999_999_999_99, "10"),
        ("0", 2.5, "3"),
        ("0", -2.5, "-3"),
        ("0.00", 47.826_086_956_521_74, "47,83"),
        ("0.00", 1.005, "1,01"),
        (".00", 0.5, ",50"),
        (".00", 12.5, "12,50"),
        ("0.00", 0.0, "0,00"),
        ("#,##0", 1_234_567.0, "1.234.567"),
        ("#,##0", 999.0, "999"),
        ("#,##0", 0.0, "0"),
        ("#,##0.00", 1_234_567.891, "1.234.567,89"),
        ("0%", 0.85, "85%"),
        ("0.0%", 0.958_333_333, "95,8%"),
        ("0.00%", 0.478_260_869_565_217_4, "47,83%"),
        ("000", 7.0, "007"),
        ("000", 1_234.0, "1234"),
        ("0000000000", 912_345_678.0, "0912345678"),
        ("0000 000 000", 912_345_678.0, "0912 345 678"),
        ("000-00", 12_345.0, "123-45"),
        ("#.##", 0.5, ",5"),
        ("0.##", 0.5, "0,5"),
        ("0.0#", 2.0, "2,0"),
        ("#,##0,", 1_234_567.0, "1.235"),
        ("0.0,,", 1_250_000.0, "1,3"),
        ("0\" đồng chí\"", 28.0, "28 đồng chí"),
        ("0\"/10\"", 8.0, "8/10"),
        ("#,##0 [$₫-42A]", 5_000.0, "5.000 ₫"),
        ("[$-42A]#,##0", 5_000.0, "5.000"),
        ("_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-", 5_000.0, "5.000"),
        ("_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-", -5_000.0, "-5.000"),
        ("_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-", 0.0, "-"),
        ("0;(0)", -5.0, "(5)"),
        ("0;(0)", 0.0, "0"),
        ("0;-0;;@", 0.0, ""),
        ("[Red][<50]0\" kém\";[>=90]0\" tốt\";0", 49.0, "49 kém"),
        ("[Red][<50]0\" kém\";[>=90]0\" tốt\";0", 95.0, "95 tốt"),
        ("[Red][<50]0\" kém\";[>=90]0\" tốt\";0", 70.0, "70"),
        ("0.00E+00", 12_345.0, "1,23E+04"),
        ("0.00E+00", 0.000_123, "1,23E-04"),
        ("##0.0E+0", 12_345.0, "12,3E+3"),
        ("0.0E+0", 9.99, "1,0E+1"),
        ("@", 5.0, "5"),
        ("# ?/?", 5.5, "5,5"),
        (";;;", 5.0, ""),
        ("", 5.0, "5"),
    ] {
        assert_eq!(shown(code, value), expected, "{code} {value}");
    }
}

#[test]
fn days_and_times_are_shown_as_vietnamese_excel_shows_them() {
    let at = 46_178.812_5;
    for (code, value, expected) in [
        ("dd/mm/yyyy", at, "05/06/2026"),
        ("d/m/yyyy", at, "5/6/2026"),
        ("d-m-yy", at, "5-6-26"),
        ("dd.mm.yyyy", at, "05.06.2026"),
        ("mm/yyyy", at, "06/2026"),
        ("yyyy-mm-dd h:mm:ss", at, "2026-06-05 19:30:00"),
        ("\"ngày\" dd \"tháng\" mm \"năm\" yyyy", at, "ngày 05 tháng 06 năm 2026"),
        ("[$-42A]d mmm yyyy", at, "5 Thg6 2026"),
        ("[$-409]d mmm yyyy;@", at, "5 Jun 2026"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", at, "05 Tháng Sáu 2026"),
        ("dddd, dd/mm", at, "Thứ Sáu, 05/06"),
        ("ddd", at, "T6"),
        ("h:mm", at, "19:30"),
        ("hh:mm", 0.8125, "19:30"),
        ("hh:mm:ss", 0.353_472_222_222, "08:29:00"),
        ("h:mm AM/PM", at, "7:30 CH"),
        ("[$-409]h:mm AM/PM", 0.25, "6:00 AM"),
        ("h:mm AM/PM", 0.0, "12:00 SA"),
        ("[h]:mm", 1.5, "36:00"),
        ("[mm]:ss", 0.5, "720:00"),
        ("mm:ss.0", 0.000_711_8, "01:01,5"),
        ("hh\"giờ\"mm", 0.8125, "19giờ30"),
        ("yyyy", at, "2026"),
    ] {
        assert_eq!(shown(code, value), expected, "{code} {value}");
    }
    let date = NaiveDate::from_ymd_opt(2026, 6, 5).unwrap();
    let day = Format::new("mm/yyyy").number(at, false);
    assert_eq!(day, Cell::Date { date, shown: "06/2026".into() });
    let old = Format::new("dd/mm/yyyy").number(44_716.0, true);
    assert_eq!(old, Cell::Date { date, shown: "05/06/2026".into() });
    let time = Format::new("h:mm").number(0.8125, false);
    assert_eq!(time, Cell::Number { value: 0.8125, shown: "19:30".into() });
    // No day of a calendar.
    for value in [-1.0, 0.0, 60.0, 3e6, 1e300] {
        assert!(matches!(Format::new("dd/mm/yyyy").number(value, false), Cell::Number { .. }), "{value}");
    }
    assert_eq!(Format::default().date(date).shown(), "05/06/2026");
    assert_eq!(Format::new("d-m-yy").date(date).shown(), "5-6-26");
}

#[test]
fn built_in_formats_are_those_of_vietnam() {
    for (id, value, expected) in [
        (0, 1.5, "1,5"),
        (3, 1_234.0, "1.234"),
        (4, 1_234.5, "1.234,50"),
        (9, 0.85, "85%"),
        (14, 46_178.0, "05/06/2026"),
        (20, 0.8125, "19:30"),
        (22, 46_178.812_5, "05/06/2026 19:30"),
        (41, 5_000.0, "5.000"),
        (46, 1.5, "36:00:00"),
        (49, 7.0, "7"),
        (999, 7.0, "7"),
    ] {
        assert_eq!(shown(built_in(id), value), expected, "{id}");
    }
}

#[test]
fn a_text_is_shown_with_the_words_of_its_format() {
    let text = |code: &str| Format::new(code).text("An".to_owned());
    assert_eq!(text("\"Đ/c \"@"), "Đ/c An");
    assert_eq!(text("0;-0;0;@\" (x)\""), "An (x)");
    assert_eq!(text("@"), "An");
    assert_eq!(text("General"), "An");
    assert_eq!(text(";;;"), "An");
}
