//! The neutral document: blocks of runs, each with its role. It is the only thing that the DOCX
//! writer and the layout share, and it says nothing of sizes, weights or positions: those belong to
//! the profile, which maps a [`Role`] to a style.

mod dump;
mod field;
mod hints;
mod imposition;
mod numbers;
mod outline;
mod section;
mod spot;
mod table;
mod walk;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::raster::Raster;
use crate::units::Length;

pub use field::Field;
#[cfg(feature = "docx")]
pub(crate) use field::{is_open, ticked};
pub(crate) use hints::Hints;
#[cfg(feature = "docx")]
pub(crate) use hints::ParagraphHint;
#[cfg(any(feature = "docx", test))]
pub(crate) use hints::TableHint;
pub use imposition::Imposition;
pub use outline::{Grouping, Level};
pub use section::{BoundPaper, Running, Section};
pub use spot::{SignatureField, Spot};
pub use table::{Border, Cell, Row, Scope, Table, TextAlign, VerticalAlign, Width};
pub(crate) use table::{Grid, MOST_COLUMNS, portions};

/// A whole document, composed and ready for layout and writers. It never changes: what the layout finds
/// out of it are [`Hints`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    properties: Properties,
    draft: bool,
    sections: Vec<Section>,
}

impl Tree {
    /// What a file's properties tell: title, author, date.
    pub fn properties(&self) -> &Properties {
        &self.properties
    }

    /// Whether people go on typing in it.
    pub fn is_draft(&self) -> bool {
        self.draft
    }

    /// The paper itself, then its appendices; each begins on a page of its own, and so does its
    /// numbering.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }
}

/// What a file's properties tell a reader before it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Properties {
    /// Title of the document: type name, number and abstract.
    pub title: String,
    /// The issuing body.
    pub author: String,
    /// Date of the document, where all of it is given.
    pub date: Option<NaiveDate>,
    /// As much of its date as is given, the year first, in digits: `2026`, `202606`.
    pub begins: String,
}

/// A piece of the document that stands below the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// Parts that stand side by side: letterhead, recipients and signature. Never a table to a
    /// reader.
    Columns(Columns),
    /// Rows of cells.
    Table(Table),
    /// Copies that share a sheet.
    Imposition(Imposition),
}

/// A paragraph: a role and its runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its place among the paragraphs of its tree, in reading order from 0; none outside a tree.
    pub number: Option<usize>,
    /// What the paragraph is; the profile says how that looks.
    pub role: Role,
    /// Its text.
    pub content: Vec<Inline>,
    /// Keep on the page of the next block, whatever the role's style says.
    pub keep_with_next: bool,
    /// The no-break spaces that may become plain ones where they leave a line too loose; a break, a box is a
    /// letter.
    pub loose: Vec<usize>,
    /// Begin on a new page.
    pub page_break_before: bool,
    /// A line for the pen that may be left out, where the paper's end would stand alone on a page.
    pub spare: bool,
    /// At the left of the signature, not in the body.
    pub beside: bool,
    /// Printed on the stock already: it keeps its room and prints nothing. Compose has seen to it that the paper is one
    /// on stock.
    pub on_stock: bool,
    /// Its text is the number of the page with which the paper of that place in the volume begins.
    pub page_of: Option<usize>,
    /// What of it a program that signs files looks for.
    pub spot: Option<Spot>,
    /// The fields of the record that are filled in or changed here, in order; none overlaps another.
    pub fields: Vec<Field>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text in one look.
    Run(Run),
    /// A forced line break inside the paragraph.
    Break,
    /// Ô đánh dấu: a box as wide as its letters are high, to be ticked or ticked already.
    #[doc(alias = "ô đánh dấu")]
    CheckBox {
        /// Whether it is ticked.
        checked: bool,
    },
    /// A picture, on the baseline of a paragraph that holds nothing else.
    Picture(Picture),
}

