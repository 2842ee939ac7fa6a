//! Kỷ yếu: what binds papers.

use crate::text::Text;

/// Kỷ yếu: the data of a volume that binds other documents. The body of the volume's own document is the
/// foreword.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Volume {
    /// The name under the foreword, printed in capitals: `Ban Biên tập`. Without a foreword it is not
    /// printed.
    pub editors: Option<Text>,
    /// The documents, in the order of binding.
    pub entries: Vec<VolumeEntry>,
}

/// The entry of a document in the contents of a volume.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VolumeEntry {
    /// The title of the document. By default it follows from the document's type and subject; a PDF must have
    /// a title here.
    pub title: Option<Text>,
    /// A short title for the head of the document's pages. By default the title, cut if it is too long.
    pub short_title: Option<Text>,
    /// The author of the document. By default the issuer, after the name of the person who signs it in their
    /// own name, if there is one. A PDF has no default.
    pub author: Option<Text>,
}
