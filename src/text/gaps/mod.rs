//! Where a line of a name may end. No clause rules it; offices break names between words of meaning.

mod word;

use super::compounds::{Compound, LONGEST, compound};
use super::glue::glue;
use super::space::NO_BREAK_SPACE;
use word::Word;

/// What comes of it when a line ends at a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// It stands between words of meaning.
    Free,
    /// The words lean on each other: `Khoa học | và Công nghệ`, `Trường | Lê Quý Đôn`.
    Leaning,
    /// The line ends with a word that only leads on: `và`, `của`.
    Leading,
    /// Something is torn that belongs together; the more, the worse.
    Torn(u32),
}

/// `tỉnh Quảng Trị`, `số 12`, a dash and what stands before it.
const JOINED: u32 = 1;
/// `công an`.
const COMPOUND: u32 = 4;
/// `Hồ Chí Minh`.
const NAME: u32 = 6;
/// The syllables that the name of a place has at most.
const LONGEST_PLACE: usize = 4;
/// What the author held with a no-break space: worse than all the rest together.
const HELD: u32 = 1000;

/// The gap at each space of a text, no-break spaces among them. Names are told by their capitals, so a text
/// in small letters tells more than the same in capitals.
pub(crate) fn gaps(text: &str) -> Vec<Gap> {
    let words: Vec<Word<'_>> = text.split(is_space).map(Word::of).collect();
    let count = words.len() - 1;
    let mut finder = Finder { words, torn: vec![0; count], leaning: vec![false; count] };
    finder.hold_spaces(text);
    let any_compound = finder.hold_compounds();
    let told = |word: &Word<'_>| word.is_lower() && !word.leads();
    if finder.words.iter().any(told) || !any_compound {
        finder.hold_names();
    } else {
        finder.hold_places();
    }
    finder.hold_numbers();
    (0..count).map(|index| finder.gap(index)).collect()
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK_SPACE)
}

/// The words of a text, and what is found out about the gaps between them.
struct Finder<'a> {
    words: Vec<Word<'a>>,
    /// What is torn at each gap.
    torn: Vec<u32>,
    leaning: Vec<bool>,
}

