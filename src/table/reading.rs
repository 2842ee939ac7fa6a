//! A table as it is read for a kind: its header, its rows and what is said of its columns, found once.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::ask::{Plan, Question};
use super::extent::{self, Extent};
use super::header::Found;
use super::mapping::Fitted;
use super::records::{self, Records};
use super::schema::Schema;
use super::suggest::Suggestions;
use super::survey::{Left, Survey};
use super::{Error, Mapping, Table, above, month, sums};
use crate::kinds::Kind;
use crate::renderer::Renderer;

/// A table that was read for a kind ([`Table::read`]): what is used of it, and its records.
pub struct Reading<'a> {
    table: &'a Table,
    kind: &'a Kind,
    renderer: &'a Renderer,
    found: Found,
    extent: Extent,
    /// The rows that are left out.
    left: Arc<Vec<Left>>,
    /// The month that the table says, its year, and where.
    month: Option<(u32, i32, String)>,
    /// What is said of the columns, fitted to them; else everything that is wrong with it.
    fitted: Result<Fitted, Vec<String>>,
    /// How many columns tell what they are for, where no mapping says it.
    recognised: Option<usize>,
    /// The columns that a list does not take, and those of the list that the table has not.
    beside: (Vec<String>, Vec<String>),
}

impl<'a> Reading<'a> {
    /// Finds the header, and the rows below it.
    pub(super) fn of(
        table: &'a Table,
        kind: &'a Kind,
        mapping: Option<&Mapping>,
        renderer: &'a Renderer,
    ) -> Result<Reading<'a>, Error> {
        let schema = Schema::of(kind);
        let suggestions = Suggestions::new(kind, &schema, &renderer.criteria);
        let found = match mapping.filter(|mapping| !mapping.is_bare()) {
            Some(mapping) => table.header(Some(mapping), &|name| mapping.names(name)),
            None => table.header(mapping, &|name| suggestions.knows(name)),
        };
        let mut found = found.ok_or_else(|| table.no_header())?;
        let rows = mapping.and_then(Mapping::rows);
        let mut extent = extent::extent(&table.sheet, &found, rows.as_ref());
        let left = Arc::new(std::mem::take(&mut extent.left));
        found.header = found.header.above(&extent.rows);
        let month = month::find(&table.sheet, found.first);
        let of = month.as_ref().map(|(month, year, _)| (*month, *year));
        let suggested;
        let (mapping, recognised) = match mapping.filter(|mapping| !mapping.is_bare()) {
            Some(mapping) => (Ok(mapping), None),
            None => {
                let stated = above::values(&table.sheet, found.first, &suggestions, &schema);
                let mapping = suggestions.mapping(&found.header, mapping);
                suggested = stated.map(|stated| mapping.with_defaults(stated));
                (suggested.as_ref(), Some(suggestions.uses(&found.header).0.iter().flatten().count()))
            }
        };
        let beside =
            if recognised.is_some() { suggestions.beside(&found.header) } else { Default::default() };
        let epoch_1904 = table.sheet.epoch_1904;
        let fit =
            |mapping: &Mapping| mapping.fit(kind, &schema, &found.header, epoch_1904, of, &renderer.criteria);
        let fitted = mapping.map_err(Vec::clone).and_then(fit);
        Ok(Reading { table, kind, renderer, found, extent, left, month, fitted, recognised, beside })
    }

    /// Describes which rows and columns are used for records, and which are not.
    #[must_use]
    pub fn survey(&self) -> Survey {
        let Reading { table, found, extent, .. } = self;
        let fitted = self.fitted.as_ref().ok();
        let months_by_session = fitted.is_some_and(|fitted| fitted.months_by_session().is_some());
        let said = self.month.as_ref();
        let month = match fitted.and_then(Fitted::month) {
            Some((month, year)) if said.is_none_or(|said| (said.0, said.1) != (month, year)) => {
                Some((month, year, "tệp khai báo cột hoặc --month".to_owned()))
            }
            _ => said.filter(|_| !months_by_session).cloned(),
        };
        let names = found.header.names();
        let ends = extent.rows.first().zip(extent.rows.last());
        Survey {
            months_by_session,
            month,
            recognised: self.recognised,
            guessed_encoding: table.sheet.guessed,
            sheet: self.sheet(),
            other_sheets: table.sheets.iter().filter(|name| **name != table.sheet.name).cloned().collect(),
            header: (found.first, found.last),
            rows: ends.map(|(first, last)| (first.number, last.number)),
            records: extent.rows.len(),
            columns: names.iter().filter(|name| !name.is_empty()).count(),
            sums: sums::differing(extent, names.len()),
            left: self.left.clone(),
            unused: self.beside.0.clone(),
            is_list: self.kind.is_gathered(),
            open: self.beside.1.clone(),
        }
    }

    /// The records of the rows, in the order of the table: one for each row, or two for a row that makes two
    /// evaluation forms (that of the chi bộ, then that of its superior). A kind that is a list has one record
    /// of all rows; without rows it has none.
    ///
    /// # Errors
    /// [`Error::Mapping`] if the mapping does not fit the table or the kind.
    pub fn records(self) -> Result<Records<'static>, Error> {
        let sheet = self.sheet();
        let mut fitted = self.fitted.map_err(Error::Mapping)?;
        if self.kind.is_gathered() && self.recognised == Some(0) {
            let names = self.beside.1.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
            let said =
                format!("không cột nào của bảng vào danh sách được; hãy đặt tên cột là một trong: {names}");
            return Err(Error::Mapping(vec![said]));
        }
        if self.kind.is_formed() && !self.kind.is_gathered() && self.recognised.is_some() {
            let wrong = fitted.unfit_for_form(&Schema::of(self.kind));
            if !wrong.is_empty() {
                return Err(Error::Mapping(wrong));
            }
        }
        let wrong = fitted.unscored(&self.extent.rows, &self.renderer.criteria);
        if !wrong.is_empty() {
            return Err(Error::Mapping(wrong));
        }
        fitted.sheet = sheet;
        Ok(records::rows(self.extent.rows, fitted))
    }

    /// A mapping to start from, like [`Table::template`].
    #[must_use]
    pub fn template(&self, defaults: &Mapping) -> String {
        self.answered(defaults, &BTreeMap::new())
    }

    /// The questions to ask before records are made:
    ///
    /// - the purpose of each column whose name does not say it;
    /// - for scored rows, which forms are made;
    /// - each required value that neither a column nor `defaults` gives, and some optional ones, such as the
    ///   name of the superior ([`Question::required`]).
    ///
    /// An answer changes the other questions and their choices. So after an answer get the questions again,
    /// with all answers by their keys.
    ///
    /// ```
    /// # use std::{collections::BTreeMap, io::Cursor};
    /// # use vanban::{Renderer, table::{Mapping, Table}};
    /// let table = Table::csv(Cursor::new("Chi bộ;Số;Mã;Ngày\nChi bộ thôn Đông;5;01;5/6/2026\n"))?;
    /// let kind = vanban::kinds::built_in().find(|kind| kind.name() == "notice").unwrap();
    /// let (renderer, defaults) = (Renderer::new(), Mapping::default());
    /// let read = table.read(kind, None, &renderer)?;
    /// let questions = read.questions(&defaults, &BTreeMap::new());
    /// let code = questions.iter().find(|question| question.term == "Mã").unwrap();
    /// assert_eq!((code.key.as_str(), code.sentence.as_str()), ("cột C", "Cột “Mã” (C) dùng làm gì?"));
    /// assert_eq!(code.answer, "#ignore");
    /// let answers = BTreeMap::from([("cột C", "#name"), ("place", "Nhân Thắng")]);
    /// let answers = answers.into_iter().map(|(key, answer)| (key.to_owned(), answer.to_owned())).collect();
    /// let mapping = read.answered(&defaults, &answers);
    /// assert!(mapping.contains("name = \"Mã\"") && mapping.contains("\"place\" = \"Nhân Thắng\""));
    /// # Ok::<(), vanban::table::Error>(())
    /// ```
    #[must_use]
    pub fn questions(&self, defaults: &Mapping, answers: &BTreeMap<String, String>) -> Vec<Question> {
        self.planned(defaults, answers, |plan| plan.questions())
    }

    /// The mapping with the answers, as TOML for [`Mapping::from_toml`] and for `vanban batch --map`. The
    /// keys of `answers` are [`Question::key`]s. Open questions are as in [`Reading::template`]: a column is
    /// left out, a value is to be filled in. An answer to an unknown question changes nothing. A wrong answer
    /// is reported when the mapping is used.
    #[must_use]
    pub fn answered(&self, defaults: &Mapping, answers: &BTreeMap<String, String>) -> String {
        self.planned(defaults, answers, |plan| plan.text())
    }

    fn planned<T>(
        &self,
        defaults: &Mapping,
        answers: &BTreeMap<String, String>,
        made: impl FnOnce(&Plan<'_>) -> T,
    ) -> T {
        let schema = Schema::of(self.kind);
        let suggestions = Suggestions::new(self.kind, &schema, &self.renderer.criteria);
        let (schema, suggestions, header) = (&schema, &suggestions, &self.found.header);
        made(&Plan { schema, suggestions, header, defaults, is_of_month: self.month.is_some(), answers })
    }

    /// The name of the sheet, where the file has sheets.
    fn sheet(&self) -> Option<String> {
        self.table.sheet_name().map(str::to_owned)
    }
}

impl fmt::Debug for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading")
            .field("table", &self.table)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}
