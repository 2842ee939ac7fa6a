//! Kỷ yếu: what binds papers.

use crate::text::Text;

/// What a paper has that binds others: a foreword is its body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Volume {
    /// Who stands under the foreword.
    pub editors: Option<Text>,
    /// The papers, in the order in which they are bound.
    pub entries: Vec<VolumeEntry>,
}

/// What the contents of a volume say of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VolumeEntry {
    /// What it is called.
    pub title: Option<Text>,
    /// The same for the head of its pages, where it is too long.
    pub short_title: Option<Text>,
    /// By whom it is.
    pub author: Option<Text>,
}
