//! Names that a misspelt one may have meant.

/// The nearest of the names: at most one change for every three letters.
pub(crate) fn near<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.chars().collect();
    let most = (name.len() / 3).clamp(1, 3);
    let distance = |known: &'a str| {
        let letters: Vec<char> = known.chars().collect();
        // A name of quite another length is not looked at.
        let alike = name.len().abs_diff(letters.len()) <= most;
        alike.then(|| (changes(&name, &letters), known)).filter(|(distance, _)| *distance <= most)
    };
    known.into_iter().filter_map(distance).min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// How many letters must be put in, left out, changed or swapped with the next to make one of the other.
fn changes(one: &[char], other: &[char]) -> usize {
    let mut rows = vec![(0..=other.len()).collect::<Vec<usize>>()];
    for (i, letter) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, known) in other.iter().enumerate() {
            let mut least =
                (rows[i][j] + usize::from(letter != known)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == other[j - 1] && one[i - 1] == *known {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn a_misspelt_name_means_its_neighbour() {
        let known = ["vote", "date", "place", "abstract_line", "signature"];
        for (name, meant) in [
            ("votee", Some("vote")),
            ("dat", Some("date")),
            ("abstractline", Some("abstract_line")),
            ("singature", Some("signature")),
            ("yaer", None),
            ("daet", Some("date")),
            ("headings", None),
            ("x", None),
        ] {
            assert_eq!(near(name, known), meant, "{name}");
        }
    }
}
