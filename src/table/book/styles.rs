//! Number formats of an XLSX's cells, by the style that a cell names.

use std::collections::BTreeMap;

use super::format::{Format, built_in};
use super::xml::{Next, Xml};

/// The most styles: Excel has 65,490.
const STYLES: usize = 65_536;

/// The longest format; Excel takes 255 characters.
const LONGEST: usize = 1_024;

/// The formats of the styles.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: Vec<Format>,
    /// For each style the place of its format.
    of: Vec<usize>,
    general: Format,
}

impl Styles {
    pub(super) fn read(mut xml: Xml<'_>) -> Result<Styles, String> {
        let (mut codes, mut styles) = (BTreeMap::new(), Vec::new());
        let (mut in_codes, mut in_styles) = (false, false);
        loop {
            match xml.next()? {
                Next::Start(start) => match start.name() {
                    b"numFmts" => in_codes = true,
                    b"cellXfs" => in_styles = true,
                    b"numFmt" if in_codes => {
                        if let (Some(id), Some(code)) = (start.get("numFmtId")?, start.get("formatCode")?)
                            && let Ok(id) = id.parse::<u32>()
                            && code.len() <= LONGEST
                        {
                            codes.insert(id, code);
                        }
                    }
                    b"xf" if in_styles => {
                        let id = start.get("numFmtId")?.and_then(|id| id.parse::<u32>().ok());
                        styles.push(id.unwrap_or_default());
                    }
                    _ => {}
                },
                Next::End(end) => match end.name() {
                    b"numFmts" => in_codes = false,
                    b"cellXfs" => in_styles = false,
                    _ => {}
                },
                Next::Over => break,
                _ => {}
            }
            if styles.len().max(codes.len()) > STYLES {
                return Err(
                    "tệp có hơn 65.536 kiểu định dạng ô: chép bảng sang tệp mới rồi chạy lại".to_owned()
                );
            }
        }
        Ok(Styles::new(&codes, &styles))
    }

    fn new(codes: &BTreeMap<u32, String>, styles: &[u32]) -> Styles {
        let mut places = BTreeMap::new();
        let mut found = Styles::default();
        for id in styles {
            let place = *places.entry(*id).or_insert_with(|| {
                let code = codes.get(id).map_or_else(|| built_in(*id), String::as_str);
                found.formats.push(Format::new(code));
                found.formats.len() - 1
            });
            found.of.push(place);
        }
        found
    }

    /// The format of a style; General where there is no such style.
    pub(super) fn format(&self, style: usize) -> &Format {
        self.of.get(style).and_then(|place| self.formats.get(*place)).unwrap_or(&self.general)
    }
}
