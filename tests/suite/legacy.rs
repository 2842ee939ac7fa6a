//! Old encodings: what is told of text in them, what is not told of good text, and that conversion loses nothing.

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use vanban::scoring::CriteriaSet;
use vanban::text::legacy::Legacy::{self, Tcvn3, Utf8AsWindows1252, Viqr, Vni, Windows1258};
use vanban::text::legacy::{decode, decode_bytes, detect};
use vanban::{AnyRecord, Error};

const VOWELS: &str = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";

/// The 134 letters with marks.
fn letters() -> Vec<char> {
    let small = VOWELS.chars().filter(|c| !c.is_ascii()).chain(['đ']);
    small.flat_map(|c| [c, c.to_uppercase().next().unwrap()]).collect()
}

fn is_tone(c: char) -> bool {
    "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(c)
}

/// A letter as the shape of a vowel and its tone.
fn shape_and_tone(c: char) -> (char, Option<char>) {
    let parts: Vec<char> = c.nfd().collect();
    let shape: String = parts.iter().copied().filter(|c| !is_tone(*c)).nfc().collect();
    (shape.chars().next().unwrap(), parts.into_iter().find(|c| is_tone(*c)))
}

/// Writes Vietnamese in an old encoding, as it looks when its bytes are read as windows-1252. Written from the
/// descriptions of the encodings, apart from the library's tables.
fn encode(text: &str, encoding: Legacy) -> String {
    text.chars().map(|c| encode_letter(c, encoding)).collect()
}

fn encode_letter(c: char, encoding: Legacy) -> String {
    if encoding == Utf8AsWindows1252 {
        let mut bytes = [0; 4];
        return c.encode_utf8(&mut bytes).bytes().map(windows_1252).collect();
    }
    if c.is_ascii() || !letters().contains(&c) {
        return c.to_string();
    }
    let (shape, tone) = shape_and_tone(c);
    let small = shape.to_lowercase().next().unwrap();
    let upper = c.is_uppercase();
    let cased = |text: &str| if upper { text.to_uppercase() } else { text.to_owned() };
    match encoding {
        Tcvn3 => {
            // TCVN 5712:1993 VN3, row by row: huyền, hỏi, ngã, sắc, nặng.
            const ROWS: [(char, [u32; 5]); 12] = [
                ('a', [0xb5, 0xb6, 0xb7, 0xb8, 0xb9]),
                ('ă', [0xbb, 0xbc, 0xbd, 0xbe, 0xc6]),
                ('â', [0xc7, 0xc8, 0xc9, 0xca, 0xcb]),
                ('e', [0xcc, 0xce, 0xcf, 0xd0, 0xd1]),
                ('ê', [0xd2, 0xd3, 0xd4, 0xd5, 0xd6]),
                ('i', [0xd7, 0xd8, 0xdc, 0xdd, 0xde]),
                ('o', [0xdf, 0xe1, 0xe2, 0xe3, 0xe4]),
                ('ô', [0xe5, 0xe6, 0xe7, 0xe8, 0xe9]),
                ('ơ', [0xea, 0xeb, 0xec, 0xed, 0xee]),
                ('u', [0xef, 0xf1, 0xf2, 0xf3, 0xf4]),
                ('ư', [0xf5, 0xf6, 0xf7, 0xf8, 0xf9]),
                ('y', [0xfa, 0xfb, 0xfc, 0xfd, 0xfe]),
            ];
            let bare = |list: &str, from: u32| {
                list.chars().position(|known| known == shape).map(|at| from + at as u32)
            };
            let code = match tone {
                // Capitals with a tone are small letters of another font.
                Some(tone) => {
                    let at = "\u{300}\u{309}\u{303}\u{301}\u{323}"
                        .chars()
                        .position(|known| known == tone)
                        .unwrap();
                    ROWS.iter().find(|(of, _)| *of == small).unwrap().1[at]
                }
                None => bare("ĂÂÊÔƠƯĐ", 0xa1).or(bare("ăâêôơưđ", 0xa8)).unwrap(),
            };
            char::from_u32(code).unwrap().to_string()
        }
        Vni => {
            let plain = match small {
                'ă' | 'â' => "a",
                'ê' => "e",
                'ô' => "o",
                'ơ' => "ô",
                'ư' => "ö",
                'đ' => "ñ",
                'i' => {
                    return cased(match tone.unwrap() {
                        '\u{301}' => "í",
                        '\u{300}' => "ì",
                        '\u{309}' => "æ",
                        '\u{303}' => "ó",
                        _ => "ò",
                    });
                }
                'y' if tone == Some('\u{323}') => return cased("î"),
                _ => &small.to_string(),
            };
            // Without a tone, then sắc, huyền, hỏi, ngã, nặng.
            let marks = match small {
                'â' | 'ê' | 'ô' => ["â", "á", "à", "å", "ã", "ä"],
                'ă' => ["ê", "é", "è", "ú", "ü", "ë"],
                _ => ["", "ù", "ø", "û", "õ", "ï"],
            };
            let at = tone.map_or(0, |tone| {
                1 + "\u{301}\u{300}\u{309}\u{303}\u{323}".chars().position(|known| known == tone).unwrap()
            });
            cased(&format!("{plain}{}", marks[at]))
        }
        Windows1258 => {
            let whole = tone.is_none() || "àáèéíóùú".contains(c.to_lowercase().next().unwrap());
            let bytes: Vec<char> = if whole { vec![c] } else { vec![shape, tone.unwrap()] };
            let byte = |c: char| match c {
                'Ă' => 'Ã',
                '\u{300}' => 'Ì',
                'Đ' => 'Ð',
                '\u{309}' => 'Ò',
                'Ơ' => 'Õ',
                'Ư' => 'Ý',
                '\u{303}' => 'Þ',
                'ă' => 'ã',
                '\u{301}' => 'ì',
                'đ' => 'ð',
                '\u{323}' => 'ò',
                'ơ' => 'õ',
                'ư' => 'ý',
                other => other,
            };
            bytes.into_iter().map(byte).collect()
        }
        _ => {
            let marks = [("\u{306}", "("), ("\u{302}", "^"), ("\u{31b}", "+"), ("đ", "dd"), ("Đ", "DD")];
            let tones =
                [("\u{301}", "'"), ("\u{300}", "`"), ("\u{309}", "?"), ("\u{303}", "~"), ("\u{323}", ".")];
            let shape: String = shape.to_string().nfd().chain(tone).collect();
            marks.iter().chain(&tones).fold(shape, |text, (mark, written)| text.replace(mark, written))
        }
    }
}

