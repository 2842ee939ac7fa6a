//! The parts of a paper, found by their text and place, the same way in both files.

use super::paper::Paper;
use super::piece::{Align, Piece};
use super::words::{is_capitals, is_number, one_line, same_tone};

/// A paper's regions, as a reader of one file found them.
#[derive(Debug, Default)]
pub struct Stream {
    /// In the upper margin of page 1.
    pub top: Vec<Piece>,
    /// The two columns of the letterhead.
    pub left: Vec<Piece>,
    pub right: Vec<Piece>,
    /// From the type name to the end of the text.
    pub flow: Vec<Piece>,
    /// The two columns at the end.
    pub sign_left: Vec<Piece>,
    pub sign_right: Vec<Piece>,
    /// Below the signature, where another body confirms it.
    pub confirmation: Vec<Piece>,
    pub after: Vec<Piece>,
    pub appendices: Vec<Vec<Piece>>,
}

/// Who signs.
#[derive(Debug, Clone)]
pub struct Signature {
    pub authority: Piece,
    pub position: Option<Piece>,
    pub name: Option<Piece>,
}

#[derive(Debug, Default)]
pub struct Parts {
    /// Everything in the letterhead, the left column first.
    pub letterhead: Vec<Piece>,
    pub title: Option<Piece>,
    pub superior: Option<Piece>,
    pub issuer: Option<Piece>,
    /// What stands right below the issuer: a star, if all is well.
    pub below_issuer: Option<Piece>,
    pub number: Option<Piece>,
    pub letter_abstract: Option<Piece>,
    pub draft: Option<Piece>,
    pub urgency: Option<Piece>,
    pub date: Option<Piece>,
    pub circulation: Option<Piece>,
    pub type_name: Option<Piece>,
    pub author: Option<Piece>,
    pub subject: Option<Piece>,
    /// What stands right below the abstract: five hyphens, if all is well.
    pub separator: Option<Piece>,
    pub address_label: Option<Piece>,
    pub addressees: Vec<Piece>,
    /// The text in paragraphs, tables left out.
    pub body: Vec<Piece>,
    pub ends_with_table: bool,
    pub signature: Option<Signature>,
    pub left_signature: Option<Signature>,
    /// Of the body that confirms.
    pub confirming: Option<Signature>,
    pub recipients_label: Option<Piece>,
    pub recipients: Vec<Piece>,
    pub drafter_code: Option<Piece>,
    pub contact: Option<Piece>,
    pub no_broadcast: Option<Piece>,
    pub appendices: Vec<Vec<Piece>>,
}

/// `Phụ lục`, `PHỤ LỤC 2`, of a list `Danh sách`, `DANH SÁCH`: alone on its line.
pub fn is_appendix_label(paper: &Paper, piece: &Piece) -> bool {
    let text = piece.words();
    if paper.list {
        return ["Danh sách", "DANH SÁCH"].contains(&text.as_str());
    }
    let number = text.strip_prefix("Phụ lục").or_else(|| text.strip_prefix("PHỤ LỤC"));
    number.is_some_and(|number| number.is_empty() || is_number(number.trim_start()))
}

/// `Xác nhận chữ ký của đồng chí …`.
pub fn is_confirmation(paper: &Paper, piece: &Piece) -> bool {
    paper.confirmed && piece.text.starts_with("Xác nhận chữ ký")
}

pub fn is_address_label(piece: &Piece) -> bool {
    piece.text.starts_with("Kính gửi") || piece.text.starts_with("Kính trình")
}

/// Căn cứ and what is printed like them, with or without the hyphen.
pub fn is_basis(piece: &Piece) -> bool {
    let text = piece.text.strip_prefix("- ").unwrap_or(&piece.text);
    ["Căn cứ", "Xét ", "Theo "].iter().any(|start| text.starts_with(start))
}

/// A line of signs only, however wrong: it is meant to part the title from the text.
pub fn is_separator(piece: &Piece) -> bool {
    let text = piece.words();
    !text.is_empty() && text.chars().all(|sign| "-–—_*=. ".contains(sign))
}

/// The pieces at the front whose words together are `text`.
fn front<'a>(pieces: &'a [Piece], text: &str) -> Option<(&'a [Piece], &'a [Piece])> {
    let reads = |count: &usize| {
        let words: Vec<String> = pieces[..*count].iter().map(Piece::words).collect();
        same_tone(&words.join(" ")) == same_tone(&one_line(text))
    };
    (1..=pieces.len().min(8)).find(reads).map(|count| pieces.split_at(count))
}

impl Parts {
    pub fn sort(paper: &Paper, stream: Stream) -> Parts {
        let mut parts = Parts { appendices: stream.appendices, ..Parts::default() };
        parts.letterhead = stream.left.iter().chain(&stream.right).cloned().collect();
        parts.circulation = Piece::join(&stream.top);
        parts.left_column(paper, &stream.left);
        if let Some((title, rest)) = stream.right.split_first() {
            parts.title = Some(title.clone());
            parts.date = Piece::join(rest);
        }
        parts.text(paper, &stream.flow);
        parts.confirming = stream.confirmation.get(1..).and_then(|block| signature(paper, block));
        parts.end(paper, &stream.sign_left, &stream.sign_right, &stream.after);
        parts
    }

