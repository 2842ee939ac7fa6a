//! Where a line must not break. 05-HD does not rule it; these are the habits of careful typists.

use super::case::{is_alphabetic, is_alphanumeric, is_title_case};
use super::cluster::is_mark;
use super::compounds::{is_compound, key};
use super::number::POINT_LETTERS;
use super::space::NO_BREAK_SPACE;

/// Units short enough to hang on their number.
const UNITS: [&str; 10] = ["giờ", "phút", "điểm", "mm", "cm", "m2", "m²", "ha", "triệu", "tỷ"];

/// Replaces a plain space by a no-break space where a line must not break, and changes nothing else. Doing this twice
/// gives the same as doing it once.
///
/// These are kept together:
/// - `Số` and a number or symbol (`số 05-NQ/CB`); `ngày`, `tháng`, `năm` and a number; also with dots to be filled in
///   instead of a number (`ngày …`);
/// - `đồng chí`, `đ/c` and the whole name after it, which is recognised by its capitals;
/// - words that are read with their number, and a figure or Roman numeral: parts of a text (`Phần`,
///   `Chương`, `Mục`, `Điều`, `khoản`, `trang`), times (`khoá`, `kỳ`, `lần`, `thứ`, `quý`) and units
///   (`phòng`, `tổ`, `phường`, `quận`); `điểm`, `Phụ lục`, `Mẫu`, `Biểu`, `Bảng` also with a letter;
/// - `T/M`, `K/T`, `T/L`, `Q.` and what follows (05-HD/VPTW I.7.1.1);
/// - two years and the dash between them (`2025 - 2030`);
/// - the groups of a figure or of a telephone number (`1 250 000`, `0912 345 678`);
/// - a number and `%`, or a short unit (`19 giờ`, `95 điểm`, `12 ha`, `5 triệu`).
///
/// ```
/// use vanban::text::glue;
/// assert_eq!(
///     glue("Nghị quyết số 05-NQ/CB, ngày 06/02/2026 (đồng chí Đặng An)"),
///     "Nghị quyết số\u{a0}05-NQ/CB, ngày\u{a0}06/02/2026 (đồng\u{a0}chí\u{a0}Đặng\u{a0}An)",
/// );
/// ```
#[doc(alias = "dấu cách không ngắt")]
#[must_use]
pub fn glue(text: &str) -> String {
    held(text, true).text
}

/// A text with no-break spaces, and which of its characters are those that may give way where they would
/// leave a line too loose: in the name of a comrade, before the years of `nhiệm kỳ`.
pub(crate) struct Glued {
    pub(crate) text: String,
    pub(crate) loose: Vec<usize>,
}

/// As [`glue`], for running text.
pub(crate) fn glue_running(text: &str) -> Glued {
    held(text, true)
}

/// As [`glue`], for a cell of a table: `đồng chí` and a name part at any space, since the two may be wider
/// than the column.
pub(crate) fn glue_in_cell(text: &str) -> String {
    held(text, false).text
}

fn held(text: &str, comrades: bool) -> Glued {
    // No-break spaces part words as well: what was glued before is then judged by the same words.
    let is_space = |c| matches!(c, ' ' | NO_BREAK_SPACE);
    let mut words = text.split(is_space);
    let mut left = words.next().unwrap_or_default();
    if words.all(|right| are_apart(std::mem::replace(&mut left, right), right)) {
        return Glued { text: text.to_owned(), loose: Vec::new() };
    }
    let mut words = vec![""];
    words.extend(text.split(is_space));
    words.push("");

    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let (mut letters, mut loose) = (0, Vec::new());
    let mut spaces = text.chars().filter(|&c| is_space(c));
    // Whether the word to the left is of the name of a comrade.
    let mut named = false;
    for around in words.windows(4) {
        if let [before, left, right, after] = *around {
            out.push_str(left);
            letters += left.chars().count();
            let space = spaces.next().unwrap_or(' ');
            if !named && are_apart(left, right) {
                out.push(space);
                letters += 1;
                continue;
            }
            let title = named && is_title(left, right);
            named = comrades && (is_address(before, left, right) || (named && goes_on(left, right)));
            let held = holds(before, left, right, after);
            let name = (named || title) && !held;
            if space == ' ' && (name || is_term(before, left, right)) {
                loose.push(letters);
            }
            let comrade = name || (comrades && is_comrade(left, right, after));
            out.push(if held || comrade { NO_BREAK_SPACE } else { space });
            letters += 1;
        }
    }
    out.push_str(text.rsplit(is_space).next().unwrap_or_default());
    Glued { text: out, loose }
}

