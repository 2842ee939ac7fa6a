//! Form fields of Word 97-2003: what stands in one is read as a control's text.

use super::{CONTROLS, Open, Walk, is_on, number};
use crate::collect::body::{Control, Legacy};
use crate::collect::marks::Mark;
use crate::opc::{Damage, Tag};

/// A field with a code that Word works out.
#[derive(Debug, Default)]
pub(super) struct Complex {
    /// Whether its code is being read.
    pub(super) code: bool,
    /// Its form data, with the control that it stands for.
    pub(super) form: Option<(usize, usize)>,
    /// Its code, as much of it as a sentence quotes.
    said: String,
    /// Whether it shows anything.
    pub(super) shown: bool,
    /// Whether Word works it out anew by itself, so that what it shows is not what was saved.
    pub(super) changing: bool,
}

impl Complex {
    pub(super) fn of(tag: &Tag<'_>) -> Complex {
        Complex { changing: tag.says_yes("dirty"), ..Complex::default() }
    }

    /// Whether Word shows what the file does not say: a field that it works out of the code alone, or has not yet worked out.
    fn is_unread(&self) -> bool {
        /// Those that print nothing where they stand, links and form fields among them.
        const SILENT: [&str; 19] = [
            "XE",
            "TC",
            "TA",
            "RD",
            "SET",
            "ASK",
            "NEXT",
            "NEXTIF",
            "SKIPIF",
            "PRIVATE",
            "DATA",
            "ADVANCE",
            "ADDIN",
            "PRINT",
            "HYPERLINK",
            "TOC",
            "FORMTEXT",
            "FORMCHECKBOX",
            "FORMDROPDOWN",
        ];
        // The library's own, which prints nothing either: `IF 1 = 1 "" ""`, or `IF "" ""` as LibreOffice writes it again.
        let own = self.said.split_whitespace().all(|word| matches!(word, "IF" | "1" | "=" | "\"\""));
        let name = self.name();
        !self.shown && !own && self.form.is_none() && !name.is_empty() && !SILENT.contains(&name.as_str())
    }

    /// Its code is read.
    fn begin_result(&mut self) {
        const CHANGING: [&str; 5] = ["DATE", "TIME", "PAGE", "NUMPAGES", "SECTIONPAGES"];
        self.code = false;
        self.changing |= CHANGING.contains(&self.name().as_str());
    }

    fn name(&self) -> String {
        self.said.split_whitespace().next().unwrap_or_default().to_uppercase()
    }
}

impl Walk<'_> {
    /// A field with its code in one element.
    pub(super) fn simple_field(&mut self, tag: &Tag<'_>) -> Open {
        let mut field = Complex { said: tag.get("instr").unwrap_or_default(), ..Complex::of(tag) };
        field.begin_result();
        self.fields.push(field);
        Open::SimpleField
    }

    pub(super) fn field_char(&mut self, tag: &Tag<'_>) -> Result<(), Damage> {
        match tag.get("fldCharType").as_deref() {
            Some("begin") => self.fields.push(Complex { code: true, ..Complex::of(tag) }),
            Some("separate") => {
                self.fields.last_mut().into_iter().for_each(Complex::begin_result);
            }
            Some("end") => self.field_ends()?,
            _ => {}
        }
        Ok(())
    }

    pub(super) fn code(&mut self, text: &str) {
        const LONGEST: usize = 1_000;
        if let Some(field) = self.fields.last_mut().filter(|field| field.said.len() < LONGEST) {
            field.said.push_str(text);
        }
    }

    pub(super) fn field_ends(&mut self) -> Result<(), Damage> {
        let Some(field) = self.fields.pop() else { return Ok(()) };
        // What stands in the code of another field is not shown.
        if field.is_unread() && !self.fields.iter().any(|around| around.code) {
            self.mark(Mark::Field, &field.said);
        }
        if let Some((form, control)) = field.form {
            self.form_shown(form)?;
            self.controls.retain(|open| *open != control);
        }
        Ok(())
    }

    /// A box and a list of Word 97-2003 say what they say beside the text.
    fn form_shown(&mut self, form: usize) -> Result<(), Damage> {
        let Some(field) = self.body.legacy.get(form).filter(|field| field.text.trim().is_empty()) else {
            return Ok(());
        };
        let shown = match field.checked {
            Some(checked) => String::from(if checked { '☒' } else { '☐' }),
            None if field.chosen.is_some() => field.value(),
            None => return Ok(()),
        };
        self.append(&shown)
    }

    pub(super) fn form_data(&mut self) -> Result<(), Damage> {
        if self.body.controls.len() >= CONTROLS {
            return Err(Damage::TooLarge);
        }
        let (form, control) = (self.body.legacy.len(), self.body.controls.len());
        if let Some(own) = self.fields.last_mut() {
            own.form = Some((form, control));
            self.body.legacy.push(Legacy::default());
            let parent = self.controls.last().copied();
            self.body.controls.push(Control { parent, form: Some(form), ..Control::default() });
            self.controls.push(control);
        }
        Ok(())
    }

    pub(super) fn form_datum(&mut self, tag: &Tag<'_>) {
        let Some(field) = self.body.legacy.last_mut() else { return };
        match tag.name {
            "name" => field.name = tag.get("val").unwrap_or_default(),
            "checkBox" => field.checked = Some(false),
            "default" | "checked" if field.checked.is_some() => field.checked = Some(is_on(tag)),
            "ddList" => field.chosen = Some(0),
            "listEntry" => field.entries.extend(tag.get("val")),
            "result" if field.chosen.is_some() => field.chosen = Some(number(tag)),
            _ => {}
        }
    }

    /// A form field of Word 97-2003 may go on behind the control that it began in.
    pub(super) fn leave_control(&mut self) {
        let is_form =
            |control: &&usize| self.body.controls.get(**control).is_some_and(|it| it.form.is_some());
        let open = self.controls.iter().rev().take_while(is_form).count();
        let at = self.controls.len().saturating_sub(open + 1);
        if at < self.controls.len() {
            self.controls.remove(at);
        }
    }
}
