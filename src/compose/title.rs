//! What stands between the letterhead and the body: type name and abstract, and whom the paper goes to.

use super::balance::HAIR;
use super::{Composer, SEPARATOR};
use crate::parts::Address;
use crate::text::{glue, upper};
use crate::tree::{Block, Emphasis, Inline, Paragraph, Role, Run};

impl Composer<'_> {
    /// ô 5a: type name, author, abstract, five hyphens, as far as the paper shows them. A letter (công văn) has none of them: its
    /// abstract stands under the number (I.5.2.3).
    pub(super) fn title(&self) -> Vec<Block> {
        let frame = self.frame;
        if frame.letter {
            return Vec::new();
        }
        let (room, shown) = (self.page.text_width() - HAIR, frame.shown);
        let mut lines = Vec::new();
        if shown.type_name {
            lines.push(self.balanced(Role::TypeName, &[&*frame.type_name], upper, room));
            let author = frame.author_line.as_ref().map(|author| format!("của {author}"));
            lines.extend(author.map(|author| self.balanced(Role::AuthorLine, &[author], upper, room)));
        }
        if shown.subject {
            let subject = self.balanced(Role::Abstract, &frame.subject.lines(), glue, room);
            lines.push(self.said(subject, "subject"));
            let session = frame.session_line.as_ref();
            lines.extend(session.map(|session| self.balanced(Role::Abstract, &[session], glue, room)));
        }
        match (shown.separator, lines.is_empty()) {
            (true, _) => lines.push(Paragraph::new(Role::Separator, SEPARATOR)),
            // Apart from the body, too.
            (false, false) => lines.push(Paragraph::empty(Role::Gap)),
            (false, true) => {}
        }
        lines.into_iter().map(Block::Paragraph).collect()
    }

    /// ô 9b, of a letter in the place of ô 5a: one addressee stands on the label's line, several in a
    /// list below it (I.9.2.3 to I.9.2.5).
    pub(super) fn address(&self) -> Vec<Block> {
        let Some(address) = &self.frame.address else { return Vec::new() };
        let italic = Emphasis { italic: true, ..Emphasis::default() };
        let label = |text: String| Inline::Run(Run { text, emphasis: italic });
        let words = glue(match address {
            Address::To(_) => "Kính gửi:",
            Address::Submitted(_) => self.profile.submission_label(),
        });
        let lines = match address.names() {
            [] => Vec::new(),
            [one] => {
                let name = Inline::Run(Run::plain(glue(one.as_str())));
                vec![Paragraph::of(Role::Address, vec![label(format!("{words} ")), name])]
            }
            [others @ .., last] => {
                let (between, end) = self.profile.recipient_marks();
                let line = |name: &str, mark: &str| {
                    Paragraph::new(Role::Addressee, format!("- {}{mark}", glue(name)))
                };
                let mut lines = vec![Paragraph::of(Role::Address, vec![label(words)])];
                lines.extend(others.iter().map(|name| line(name.as_str(), between)));
                lines.push(line(last.as_str(), end));
                lines
            }
        };
        lines.into_iter().map(Block::Paragraph).collect()
    }
}
