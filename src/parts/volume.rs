//! Kỷ yếu: what binds papers.

use crate::text::Text;

/// The data of a volume that binds other documents. The body of the volume's own document is the foreword.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Volume {
    /// The names printed under the foreword.
    pub editors: Option<Text>,
    /// The documents, in the order of binding.
    pub entries: Vec<VolumeEntry>,
}

/// The entry of a document in the contents of a volume.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VolumeEntry {
    /// The title of the document.
    pub title: Option<Text>,
    /// A shorter title for the head of its pages.
    pub short_title: Option<Text>,
    /// The author of the document.
    pub author: Option<Text>,
}
