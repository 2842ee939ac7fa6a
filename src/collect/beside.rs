//! What stands beside the text of a DOCX, in parts of its own: headers and footers, notes, comments.

use super::body::Body;
use super::fields::plain;
use super::marks::Mark;
use super::package::{Parts, relationships};
use super::styles::Styles;
use super::walk::Walk;
use crate::opc::{Damage, Sink, Tag, stream, target};

/// No office's document has more such parts, or comments.
const PARTS: usize = 200;
const MOST: usize = 5_000;

/// What stands beside the text: each a line.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Of headers and footers.
    pub(super) margins: Vec<String>,
    /// Words that are drawn over the page: “HUỶ”.
    pub(super) ornaments: Vec<String>,
    /// Whether a picture stands in a margin, or from there over the page.
    pub(super) has_picture: bool,
    /// Footnotes and endnotes.
    pub(super) notes: Vec<String>,
    /// Comments, each with who wrote it and what it is about: `Trần Thị Bình, về “sớm hoàn thành”: Nêu rõ thời hạn.`
    pub(super) comments: Vec<String>,
}

impl Beside {
    pub(super) fn read(parts: &mut Parts<'_>, text: &Body) -> Result<Beside, Damage> {
        let main = parts.main.clone();
        let styles = Styles::default();
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
                beside.has_picture |= margin && body.pictures > 0;
                beside.ornaments.extend(body.ornaments.iter().map(|words| plain(words)));
                let lines = body.paragraphs.iter().map(|paragraph| plain(&paragraph.text()));
                let lines = lines.filter(|line| !line.is_empty());
                if margin { beside.margins.extend(lines) } else { beside.notes.extend(lines) }
            } else {
                let mut comments = Comments { styles: &styles, all: Vec::new(), depth: 0 };
                stream(&bytes, &mut comments)?;
                beside.comments.extend(comments.all.into_iter().filter_map(|comment| comment.said(text)));
            }
        }
        beside.margins.dedup();
        // Each page may have its own header.
        beside.ornaments.sort_unstable();
        beside.ornaments.dedup();
        Ok(beside)
    }
}

/// The comments of a part, each read as a text of its own.
struct Comments<'s> {
    styles: &'s Styles,
    all: Vec<Comment<'s>>,
    /// How many elements are open within a comment, itself among them.
    depth: usize,
}

struct Comment<'s> {
    id: String,
    author: String,
    walk: Walk<'s>,
}

impl Comment<'_> {
    /// What it says; nothing where it says nothing.
    fn said(self, text: &Body) -> Option<String> {
        let said = words(&self.walk.body());
        let author = plain(&self.author);
        let about = text.passages.get(&self.id);
        let about = about.map(|passage| format!("về “{passage}”"));
        let front = match (author.is_empty(), about) {
            (true, None) => String::new(),
            (true, Some(about)) => format!("{}: ", crate::text::capitalised(&about)),
            (false, None) => format!("{author}: "),
            (false, Some(about)) => format!("{author}, {about}: "),
        };
        (!said.is_empty()).then(|| format!("{front}{said}"))
    }
}

/// The words of a comment. What is struck out is no part of them where it can be told apart, else it is told; a picture is.
fn words(body: &Body) -> String {
    let mut said = Vec::new();
    for (index, paragraph) in body.paragraphs.iter().enumerate() {
        let mut text = paragraph.text();
        let mut told = Vec::new();
        for marked in body.marked.iter().filter(|marked| marked.paragraph == index && !marked.text.is_empty())
        {
            if marked.mark == Mark::Field {
                told.push(format!("(trường “{}”)", plain(&marked.text)));
                continue;
            }
            if !marked.mark.is_gone() {
                continue;
            }
            if text.matches(&marked.text).count() == 1 {
                text = text.replace(&marked.text, " ");
            } else {
                told.push(format!("(chữ đã gạch: “{}”)", plain(&marked.text)));
            }
        }
        said.push(text);
        said.extend(told);
    }
    said.extend((!body.objects.is_empty()).then(|| "(hình)".to_owned()));
    plain(&said.join(" "))
}

impl Sink for Comments<'_> {
    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        if self.depth > 0 {
            self.depth += 1;
            return self.all.last_mut().map_or(Ok(()), |comment| comment.walk.start(tag));
        }
        if tag.name == "comment" {
            if self.all.len() >= MOST {
                return Err(Damage::TooLarge);
            }
            let said = |name| tag.get(name).unwrap_or_default();
            self.all.push(Comment { id: said("id"), author: said("author"), walk: Walk::new(self.styles) });
            self.depth = 1;
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Damage> {
        self.depth = self.depth.saturating_sub(1);
        match self.all.last_mut().filter(|_| self.depth > 0) {
            Some(comment) => comment.walk.end(),
            None => Ok(()),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Damage> {
        match self.all.last_mut().filter(|_| self.depth > 0) {
            Some(comment) => comment.walk.text(text),
            None => Ok(()),
        }
    }
}
