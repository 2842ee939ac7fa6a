//! The old encodings as data: what each character of text that was read as windows-1252 stood for.

/// The upper half of TCVN 5712:1993 VN3 ("ABC"), from A1 on; `.` where it has no letter. Capitals with a
/// tone are the small letters in a font of capitals (.VnTimeH).
pub(super) const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.\
                                ủũúụừửữứựỳỷỹýỵ.";

/// VNI for Windows: letters of one character.
pub(super) const VNI_LETTERS: [(char, char); 14] = [
    ('ñ', 'đ'),
    ('Ñ', 'Đ'),
    ('ô', 'ơ'),
    ('Ô', 'Ơ'),
    ('ö', 'ư'),
    ('Ö', 'Ư'),
    ('æ', 'ỉ'),
    ('Æ', 'Ỉ'),
    ('ó', 'ĩ'),
    ('Ó', 'Ĩ'),
    ('ò', 'ị'),
    ('Ò', 'Ị'),
    ('î', 'ỵ'),
    ('Î', 'Ỵ'),
];

/// VNI for Windows: the second character of a letter, small or capital, the first that it follows, and the
/// marks that it stands for.
pub(super) const VNI_MARKS: [(char, &str, &str); 17] = [
    ('ù', "aeouyôö", "\u{301}"),
    ('ø', "aeouyôö", "\u{300}"),
    ('û', "aeouyôö", "\u{309}"),
    ('õ', "aeouyôö", "\u{303}"),
    ('ï', "aeouôö", "\u{323}"),
    ('â', "aeo", "\u{302}"),
    ('á', "aeo", "\u{302}\u{301}"),
    ('à', "aeo", "\u{302}\u{300}"),
    ('å', "aeo", "\u{302}\u{309}"),
    ('ã', "aeo", "\u{302}\u{303}"),
    ('ä', "aeo", "\u{302}\u{323}"),
    ('ê', "a", "\u{306}"),
    ('é', "a", "\u{306}\u{301}"),
    ('è', "a", "\u{306}\u{300}"),
    ('ú', "a", "\u{306}\u{309}"),
    ('ü', "a", "\u{306}\u{303}"),
    ('ë', "a", "\u{306}\u{323}"),
];

/// Where windows-1258 differs from windows-1252: the character of the one, of the other.
pub(super) const WINDOWS_1258: [(char, char); 14] = [
    ('Ã', 'Ă'),
    ('Ì', '\u{300}'),
    ('Ð', 'Đ'),
    ('Ò', '\u{309}'),
    ('Õ', 'Ơ'),
    ('Ý', 'Ư'),
    ('Þ', '\u{303}'),
    ('ã', 'ă'),
    ('ì', '\u{301}'),
    ('ð', 'đ'),
    ('ò', '\u{323}'),
    ('õ', 'ơ'),
    ('ý', 'ư'),
    ('þ', '₫'),
];

/// The characters of windows-1252 from 80 to 9F; a control character where it has none.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte that a character is in windows-1252; for a control character its own, as programs do.
pub(super) fn byte(c: char) -> Option<u8> {
    match u8::try_from(u32::from(c)) {
        Ok(byte) => Some(byte),
        Err(_) => {
            let at = WINDOWS_1252.iter().position(|&known| known == c)?;
            u8::try_from(0x80 + at).ok()
        }
    }
}

/// The character that a byte is in windows-1252.
pub(super) fn character(byte: u8) -> char {
    let upper = byte.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::from(at)));
    upper.copied().unwrap_or(char::from(byte))
}

/// The letter of TCVN3.
pub(super) fn tcvn3(c: char) -> Option<char> {
    let at = u32::from(c).checked_sub(0xa1).filter(|at| *at < 95)?;
    TCVN3.chars().nth(at as usize).filter(|letter| *letter != '.')
}

/// Pairs that VNI has and no other language.
pub(super) const VNI_PAIRS: [&str; 19] = [
    "aâ", "eâ", "oâ", "aê", "aø", "eø", "oø", "uø", "yø", "ôù", "ôø", "ôû", "ôõ", "ôï", "öù", "öø", "öû",
    "öõ", "öï",
];

/// Pairs that windows-1258 read as windows-1252 has and no other language.
pub(super) const WINDOWS_1258_PAIRS: [&str; 9] = ["aò", "eò", "aì", "âì", "êì", "ôì", "âò", "êò", "ôò"];

/// Syllables that most texts and names have.
pub(super) const COMMON: &str = "và của các có được là cho đã với không những này đến về người một khi để từ cũng năm ngày tháng \
    thành đồng chí bộ đảng uỷ ủy viên nghị quyết hội họp tỉnh xã phường huyện nhân dân công tác thực hiện nhiệm vụ tổ \
    chức lãnh đạo chỉ kết quả đánh giá kế hoạch số thường bí thư chủ tịch phó trưởng phòng văn nguyễn trần lê phạm \
    hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào trịnh trương thị hương hồng hùng dũng cường tuấn thắng thảo \
    phượng phương sơn hải hà bình định việt quốc học tập tư tưởng chính trị phát triển kinh tế xây dựng giáo dục kiểm \
    tra giám sát quản lý triển khai đề nghị báo cáo đơn vị chuyên đề sinh hoạt cấp thống nhất ý kiến thông qua điều \
    khoản mục nội dung trách tập thể phụ nữ niên nông thôn đường trường đại cán lớp tạ tô lưu lương thái đoàn tống lâm hạnh hiền \
    hiếu khánh khuê tùng vân yến đông quân tâm thuỷ thủy đức hữu thế đình ngọc xuân bích thiện phúc thọ trọng nghĩa \
    hậu diễm diệp oanh nguyệt hoà hòa tiến thịnh vượng lợi đạt kiên quý tốt khá chú thứ";
