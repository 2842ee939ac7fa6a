//! Of several ways to say the same one counts.

use super::{Open, Walk};
use crate::opc::Tag;

impl Walk<'_> {
    pub(super) fn alternative(&mut self, tag: &Tag<'_>, parent: Open) -> Open {
        match (tag.name, parent) {
            ("AlternateContent", _) => Open::Alternatives(false),
            ("Choice", Open::Alternatives(false)) if !is_understood(tag) => Open::Skipped,
            ("Choice" | "Fallback", Open::Alternatives(false)) => {
                if let Some(parent) = self.open.last_mut() {
                    *parent = Open::Alternatives(true);
                }
                Open::Choice
            }
            ("Choice" | "Fallback", _) => Open::Skipped,
            _ => Open::Through,
        }
    }
}

/// Whether programs know what a way to say something is written in: they take the first one that they know.
fn is_understood(tag: &Tag<'_>) -> bool {
    const KNOWN: [&str; 4] = [
        "http://schemas.microsoft.com/office/",
        "http://schemas.openxmlformats.org/",
        "http://purl.oclc.org/ooxml/",
        "urn:schemas-microsoft-com:",
    ];
    let asked = tag.get("Requires").unwrap_or_default();
    let known = |prefix: &str| KNOWN.iter().any(|known| tag.space_of(prefix).starts_with(known));
    asked.split_whitespace().all(known)
}
