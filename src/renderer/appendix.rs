//! The bodies of appendices.

use super::Renderer;
use crate::error::{Error, Result};
use crate::kinds::APPENDIX_WORDING;
use crate::parts::Appendix;
use crate::path::Path;
use crate::text::CleanJson;
use crate::tree::{Block, Table};
use crate::wording::{Made, Tagging};

/// The name of their wording.
pub(super) const APPENDIX: &str = "appendix";

impl Renderer {
    /// The body of an appendix. It comes from the frame, so that a kind may name its field as it likes.
    pub(super) fn appendix(&self, index: usize, appendix: &Appendix, tagging: Tagging) -> Result<Vec<Block>> {
        let given = serde_json::to_value(appendix).map_err(Error::bug_by)?;
        // Its problems are the record's, and were found there.
        let schema = || schemars::schema_for!(Appendix).to_value();
        let mut body = self.appendices.fill(
            APPENDIX,
            APPENDIX_WORDING,
            schema,
            CleanJson::new(given),
            (Made::Markup, None),
            tagging,
        )?;
        let own = Path::at("appendices").index(index);
        for block in &mut body {
            if let Block::Table(Table { origin: Some(origin), .. }) = block {
                *origin = own.join(origin);
            }
            let fields = block.paragraphs_mut().flat_map(|paragraph| &mut paragraph.fields);
            fields.for_each(|field| field.at = own.join(&field.at));
        }
        Ok(body)
    }
}
