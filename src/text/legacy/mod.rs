//! Old encodings of Vietnamese: text that was typed for a special font (TCVN3, VNI), in ASCII (VIQR), or on an old Windows
//! (windows-1258), and text that was read in a wrong encoding.
//!
//! Such text is valid Unicode and wrong Vietnamese: `Chi bé ®· hoµn thµnh nhiÖm vô`. [`detect`] recognises it and gives
//! its likely reading; [`decode`] converts it.
//!
//! ```
//! use vanban::text::legacy::{Legacy, decode, detect};
//!
//! let told = detect("Chi bé ®· hoµn thµnh nhiÖm vô").unwrap();
//! assert_eq!((told.encoding, told.reading.as_str()), (Legacy::Tcvn3, "Chi bộ đã hoàn thành nhiệm vụ"));
//! assert_eq!(detect("Chi bộ đã hoàn thành nhiệm vụ, sai số 5 µm ± 2°"), None);
//! assert_eq!(decode("Chi boä ñaõ hoaøn thaønh", Legacy::Vni), "Chi bộ đã hoàn thành");
//! ```

mod detect;
mod mojibake;
mod tables;
mod viqr;

use unicode_normalization::UnicodeNormalization;

pub use detect::{Detected, detect};

/// An old encoding, or a wrong reading of an encoding.
#[doc(alias = "bảng mã")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Legacy {
    /// TCVN3, also called ABC: TCVN 5712:1993 VN3, for fonts such as `.VnTime`. It has no capitals with tones.
    /// In fonts whose names end in `H` small letters are drawn as capitals, so their text reads as small
    /// letters.
    #[doc(alias = "ABC")]
    Tcvn3,
    /// VNI for Windows, for fonts such as `VNI-Times`. Most letters are two characters.
    Vni,
    /// VIQR (RFC 1456): `Chi bo^. dda~`. A full stop after a vowel is its tone nặng, unless `\` is before it.
    Viqr,
    /// windows-1258 that was read as windows-1252.
    Windows1258,
    /// UTF-8 that was read as windows-1252.
    Utf8AsWindows1252,
}

impl Legacy {
    /// The name in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Legacy::Tcvn3 => "TCVN3",
            Legacy::Vni => "VNI",
            Legacy::Viqr => "VIQR",
            Legacy::Windows1258 => "windows-1258",
            Legacy::Utf8AsWindows1252 => "UTF-8 bị đọc nhầm thành windows-1252",
        }
    }
}

/// Decodes text of an old encoding whose bytes were read as windows-1252, as happens when text in an old font
/// is copied. Characters that the encoding does not have stay.
///
/// ```
/// use vanban::text::legacy::{Legacy, decode};
/// assert_eq!(decode("NguyÔn V¨n §øc", Legacy::Tcvn3), "Nguyễn Văn Đức");
/// assert_eq!(decode("DDo^`ng chi' Ly'", Legacy::Viqr), "Đồng chí Lý");
/// ```
#[must_use]
pub fn decode(text: &str, encoding: Legacy) -> String {
    match encoding {
        Legacy::Tcvn3 => text.chars().map(|c| tables::tcvn3(c).unwrap_or(c)).collect(),
        Legacy::Vni => vni(text),
        Legacy::Viqr => viqr::decode(text),
        Legacy::Windows1258 => {
            let of =
                |c: char| tables::WINDOWS_1258.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to);
            text.chars().map(of).nfc().collect()
        }
        Legacy::Utf8AsWindows1252 => mojibake::decode(text),
    }
}

/// Decodes the bytes of a file in an old encoding.
///
/// ```
/// use vanban::text::legacy::{Legacy, decode_bytes};
/// assert_eq!(decode_bytes(b"Chi b\xe9", Legacy::Tcvn3), "Chi bộ");
/// ```
#[must_use]
pub fn decode_bytes(bytes: &[u8], encoding: Legacy) -> String {
    match encoding {
        Legacy::Utf8AsWindows1252 => String::from_utf8_lossy(bytes).into_owned(),
        _ => decode(&bytes.iter().map(|&byte| tables::character(byte)).collect::<String>(), encoding),
    }
}

fn vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    while let Some(c) = letters.next() {
        out.push(tables::VNI_LETTERS.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to));
        let marks = |mark: char| {
            let fits = |(known, of, _): &&(char, &str, &str)| *known == small(mark) && of.contains(small(c));
            tables::VNI_MARKS.iter().find(fits).map(|(_, _, marks)| *marks)
        };
        if let Some(mark) = letters.next_if(|&next| marks(next).is_some()) {
            out.push_str(marks(mark).unwrap_or_default());
        }
    }
    out.nfc().collect()
}
