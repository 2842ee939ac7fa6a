//! Content controls: a field of the record as a place of the DOCX that is filled in.

use super::data::{ITEM, NAMESPACE};
use super::runs::Look;
use crate::opc::Xml;
use crate::tree::{Emphasis, Field, Hints, Inline, Paragraph, Run, Tree, is_open, ticked};

/// What stands where nothing is printed and something is filled in: as wide as a figure of two digits.
const ROOM: &str = "\u{a0}\u{a0}\u{a0}\u{a0}";
/// From so many dots on there is room for words, not for a figure.
const WORDS: usize = 12;
/// The longest tag and title that Word takes.
const LONGEST: usize = 64;

/// A field of a document, and the text that stands there.
pub(super) struct Control<'a> {
    pub(super) field: &'a Field,
    /// As it is printed.
    pub(super) text: String,
    /// Whether it is one line's text, in the look of what stands before it, in which nothing holds a line but what the
    /// text says.
    is_plain: bool,
    /// Whether it is a draft's.
    in_draft: bool,
}

impl Control<'_> {
    /// All of a document, in order.
    pub(super) fn all<'a>(tree: &'a Tree, hints: &Hints) -> Vec<Control<'a>> {
        let with_fields = tree.paragraphs().filter(|paragraph| !paragraph.fields.is_empty());
        with_fields.flat_map(|paragraph| Control::of(paragraph, hints, tree.is_draft())).collect()
    }

    fn of<'a>(paragraph: &'a Paragraph, hints: &Hints, in_draft: bool) -> Vec<Control<'a>> {
        let (printed, held) = (hints.printed(paragraph), &hints.paragraph(paragraph).held);
        let fields = paragraph.fields.iter().filter(|field| field.number.is_some());
        let control = |field: &'a Field| {
            let text = printed.text_of(field);
            let is_held = held.iter().any(|letter| (field.from..field.to).contains(letter));
            let is_plain = !is_held && !text.contains('\n') && looks_as_before(paragraph, field);
            Control { field, is_plain, in_draft, text }
        };
        fields.map(control).collect()
    }

    /// Whether nothing is filled in yet.
    pub(super) fn is_open(&self) -> bool {
        is_open(&self.text)
    }

    /// Whether its room is said in the glossary.
    pub(super) fn shows_room(&self) -> bool {
        self.is_open() && !self.field.locked
    }

    /// What is printed there; room, where nothing is.
    pub(super) fn shown(&self) -> &str {
        if self.text.is_empty() { ROOM } else { &self.text }
    }

    /// What was filled in, as text.
    pub(super) fn value(&self) -> String {
        match ticked(&self.text) {
            Some(ticked) => ticked.to_string(),
            None if self.is_open() => String::new(),
            None => self.text.replace('\n', " "),
        }
    }

    /// What its parts are called: the JSON pointer, or its number, from 1, where that is too long.
    fn tag(&self) -> String {
        let pointer = self.field.at.pointer();
        let number = self.field.number.unwrap_or_default() + 1;
        if pointer.chars().count() > LONGEST { format!("#{number}") } else { pointer }
    }

    /// The control round its text: `look` is that of its first run.
    pub(super) fn write(&self, xml: &mut Xml, look: Look, text: impl FnOnce(&mut Xml)) {
        xml.element("w:sdt", |xml| {
            xml.element("w:sdtPr", |xml| {
                look.write(xml);
                self.properties(xml);
            });
            xml.element("w:sdtContent", text);
        });
    }

    fn properties(&self, xml: &mut Xml) {
        let number = self.field.number.unwrap_or_default() + 1;
        let title: String = self.field.term.iter().flat_map(|term| term.chars()).take(LONGEST).collect();
        xml.value("w:alias", &title);
        xml.value("w:tag", &self.tag());
        xml.figure("w:id", number);
        // The control stays, whatever is filled in.
        xml.figure("w:lock", if self.field.locked { "sdtContentLocked" } else { "sdtLocked" });
        if self.field.locked {
            return;
        }
        if self.is_open() {
            xml.element("w:placeholder", |xml| xml.figure("w:docPart", placeholder_name(self.shown())));
            xml.empty("w:showingPlcHdr");
        }
        // LibreOffice 25.2 prints `false` for a box that is bound.
        if let Some(ticked) = ticked(&self.text) {
            return check_box(xml, ticked);
        }
        // LibreOffice prints what is bound as the data part has it, without breaks, and in the look of what stands before
        // it; 7.4 takes breaks out of plain text.
        if !self.is_plain {
            return;
        }
        // LibreOffice 25.2 leaves nothing of the part where an `&` is written into what is bound, and 25.2 and 7.4
        // leave none of it in a file that is opened and saved a second time. So only figures, days and names are
        // bound, and nothing of a draft.
        if !self.in_draft && !self.takes_lines() {
            xml.element("w:dataBinding", |xml| {
                xml.attribute("w:prefixMappings", &format!("xmlns:v='{NAMESPACE}'"));
                xml.plain("w:xpath", format_args!("/v:vanban[1]/v:fields[1]/v:field[{number}]"));
                xml.plain("w:storeItemID", ITEM);
            });
        }
        self.kind(xml);
    }

    /// Whether several lines may be written there: in a note, and where room for words is left.
    fn takes_lines(&self) -> bool {
        let room = self.is_open() && self.text.chars().count() >= WORDS;
        room || self.field.at.last_field() == Some("note")
    }

    /// What kind of control it is: text, or a list.
    fn kind(&self, xml: &mut Xml) {
        if self.field.choices.is_empty() {
            return xml.element("w:text", |xml| {
                if self.takes_lines() {
                    xml.plain("w:multiLine", 1);
                }
            });
        }
        xml.element("w:comboBox", |xml| {
            for choice in &self.field.choices {
                xml.element("w:listItem", |xml| {
                    xml.attribute("w:displayText", choice).attribute("w:value", choice);
                });
            }
        });
    }
}