/// The character of a byte in windows-1252.
fn windows_1252(byte: u8) -> char {
    const UPPER: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..=0x9f => UPPER.chars().nth(usize::from(byte - 0x80)).unwrap(),
        _ => char::from(byte),
    }
}

const TOLD: [Legacy; 4] = [Tcvn3, Vni, Windows1258, Utf8AsWindows1252];

#[test]
fn every_letter_comes_back() {
    assert_eq!(letters().len(), 134);
    for encoding in [Tcvn3, Vni, Windows1258, Utf8AsWindows1252, Viqr] {
        for c in letters() {
            let read = decode(&encode_letter(c, encoding), encoding);
            // In TCVN3 the font makes capitals with a tone.
            let capital = encoding == Tcvn3 && c.is_uppercase() && shape_and_tone(c).1.is_some();
            let expected = if capital { c.to_lowercase().to_string() } else { c.to_string() };
            assert_eq!(read, expected, "{encoding:?}");
        }
    }
}

#[test]
fn sentences_come_back() {
    for (name, text) in good_texts() {
        for encoding in [Vni, Windows1258, Utf8AsWindows1252, Tcvn3, Viqr] {
            // What these write with a letter of their own cannot stand for itself.
            let own = |c: char| !c.is_ascii() && !letters().contains(&c);
            let signs = |c: char| encoding == Viqr && ("\\(^+'`?~.*".contains(c) || own(c));
            let doubtful = encoding != Utf8AsWindows1252 && text.chars().any(|c| own(c) || signs(c));
            let capitals = encoding == Tcvn3 && text.chars().any(|c| !c.is_ascii() && c.is_uppercase());
            if doubtful || capitals {
                continue;
            }
            assert_eq!(decode(&encode(&text, encoding), encoding), text, "{name}: {encoding:?}");
        }
    }
}

