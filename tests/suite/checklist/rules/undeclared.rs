//! What stands in a file although the tester's paper says that it does not: the rule for it must
//! not stay silent.

use super::articles::{heading_number, is_article, label};
use crate::checklist::parts::Parts;
use crate::checklist::piece::Piece;

/// A message where the part of a rule that does not apply is found all the same.
pub fn found(rule: u8, parts: &Parts) -> Option<String> {
    let in_body = |test: fn(&Piece) -> bool| parts.body.iter().find(|piece| test(piece));
    let stray = match rule {
        21 => parts.number.as_ref(),
        28 => parts.date.as_ref(),
        38 => parts.author.as_ref(),
        49 => parts.body.first().filter(|piece| piece.text.trim_start_matches("- ").starts_with("Căn cứ ")),
        51 => in_body(|piece| label(piece).is_some() && piece.all_bold()),
        53 => in_body(|piece| is_article(piece) && piece.spans.first().is_some_and(|span| span.bold)),
        56 => in_body(|piece| heading_number(piece).is_some()),
        69 => parts.recipients_label.as_ref(),
        75 => parts.urgency.as_ref(),
        76 => parts.circulation.as_ref(),
        77 => parts.no_broadcast.as_ref(),
        78 => parts.draft.as_ref(),
        // Other words after the signature, such as a legend, are no contact line.
        80 => parts.contact.as_ref().filter(|piece| piece.visible().all(|span| span.size < 10.6)),
        81 => parts.appendices.first().and_then(|pieces| pieces.first()),
        _ => None,
    };
    stray.map(|piece| format!("found “{}”, which the tester's paper does not have", piece.words()))
}
