//! Vietnamese text: everything that is done to words before they stand on a page.
//!
//! A string from outside becomes a [`Text`] (one line, NFC, nothing invisible in it), so that no other
//! room has to ask what a string may hold. JSON goes through `CleanJson`, which alone a template gets.
//! Text that was typed in an old encoding is told and read by [`legacy`]. The rest prints values the way Party papers print them:
//! dates ([`long_date`]), figures ([`padded`], [`percent`]), number words ([`in_words`], [`ordinal`]), the order of names ([`name_order`]),
//! capitals ([`upper`]), the place of the tone mark ([`place`]), and the spaces at which a line must
//! not break ([`glue`]). Everything here takes and gives plain strings and numbers, knows no record
//! and no page, and apart from [`clean`] expects its input in NFC, as `Text` holds it.

mod breaks;
mod case;
mod clean;
mod cluster;
mod compounds;
mod date;
mod decimal;
pub(crate) mod forms;
mod gaps;
mod glue;
mod json;
pub mod legacy;
mod line;
mod names;
mod near;
mod number;
mod rows;
mod said;
mod slug;
mod space;
mod syllable;
mod tone;
mod words;

pub(crate) use breaks::{Break, breaks};
pub use case::{capitalised, in_running_text, is_title_case, starts_lower, starts_upper, upper};
pub(crate) use clean::shown;
pub use clean::{Changes, Cleaned, clean, is_blank};
pub(crate) use cluster::{clusters, is_mark};
pub use date::{BLANK, long_date, month, short_date};
pub(crate) use decimal::Number;
pub use decimal::{Decimal, NotDecimal};
pub(crate) use gaps::{Gap, gaps};
pub use glue::glue;
pub(crate) use glue::{glue_in_cell, glue_running};
pub(crate) use json::CleanJson;
pub use line::Text;
pub use names::name_order;
pub(crate) use near::near;
pub use number::{document_number, padded, percent, point_letter, roman, thousands};
pub(crate) use rows::rows;
pub(crate) use said::{Said, said};
pub use slug::{file_name, slug};
pub use space::plain_spaces;
pub(crate) use space::{NO_BREAK_SPACE, after, split_once};
pub use tone::{TonePlacement, majority, place};
pub(crate) use tone::{apart, placement};
pub use words::{enumerated, in_words, money_in_words, ordinal};