#[cfg(feature = "table")]
#[test]
fn windows_1258_is_read_as_others_read_it() {
    for byte in 0..=255u8 {
        let bytes = [byte];
        let (read, _) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(&bytes);
        // Where it has no character, programs differ.
        if !matches!(byte, 0x8a | 0x8e | 0x9a | 0x9e) {
            assert_eq!(decode_bytes(&bytes, Windows1258), read, "{byte:02x}");
        }
    }
    let (read, _) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(b"Chi b\xf4\xf2 \xf0a\xde");
    assert_eq!(decode_bytes(b"Chi b\xf4\xf2 \xf0a\xde", Windows1258), read.nfc().collect::<String>());
}

#[test]
fn viqr_follows_rfc_1456() {
    for (text, read) in [
        ("DDo^`ng chi' Ly' So+n, u+'ng a(n", "Đồng chí Lý Sơn, ứng ăn"),
        ("Chi bo^. dda~ hoa`n tha`nh.", "Chi bộ đã hoàn thành."),
        ("hoa\\? va\\. dd\\d", "hoa? va. đd"),
        ("Dda Lat 5. (a) x^2", "Đa Lat 5. (a) x^2"),
    ] {
        assert_eq!(decode(text, Viqr), read);
        assert_eq!(decode_bytes(text.as_bytes(), Viqr), read);
    }
}

/// What is told of a report whose first paragraph is this.
fn told(paragraph: &str) -> Vec<String> {
    let mut record: Value = serde_json::from_str(&crate::case("report_smallest")).unwrap();
    record["sections"][0]["paragraphs"] = json!([paragraph]);
    let record = AnyRecord::from_json(&record.to_string()).unwrap();
    crate::renderer().check(&record).iter().map(ToString::to_string).collect()
}

#[test]
fn text_in_an_old_encoding_is_told_with_its_reading() {
    let plan = "Chi bộ đã hoàn thành nhiệm vụ tháng 6.";
    for (given, encoding, reading) in [
        (
            "Chi bé ®· hoµn thµnh nhiÖm vô th¸ng 6, tiÕp tôc ph¸t huy kÕt qu¶.",
            "TCVN3",
            "Chi bộ đã hoàn thành nhiệm vụ tháng 6, tiếp tục phát huy kết quả.",
        ),
        ("Chi boä ñaõ hoaøn thaønh nhieäm vuï thaùng 6.", "VNI", plan),
        ("Chi bôò ðaÞ hoaÌn thaÌnh nhiêòm vuò thaìng 6.", "windows-1258", plan),
        ("Tá»• chá»©c sinh hoáº¡t.", "UTF-8 bị đọc nhầm thành windows-1252", "Tổ chức sinh hoạt."),
        // ư is a soft hyphen in TCVN3, and cleaning would have taken it out.
        ("Ng\u{ad}êi d©n ®\u{ad}îc h\u{ad}ëng.", "TCVN3", "Người dân được hưởng."),
        // In a font of capitals.
        ("§¶NG Bé TØNH QU¶NG TRÞ.", "TCVN3", "ĐẢNG BỘ TỈNH QUẢNG TRỊ."),
        // A list in an old encoding, filled into a sentence of today.
        ("Đồng chí NguyÔn V¨n An phụ trách.", "TCVN3", "Đồng chí Nguyễn Văn An phụ trách."),
        ("Đồng chí Nguyeãn Vaên An phụ trách.", "VNI", "Đồng chí Nguyễn Văn An phụ trách."),
        // Bytes of TCVN3 that were read as windows-1258.
        ("Bé ChƯnh tr\u{303} ®· quyƠt ®\u{303}nh.", "TCVN3", "Bộ Chính trị đã quyết định."),
    ] {
        let sentence = format!("chữ theo bảng mã {encoding}, có lẽ là “{reading}”; hãy chuyển sang Unicode");
        let expected = format!(
            "lỗi: sections[0].paragraphs[0] (các đoạn văn): {sentence} [05-HD/VPTW II.IV.1; text.legacy_encoding]"
        );
        assert_eq!(told(given), [expected]);
    }
}

