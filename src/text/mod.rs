//! Vietnamese text: cleaning, old encodings, and printing values as Party documents do.
//!
//! A string from outside becomes a [`Text`]: one line, in NFC, without invisible characters. So no other module
//! has to check strings. Text in an old encoding is detected and read by [`legacy`].
//!
//! The other functions print dates ([`long_date`]), figures ([`padded`], [`percent`]), numbers in words
//! ([`in_words`], [`ordinal`]) and capitals ([`upper`]); they compare names ([`name_order`]), place tone marks
//! ([`place`]), and mark spaces where a line must not break ([`glue`]). They take and return plain strings and
//! numbers, and they know no record and no page. Except for [`clean`], they expect NFC.

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
mod normal;
mod number;
mod rows;
mod said;
mod slug;
mod space;
mod syllable;
mod tone;
mod words;

pub(crate) use breaks::{Break, Breaker, breaks};
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
pub(crate) use normal::{composed, stands_alone};
pub use number::{document_number, padded, percent, point_letter, roman, thousands};
pub(crate) use rows::rows;
pub(crate) use said::{Said, said};
pub use slug::{file_name, slug};
pub use space::plain_spaces;
pub(crate) use space::{NO_BREAK_SPACE, after, split_once};
pub use tone::{TonePlacement, majority, place};
pub(crate) use tone::{apart, placement};
pub use words::{enumerated, in_words, money_in_words, ordinal};
