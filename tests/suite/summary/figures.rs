//! Counts and averages of random lists.

use proptest::prelude::*;
use serde_json::json;
use vanban::scoring::CriteriaSet;
use vanban::text::Decimal;

use crate::records::{record, words};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// The marks in the columns are as many as the rows, and the counts below them say so.
    #[test]
    fn marks_are_as_many_as_rows(halves in proptest::collection::vec(0..=200_u32, 1..12)) {
        let mut list = record("evaluation_summary");
        list["rows"] = halves
            .iter()
            .enumerate()
            .map(|(index, halves)| json!({
                "branch": format!("Chi bộ {index}"),
                "sessions": [{"month": 6, "score": f64::from(*halves) / 2.0}],
            }))
            .collect();
        let words = words(&list);
        let (table, counts) = words.split_once(" Tổng cộng ").unwrap();
        let marks = table.split(' ').filter(|word| *word == "x").count();
        let counts: Vec<usize> = counts.split(' ').take(4).map(|count| count.parse().unwrap()).collect();
        prop_assert_eq!(marks, halves.len());
        prop_assert_eq!(counts.iter().sum::<usize>(), halves.len());
        prop_assert_eq!(counts[0], halves.iter().filter(|halves| **halves >= 180).count());
    }

    /// Against a decimal worked out digit by digit, as by hand.
    #[test]
    fn an_average_is_exact(halves in proptest::collection::vec(0..=200_u32, 1..=12)) {
        let (sum, count) = (halves.iter().sum::<u32>() * 5, u32::try_from(halves.len()).unwrap() * 10);
        let (mut rest, mut digits) = (sum % count, Vec::new());
        for _ in 0..3 {
            digits.push(rest * 10 / count);
            rest = rest * 10 % count;
        }
        let mut hundredths = sum / count * 100 + digits[0] * 10 + digits[1];
        hundredths += u32::from(digits[2] >= 5);
        let expected = format!("{},{:02}", hundredths / 100, hundredths % 100);
        let expected = expected.trim_end_matches('0').trim_end_matches(',').to_owned();
        let mean = Decimal::mean(halves.iter().map(|halves| Decimal::halves(*halves))).unwrap();
        prop_assert_eq!(mean.to_string(), expected);
        // Rounding never lifts an average into a rating.
        let set = CriteriaSet::named("an_phu_ward_2025_monthly").unwrap();
        let rating = set.rating(mean).unwrap();
        prop_assert!(u64::from(sum) * 100 >= rating_from(rating) * u64::from(count));
    }
}

/// Where a rating begins, in hundredths of a point.
fn rating_from(rating: &vanban::scoring::Rating) -> u64 {
    serde_json::to_value(rating.from).unwrap().as_u64().unwrap() * 100
}