/// A picture in the size in which it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub(crate) raster: Arc<Raster>,
    /// Its width on the paper.
    pub width: Length,
    /// Its height on the paper.
    pub height: Length,
    /// What it says to a reader who does not see it.
    pub alternative_text: String,
}

/// The letter that stands for a check box where there are letters only.
pub(crate) fn box_char(checked: bool) -> char {
    if checked { BOXES[1] } else { BOXES[0] }
}

/// Whether a letter is a check box; no text holds one, because the faces have none.
pub(crate) fn is_box(c: char) -> bool {
    BOXES.contains(&c)
}

/// A box to be ticked, and a ticked one.
const BOXES: [char; 2] = ['☐', '☒'];

/// Text in one look. The text is NFC and holds no control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text as it is printed.
    pub text: String,
    /// What the run adds to its paragraph's style.
    pub emphasis: Emphasis,
}

/// What a run adds to the style of its paragraph's role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Emphasis {
    /// Bold, beside what the style says.
    pub bold: bool,
    /// Italic, beside what the style says.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
}

/// Cells side by side, in rows; a row is never split over two pages, and the whole stays together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// Width of each column; together they fill the text area.
    pub widths: Vec<Length>,
    /// Rows of cells, one cell a column, each cell a list of paragraphs.
    pub rows: Vec<Vec<Vec<Paragraph>>>,
    /// Keep the last row on the page of the next block.
    pub keep_with_next: bool,
    /// Whether what a cell holds stands at its foot; else at its top.
    pub at_foot: bool,
    /// The frame in which the first cell of the first row stands.
    pub stamp: Option<Stamp>,
}

/// A frame of a size, at the upper left corner of its cell: the form that is stamped on a copy (05-HD/VPTW PL3).
/// What needs more room makes it higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// How wide it is, over its lines.
    pub width: Length,
    /// How high it is, and higher where its text is.
    pub height: Length,
    /// Room between its lines and its text, at each side.
    pub padding: Length,
}

impl Stamp {
    /// Thickness of its lines (convention).
    pub const LINE: Length = Length::pt(0.75);

    /// How wide its text is.
    pub(crate) fn inside(&self) -> Length {
        self.width - Stamp::LINE - self.padding - self.padding
    }
}

