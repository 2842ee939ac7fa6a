//! What the tester knows of a paper before reading the files.

/// Which regulation the paper follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    #[default]
    Hd05,
    Hd36,
}

/// The sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sheet {
    #[default]
    A4,
    A5,
    /// On its long side.
    WideA5,
    /// On its long side.
    WideA4,
}

impl Sheet {
    /// Width and height in points.
    pub fn points(self) -> (f64, f64) {
        match self {
            Sheet::A4 => (595.28, 841.89),
            Sheet::A5 => (419.53, 595.28),
            Sheet::WideA5 => (595.28, 419.53),
            Sheet::WideA4 => (841.89, 595.28),
        }
    }

    pub fn is_wide(self) -> bool {
        matches!(self, Sheet::WideA5 | Sheet::WideA4)
    }
}

/// The expected paper. The default is a signed resolution of a chi bộ with recipients, in prose.
#[derive(Debug, Clone)]
pub struct Paper<'a> {
    pub profile: Profile,
    pub sheet: Sheet,
    /// `Mẫu 1`, over the letterhead of a form.
    pub form_label: Option<&'a str>,
    /// `NGHỊ QUYẾT`; for an official letter `CÔNG VĂN`, which is not printed.
    pub type_name: &'a str,
    /// `NQ`; also of papers without a number.
    pub type_code: &'a str,
    /// In capitals; a wrapped name is one string.
    pub issuer: &'a str,
    pub superior: Option<&'a str>,
    /// Several bodies issue it together: their names and codes are not compared.
    pub joint: bool,
    /// `Dự thảo lần n`.
    pub draft: Option<u32>,
    /// It has a number line (forms have none).
    pub numbered: bool,
    /// Room for the pen where the number stands.
    pub number_by_hand: bool,
    pub dated: bool,
    /// Room for the pen where the day (or day and month) stands.
    pub date_by_hand: bool,
    pub has_abstract: bool,
    /// The five hyphens below the title block.
    pub has_hyphens: bool,
    /// The line `CỦA BAN THƯỜNG VỤ …` under the type name.
    pub author_line: bool,
    /// How many names follow `Kính gửi:` or `Kính trình:`.
    pub addressees: usize,
    /// The body is running text, so the rules of paragraphs hold (not so for forms).
    pub prose: bool,
    /// How many paragraphs of căn cứ open the body.
    pub bases: usize,
    /// The body has Phần, Chương or Mục.
    pub chapters: bool,
    /// The body has Điều.
    pub articles: bool,
    /// The body has headings `I- `.
    pub outline: bool,
    /// Citations are worded by the library, not by the record.
    pub own_citations: bool,
    pub has_signature: bool,
    /// The authority line, where it may wrap.
    pub authority: Option<&'a str>,
    /// The signer's name is printed.
    pub has_name: bool,
    /// Room for the pen where the name of who signs at the left stands.
    pub left_name_by_hand: bool,
    pub signature_image: bool,
    /// Another body confirms the signature, below it.
    pub confirmed: bool,
    pub has_recipients: bool,
    pub two_sided: bool,
    pub appendices: usize,
    /// Its one appendix is a list: `DANH SÁCH` in the place of `PHỤ LỤC`.
    pub list: bool,
    pub urgency: Option<&'a str>,
    pub circulation: Option<&'a str>,
    /// `KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG`.
    pub no_broadcast: bool,
    pub drafter_code: Option<&'a str>,
    pub contact: Option<&'a str>,
    /// A copy with the stamp and its own number.
    pub copy: bool,
    /// It has tables with lines.
    pub tables: bool,
    pub landscape: bool,
}

impl Paper<'static> {
    /// A signed resolution of a chi bộ with recipients, in prose.
    pub const RESOLUTION: Paper<'static> = Paper {
        profile: Profile::Hd05,
        sheet: Sheet::A4,
        form_label: None,
        type_name: "NGHỊ QUYẾT",
        type_code: "NQ",
        issuer: "CHI BỘ PHÒNG 7-9",
        superior: None,
        joint: false,
        draft: None,
        numbered: true,
        number_by_hand: false,
        dated: true,
        date_by_hand: false,
        has_abstract: true,
        has_hyphens: true,
        author_line: false,
        addressees: 1,
        prose: true,
        bases: 0,
        chapters: false,
        articles: false,
        outline: false,
        own_citations: true,
        has_signature: true,
        authority: None,
        has_name: true,
        left_name_by_hand: false,
        signature_image: false,
        confirmed: false,
        has_recipients: true,
        two_sided: false,
        appendices: 0,
        list: false,
        urgency: None,
        circulation: None,
        no_broadcast: false,
        drafter_code: None,
        contact: None,
        copy: false,
        tables: false,
        landscape: false,
    };
}

impl Default for Paper<'_> {
    fn default() -> Self {
        Paper::RESOLUTION
    }
}

/// Twips of the margins that 05-HD/VPTW II.IV.4.1 fixes.
pub const TOP: i64 = 1134;
pub const BOTTOM: i64 = 1134;
pub const BINDING: i64 = 1701;
pub const OUTER: i64 = 850;

/// Twips to points.
pub fn points(twips: i64) -> f64 {
    twips as f64 / 20.0
}

impl Paper<'_> {
    /// Công văn: no type name, its abstract under the number.
    pub fn is_letter(&self) -> bool {
        self.type_code == "CV"
    }

    pub fn is_minutes(&self) -> bool {
        self.type_code == "BB"
    }

    pub fn hd36(&self) -> bool {
        self.profile == Profile::Hd36
    }

    /// The words before the addressees, where this kind has them.
    pub fn address_label(&self) -> Option<&'static str> {
        match self.type_code {
            "CV" | "GM" => Some("Kính gửi:"),
            "TTr" if self.hd36() => Some("Kính gửi:"),
            "TTr" => Some("Kính trình:"),
            _ => None,
        }
    }

    /// What ends an addressee or a recipient but the last.
    pub fn list_mark(&self) -> char {
        if self.hd36() { ',' } else { ';' }
    }

    /// Left and right edge of the text area of a front page, in points.
    pub fn text_edges(&self) -> (f64, f64) {
        let width = self.sheet.points().0;
        // The regulation gives no figures for a sheet on its long side: the upright one, turned.
        if self.sheet == Sheet::WideA4 {
            return (points(TOP), width - points(BOTTOM));
        }
        (points(BINDING), width - points(OUTER))
    }

    /// The middle of the text area.
    pub fn axis(&self) -> f64 {
        let (left, right) = self.text_edges();
        (left + right) / 2.0
    }
}
