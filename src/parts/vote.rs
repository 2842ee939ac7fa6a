//! Kết quả biểu quyết.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Given;

/// Kết quả biểu quyết: the result of a vote. Each figure may be left to be filled in by hand.
#[doc(alias = "biểu quyết")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// The number of members entitled to vote.
    pub entitled: Given,
    /// The number of members present.
    pub present: Given,
    /// Tán thành: the votes in favour.
    pub in_favour: Given,
    /// Không tán thành: the votes against.
    pub against: Given,
    /// Không có ý kiến: abstentions.
    pub abstained: Given,
}

impl Vote {
    /// A vote with this many members present, of this many entitled. By default the votes in favour are to be
    /// filled in by hand, and there are none against and no abstentions.
    #[must_use]
    pub fn new(entitled: impl Into<Given>, present: impl Into<Given>) -> Vote {
        Vote {
            entitled: entitled.into(),
            present: present.into(),
            in_favour: Given::ByHand,
            against: Given::Value(0),
            abstained: Given::Value(0),
        }
    }

    /// Its figures: entitled, present, in favour, against, abstained.
    pub(crate) fn figures(&self) -> [Given; 5] {
        [self.entitled, self.present, self.in_favour, self.against, self.abstained]
    }

    /// A vote that was not held yet: every figure is to be filled in by hand.
    #[must_use]
    pub fn by_hand() -> Vote {
        let by_hand = Given::ByHand;
        Vote { against: by_hand, abstained: by_hand, ..Vote::new(by_hand, by_hand) }
    }
}

setters!(Vote {
    /// Sets `in_favour`. Tán thành: the votes in favour.
    in_favour: set Given = in_favour;
    /// Sets `against`. Không tán thành: the votes against.
    against: set Given = against;
    /// Sets `abstained`. Không có ý kiến: abstentions.
    abstained: set Given = abstained;
});
