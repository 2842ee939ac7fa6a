//! What stands between a table and what follows it.

use crate::tree::{Block, Paragraph, Role};

/// Puts room below each table. Word makes two tables in a row one, and a body ends with a paragraph.
pub(super) fn space(blocks: &mut Vec<Block>) {
    let mut spaced = Vec::with_capacity(blocks.len() + 1);
    let mut rest = std::mem::take(blocks).into_iter().peekable();
    while let Some(mut block) = rest.next() {
        let gap = match &mut block {
            Block::Table(table) => match rest.peek() {
                Some(Block::Paragraph(next)) if next.role == Role::End && !next.page_break_before => {
                    // Else it could make a page of its own.
                    table.keep_with_next = true;
                    None
                }
                Some(_) => {
                    let gap = Paragraph::empty(Role::TableGap);
                    Some(if table.keep_with_next { gap.kept() } else { gap })
                }
                None => {
                    table.keep_with_next = true;
                    Some(Paragraph::empty(Role::End))
                }
            },
            Block::Paragraph(_) | Block::Columns(_) | Block::Imposition(_) => None,
        };
        spaced.push(block);
        spaced.extend(gap.map(Block::Paragraph));
    }
    *blocks = spaced;
}

/// Keeps the last block on the page of what follows.
pub(super) fn keep_last(blocks: &mut [Block]) {
    match blocks.last_mut() {
        Some(Block::Paragraph(last)) => last.keep_with_next = true,
        Some(Block::Table(last)) => last.keep_with_next = true,
        Some(Block::Columns(_) | Block::Imposition(_)) | None => {}
    }
}
