//! What to do about a problem whose sentence does not say it, by code.

/// What to do about problems of this code.
pub(super) fn of(code: &str) -> Option<&'static str> {
    TABLE
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(known, _)| *known == code)
        .map(|(_, text)| text)
}

/// A code and what to do, a line each, in the order of the codes.
const TABLE: &str = include_str!("remedies.tsv");

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn each_code_has_one_remedy() {
        let lines: Vec<(&str, &str)> = TABLE.lines().map(|line| line.split_once('\t').unwrap()).collect();
        assert!(lines.is_sorted_by(|(first, _), (second, _)| first < second));
        for (code, text) in lines {
            assert!(text.starts_with("hãy ") && !text.ends_with('.'), "{code}: {text}");
        }
    }
}
