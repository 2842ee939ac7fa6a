//! The sets that there are: the library's own, and a caller's.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use serde::Deserialize;
use serde_json::Value;

use super::open::{OPEN_SET, open_set};
use super::{CriteriaSet, Provenance, check, toml_text};
use crate::error::{Error, Problems, Result};
use crate::path::Path;
use crate::schema;
use crate::text::{Text, said};

/// The library's own sets, as JSON, by their ids.
const BUILT_IN: [(&str, &str); 8] = [
    ("an_phu_ward_2025_monthly", include_str!("../../templates/criteria/an_phu_ward_2025_monthly.json")),
    ("constructed_hd12_regular", include_str!("../../templates/criteria/constructed_hd12_regular.json")),
    ("constructed_thematic", include_str!("../../templates/criteria/constructed_thematic.json")),
    ("hd02_btctw_2026_quarterly", include_str!("../../templates/criteria/hd02_btctw_2026_quarterly.json")),
    ("hd42_btctw_2025_framework", include_str!("../../templates/criteria/hd42_btctw_2025_framework.json")),
    (
        "nghe_an_08qd_2021_chuyen_de",
        include_str!("../../templates/criteria/nghe_an_08qd_2021_chuyen_de.json"),
    ),
    (
        "nghe_an_08qd_2021_thuong_ky",
        include_str!("../../templates/criteria/nghe_an_08qd_2021_thuong_ky.json"),
    ),
    ("phu_tho_khoi_cq_monthly", include_str!("../../templates/criteria/phu_tho_khoi_cq_monthly.json")),
];

/// What the terms of fields call the type.
const OWNER: &str = "CriteriaSet";

/// One of the library's own sets, read when it is first asked for.
fn built_in(id: &str) -> Option<&'static CriteriaSet> {
    static READ: [OnceLock<Option<CriteriaSet>>; BUILT_IN.len()] =
        [const { OnceLock::new() }; BUILT_IN.len()];
    let (slot, (_, json)) = READ.iter().zip(BUILT_IN).find(|(_, (known, _))| *known == id)?;
    slot.get_or_init(|| CriteriaSet::from_json(json).ok()).as_ref()
}

impl CriteriaSet {
    /// The ids of the built-in sets, sorted: `an_phu_ward_2025_monthly`.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        BUILT_IN.into_iter().map(|(id, _)| id)
    }

    /// A built-in set, by its id.
    #[must_use]
    pub fn named(id: &str) -> Option<CriteriaSet> {
        built_in(id).cloned()
    }

    /// Reads a set from JSON and checks it.
    ///
    /// # Errors
    /// [`Error::Shape`] if the JSON does not have the shape of a set; [`Error::Invalid`] with every problem if
    /// its figures do not agree.
    pub fn from_json(json: &str) -> Result<CriteriaSet> {
        CriteriaSet::from_value(&schema::read(json).map_err(schema::with_named_words)?)
    }

    /// Reads a set from TOML and checks it. The keys are those of the JSON, and the result is the same.
    ///
    /// ```
    /// use vanban::scoring::CriteriaSet;
    /// let set = CriteriaSet::named("an_phu_ward_2025_monthly").unwrap();
    /// assert_eq!(CriteriaSet::from_toml(&set.to_toml()?)?, set);
    /// let wrong = CriteriaSet::from_toml("format = 1\nname = Bộ tiêu chí").unwrap_err();
    /// assert_eq!(wrong.problems()[0].message, "dòng 2, cột 8: chữ phải đặt trong dấu nháy kép");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Shape`] if the text is not TOML (with every line and column) or does not have the shape of a
    /// set; [`Error::Invalid`] with every problem if its figures do not agree.
    pub fn from_toml(text: &str) -> Result<CriteriaSet> {
        CriteriaSet::from_value(&schema::read_toml(text)?)
    }

    /// Reads a set from the bytes of a file (UTF-8 or UTF-16). The file is JSON if it begins with `{`, and
    /// may then have `//` comments; else it is TOML.
    ///
    /// ```
    /// use vanban::scoring::CriteriaSet;
    /// let set = CriteriaSet::named("an_phu_ward_2025_monthly").unwrap();
    /// assert_eq!(CriteriaSet::from_file(set.to_toml()?.as_bytes())?, set);
    /// assert_eq!(CriteriaSet::from_file(set.to_json()?.as_bytes())?, set);
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`CriteriaSet::from_json`] and [`CriteriaSet::from_toml`]; also [`Error::Shape`] if the bytes are
    /// not text.
    pub fn from_file(bytes: &[u8]) -> Result<CriteriaSet> {
        let text = schema::file_text(bytes).ok_or_else(schema::not_utf8)?;
        let json = schema::plain_json(&text);
        // A set is an object, and TOML begins with no brace.
        if json.trim_start().starts_with('{') {
            CriteriaSet::from_json(&json)
        } else {
            CriteriaSet::from_toml(&text)
        }
    }

    fn from_value(json: &Value) -> Result<CriteriaSet> {
        let set = CriteriaSet::deserialize(json).map_err(|error| {
            let root = schemars::schema_for!(CriteriaSet).to_value();
            let mut faults = schema::faults(&root, OWNER, json);
            schema::name_fields(&mut faults, &root, OWNER);
            if faults.is_empty() {
                Error::shape(
                    "shape.refused",
                    Path::root(),
                    said!("không đọc được: {error}", "it cannot be read: {error}"),
                )
            } else {
                Error::Shape(faults)
            }
        })?;
        set.check()?;
        Ok(set)
    }

    /// Writes the set as JSON.
    ///
    /// # Errors
    /// [`Error::Bug`] if it cannot be written, which should never happen.
    pub fn to_json(&self) -> Result<String> {
        serde_json::to_string_pretty(self).map_err(Error::bug_by)
    }

    /// Writes the set as TOML in a form for people: general values first, a table for each group and criterion,
    /// a line for each level.
    ///
    /// # Errors
    /// [`Error::Bug`] if it cannot be written, which should never happen.
    pub fn to_toml(&self) -> Result<String> {
        Ok(toml_text::written(&serde_json::to_value(self).map_err(Error::bug_by)?))
    }

    /// Checks that the figures agree: the sums of criteria and groups in every kind of session, levels and
    /// ratings without a gap, unique ids.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem.
    pub fn check(&self) -> Result<()> {
        let mut problems = check::problems(self);
        if problems.is_empty() {
            return Ok(());
        }
        schema::name_fields(&mut problems, &schemars::schema_for!(CriteriaSet).to_value(), OWNER);
        Err(Error::Invalid(problems))
    }
}

