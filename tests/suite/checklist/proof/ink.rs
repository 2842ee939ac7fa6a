//! The pieces that samples are made of.

/// Text in one look; sizes in half-points.
#[derive(Clone)]
pub struct Ink {
    pub text: String,
    pub size: i64,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
    pub colour: &'static str,
    pub font: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Centre,
    Right,
    Both,
}

/// A paragraph; lengths in twips.
#[derive(Clone)]
pub struct Par {
    pub ink: Vec<Ink>,
    pub side: Side,
    pub first: i64,
    pub after: i64,
    /// An exact line; single spacing where it is zero.
    pub line: i64,
    /// Length of a line below it, centred in its room.
    pub rule: i64,
    /// A line above it across its room.
    pub ruled_above: bool,
    /// A picture with this height; whether one sees through it.
    pub picture: Option<(i64, bool)>,
}

#[derive(Clone)]
pub struct Table {
    pub rows: Vec<Vec<Par>>,
    pub widths: Vec<i64>,
    pub lines: bool,
    pub repeats: bool,
    pub whole_rows: bool,
    /// Of each row, where it is fixed.
    pub height: i64,
}

#[derive(Clone)]
pub enum Block {
    Par(Par),
    Table(Table),
}

/// Centred, single spacing, 14 pt: how most lines of the frame look.
pub fn line(text: &str) -> Par {
    let ink = Ink {
        text: text.to_owned(),
        size: 28,
        bold: false,
        italic: false,
        underline: false,
        colour: "auto",
        font: "Times New Roman",
    };
    Par {
        ink: vec![ink],
        side: Side::Centre,
        first: 0,
        after: 0,
        line: 0,
        rule: 0,
        ruled_above: false,
        picture: None,
    }
}

/// A paragraph of the text.
pub fn text(words: &str) -> Par {
    Par { side: Side::Both, first: 567, after: 120, line: 360, ..line(words) }
}

/// An empty paragraph of that height.
pub fn room(height: i64) -> Par {
    Par { line: height, ..line("") }
}

impl Par {
    fn each(mut self, change: impl Fn(&mut Ink)) -> Par {
        self.ink.iter_mut().for_each(change);
        self
    }

    pub fn bold(self) -> Par {
        self.each(|ink| ink.bold = true)
    }

    pub fn italic(self) -> Par {
        self.each(|ink| ink.italic = true)
    }

    pub fn size(self, half_points: i64) -> Par {
        self.each(|ink| ink.size = half_points)
    }

    pub fn side(self, side: Side) -> Par {
        Par { side, ..self }
    }

    /// More text in the look of the first run, made regular.
    pub fn then(mut self, words: &str) -> Par {
        let first = self.ink[0].clone();
        self.ink.push(Ink { text: words.to_owned(), bold: false, italic: false, underline: false, ..first });
        self
    }

    pub fn words(&self) -> String {
        self.ink.iter().map(|ink| ink.text.as_str()).collect()
    }
}

impl Block {
    pub fn par(&mut self) -> Option<&mut Par> {
        match self {
            Block::Par(par) => Some(par),
            Block::Table(_) => None,
        }
    }

    pub fn table(&mut self) -> Option<&mut Table> {
        match self {
            Block::Table(table) => Some(table),
            Block::Par(_) => None,
        }
    }
}