#[test]
fn short_names_are_told_too() {
    for name in
        ["NguyÔn V¨n An", "Lª Lan", "TrÇn Anh", "Hoµng Mai", "Nguyeãn Thò Hoa", "Traàn An", "Nguyá»…n An"]
    {
        assert!(detect(name).is_some(), "{name}");
    }
}

#[test]
fn utf_8_that_was_misread_twice_is_told() {
    let misread = |text: &str| encode(text, Legacy::Utf8AsWindows1252);
    for text in [
        "Đảng uỷ xã Nhân Thắng",
        "Tốt",
        "Khuê",
        "BÍ THƯ",
        "Chi bộ đã hoàn thành nhiệm vụ tháng 6",
        "ĐẢNG BỘ TỈNH",
    ] {
        let told = detect(&misread(&misread(text))).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((told.encoding, told.reading.as_str()), (Legacy::Utf8AsWindows1252, text));
    }
}

#[test]
fn misread_names_of_minorities_are_told() {
    for name in
        ["Y Blê\u{306} Niê", "Vàng Lan", "H’Hương", "Y Moan Ênuôl", "Kpă Klơng", "K’Brêl", "Mlô Duôn Du"]
    {
        let told = detect(&encode(name, Legacy::Utf8AsWindows1252)).unwrap_or_else(|| panic!("{name}"));
        assert_eq!((told.encoding, told.reading.as_str()), (Legacy::Utf8AsWindows1252, name));
    }
}

#[test]
fn the_reading_of_tcvn3_has_capitals_where_the_font_has() {
    for (given, reading) in [
        ("Lª Tó", "Lê Tú"),
        ("Vâ ThÞ Hµ", "Võ Thị Hà"),
        ("TrÇn V¨n Hµ", "Trần Văn Hà"),
        ("§¶NG Bé", "ĐẢNG BỘ"),
        ("BÝ TH¦", "BÍ THƯ"),
        ("§/c BÝ th\u{ad}", "Đ/c Bí thư"),
        ("§/c NguyÔn V¨n An", "Đ/c Nguyễn Văn An"),
    ] {
        assert_eq!(detect(given).unwrap_or_else(|| panic!("{given}")).reading, reading);
    }
    for label in ["Tèt", "Kh¸", "Thø tù", "Khaù", "Ghi chuù"] {
        assert!(detect(label).is_some(), "{label}");
    }
}

#[test]
fn a_long_reading_is_cut_at_a_word() {
    let long = "Chi bé ®· hoµn thµnh nhiÖm vô. ".repeat(40);
    let advice = detect(&long).unwrap().advice();
    assert!(advice.contains("Chi bộ đã hoàn thành…”; hãy") && advice.chars().count() < 370, "{advice}");
}

#[test]
fn a_criteria_set_is_told_too() {
    let mut set: Value =
        serde_json::from_str(include_str!("../../templates/criteria/an_phu_ward_2025_monthly.json")).unwrap();
    set["total_label"] = json!("Tæng ®iÓm");
    let Err(Error::Invalid(problems)) = CriteriaSet::from_json(&set.to_string()) else {
        panic!("it is well")
    };
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let sentence = "chữ theo bảng mã TCVN3, có lẽ là “Tổng điểm”; hãy chuyển sang Unicode";
    assert_eq!(
        told,
        [format!(
            "lỗi: total_label (chữ trước tổng điểm): {sentence} [05-HD/VPTW II.IV.1; text.legacy_encoding]"
        )]
    );
}

