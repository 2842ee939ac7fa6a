//! What a kind's records take from the sheets of offices, beside what its schema says: names of columns, and what a row
//! is. The table asks for it, and knows no kind by its name.

use super::Kind;
use crate::path::Path;

/// How rows of a sheet become records of a kind.
#[derive(Debug)]
#[cfg_attr(not(feature = "table"), allow(dead_code, reason = "only tables ask for it"))]
pub(crate) struct Sheets {
    /// What offices call their columns, beside the fields' terms: place and names, a line each.
    pub(crate) columns: &'static str,
    /// Places where a record has a value though nobody writes it.
    pub(crate) follows: &'static [&'static str],
    pub(crate) rows: Rows,
}

/// What the rows of a sheet are.
#[derive(Debug)]
#[cfg_attr(not(feature = "table"), allow(dead_code, reason = "only tables ask for it"))]
pub(crate) enum Rows {
    /// Each is a session with its points: one form is made of it, or two.
    Scored(Scored),
    /// All of them are the rows of one list.
    Listed,
}

/// Values, each with its place.
pub(crate) type Values = &'static [(&'static str, &'static str)];

/// What the forms of a scored session say where neither a column nor a constant does.
#[derive(Debug)]
#[cfg_attr(not(feature = "table"), allow(dead_code, reason = "only tables ask for it"))]
pub(crate) struct Scored {
    pub(crate) own: Values,
    /// How the chi bộ's form is signed, where it is, and the superior's.
    pub(crate) own_signed: Values,
    pub(crate) superior_signed: Values,
    /// What the superior's form says in another way than the chi bộ's.
    pub(crate) superior: Values,
    /// What the superior's form does not take over from the chi bộ's.
    pub(crate) dropped: &'static [&'static str],
    /// What a form that is sent out to be filled in leaves open, the places in `kept` apart.
    pub(crate) left_open: &'static [&'static str],
    pub(crate) kept: &'static [&'static str],
}

#[cfg_attr(not(feature = "table"), allow(dead_code, reason = "only tables ask for it"))]
impl Scored {
    /// Whether a form that is sent out leaves a place open.
    pub(crate) fn leaves_open(&self, place: &Path) -> bool {
        let within = |places: &[&str]| places.iter().any(|open| place.starts_with(&Path::from(*open)));
        within(self.left_open) && !within(self.kept)
    }
}

#[cfg_attr(not(feature = "table"), allow(dead_code, reason = "only tables ask for it"))]
impl Kind {
    /// What its forms say, where rows of a sheet are scored sessions.
    pub(crate) fn scored(&self) -> Option<&'static Scored> {
        match &self.sheets()?.rows {
            Rows::Scored(scored) => Some(scored),
            Rows::Listed => None,
        }
    }

    /// Whether the rows of a sheet are those of one list.
    pub(crate) fn is_listed(&self) -> bool {
        self.sheets().is_some_and(|sheets| matches!(sheets.rows, Rows::Listed))
    }
}