/// The criteria sets of a Renderer, by their ids: the built-in ones, and those that were added. A clone is
/// cheap; a set that is added to it is not in the original.
#[derive(Debug, Clone, Default)]
pub struct CriteriaSets {
    added: Arc<BTreeMap<String, CriteriaSet>>,
    /// Whether a record may leave its set open.
    open: bool,
}

impl CriteriaSets {
    /// The built-in sets.
    #[must_use]
    pub fn built_in() -> CriteriaSets {
        CriteriaSets::default()
    }

    /// The set with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&CriteriaSet> {
        let open = || (self.open && id == OPEN_SET).then(open_set);
        self.added.get(id).or_else(|| built_in(id)).or_else(open)
    }

    /// The same sets, and one without criteria for records whose set is left open.
    pub(crate) fn with_open(&self) -> CriteriaSets {
        CriteriaSets { added: self.added.clone(), open: true }
    }

    /// The set that a record names in its field `criteria`; that it must be known, and a real one, is a
    /// convention.
    pub(crate) fn of(&self, criteria: &Text, problems: &mut Problems) -> Option<&CriteriaSet> {
        let Some(set) = self.get(criteria.as_str()) else {
            let known: Vec<&str> = self.ids().collect();
            let sentence = format!("không có bộ tiêu chí “{criteria}”; hiện có: {}", known.join(", "));
            problems.error("criteria.unknown", "criteria_set", check::CLAUSE, sentence);
            problems.at_its_field("không có bộ tiêu chí này; hãy chọn bộ khác");
            return None;
        };
        if set.provenance == Provenance::Constructed {
            let sentence = "là bộ dựng làm mẫu, điểm do người soạn đặt ra; không dùng để đánh giá thật";
            let told = format!("“{}” {sentence}", set.id);
            problems.warning("criteria.constructed", "criteria_set", check::CLAUSE, told);
            problems.at_its_field(format!("đây {sentence}"));
        }
        Some(set)
    }

    /// The ids of all sets, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let built_in = BUILT_IN.iter().map(|&(id, _)| id);
        built_in.chain(self.added.keys().map(String::as_str)).collect::<BTreeSet<&str>>().into_iter()
    }

    /// Adds a set, or replaces the set with the same id.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem of the set; then nothing has changed.
    pub fn insert(&mut self, set: CriteriaSet) -> Result<()> {
        set.check()?;
        Arc::make_mut(&mut self.added).insert(set.id.to_string(), set);
        Ok(())
    }
}
