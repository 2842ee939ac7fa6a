//! Content controls: a field of the record as a place of the DOCX that is filled in.
//!
//! docx-rs knows hardly any of what a control says. So the writer of paragraphs marks where a field begins and ends, by
//! runs that no text can be, and this pass puts the runs between into a `w:sdt`.

use docx_rs::{InstrText, Run as WordRun};

use super::data::{ITEM, NAMESPACE};
use crate::opc::{Element, Node};
use crate::tree::{Field, Hints, Inline, Paragraph, Run, Tree, is_open, ticked};

/// Stand as the code of a field in the runs that begin and end a control, the number of the field behind them.
const BEGIN: char = '\u{e000}';
const END: char = '\u{e001}';
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

    /// The properties of the control. `run` is those of its text.
    fn properties(&self, run: Option<&Element>) -> Element {
        let value = |name: &str, value: &str| Element::new(name).with("w:val", value);
        let number = self.field.number.unwrap_or_default() + 1;
        let title: String = self.field.term.iter().flat_map(|term| term.chars()).take(LONGEST).collect();
        let mut properties = Element::new("w:sdtPr");
        properties.children.extend(run.cloned().map(Node::Element));
        properties = properties
            .child(value("w:alias", &title))
            .child(value("w:tag", &self.tag()))
            .child(value("w:id", &number.to_string()))
            // The control stays, whatever is filled in.
            .child(value("w:lock", if self.field.locked { "sdtContentLocked" } else { "sdtLocked" }));
        if self.field.locked {
            return properties;
        }
        if self.is_open() {
            let part = value("w:docPart", &placeholder_name(self.shown()));
            properties = properties
                .child(Element::new("w:placeholder").child(part))
                .child(Element::new("w:showingPlcHdr"));
        }
        let binding = Element::new("w:dataBinding")
            .with("w:prefixMappings", format!("xmlns:v='{NAMESPACE}'"))
            .with("w:xpath", format!("/v:vanban[1]/v:fields[1]/v:field[{number}]"))
            .with("w:storeItemID", ITEM);
        // LibreOffice 25.2 prints `false` for a box that is bound.
        if ticked(&self.text).is_some() {
            return properties.child(self.kind());
        }
        // LibreOffice prints what is bound as the data part has it, without breaks, and in the look of what stands before
        // it; 7.4 takes breaks out of plain text.
        match (self.is_plain, self.in_draft || self.takes_lines()) {
            (false, _) => properties,
            // LibreOffice 25.2 leaves nothing of the part where an `&` is written into what is bound, and 25.2 and 7.4
            // leave none of it in a file that is opened and saved a second time. So only figures, days and names are
            // bound, and nothing of a draft.
            (true, true) => properties.child(self.kind()),
            (true, false) => properties.child(binding).child(self.kind()),
        }
    }

    /// Whether several lines may be written there: in a note, and where room for words is left.
    fn takes_lines(&self) -> bool {
        let room = self.is_open() && self.text.chars().count() >= WORDS;
        room || self.field.at.last_field() == Some("note")
    }

    /// What kind of control it is.
    fn kind(&self) -> Element {
        if let Some(ticked) = ticked(&self.text) {
            let value = |name: &str, value: &str| Element::new(name).with("w14:val", value);
            let state =
                |name: &str, letter: &str| value(name, letter).with("w14:font", super::styles::BOX_FACE);
            return Element::new("w14:checkbox")
                .child(value("w14:checked", if ticked { "1" } else { "0" }))
                .child(state("w14:checkedState", "2612"))
                .child(state("w14:uncheckedState", "2610"));
        }
        if self.field.choices.is_empty() {
            let text = Element::new("w:text");
            return if self.takes_lines() { text.with("w:multiLine", "1") } else { text };
        }
        let item = |choice: &String| {
            Element::new("w:listItem").with("w:displayText", choice.as_str()).with("w:value", choice.as_str())
        };
        self.field.choices.iter().map(item).fold(Element::new("w:comboBox"), Element::child)
    }
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
        piece.map(super::blocks::emphasis_of)
    };
    field.from.checked_sub(1).is_none_or(|before| look(before) == look(field.from))
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

/// What stands before a letter of a paragraph: the ends of fields, those without text, the beginnings of others.
pub(super) fn borders(fields: &[Field], letter: usize) -> Vec<Border> {
    let numbered = |field: &Field| field.number;
    let ends = fields.iter().filter(|field| field.to == letter && field.from < letter);
    let empty = fields.iter().filter(|field| field.from == letter && field.to == letter);
    let begins = fields.iter().filter(|field| field.from == letter && field.to > letter);
    let ends = ends.filter_map(numbered).map(Border::End);
    let empty = empty.filter_map(numbered).flat_map(|n| [Border::Begin(n), Border::Room, Border::End(n)]);
    ends.chain(empty).chain(begins.filter_map(numbered).map(Border::Begin)).collect()
}

/// What stands between letters of a paragraph with fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Border {
    /// The beginning of the field of that number.
    Begin(usize),
    /// Its end.
    End(usize),
    /// The room of a field without text.
    Room,
}

impl Border {
    /// The run that stands for it.
    pub(super) fn run(self) -> WordRun {
        let mark = match self {
            Border::Begin(number) => format!("{BEGIN}{number}"),
            Border::End(number) => format!("{END}{number}"),
            Border::Room => return WordRun::new().add_text(ROOM),
        };
        WordRun::new().add_instr_text(InstrText::Unsupported(mark))
    }
}

/// Puts what stands between the marks of each field into a control.
pub(super) fn place(element: &mut Element, controls: &[Control<'_>]) {
    if controls.is_empty() {
        return;
    }
    if element.name != "w:p" {
        element.elements_mut().for_each(|child| place(child, controls));
        return;
    }
    let mut placed: Vec<Node> = Vec::with_capacity(element.children.len());
    let mut begun: Option<(usize, usize)> = None;
    for node in std::mem::take(&mut element.children) {
        match (mark(&node), begun) {
            (Some((BEGIN, number)), _) => begun = Some((number, placed.len())),
            (Some((END, number)), Some((open, from))) if open == number => {
                let content = placed.split_off(from);
                let control = controls.iter().find(|control| control.field.number == Some(number));
                placed.extend(control.map(|control| Node::Element(sdt(control, content))));
                begun = None;
            }
            (Some(_), _) => {}
            (None, _) => placed.push(node),
        }
    }
    element.children = placed;
}

fn sdt(control: &Control<'_>, content: Vec<Node>) -> Element {
    let run = content.iter().find_map(|node| match node {
        Node::Element(run) if run.name == "w:r" => run.children.iter().find_map(|node| match node {
            Node::Element(properties) if properties.name == "w:rPr" => Some(properties),
            _ => None,
        }),
        _ => None,
    });
    let properties = control.properties(run);
    Element::new("w:sdt")
        .child(properties)
        .child(Element { children: content, ..Element::new("w:sdtContent") })
}

/// The mark that a run is, and the number of its field.
fn mark(node: &Node) -> Option<(char, usize)> {
    let Node::Element(run) = node else { return None };
    let code = run.children.iter().find_map(|node| match node {
        Node::Element(code) if code.name == "w:instrText" => code.children.first(),
        _ => None,
    })?;
    let Node::Text(text) = code else { return None };
    let mark = text.chars().next().filter(|mark| [BEGIN, END].contains(mark))?;
    Some((mark, text.get(mark.len_utf8()..)?.parse().ok()?))
}
