//! Mục, phụ lục: what a body is made of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DataTable, Target, Task, TaskReview};
use crate::text::Text;

/// Mục: a section of the body. Sections nest to five levels: `I- `, `1. `, `1.1. `, `a) `, `- `.
#[doc(alias = "mục")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The heading, after the number of the section. Without a heading the number is before the first
    /// paragraph. If a body has only one section and this has no heading, its paragraphs have no number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// The paragraphs of the section, below the heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// Bảng số liệu: a table of figures, after the paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<DataTable>,
    /// Nhiệm vụ: tasks, each with a person in charge and a deadline. They are numbered paragraphs one level
    /// below the section, before `items`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// The sections inside this section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Section>,
    /// A table of last month's tasks, after the paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<TaskReview>,
    /// A table of targets, after the paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
}

/// Phụ lục: an appendix, on pages of its own after the document (05-HD/VPTW II.II.1).
#[doc(alias = "phụ lục")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Appendix {
    /// Tiêu đề: the title, below the label (`Phụ lục`).
    pub title: Text,
    /// The sections of the appendix.
    pub sections: Vec<Section>,
    /// The level of the outermost sections: 1 (`I- `, the default) or 2 (`1. `).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_level: Option<u8>,
    /// Danh sách: whether the appendix is a list. Its label is then `Danh sách` instead of `Phụ lục`, without
    /// a number.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub list: bool,
    /// Whether the pages of the appendix are landscape, for wide content (II.IV.4.3).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub landscape: bool,
}

impl Section {
    /// A section with a heading.
    #[must_use]
    pub fn new(heading: impl Into<Text>) -> Section {
        Section { heading: Some(heading.into()), ..Section::default() }
    }

    /// A section without a heading, whose number is before this first paragraph. If it is the only section, it
    /// has no number.
    #[must_use]
    pub fn unheaded(paragraph: impl Into<Text>) -> Section {
        Section::default().paragraph(paragraph)
    }
}

setters!(Section {
    /// Adds one element to `paragraphs`. The paragraphs of the section, below the heading.
    paragraph: push Text = paragraphs;
    /// Sets `paragraphs`. The paragraphs of the section, below the heading.
    paragraphs: all Text = paragraphs;
    /// Sets `table`. Bảng số liệu: a table of figures, after the paragraphs.
    table: some DataTable = table;
    /// Sets `tasks`. Nhiệm vụ: tasks, each with a person in charge and a deadline. They are numbered
    /// paragraphs one level below the section, before `items`.
    tasks: all Task = tasks;
    /// Adds one element to `items`. The sections inside this section.
    item: push Section = items;
    /// Sets `items`. The sections inside this section.
    items: all Section = items;
    /// Sets `reviewed`. A table of last month's tasks, after the paragraphs.
    reviewed: some TaskReview = reviewed;
    /// Sets `targets`. A table of targets, after the paragraphs.
    targets: all Target = targets;
});

impl Appendix {
    /// An empty appendix with this title.
    #[must_use]
    pub fn new(title: impl Into<Text>) -> Appendix {
        Appendix {
            title: title.into(),
            sections: Vec::new(),
            first_level: None,
            list: false,
            landscape: false,
        }
    }
}

setters!(Appendix {
    /// Adds one element to `sections`. The sections of the appendix.
    section: push Section = sections;
    /// Sets `first_level`. The level of the outermost sections: 1 (`I- `, the default) or 2 (`1. `).
    first_level: some_number u8 = first_level;
    /// Sets `list` to `true`. Danh sách: whether the appendix is a list. Its label is then `Danh sách`
    /// instead of `Phụ lục`, without a number.
    list: yes bool = list;
    /// Sets `landscape` to `true`. Whether the pages of the appendix are landscape, for wide content
    /// (II.IV.4.3).
    landscape: yes bool = landscape;
});
