//! Tables that lie beside the code: a line a row, tabs between the cells, a head.

/// The rows of a table below its head.
///
/// # Panics
/// In debug builds, where a row has more or fewer than `N` cells.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).filter_map(|line| {
        let cells = <[&str; N]>::try_from(line.split('\t').collect::<Vec<_>>());
        debug_assert!(cells.is_ok(), "not {N} cells: {line}");
        cells.ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_head_and_empty_cells() {
        assert_eq!(rows("a\tb\n1\t\n\t2\n").collect::<Vec<_>>(), [["1", ""], ["", "2"]]);
    }
}