/// What a paragraph is. Each profile gives every role one style; in a DOCX each becomes a named
/// style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// ô 1, tiêu đề: `ĐẢNG CỘNG SẢN VIỆT NAM`.
    PartyTitle,
    /// ô 2, tên cơ quan cấp trên trực tiếp.
    Superior,
    /// ô 2, tên cơ quan ban hành.
    Issuer,
    /// The star under the issuer's name.
    Star,
    /// ô 3, số và ký hiệu.
    Number,
    /// ô 4, địa danh và ngày tháng năm.
    PlaceDate,
    /// ô 4 below the number, where nothing has room beside another.
    PlaceDateBelow,
    /// ô 11b, dự thảo.
    DraftMark,
    /// ô 10, độ khẩn.
    Urgency,
    /// ô 11a, phạm vi lưu hành, in the top margin of the first page.
    Circulation,
    /// ô 11a, that the paper is not for the mass media.
    NoBroadcast,
    /// ô 13, thông tin liên hệ, at the foot of the last page.
    Contact,
    /// An empty line that keeps room for the contact line.
    FootRoom,
    /// ô 12, ký hiệu người soạn thảo và số bản.
    DrafterMark,
    /// `Phụ lục`, with its number where there are several.
    AppendixLabel,
    /// Tiêu đề of an appendix.
    AppendixTitle,
    /// Which paper an appendix belongs to.
    AppendixOf,
    /// ô 5a, tên loại.
    TypeName,
    /// ô 5a, the line that names the author between type name and abstract.
    AuthorLine,
    /// ô 5a, trích yếu.
    Abstract,
    /// The five hyphens below the abstract.
    Separator,
    /// ô 6, a paragraph of the body.
    Body,
    /// ô 6, căn cứ.
    Basis,
    /// A heading of the outline, level 1 to 5.
    Heading(Level),
    /// A paragraph that begins with the outline's label, level 1 to 5: `1. Text …`.
    Item(Level),
    /// The label of a part, a chapter or a division, alone on its line: `Chương II`.
    GroupingLabel(Grouping),
    /// The name of a part, a chapter or a division, below its label.
    GroupingName(Grouping),
    /// Điều: the article's label and its name, a heading.
    Article,
    /// Điều without a name: its label, and its text on the same line.
    ArticleText,
    /// Khoản.
    Clause,
    /// Điểm.
    Point,
    /// An empty line in a column that has nothing else.
    Gap,
    /// ô 9a, the label `Nơi nhận:`.
    RecipientsLabel,
    /// ô 9a, one recipient.
    Recipient,
    /// ô 7a, quyền hạn ký.
    Authority,
    /// ô 7a, chức vụ.
    Position,
    /// ô 7c, the room for the signature.
    SignatureSpace,
    /// Xác nhận chữ ký.
    Confirmation,
    /// ô 7b, họ tên.
    SignerName,
    /// The number at the head of a page.
    PageNumber,
    /// The paragraph of 1 pt that must stand after a closing row of columns.
    End,
    /// `Mẫu 1`: the label of a form, over the letterhead.
    FormLabel,
    /// ô 5b, trích yếu of a letter, under the number.
    LetterAbstract,
    /// `Kính gửi:` or `Kính trình:`, with the addressee where there is one.
    Address,
    /// One of several addressees.
    Addressee,
    /// `(Ký, ghi rõ họ tên)`.
    SignHint,
    /// The line over the form of a copy, as wide as the text.
    CopyRule,
    /// `BẢN SAO VĂN BẢN`, in the frame of a copy's form.
    StampTitle,
    /// A line of that form.
    StampLine,
    /// Text of a header cell.
    TableHead,
    /// Text of any other cell.
    TableText(TextAlign),
    /// Text of a part that stands beside another one.
    ColumnText(TextAlign),
    /// The room between a table and what follows.
    TableGap,
    /// The caller's own emblem, above the letterhead.
    Emblem,
    /// Tên bảng.
    TableCaption,
    /// Who decides, before the articles of a decision: `CHI BỘ PHÒNG 7-9 QUYẾT ĐỊNH`.
    Enacting,
    /// A paragraph of the body without an indent, where a layout of one's own says how it is aligned.
    Aligned(TextAlign),
    /// A paragraph in a style of one's own, by its place among those of the layout.
    Styled(u16, TextAlign),
}

impl Run {
    /// Text in its paragraph's own look.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Run {
        Run { text: text.into(), emphasis: Emphasis::default() }
    }
}

impl Paragraph {
    /// A paragraph of one run in its role's own look.
    #[must_use]
    pub fn new(role: Role, text: impl Into<String>) -> Paragraph {
        Paragraph::of(role, vec![Inline::Run(Run::plain(text))])
    }

    /// A paragraph of several pieces.
    #[must_use]
    pub fn of(role: Role, content: Vec<Inline>) -> Paragraph {
        Paragraph {
            number: None,
            role,
            content,
            keep_with_next: false,
            loose: Vec::new(),
            page_break_before: false,
            spare: false,
            beside: false,
            on_stock: false,
            page_of: None,
            spot: None,
            fields: Vec::new(),
        }
    }

    /// A paragraph without text.
    #[must_use]
    pub fn empty(role: Role) -> Paragraph {
        Paragraph::of(role, Vec::new())
    }

    /// The same paragraph, which programs that sign files look for.
    #[must_use]
    pub fn at(mut self, spot: Spot) -> Paragraph {
        self.spot = Some(spot);
        self
    }

    /// The same paragraph, kept on the page of the next block.
    #[must_use]
    pub fn kept(mut self) -> Paragraph {
        self.keep_with_next = true;
        self
    }
}