    fn left_column(&mut self, paper: &Paper, left: &[Piece]) {
        let is_number = |piece: &Piece| piece.text.starts_with("Số ") || piece.text.starts_with("Số:");
        let ends_names = |piece: &Piece| is_separator(piece) || is_number(piece);
        let (names, rest) = left.split_at(left.iter().position(ends_names).unwrap_or(left.len()));
        let (superior, issuer) = match paper.superior {
            None => (&names[..0], names),
            Some(superior) => front(names, superior).unwrap_or_else(|| names.split_at(1.min(names.len()))),
        };
        self.superior = Piece::join(superior);
        self.issuer = Piece::join(issuer);
        self.below_issuer = rest.first().cloned();
        let mut abstract_lines = Vec::new();
        for piece in rest {
            if is_number(piece) {
                self.number = Some(piece.clone());
            } else if piece.text.starts_with("Dự thảo") {
                self.draft = Some(piece.clone());
            } else if is_capitals(&piece.text) {
                self.urgency = Some(piece.clone());
            } else if !is_separator(piece) {
                abstract_lines.push(piece.clone());
            }
        }
        self.letter_abstract = Piece::join(&abstract_lines);
    }

    fn text(&mut self, paper: &Paper, flow: &[Piece]) {
        let mut rest = flow;
        if !paper.is_letter() {
            let (name, after) = front(flow, paper.type_name).unwrap_or(flow.split_at(1.min(flow.len())));
            self.type_name = Piece::join(name);
            rest = after;
            if paper.has_abstract {
                rest = self.abstract_lines(rest);
            }
            if rest.first().is_some_and(is_separator) {
                self.separator = rest.first().cloned();
                rest = &rest[1..];
            }
        }
        if let Some((label, after)) = rest.split_first().filter(|(label, _)| is_address_label(label)) {
            let length = label.text.chars().position(|sign| sign == ':').map_or(usize::MAX, |at| at + 1);
            self.address_label = Some(label.part(0, length));
            rest = after;
            let one = label.part(length, usize::MAX);
            if one.text.is_empty() {
                let count = after.iter().take(paper.addressees).count();
                self.addressees = after[..count].to_vec();
                rest = &after[count..];
            } else {
                self.addressees.push(one);
            }
        }
        self.ends_with_table = rest.last().is_some_and(|piece| piece.in_table);
        self.body = rest.iter().filter(|piece| !piece.in_table).cloned().collect();
    }

    /// The author line and the abstract: what stands above the hyphens, or without them what is
    /// centred.
    fn abstract_lines<'a>(&mut self, flow: &'a [Piece]) -> &'a [Piece] {
        let mut rest = flow;
        let says_author = |piece: &Piece| piece.text.to_uppercase().starts_with("CỦA ");
        let author = rest.iter().take_while(|piece| says_author(piece)).count().min(1);
        let wraps =
            rest.iter().skip(author).take_while(|piece| author == 1 && is_capitals(&piece.text)).count();
        self.author = Piece::join(&rest[..author + wraps]);
        rest = &rest[author + wraps..];
        let hyphens = rest.iter().take(8).position(is_separator);
        let centred = |piece: &&Piece| piece.align == Some(Align::Centre);
        let count = hyphens.unwrap_or_else(|| rest.iter().take_while(centred).count());
        self.subject = Piece::join(&rest[..count]);
        &rest[count..]
    }

    fn end(&mut self, paper: &Paper, left: &[Piece], right: &[Piece], after: &[Piece]) {
        self.signature = signature(paper, right);
        let label = |piece: &Piece| piece.text.starts_with("Nơi nhận");
        let (block, list) = left.split_at(left.iter().position(label).unwrap_or(left.len()));
        self.left_signature = signature(paper, block);
        let mut list = list;
        let mut after = after;
        if list.is_empty()
            && let Some(start) = after.iter().position(label)
        {
            let belongs = |piece: &&Piece| {
                piece.text.starts_with("- ") || paper.drafter_code == Some(piece.words().as_str())
            };
            let length = 1 + after[start + 1..].iter().take_while(belongs).count();
            list = &after[start..start + length];
            after = &after[start + length..];
        }
        if let Some((label, names)) = list.split_first() {
            self.recipients_label = Some(label.clone());
            let small =
                |piece: &Piece| !piece.text.starts_with("- ") && piece.visible().all(|span| span.size < 11.6);
            let coded = |piece: &&Piece| paper.drafter_code == Some(piece.words().as_str()) || small(piece);
            self.drafter_code = names.last().filter(coded).cloned();
            let count = names.len() - usize::from(self.drafter_code.is_some());
            self.recipients = names[..count].to_vec();
        }
        let note = |piece: &&Piece| piece.text.to_uppercase().contains("KHÔNG PHỔ BIẾN");
        self.no_broadcast = after.iter().chain(&self.body).find(note).cloned();
        self.body.retain(|piece| !note(&piece));
        let contact: Vec<Piece> = after.iter().filter(|piece| !note(piece)).cloned().collect();
        self.contact = Piece::join(&contact);
    }
}

fn signature(paper: &Paper, block: &[Piece]) -> Option<Signature> {
    let wrapped = paper.authority.and_then(|authority| front(block, authority));
    let (authority, rest) = wrapped.unwrap_or_else(|| block.split_at(1.min(block.len())));
    let names = usize::from(paper.has_name && !rest.is_empty());
    let (position, name) = rest.split_at(rest.len() - names);
    let authority = Piece::join(authority)?;
    Some(Signature { authority, position: Piece::join(position), name: name.first().cloned() })
}
