//! A paragraph while its markup is read: white space as HTML treats it, emphasis by nesting.

use super::told;
use crate::profile::numbering::{Numbering, Outline};
use crate::text;
use crate::tree::{Emphasis, Field, Grouping, Inline, Level, Paragraph, Role, Run};

/// What a paragraph says of itself beside how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    pub(super) spare: bool,
    pub(super) beside: bool,
    pub(super) stock: bool,
}

/// A paragraph whose end tag has not come yet.
///
/// No run in `content` is ever empty, and no two spaces of U+0020 follow each other, not even
/// over the border of two runs.
pub(super) struct Draft {
    /// The element, for messages.
    pub(super) tag: &'static str,
    pub(super) role: Role,
    /// Whether its label counts in words.
    in_words: bool,
    /// Whether it may be left out, stands at the left of the signature, is on printed stock already.
    marks: Marks,
    content: Vec<Inline>,
    /// The emphasis of each open inline element, outermost first.
    emphasis: Vec<Emphasis>,
    /// The emphasis outside of all of them.
    usual: Emphasis,
    /// The fields of the record that stand in it, and whether the last one has not ended yet.
    fields: Vec<Field>,
    field_open: bool,
}

impl Draft {
    /// A paragraph without any text yet.
    pub(super) fn new(tag: &'static str, role: Role) -> Draft {
        Draft {
            tag,
            role,
            in_words: false,
            marks: Marks::default(),
            content: Vec::new(),
            emphasis: Vec::new(),
            usual: Emphasis::default(),
            fields: Vec::new(),
            field_open: false,
        }
    }

    /// The same paragraph, its label in words.
    pub(super) fn in_words(self) -> Draft {
        Draft { in_words: true, ..self }
    }

    /// The same paragraph, which says so of itself.
    pub(super) fn marked(self, marks: Marks) -> Draft {
        Draft { marks, ..self }
    }

    /// The same paragraph, all of its text bold.
    pub(super) fn bold(mut self) -> Draft {
        self.usual.bold = true;
        self
    }

    /// Whether nothing stands in it yet, and no inline element is open.
    pub(super) fn is_empty(&self) -> bool {
        self.content.is_empty() && self.emphasis.is_empty()
    }

    /// Opens an inline element that adds `change` to the emphasis round it.
    pub(super) fn open(&mut self, change: impl FnOnce(&mut Emphasis)) {
        let mut emphasis = self.current();
        change(&mut emphasis);
        self.emphasis.push(emphasis);
    }

    /// Closes the innermost inline element.
    pub(super) fn close(&mut self) {
        self.emphasis.pop();
    }

    /// Adds text, cleaned as a record's is; white space collapses to one space, none stays at the start of
    /// a line. The no-break space is text: it is there because somebody put it there.
    pub(super) fn text(&mut self, text: &str) -> Result<(), String> {
        let mut added = String::with_capacity(text.len());
        let mut spaced = self.line_is_empty() || self.ends_with_space();
        // What stands before it is in `added`.
        let mut next = 0;
        for (at, given) in text.char_indices() {
            let kept = match text::shown(given) {
                Some(' ') if spaced => None,
                // A template cannot mean it; a record's are gone by now.
                None if given.is_control() => {
                    return Err(format!(
                        "trong <{}> có ký tự điều khiển U+{:04X}; hãy xoá đi và gõ lại chỗ này",
                        self.tag,
                        u32::from(given)
                    ));
                }
                kept => kept,
            };
            if let Some(c) = kept {
                spaced = c == ' ';
            }
            if kept != Some(given) {
                added.push_str(&text[next..at]);
                added.extend(kept);
                next = at + given.len_utf8();
            }
        }
        added.push_str(&text[next..]);
        let emphasis = self.current();
        match self.content.last_mut() {
            _ if added.is_empty() => {}
            Some(Inline::Run(run)) if run.emphasis == emphasis => run.text.push_str(&added),
            _ => self.content.push(Inline::Run(Run { text: added, emphasis })),
        }
        Ok(())
    }

    /// Begins the text of a field of the record.
    pub(super) fn begin_field(&mut self, field: Field) -> Result<(), String> {
        if std::mem::replace(&mut self.field_open, true) {
            return Err(format!("trong <{}> có <field> nằm trong <field>; hãy để chúng rời nhau", self.tag));
        }
        self.fields.push(field.moved(self.letters()));
        Ok(())
    }

    /// Ends it.
    pub(super) fn end_field(&mut self) {
        let end = self.letters();
        if let (true, Some(field)) = (std::mem::take(&mut self.field_open), self.fields.last_mut()) {
            field.to = end;
        }
    }

    /// Adds what is the text of a field; inside of another one, of that.
    pub(super) fn filled(
        &mut self,
        field: Field,
        add: impl FnOnce(&mut Draft) -> Result<(), String>,
    ) -> Result<(), String> {
        if self.field_open {
            return add(self);
        }
        self.begin_field(field)?;
        add(self)?;
        self.end_field();
        Ok(())
    }

    fn letters(&self) -> usize {
        letters(&self.content)
    }

    /// Adds a check box.
    pub(super) fn check_box(&mut self, checked: bool) {
        self.content.push(Inline::CheckBox { checked });
    }