/// Whether nothing holds two words together for certain, unless a name goes on: nearly all words, without figures and
/// marks at their start.
fn are_apart(left: &str, right: &str) -> bool {
    let is_word = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(is_alphabetic) && letters.next().is_some_and(char::is_lowercase)
    };
    // `đồng chí Đặng`, `nhiệm kỳ 2025 - 2030`, `số NQ/CB`.
    let is_held = left == "chí"
        || matches!(right, "chí" | "kỳ" | "Kỳ" | "kỲ")
        || (right.starts_with(char::is_uppercase) && right.contains('/'));
    is_word(left) && is_word(right) && !is_held
}

/// Whether a word begins with a small letter and another letter or figure.
fn is_small(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_lowercase) && letters.next().is_some_and(is_alphanumeric)
}

/// Whether a line must not break between `left` and `right`; the words around them help to tell.
fn holds(before: &str, left: &str, right: &str, after: &str) -> bool {
    if is_span(before, left, right, after) {
        return true;
    }
    let left = opened(left);
    !right.is_empty()
        && (is_label(before, left, right)
            || matches!(left, "T/M" | "K/T" | "T/L" | "Q.")
            || is_grouped(before, left, right)
            || (is_year(opened(after)) && left.to_lowercase() == "nhiệm" && right.to_lowercase() == "kỳ")
            || is_measure(left, right, after))
}

/// `nhiệm kỳ 2025 - 2030`: between the word and the years.
fn is_term(before: &str, left: &str, right: &str) -> bool {
    is_year(closed(right)) && opened(before).to_lowercase() == "nhiệm" && left.to_lowercase() == "kỳ"
}

/// `1 250 000`, `0912 345 678`: a figure in groups of three digits, a telephone number.
fn is_grouped(before: &str, left: &str, right: &str) -> bool {
    let digits = |word: &str| word.bytes().take_while(u8::is_ascii_digit).count();
    let (count, group) = (digits(left), digits(right));
    let dials =
        |word: &str| word.starts_with('0') && (3..=4).contains(&word.len()) && digits(word) == word.len();
    let figure = count <= 3 && group == 3;
    let telephone = (dials(left) || (dials(opened(before)) && count >= 3)) && (3..=4).contains(&group);
    count > 0 && count == left.len() && (figure || telephone) && !right[group..].starts_with(is_alphanumeric)
}

/// A word without the brackets or quotation marks that open before it. What closes after it stays: in
/// `theo Điều, 5` nothing belongs together.
fn opened(word: &str) -> &str {
    word.trim_start_matches(|c| !is_alphanumeric(c))
}

/// A word without the punctuation after it.
fn closed(word: &str) -> &str {
    word.trim_end_matches(|c| !is_alphanumeric(c) && !is_mark(c))
}

/// `Số 05`, `ngày 06/02/2017`, `Điều 5`, `điểm a`, `quý III/2026`, `Phòng 7-9`; in capitals as well.
fn is_label(before: &str, left: &str, right: &str) -> bool {
    if is_small(right) {
        return false;
    }
    let number = right.starts_with(|c: char| c.is_ascii_digit());
    let dots = right.starts_with('…') || right.starts_with("..");
    let roman = is_roman(right);
    let letter = is_point_letter(right);
    let symbol = is_symbol(right);
    if !(number || dots || roman || letter || symbol) {
        return false;
    }
    match left.to_lowercase().as_str() {
        "ngày" | "tháng" | "năm" => number || dots,
        "số" => number || dots || symbol,
        "lục" => (number || roman || letter) && opened(before).to_lowercase() == "phụ",
        "điểm" | "mẫu" | "biểu" | "bảng" => number || roman || letter,
        "điều" | "khoản" | "mục" | "chương" | "phần" | "trang" => number || roman,
        "khoá" | "khóa" | "kỳ" | "lần" | "thứ" | "quý" => number || roman,
        "phòng" | "tổ" | "phường" | "quận" => number || roman,
        _ => false,
    }
}

/// `đồng chí Đặng`: the name alone would look lost at the start of a line.
fn is_address(before: &str, left: &str, right: &str) -> bool {
    let address =
        matches!(opened(left), "đ/c" | "Đ/c") || (left == "chí" && matches!(opened(before), "đồng" | "Đồng"));
    address && right.starts_with(char::is_uppercase)
}

/// `đồng chí` before a name.
fn is_comrade(left: &str, right: &str, after: &str) -> bool {
    matches!(opened(left), "đồng" | "Đồng") && right == "chí" && after.starts_with(char::is_uppercase)
}

/// Whether a name that the left word is of goes on: `Nguyễn Thị`, but not `Nguyễn, Trần`.
fn goes_on(left: &str, right: &str) -> bool {
    left == closed(left) && is_title_case(closed(right))
}

