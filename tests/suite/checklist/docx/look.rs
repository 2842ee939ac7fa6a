//! Properties of paragraphs and runs as one place states them, and how later places add to them.

use super::xml::{Element, whole};

/// A line above or below a paragraph.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Border {
    /// `single`, `nil` …
    pub kind: String,
    /// In eighths of a point.
    pub size: i64,
}

impl Border {
    pub fn is_solid(&self) -> bool {
        self.kind == "single" && self.size > 0
    }

    pub fn read(element: &Element) -> Border {
        let kind = element.attribute("w:val").unwrap_or("nil").to_owned();
        Border { kind, size: element.attribute("w:sz").and_then(whole).unwrap_or(0) }
    }
}

/// Where a framed paragraph is pinned to the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Frame {
    pub vertical_anchor: String,
    pub y: Option<i64>,
    pub y_align: Option<String>,
}

/// Lengths in twips.
#[derive(Debug, Clone, Default)]
pub struct ParagraphLook {
    pub align: Option<String>,
    pub left: Option<i64>,
    pub right: Option<i64>,
    /// Negative when hanging.
    pub first_line: Option<i64>,
    pub before: Option<i64>,
    pub after: Option<i64>,
    pub line: Option<i64>,
    pub line_rule: Option<String>,
    pub keep_next: Option<bool>,
    pub keep_lines: Option<bool>,
    pub widow_control: Option<bool>,
    pub page_break_before: Option<bool>,
    pub contextual_spacing: Option<bool>,
    pub top: Option<Border>,
    pub bottom: Option<Border>,
    pub frame: Option<Frame>,
}

#[derive(Debug, Clone, Default)]
pub struct RunLook {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub caps: Option<bool>,
    pub hidden: Option<bool>,
    pub underline: Option<bool>,
    /// In half-points.
    pub size: Option<i64>,
    pub colour: Option<String>,
    /// ascii, hAnsi, cs, eastAsia.
    pub fonts: [Option<String>; 4],
}

/// Later statements win.
fn over<T: Clone>(base: &mut Option<T>, later: &Option<T>) {
    if later.is_some() {
        base.clone_from(later);
    }
}

impl ParagraphLook {
    pub fn read(properties: &Element) -> ParagraphLook {
        let indent = |names: [&str; 2]| names.iter().find_map(|name| properties.number("w:ind", name));
        let hanging = properties.number("w:ind", "w:hanging").map(|length| -length);
        let border =
            |side| properties.child("w:pBdr").and_then(|borders| borders.child(side)).map(Border::read);
        let attribute =
            |child, name| properties.child(child).and_then(|found: &Element| found.attribute(name));
        ParagraphLook {
            align: properties.value("w:jc").map(str::to_owned),
            left: indent(["w:left", "w:start"]),
            right: indent(["w:right", "w:end"]),
            first_line: hanging.or_else(|| properties.number("w:ind", "w:firstLine")),
            before: properties.number("w:spacing", "w:before"),
            after: properties.number("w:spacing", "w:after"),
            line: properties.number("w:spacing", "w:line"),
            line_rule: attribute("w:spacing", "w:lineRule").map(str::to_owned),
            keep_next: properties.switch("w:keepNext"),
            keep_lines: properties.switch("w:keepLines"),
            widow_control: properties.switch("w:widowControl"),
            page_break_before: properties.switch("w:pageBreakBefore"),
            contextual_spacing: properties.switch("w:contextualSpacing"),
            top: border("w:top"),
            bottom: border("w:bottom"),
            frame: properties.child("w:framePr").map(|frame| Frame {
                vertical_anchor: frame.attribute("w:vAnchor").unwrap_or("text").to_owned(),
                y: frame.attribute("w:y").and_then(whole),
                y_align: frame.attribute("w:yAlign").map(str::to_owned),
            }),
        }
    }

    pub fn then(mut self, later: &ParagraphLook) -> ParagraphLook {
        over(&mut self.align, &later.align);
        for (base, value) in [
            (&mut self.left, &later.left),
            (&mut self.right, &later.right),
            (&mut self.first_line, &later.first_line),
            (&mut self.before, &later.before),
            (&mut self.after, &later.after),
            (&mut self.line, &later.line),
        ] {
            over(base, value);
        }
        over(&mut self.line_rule, &later.line_rule);
        over(&mut self.keep_next, &later.keep_next);
        over(&mut self.keep_lines, &later.keep_lines);
        over(&mut self.widow_control, &later.widow_control);
        over(&mut self.page_break_before, &later.page_break_before);
        over(&mut self.contextual_spacing, &later.contextual_spacing);
        over(&mut self.top, &later.top);
        over(&mut self.bottom, &later.bottom);
        over(&mut self.frame, &later.frame);
        self
    }
}

impl RunLook {
    pub fn read(properties: &Element) -> RunLook {
        let fonts = properties.child("w:rFonts");
        // A theme font wins over the plain name beside it, and is not the font that the rule names.
        let font = |slot: &str, theme: &str| {
            let fonts = fonts?;
            let theme = fonts.attribute(theme).map(|name| format!("theme font {name}"));
            theme.or_else(|| fonts.attribute(slot).map(str::to_owned))
        };
        RunLook {
            bold: properties.switch("w:b"),
            italic: properties.switch("w:i"),
            caps: properties.switch("w:caps"),
            hidden: properties.switch("w:vanish"),
            underline: properties.switch("w:u"),
            size: properties.number("w:sz", "w:val"),
            colour: properties.value("w:color").map(str::to_owned),
            fonts: [
                font("w:ascii", "w:asciiTheme"),
                font("w:hAnsi", "w:hAnsiTheme"),
                font("w:cs", "w:cstheme"),
                font("w:eastAsia", "w:eastAsiaTheme"),
            ],
        }
    }

    pub fn then(mut self, later: &RunLook) -> RunLook {
        over(&mut self.bold, &later.bold);
        over(&mut self.italic, &later.italic);
        over(&mut self.caps, &later.caps);
        over(&mut self.hidden, &later.hidden);
        over(&mut self.underline, &later.underline);
        over(&mut self.size, &later.size);
        over(&mut self.colour, &later.colour);
        for (base, value) in self.fonts.iter_mut().zip(&later.fonts) {
            over(base, value);
        }
        self
    }

    /// Word's toggles: a style that says "bold" inside a bold style turns bold off again.
    pub fn toggled_by(self, other: &RunLook) -> RunLook {
        let toggle = |one: Option<bool>, two: Option<bool>| match (one, two) {
            (Some(one), Some(two)) => Some(one != two),
            (one, two) => two.or(one),
        };
        let (bold, italic, caps) = (self.bold, self.italic, self.caps);
        let mut both = self.then(other);
        both.bold = toggle(bold, other.bold);
        both.italic = toggle(italic, other.italic);
        both.caps = toggle(caps, other.caps);
        both
    }
}