impl Finder<'_> {
    /// What a no-break space holds, and what [`glue`] would hold.
    fn hold_spaces(&mut self, text: &str) {
        let glued = glue(text);
        let spaces = text.chars().zip(glued.chars()).filter(|(given, _)| is_space(*given));
        for (torn, (given, glued)) in self.torn.iter_mut().zip(spaces) {
            *torn += match (given, glued) {
                (NO_BREAK_SPACE, _) => HELD,
                (_, NO_BREAK_SPACE) => JOINED,
                _ => 0,
            };
        }
    }

    /// Every compound of the list, also where two overlap: `nhân dân tộc` is never parted. Tells whether there
    /// is any.
    fn hold_compounds(&mut self) -> bool {
        let mut any = false;
        for (start, first) in self.words.iter().enumerate() {
            let mut joined = first.key.clone();
            for (index, pair) in self.words[start..].windows(2).take(LONGEST - 1).enumerate() {
                if pair[0].closes || pair[1].opens {
                    break;
                }
                joined.push(' ');
                joined.push_str(&pair[1].key);
                if let Some(compound) = compound(&joined) {
                    any = true;
                    for gap in start..=start + index {
                        if compound == Compound::Leaning(gap + 1 - start) {
                            self.leaning[gap] = true;
                        } else {
                            self.torn[gap] += COMPOUND;
                        }
                    }
                }
            }
        }
        any
    }

    /// In a text with small letters, capitals tell names: a run of them is one (`Lý Thường Kiệt`), with the
    /// level of a place before it (`tỉnh Quảng Trị`); a capital before a small letter begins a word
    /// (`Hồi sức`), also where the list does not know it.
    fn hold_names(&mut self) {
        let mut start = 0;
        while start < self.words.len() {
            let mut end = start;
            while self.in_name(start, end) {
                end += 1;
            }
            if end == start {
                self.hold_unknown(start);
                start += 1;
                continue;
            }
            let placed = self.placed(start);
            if placed {
                self.torn[start - 1] += JOINED;
            }
            // `Trường | Lê Quý Đôn`, `Khoa Dược`, `Xã Hải Lăng`: a name begins after what heads it.
            let mut first = start;
            while !placed && first + 1 < end && (self.words[first].is_head() || self.words[first].is_level())
            {
                if self.words[first].is_level() || first + 2 == end {
                    self.torn[first] += JOINED;
                } else {
                    self.leaning[first] = true;
                }
                first += 1;
            }
            self.torn[first..end - 1].iter_mut().for_each(|torn| *torn += NAME);
            start = end;
        }
    }

    /// Whether the word at `index` is a syllable of the name that begins at `start`.
    fn in_name(&self, start: usize, index: usize) -> bool {
        let Some(word) = self.words.get(index).filter(|word| word.is_capital()) else { return false };
        let before = (index > start).then(|| &self.words[index - 1]);
        if before.is_some_and(|before| !before.meets(word)) {
            return false;
        }
        let Some(next) = self.words.get(index + 1).filter(|next| word.meets(next) && next.is_lower()) else {
            return true;
        };
        let named = before.is_some_and(|before| !before.is_head() && !before.is_level());
        self.torn[index] < COMPOUND
            && (named || (index == start && self.placed(start)) || next.leads() || next.is_level())
    }

    /// Whether the name of a place or a person must begin here: after `tỉnh`, `đồng chí`.
    fn placed(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1).map(|index| &self.words[index]) else { return false };
        let comrade =
            before.key == "đ/c" || (before.key == "chí" && start > 1 && self.words[start - 2].key == "đồng");
        before.meets(&self.words[start]) && (comrade || before.is_level())
    }

    /// `Hồi sức`, which the list does not have; a head may stand alone (`Sở tài chính`).
    fn hold_unknown(&mut self, start: usize) {
        let word = &self.words[start];
        if let Some(next) = self.words.get(start + 1)
            && self.torn[start] == 0
            && word.is_capital()
            && word.meets(next)
            && next.is_lower()
            && !(word.is_head() || word.is_level() || word.leads() || next.leads() || next.is_level())
        {
            self.torn[start] = COMPOUND;
        }
    }

    /// In a text of capitals the level of a place tells its name, which ends where another word is known to
    /// begin.
    fn hold_places(&mut self) {
        for start in 0..self.torn.len() {
            let (level, name) = (&self.words[start], &self.words[start + 1]);
            let is_name = level.is_level() && level.key != "số" && level.meets(name) && !name.is_number();
            if !is_name || self.torn[start] >= COMPOUND {
                continue;
            }
            self.torn[start] += JOINED;
            for gap in (start + 1..self.torn.len()).take(LONGEST_PLACE - 1) {
                let (left, right) = (&self.words[gap], &self.words[gap + 1]);
                let begins_word = self.torn[gap] == 0 && self.torn.get(gap + 1).is_some_and(|&torn| torn > 0);
                let other = right.is_number() || right.is_head() || right.is_level() || right.leads();
                if !left.meets(right) || begins_word || other {
                    break;
                }
                self.torn[gap] += NAME;
            }
        }
    }

    /// A number belongs to the word before it where that is the level of a place or begins with a capital
    /// (`Quân khu 4`), and a dash to what stands before it.
    fn hold_numbers(&mut self) {
        for gap in 0..self.torn.len() {
            let (left, right) = (&self.words[gap], &self.words[gap + 1]);
            let first = (0..gap).rev().take_while(|&gap| self.torn[gap] >= COMPOUND).last().unwrap_or(gap);
            let named = self.words[first].is_upper() || left.is_level();
            let counted = right.is_number() && !left.is_number() && left.meets(right) && !left.leads();
            if self.torn[gap] == 0 && (right.is_dash() || (named && counted)) {
                self.torn[gap] = JOINED;
            }
        }
    }

    /// How well a line ends at a gap.
    fn gap(&self, index: usize) -> Gap {
        let (left, right) = (&self.words[index], &self.words[index + 1]);
        let after = self.words.get(index + 2);
        let pairs = right.key == "và" && after.is_some_and(Word::is_upper);
        let dated = left.is_number() && matches!(right.key.as_str(), "tháng" | "năm");
        match self.torn[index] {
            0 if left.leads() && !left.closes => Gap::Leading,
            0 if self.leaning[index] || ((pairs || dated) && left.meets(right)) => Gap::Leaning,
            0 => Gap::Free,
            torn => Gap::Torn(torn),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where `_` stands, something must be torn; where `~` stands, the words lean on each other; where `>`
    /// stands, the word before it leads on.
    #[track_caller]
    fn found(expected: &str) {
        let marks = ['_', '~', '>'];
        let text = expected.replace(marks, " ");
        let found: String = gaps(&text)
            .into_iter()
            .map(|gap| match gap {
                Gap::Free => ' ',
                Gap::Leaning => '~',
                Gap::Leading => '>',
                Gap::Torn(_) => '_',
            })
            .collect();
        let expected: String = expected.chars().filter(|&c| c == ' ' || marks.contains(&c)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn compounds_hold() {
        found("Đảng_uỷ Sở Khoa_học~và>Công_nghệ");
        found("ĐẢNG_ỦY SỞ KHOA_HỌC~VÀ>CÔNG_NGHỆ");
        found("toà_án~nhân_dân_tộc~thiểu_số");
        found("khoa, học; công (an) “đại_học”");
    }

    #[test]
    fn names_are_told_by_their_capitals() {
        found("Chi_bộ Tổ_dân_phố số_12 Lý_Thường_Kiệt");
        found("về>phân_công đồng_chí_Đoàn_Thị_Điểm làm bí_thư");
        found("Chi_bộ Trường~Lê_Quý_Đôn của>xã_H'Leo_Ea, huyện_Krông_Ana");
        found("Chi_bộ Khoa_Dược Bệnh_viện Tim_Hà_Nội");
    }

    #[test]
    fn the_level_of_a_place_holds_its_name() {
        found("Công_an tỉnh_Sơn_La thuộc>Thành_phố_Hồ_Chí_Minh");
        found("Chi_bộ thôn_Đoàn_Kết, Xã_Hội_An, phường_Một");
        found("CHI_BỘ CÔNG_AN XÃ_EA_KAR TỈNH_ĐẮK_LẮK");
        found("XÃ_HỘI, TỔ_CHỨC, SỐ MỚI");
    }

    #[test]
    fn a_capital_before_a_small_letter_begins_a_word() {
        found("Chi_bộ Khoa Vi_khuẩn Ký_sinh trùng");
        found("Nguyễn_Trãi lần_thứ>hai");
    }

    #[test]
    fn numbers_dashes_and_years_hold() {
        found("Chi_bộ_3 Quân_khu_4 Khu_phố_3 Vùng_2 Hải_quân, Khu_vực_XIII");
        found("Thanh_tra_- Bảo_vệ_- Pháp_chế nhiệm_kỳ_2025_-_2030");
        found("quý_III~năm_2026, tháng_6~năm_2026 với>5 bài");
    }

    #[test]
    fn a_no_break_space_outdoes_everything() {
        let gaps = gaps("Sở\u{a0}Mới tỉnh Sơn La");
        assert_eq!(gaps[0], Gap::Torn(HELD + JOINED));
        assert!(gaps[1..].iter().all(|gap| *gap != Gap::Torn(HELD)));
    }
}
