//! The marked pieces of pages, by the blocks that they belong to.

/// A marked piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    block: usize,
    /// Its page, counted from 0.
    pub(super) page: usize,
    /// Its number on the page.
    pub(super) number: i64,
}

/// All marked pieces of a file.
#[derive(Debug, Default)]
pub(super) struct Marks {
    all: Vec<Mark>,
}

impl Marks {
    /// Notes a piece, behind those before it.
    pub(super) fn add(&mut self, block: usize, page: usize, number: i64) {
        self.all.push(Mark { block, page, number });
    }

    /// Makes it ready to be asked: by blocks, those of each in the order in which they stand on the pages.
    pub(super) fn sort(&mut self) {
        self.all.sort_by_key(|mark| mark.block);
    }

    /// The pieces of a block.
    pub(super) fn of(&self, block: usize) -> &[Mark] {
        let start = self.all.partition_point(|mark| mark.block < block);
        let count = self.all[start..].iter().take_while(|mark| mark.block == block).count();
        &self.all[start..start + count]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_of_a_block_come_in_the_order_of_the_pages() {
        let mut marks = Marks::default();
        for (block, page, number) in [(3, 0, 0), (1, 0, 1), (3, 0, 2), (7, 1, 0), (3, 1, 1)] {
            marks.add(block, page, number);
        }
        marks.sort();
        let of = |block| marks.of(block).iter().map(|mark| (mark.page, mark.number)).collect::<Vec<_>>();
        assert_eq!(of(3), [(0, 0), (0, 2), (1, 1)]);
        assert_eq!(of(1), [(0, 1)]);
        assert_eq!([of(0), of(2), of(8)], [[], [], []]);
    }
}