/// `Bí thư`: a title in the place of a name.
fn is_title(left: &str, right: &str) -> bool {
    left == closed(left) && is_compound(&format!("{} {}", key(left), key(closed(right))))
}

/// `93,3 %`, `19 giờ`; but in `khoản 2 điểm a` the label belongs to what follows.
fn is_measure(left: &str, right: &str, after: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    left.starts_with(is_digit)
        && left.ends_with(is_digit)
        && (right.starts_with('%') || (UNITS.contains(&closed(right)) && !is_label(left, right, after)))
}

/// `2025 - 2030`: years with a dash between them, on both sides of it.
fn is_span(before: &str, left: &str, right: &str, after: &str) -> bool {
    let is_dash = |word| matches!(word, "-" | "–");
    (is_year(opened(left)) && is_dash(right) && is_year(closed(after)))
        || (is_year(opened(before)) && is_dash(left) && is_year(closed(right)))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Begins with a Roman numeral: `XIII`, `II,`, `III/2026`.
pub(super) fn is_roman(word: &str) -> bool {
    let rest = word.trim_start_matches(['I', 'V', 'X', 'L', 'C', 'D', 'M']);
    rest.len() < word.len() && !rest.starts_with(is_alphanumeric)
}

/// `a`, `đ)`, `B,`.
fn is_point_letter(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().and_then(|c| c.to_lowercase().next());
    first.is_some_and(|c| POINT_LETTERS.contains(&c)) && !letters.any(is_alphanumeric)
}

/// A symbol whose number is still open: `-NQ/CB`, `NQ/CB`.
fn is_symbol(word: &str) -> bool {
    word.contains('/') && word.trim_start_matches('-').starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Where `_` stands, a space must become unbreakable, and where a space stands it must not.
    #[track_caller]
    fn glued(expected: &str) {
        let given = expected.replace('_', " ");
        assert_eq!(glue(&given).replace(NO_BREAK_SPACE, "_"), expected);
    }

    #[test]
    fn numbers_and_symbols_of_documents() {
        glued("Nghị quyết số_05-NQ/CB (Số_05); Số_-NQ/CB, SỐ_12 và số_… hoặc số_NQ/CB");
        glued("một số đồng chí, Số, 05, số và/hoặc tỷ lệ, số - 5, số a, số Đảng bộ");
    }

    #[test]
    fn dates() {
        glued("Quảng Trị, ngày_03 tháng_02 năm_2026; ngày_06/02/2017, NĂM_2025");
        glued("(Ngày_… tháng_..... năm_……)");
        glued("ngày càng tốt, tháng này, hằng năm, năm. 2026, năm II, ngày a");
        assert_eq!(glue("ngày\u{a0}\u{a0}tháng 6"), "ngày\u{a0}\u{a0}tháng\u{a0}6");
    }

    #[test]
    fn comrades_and_their_names() {
        glued("“Đồng_chí_Đặng_An, đồng_chí_Ánh, (đ/c_Lê), Đ/c_Y_Phôn");
        glued("đồng_chí_Nguyễn_Thị_Minh_Khuê, Bí thư; đồng_chí_Lê_An. Tổ chức đồng_chí_H'Hen_Niê");
        glued("đồng_chí_Blê\u{306}_Siu, đồng_chí_Hư\u{306}");
        glued("mời đồng_chí_Phó_Bí_thư Chi bộ, đồng_chí_Đảng_uỷ viên dự");
        glued("các đồng chí đảng viên, ý chí Việt Nam, đồng chí, Đặng, đồng chí (Đặng)");
    }

    #[test]
    fn in_a_cell_a_comrade_and_a_name_part() {
        let text = "đồng chí Đặng An, đ/c Lê, số 5";
        assert_eq!(glue_in_cell(text), "đồng chí Đặng An, đ/c Lê, số\u{a0}5");
    }

    #[test]
    fn labels_and_their_numerals() {
        glued("điểm_a khoản_2 Điều_5, điểm_đ) và Điểm_B.");
        glued("Phụ lục_1, PHỤ LỤC_II, (phụ lục_A), Mẫu_1, Biểu_2, Bảng_3");
        glued("CHƯƠNG_II, Mục_1, Phần_I, khoá_XIII) khóa_XI, lần thứ_XIV, lần_1");
        glued("quý_III/2026, nhiệm_kỳ_2025_-_2030, nhiệm kỳ tới, Phòng_7-9, Phường_7");
        glued(
            "điều kiện, mục tiêu, lần thứ ba, quý vị, Điều: 5, khoản a, kỷ lục 5, điểm nhấn, Điều CB, khoản (nếu có)",
        );
    }

    #[test]
    fn years_from_and_to() {
        glued("Nhiệm_kỳ_2025_-_2030; (2020_-_2025), giai đoạn 2026_–_2031.");
        glued("năm_2025 - năm_2030, 2025 - nay, 18 - 20, 20250 - 2030, 2025 - 2030a, - 2030 - A");
    }

    #[test]
    fn marks_before_a_signature() {
        glued("T/M_CHI BỘ, K/T_TRƯỞNG BAN, (T/L_BAN), Q._TRƯỞNG BAN");
        glued("Q, T/M: CHI BỘ, T/M  CHI BỘ T/M ");
    }

    #[test]
    fn numbers_and_their_units() {
        glued("93,3_%, 100_%. 14_giờ 00, 19_giờ 30_phút; 95_điểm, (1,5_ha) 5_triệu đồng, 20_mm");
        glued("hai giờ, A5 giờ, 05-NQ/CB giờ, 5 đồng, 5, giờ");
    }

    #[test]
    fn figures_in_groups() {
        glued("1_250_000 đồng, (12_345,5); +84_912_345_678, 0912_345_678, 0233_3852_123. 005_120");
        glued("năm_2025 300 đảng viên, 15 20 35, 1 2500, 12 345a, 1250 000, 7-9 120, A5 120");
    }

    #[test]
    fn names_and_terms_may_give_way() {
        let loose = |text: &str| {
            let glued = glue_running(text);
            let mark = |(at, c)| if glued.loose.contains(&at) { '~' } else { c };
            glued.text.chars().enumerate().map(mark).collect::<String>().replace(NO_BREAK_SPACE, "_")
        };
        assert_eq!(loose("Giao đồng chí Nguyễn Thị An, đ/c Lê"), "Giao đồng_chí~Nguyễn~Thị~An, đ/c~Lê");
        assert_eq!(loose("nhiệm kỳ 2025 - 2030, số 5"), "nhiệm_kỳ~2025_-_2030, số_5");
        // The record's own holds.
        assert_eq!(loose("đồng chí\u{a0}Lê An"), "đồng_chí_Lê~An");
    }

    #[test]
    fn a_label_belongs_to_what_follows() {
        glued("khoản_2 điểm_a Điều_5 điểm_3");
    }

    /// The words that most of a text is made of, and those that hold it together, in every order.
    #[test]
    fn words_that_are_apart_hold_in_no_company() {
        let words = [
            "", "a", "xã", "Chi", "CHI", "Đồng", "đồng", "chí", "Đặng", "nhiệm", "kỳ", "Kỳ", "2025", "-",
            "Số", "NQ/CB", "Q.", "T/M", "(T/M", "Điều", "Vx", "XIII", "5", "giờ", "điểm", "…", "0912", "345",
            "đ/c", "a)", "Aa/b", "%",
        ];
        for (&left, &right) in words.iter().flat_map(|left| words.iter().map(move |right| (left, right))) {
            if are_apart(left, right) {
                for (&before, &after) in words.iter().flat_map(|one| words.iter().map(move |two| (one, two)))
                {
                    let held = holds(before, left, right, after)
                        || is_term(before, left, right)
                        || is_comrade(left, right, after)
                        || is_address(before, left, right);
                    assert!(!held, "{before} {left} {right} {after}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn changes_only_plain_spaces_and_only_once(
            words in prop::collection::vec(prop::sample::select(vec![
                "Số", "số", "05-NQ/CB", "ngày", "năm", "…", "5", "5,", "(đồng", "chí", "Đặng", "đ/c", "điểm", "a)",
                "Phụ", "lục", "khoá", "XIII", "T/M", "%", "giờ", "", "-", "về", "2025", "(2030", "2030)",
            ]), 0..12),
            spaces in prop::collection::vec(prop::sample::select(vec![" ", " ", "\u{a0}", "\t"]), 12),
        ) {
            let text: String = words.iter().zip(&spaces).flat_map(|(word, space)| [*word, *space]).collect();
            let once = glue(&text);
            prop_assert_eq!(glue(&once), &*once);
            prop_assert_eq!(text.chars().count(), once.chars().count());
            for (given, glued) in text.chars().zip(once.chars()) {
                prop_assert!(given == glued || (given == ' ' && glued == NO_BREAK_SPACE));
            }
        }

        #[test]
        fn any_text_passes(text in any::<String>()) {
            prop_assert_eq!(glue(&text).replace(NO_BREAK_SPACE, " "), text.replace(NO_BREAK_SPACE, " "));
        }
    }
}
