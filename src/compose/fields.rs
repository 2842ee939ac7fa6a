//! Which pieces of the frame are fields of the record, to be filled in or changed in a DOCX.

use std::ops::Range;

use super::signers::Signer;
use super::{Composer, date};
use crate::parts::Given;
use crate::path::Path;
use crate::text::BLANK;
use crate::tree::{Field, Paragraph};
use crate::wording::Tagging;

impl Composer<'_> {
    /// The place in the record of a part of the frame.
    fn at(&self, part: &str) -> Path {
        self.frame.origins.of(&part.into())
    }

    /// A paragraph that says a part of the frame and nothing else: it is corrected in a draft, and locked in a form.
    pub(super) fn said(&self, paragraph: Paragraph, part: &str) -> Paragraph {
        let letters = 0..paragraph.letters();
        self.said_at(paragraph, part, letters)
    }

    /// A paragraph of which these letters say a part of the frame.
    pub(super) fn said_at(&self, mut paragraph: Paragraph, part: &str, letters: Range<usize>) -> Paragraph {
        let field = Field::of(self.at(part), letters);
        paragraph.fields = match self.asked.tagging {
            Tagging::None => return paragraph,
            Tagging::Open => vec![field.locked()],
            Tagging::All => vec![field],
        };
        paragraph
    }

    /// A paragraph that says who sends the paper out: it is locked in a form. In a draft it is in capitals, which could not be
    /// read back.
    pub(super) fn sent_by(&self, paragraph: Paragraph, part: &str) -> Paragraph {
        if self.asked.tagging == Tagging::Open { self.said(paragraph, part) } else { paragraph }
    }

    /// A paragraph with place and date, whose day and month may be left for the pen.
    pub(super) fn dated(&self, mut paragraph: Paragraph) -> Paragraph {
        let own = &self.frame.date;
        let open = |part: Option<Given>| part.and_then(Given::value).is_none();
        if self.asked.tagging == Tagging::None || !(open(own.day) || open(own.month)) {
            return paragraph;
        }
        let text = paragraph.text();
        // It is the last on the line, behind the place.
        let begins = text.chars().count() - date(own).chars().count();
        let dated: String = text.chars().skip(begins).collect();
        let parts =
            [("date.day", own.day), ("date.month", own.month)].into_iter().filter(|(_, part)| open(*part));
        let rooms = dated.match_indices(BLANK).map(|(at, _)| begins + dated[..at].chars().count());
        // Words stand on both sides: what is filled in between them keeps a space from each.
        let field = |((part, _), from)| Field::of(self.at(part), from + 1..from + BLANK.chars().count() - 1);
        paragraph.fields = parts.zip(rooms).map(field).collect();
        paragraph
    }

    /// The number's line, in which the number may be left for the pen.
    pub(super) fn numbered(&self, mut line: Paragraph) -> Paragraph {
        let open = self.frame.number == Some(Given::ByHand);
        if self.asked.tagging != Tagging::None
            && open
            && let Some((before, _)) = line.text().split_once(BLANK)
        {
            let from = before.chars().count();
            // A space stays between the word before it and what is filled in; the hyphen behind it has none.
            line.fields = vec![Field::of(self.at("number"), from + 1..from + BLANK.chars().count())];
        }
        line
    }

    /// The room for a signature; a name that is not known is written there.
    pub(super) fn room_to_sign(&self, mut room: Paragraph, signer: &Signer<'_>) -> Paragraph {
        if self.asked.tagging != Tagging::None && signer.signature.name.is_none() && room.content.is_empty() {
            room.fields = vec![Field::of(self.at(&format!("{}.name", signer.part)), 0..0)];
        }
        room
    }
}