fn check_box(xml: &mut Xml, ticked: bool) {
    xml.element("w14:checkbox", |xml| {
        xml.leaf("w14:checked", [("w14:val", u8::from(ticked))]);
        for (state, letter) in [("w14:checkedState", "2612"), ("w14:uncheckedState", "2610")] {
            xml.element(state, |xml| {
                xml.plain("w14:val", letter).plain("w14:font", super::styles::BOX_FACE);
            });
        }
    });
}

/// What the document's glossary calls the room that stands where nothing is filled in.
pub(super) fn placeholder_name(room: &str) -> String {
    format!(
        "VanbanRoom{}_{}",
        room.chars().count(),
        u8::from(room.contains('…')) + 2 * u8::from(room.contains('/'))
    )
}

/// Whether a field has the look of the letter before it, if there is one.
fn looks_as_before(paragraph: &Paragraph, field: &Field) -> bool {
    let look = |at: usize| {
        let mut end = 0;
        let piece = paragraph.content.iter().find(|piece| {
            end += piece.letters();
            at < end
        });
        piece.map(emphasis_of)
    };
    field.from.checked_sub(1).is_none_or(|before| look(before) == look(field.from))
}

/// The look of a piece beside its paragraph's.
fn emphasis_of(piece: &Inline) -> Emphasis {
    match piece {
        Inline::Run(run) => run.emphasis,
        Inline::Break | Inline::CheckBox { .. } | Inline::Picture(_) => Emphasis::default(),
    }
}

/// The pieces of a paragraph, cut where a field begins or ends.
pub(super) fn cut(content: &[Inline], fields: &[Field]) -> Vec<Inline> {
    let (mut pieces, mut letter) = (Vec::with_capacity(content.len() + fields.len()), 0);
    let is_border = |at: usize| fields.iter().any(|field| field.from == at || field.to == at);
    for piece in content {
        match piece {
            Inline::Run(run) => {
                let mut text = String::new();
                for (index, c) in run.text.chars().enumerate() {
                    if !text.is_empty() && is_border(letter + index) {
                        let text = std::mem::take(&mut text);
                        pieces.push(Inline::Run(Run { text, emphasis: run.emphasis }));
                    }
                    text.push(c);
                }
                if !text.is_empty() {
                    pieces.push(Inline::Run(Run { text, emphasis: run.emphasis }));
                }
            }
            other => pieces.push(other.clone()),
        }
        letter += piece.letters();
    }
    pieces
}
