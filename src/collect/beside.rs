//! What stands beside the text of a DOCX, in parts of its own: headers and footers, notes, comments.

use super::body::Body;
use super::fields::plain;
use super::package::{Parts, relationships};
use crate::opc::{Damage, Sink, Tag, stream, target};

/// No office's document has more such parts, or comments.
const PARTS: usize = 200;
const MOST: usize = 5_000;

/// What stands beside the text: each a line.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Of headers and footers.
    pub(super) margins: Vec<String>,
    /// Footnotes and endnotes.
    pub(super) notes: Vec<String>,
    /// Comments, each with who wrote it: `Trần Thị Bình: Nêu rõ thời hạn.`
    pub(super) comments: Vec<String>,
}

impl Beside {
    pub(super) fn read(parts: &mut Parts<'_>) -> Result<Beside, Damage> {
        let main = parts.main.clone();
        let mut beside = Beside::default();
        for relation in relationships(&mut parts.package, &main)?.into_iter().take(PARTS) {
            let is = |kinds: &[&str]| kinds.iter().any(|kind| relation.is(kind));
            let (margin, note) = (is(&["header", "footer"]), is(&["footnotes", "endnotes"]));
            if !margin && !note && !is(&["comments"]) {
                continue;
            }
            let Some(bytes) = parts.package.part(&target(&main, &relation.target))? else { continue };
            if margin || note {
                let body = Body::beside(&bytes)?;
                let lines = body.paragraphs.iter().map(|paragraph| plain(&paragraph.text()));
                let lines = lines.filter(|line| !line.is_empty());
                if margin { beside.margins.extend(lines) } else { beside.notes.extend(lines) }
            } else {
                let mut comments = Comments::default();
                stream(&bytes, &mut comments)?;
                beside.comments.extend(comments.said());
            }
        }
        beside.margins.dedup();
        Ok(beside)
    }
}

#[derive(Default)]
struct Comments {
    all: Vec<(String, String)>,
    open: Vec<bool>,
}

impl Comments {
    fn said(self) -> Vec<String> {
        let all = self.all.into_iter().map(|(author, text)| (plain(&author), plain(&text)));
        all.filter(|(_, text)| !text.is_empty())
            .map(|(author, text)| if author.is_empty() { text } else { format!("{author}: {text}") })
            .collect()
    }
}

impl Sink for Comments {
    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        match tag.name {
            "comment" if self.all.len() >= MOST => return Err(Damage::TooLarge),
            "comment" => self.all.push((tag.get("author").unwrap_or_default(), String::new())),
            "p" => {
                if let Some((_, text)) = self.all.last_mut() {
                    text.push(' ');
                }
            }
            _ => {}
        }
        self.open.push(tag.name == "t");
        Ok(())
    }

    fn end(&mut self) -> Result<(), Damage> {
        self.open.pop();
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Damage> {
        if let (Some(true), Some((_, own))) = (self.open.last(), self.all.last_mut()) {
            own.push_str(text);
        }
        Ok(())
    }
}
