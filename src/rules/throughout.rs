//! Rules for what a paper does throughout: one way of placing tone marks, its own symbol in the Party's form.

use super::running::is_sentence;
use crate::error::Problems;
use crate::path::{Here, Path};
use crate::text::{self, TonePlacement};

/// What the texts of a record were noted to do.
#[derive(Default)]
pub(crate) struct Throughout {
    traditional: Tones,
    new: Tones,
    /// Symbols in the form of the state's papers, with the texts that have them.
    symbols: Vec<(Path, Symbol)>,
}

/// Common words whose tone mark stands in one of the two ways: how many, and the first with its place.
#[derive(Default)]
struct Tones {
    count: usize,
    first: Option<(Path, String)>,
}

/// `18/QĐ-ĐU`: number, type and issuer.
struct Symbol {
    number: String,
    kind: String,
    issuer: String,
}

impl Throughout {
    /// Notes one text of a record.
    pub(crate) fn note(&mut self, here: &Here<'_>, text: &str) {
        if !is_sentence(here) && !matches!(here, Here::Field(_, "heading" | "subject")) {
            return;
        }
        for (word, placement) in common(text) {
            let tones = match placement {
                TonePlacement::Traditional => &mut self.traditional,
                TonePlacement::New => &mut self.new,
            };
            tones.count += 1;
            tones.first.get_or_insert_with(|| (Path::from(here), word.to_owned()));
        }
        self.symbols.extend(symbols(text).map(|symbol| (Path::from(here), symbol)));
    }

    /// Tells what was noted; `issuer` is the code of who issues the paper.
    pub(crate) fn tell(self, issuer: Option<&str>, problems: &mut Problems) {
        let (usual, rare, placement) = if self.new.count > self.traditional.count {
            (self.new, self.traditional, TonePlacement::New)
        } else {
            (self.traditional, self.new, TonePlacement::Traditional)
        };
        if let (Some((_, other)), Some((path, word))) = (usual.first, rare.first) {
            let right = text::place(&word, placement);
            problems.warning(
                "text.tone_mixed",
                path,
                "quy ước",
                format!("đặt dấu thanh không thống nhất: chỗ khác ghi “{other}”, ở đây ghi “{word}”; hãy ghi “{right}”"),
            );
        }
        for (path, Symbol { number, kind, issuer: cited }) in self.symbols {
            if issuer == Some(cited.as_str()) {
                problems.warning(
                    "text.state_symbol",
                    path,
                    "05-HD/VPTW II.I.3.1",
                    format!(
                        "ký hiệu văn bản của Đảng ghi “{number}-{kind}/{cited}”; hiện ghi “{number}/{kind}-{cited}” như \
                         văn bản hành chính nhà nước"
                    ),
                );
            }
        }
    }
}

/// Words in small letters in which the two ways differ. What is quoted does not count, nor does a word behind one with
/// a capital: `Đảng uỷ`, the name of a person, a place or an office.
fn common(text: &str) -> impl Iterator<Item = (&str, TonePlacement)> {
    let (mut named, mut quoted) = (false, 0_usize);
    text::apart(text).filter_map(move |(word, between)| {
        quoted = (quoted + between.matches('“').count()).saturating_sub(between.matches('”').count());
        let after_name = named && between == " ";
        named = word.starts_with(char::is_uppercase);
        let small = word.chars().all(char::is_lowercase);
        (small && !after_name && quoted == 0).then_some(())?;
        Some((word, text::placement(word)?))
    })
}

/// The symbols of a text that have the form of the state's papers.
fn symbols(text: &str) -> impl Iterator<Item = Symbol> {
    let pieces = text.split(|c: char| !(c.is_alphanumeric() || c == '/' || c == '-'));
    pieces.filter_map(|piece| {
        let (number, code) = piece.split_once('/')?;
        let (kind, issuer) = code.split_once('-')?;
        let capitals = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_uppercase());
        let is_symbol = !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && kind.chars().all(char::is_alphabetic)
            && kind.starts_with(char::is_uppercase)
            && capitals(issuer);
        is_symbol.then(|| Symbol { number: number.into(), kind: kind.into(), issuer: issuer.into() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_quotations_are_no_common_words() {
        let found = |text: &'static str| common(text).map(|(word, _)| word).collect::<Vec<_>>().join(" ");
        assert_eq!(found("Đảng ủy xã hoà giải, cấp uỷ cụ thể hóa"), "hoà uỷ hóa");
        assert_eq!(found("đồng chí Nguyễn Thị Thúy, xã Khánh Hòa; Xóa nợ"), "");
        assert_eq!(found("Nghị quyết “về xóa đói”, hoà nhập"), "hoà");
    }

    #[test]
    fn symbols_of_the_states_form() {
        let found = |text: &'static str| symbols(text).map(|it| it.issuer).collect::<Vec<_>>().join(" ");
        assert_eq!(found("Quyết định số 18/QĐ-ĐU, 346/QĐ-VKSTC và 18-QĐ/ĐU"), "ĐU VKSTC");
        assert_eq!(found("30/2020/NĐ-CP, 5/6-7, Phòng 7-9, 18/qđ-ĐU"), "");
    }
}