    /// Adds a line break. Lines without text are refused: nothing but a missing value makes them.
    pub(super) fn break_line(&mut self) -> Result<(), String> {
        self.trim();
        if self.line_is_empty() {
            return Err(format!(
                "trước <br/> trong <{}> không có chữ nào; hãy ghi chữ vào hoặc bỏ <br/>",
                self.tag
            ));
        }
        self.content.push(Inline::Break);
        Ok(())
    }

    /// The finished paragraph, numbered where its role is; before the name of a chapter and the like,
    /// a paragraph for its label.
    pub(super) fn finish(mut self, numbers: &mut Numbering) -> Result<Vec<Paragraph>, String> {
        self.trim();
        let before = self.letters();
        match self.content.last() {
            None => return Err(told::empty(self.tag)),
            Some(Inline::Break) => {
                return Err(format!(
                    "sau <br/> trong <{}> không có chữ nào; hãy ghi chữ vào hoặc bỏ <br/>",
                    self.tag
                ));
            }
            Some(Inline::Run(_) | Inline::CheckBox { .. } | Inline::Picture(_)) => {}
        }
        let mut label = None;
        let articles = &mut numbers.articles;
        match self.role {
            Role::Heading(level) => {
                if level.get() == 1 {
                    self.rewrite(text::upper);
                }
                self.prepend(Run::plain(numbers.outline.next(level)));
            }
            Role::Item(level) => {
                self.prepend(Run { text: numbers.outline.next(level), emphasis: label_emphasis(level) });
            }
            Role::GroupingName(grouping) => {
                self.rewrite(text::upper);
                let text = text::glue(&articles.grouping(grouping, self.in_words));
                if grouping == Grouping::Part {
                    numbers.outline = Outline::default();
                }
                label = Some(Paragraph::new(Role::GroupingLabel(grouping), text));
            }
            Role::Article => self.prepend(Run::plain(articles.article())),
            Role::ArticleText => {
                let bold = Emphasis { bold: true, ..Emphasis::default() };
                self.prepend(Run { text: articles.article(), emphasis: bold });
            }
            Role::Clause => self.prepend(Run::plain(articles.clause())),
            Role::Point => self.prepend(Run::plain(articles.point())),
            _ => {}
        }
        let loose = match self.role {
            // Template and data are in normal form already, but not always where they meet. It is mended here and not in
            // the whole markup, in which a stray U+0338 would compose with the `>` of a tag.
            Role::TableHead | Role::TableText(_) => {
                self.rewrite(|text| text::glue_in_cell(&text::composed(text)));
                Vec::new()
            }
            _ => self.glue(),
        };
        let Marks { spare, beside, stock } = self.marks;
        let end = letters(&self.content);
        // A label stands before them; what was composed anew has fewer letters.
        let ahead = end.saturating_sub(before);
        let fields = self.fields.into_iter().map(|field| field.moved(ahead).within(end)).collect();
        let own = Paragraph {
            spare,
            beside,
            on_stock: stock,
            loose,
            fields,
            ..Paragraph::of(self.role, self.content)
        };
        Ok(label.into_iter().chain([own]).collect())
    }

    /// The paragraph without text: a place to be filled in by hand.
    pub(super) fn blank(self) -> Paragraph {
        Paragraph { fields: self.fields, ..Paragraph::empty(self.role) }
    }

    /// Puts a label before the text, in the same run where it looks the same.
    fn prepend(&mut self, label: Run) {
        match self.content.first_mut() {
            Some(Inline::Run(run)) if run.emphasis == label.emphasis => run.text.insert_str(0, &label.text),
            _ => self.content.insert(0, Inline::Run(label)),
        }
    }

    fn rewrite(&mut self, change: impl Fn(&str) -> String) {
        for piece in &mut self.content {
            if let Inline::Run(run) = piece {
                run.text = change(&run.text);
            }
        }
    }

    /// Puts no-break spaces; tells which letters of the paragraph are such as may give way.
    fn glue(&mut self) -> Vec<usize> {
        let (mut letters, mut loose) = (0, Vec::new());
        for piece in &mut self.content {
            match piece {
                Inline::Run(run) => {
                    let glued = text::glue_running(&text::composed(&run.text));
                    loose.extend(glued.loose.iter().map(|letter| letters + letter));
                    run.text = glued.text;
                    letters += run.text.chars().count();
                }
                Inline::Break | Inline::CheckBox { .. } => letters += 1,
                Inline::Picture(_) => {}
            }
        }
        loose
    }

    /// Drops the space at the end of the line: there is one at most.
    fn trim(&mut self) {
        if let Some(Inline::Run(run)) = self.content.last_mut()
            && run.text.ends_with(' ')
        {
            run.text.pop();
            if run.text.is_empty() {
                self.content.pop();
            }
        }
    }

    fn current(&self) -> Emphasis {
        self.emphasis.last().copied().unwrap_or(self.usual)
    }

    fn line_is_empty(&self) -> bool {
        matches!(self.content.last(), None | Some(Inline::Break))
    }

    fn ends_with_space(&self) -> bool {
        matches!(self.content.last(), Some(Inline::Run(run)) if run.text.ends_with(' '))
    }
}

/// How many letters pieces of a paragraph have.
fn letters(content: &[Inline]) -> usize {
    content.iter().map(Inline::letters).sum()
}

/// How an item's label looks beside the running text after it.
fn label_emphasis(level: Level) -> Emphasis {
    let n = level.get();
    Emphasis { bold: n <= 3, italic: n == 3, underline: false }
}