/// Signs, names of the minorities and foreign names, in good text.
const GOOD: &str = "K’ Brel|Kmrơ\u{306}ng|H’Lô\u{306}|Y Phôn|H'Hen Niê|Y Bhêm Êban|Blê\u{306}|JŬNG BLIƯ\u{306}|Mlô Duôn Du|\
    Kpă Klơng|Rơ Chăm Hyeo|Ksor Phước|Y Moan Ênuôl|Y Ngông Niêk Đăm|Ê Đê, Gia Rai, Xơ Đăng, Mnông, Hrê, Brâu|\
    Buôn Ma Thuột, Krông Búk, Ea H’leo, Cư M’gar, Đắk R’lấp|Lò Văn Pôn|Hờ A Sếnh|Côte d'Ivoire|Müller|Dvořák|Gödel|\
    São Paulo|Loïc|Loïc Lan|Seán|Raúl|Mª Luz|Mª Dolores|François, Hélène, Jean-Noël|João, Camões|Köln, München|Bönn|\
    Björn Borg|Søren|Thaï|Haïti|naïve|Hanoï|Škoda|Łódź|Ångström|può, però, più|5 µm|2,5 µg/m³|10 µF|20 °C|± 0,5|§ 5|\
    §5 của Luật|¶ 3|½ ngày, 1¼ tấn|3 × 4|m×n|N·m|a·b|kW·h|x² + y³|£5, ¥100, € 5|Adobe® ©2026|«Nhân Dân»|“ĐẢNG UỶ XÃ”|\
    ĐẢNG UỶ XÃ…|XÃ\u{a0}BÌNH AN|UỶ BAN XÃ\u{a0}đã họp|“BÍ THƯ XÃ”|CÁC XÃ– PHƯỜNG|Chữ “Ã”|¡Hola! ¿Qué?|Bé Hai|Tô Lâm|Hoà Bình, hoá học, thuỷ, quý|\
    Nguyễn Văn \u{d0}ức|\u{f0}ồng chí|Trần \u{202e}Quốc\u{ad} Cường|tệp “Chi bo^. dda~”";

/// Every text of the cases and examples, and what is listed here.
fn good_texts() -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> =
        GOOD.split('|').map(|text| ("list".to_owned(), text.to_owned())).collect();
    for (name, json) in crate::cases() {
        collect(&serde_json::from_str(&json).unwrap(), &name, &mut texts);
    }
    texts
}

fn collect(value: &Value, name: &str, texts: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => texts.push((name.to_owned(), text.nfc().collect())),
        Value::Array(values) => values.iter().for_each(|value| collect(value, name, texts)),
        Value::Object(fields) => {
            fields.iter().filter(|(key, _)| *key != "png").for_each(|(_, value)| collect(value, name, texts));
        }
        _ => {}
    }
}

#[test]
fn good_text_gives_no_alarm() {
    let texts = good_texts();
    assert!(texts.len() > 1_000, "{}", texts.len());
    for (name, text) in texts {
        assert_eq!(detect(&text), None, "{name}: {text}");
    }
}

/// Every sentence of the cases with five marked syllables, and its reading but for the letters that an encoding
/// has no place for.
#[test]
fn a_sentence_in_an_old_encoding_is_found() {
    let marked =
        |text: &str| text.split(' ').filter(|word| word.chars().any(|c| letters().contains(&c))).count();
    // No encoding has a place for a mark that is part of no letter (`Kmrơ̆ng`).
    let sentences: Vec<String> = good_texts()
        .into_iter()
        .map(|(_, text)| text)
        .filter(|text| marked(text) >= 5 && !text.chars().any(is_combining_mark))
        .collect();
    for encoding in TOLD {
        let (mut tried, mut found, mut read) = (0, 0, 0);
        for text in &sentences {
            let given = encode(text, encoding);
            tried += 1;
            if let Some(told) = detect(&given).filter(|told| told.encoding == encoding) {
                found += 1;
                read += usize::from(told.reading.to_lowercase() == text.to_lowercase());
            }
        }
        // One of windows-1258 is words that it writes like windows-1252: “Nhà văn hoá thôn Đông”.
        assert!(tried > 500 && found + tried / 500 >= tried, "{encoding:?}: {found} of {tried}");
        assert!(read * 100 >= tried * 99, "{encoding:?}: {read} of {tried} read");
    }
}
