//! What stands between a table and what follows it, and what keeps with what follows.

use crate::tree::{Block, Inline, Paragraph, Role};

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

/// Keeps what announces something, a paragraph of the body that ends with a colon, on the page of the
/// paragraph that it announces (convention). Before a table it stays free: kept with one that flows over
/// pages, it makes LibreOffice 7.4 place the text of the rows at their ends otherwise.
pub(super) fn keep_lead_ins(blocks: &mut [Block]) {
    for index in 1..blocks.len() {
        let (before, after) = blocks.split_at_mut(index);
        let (Some(Block::Paragraph(lead_in)), Some(Block::Paragraph(next))) =
            (before.last_mut(), after.first())
        else {
            continue;
        };
        let text = matches!(
            lead_in.role,
            Role::Body | Role::Item(_) | Role::Clause | Role::Point | Role::ArticleText
        );
        if text && next.role != Role::TableCaption && ends_with_colon(lead_in) {
            lead_in.keep_with_next = true;
        }
    }
}

fn ends_with_colon(paragraph: &Paragraph) -> bool {
    matches!(paragraph.content.last(), Some(Inline::Run(run)) if run.text.ends_with(':'))
}

/// Keeps the last block on the page of what follows.
pub(super) fn keep_last(blocks: &mut [Block]) {
    match blocks.last_mut() {
        Some(Block::Paragraph(last)) => last.keep_with_next = true,
        Some(Block::Table(last)) => last.keep_with_next = true,
        Some(Block::Columns(_) | Block::Imposition(_)) | None => {}
    }
}
