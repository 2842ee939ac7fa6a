//! An office's own forms and criteria sets.

use serde_json::json;
use vanban::forms::Form;
use vanban::scoring::CriteriaSet;
use vanban::{Renderer, kinds};

use crate::paper::told;
use crate::{Answer, fields, json as written};

const NO_TEXT: &str = "không đọc được chữ trong tệp; hãy mở bằng Notepad rồi lưu lại (mã UTF-8)";

/// Takes in a form; one of the same name goes.
pub(crate) fn form(renderer: &mut Renderer, zip: &[u8]) -> Answer {
    let form = Form::from_zip(zip).map_err(told)?;
    let kind = fields::kind(form.kind());
    *renderer = renderer.clone().with_form(form).map_err(told)?;
    written(&kind)
}

/// Takes in a criteria set; one of the same id goes.
pub(crate) fn criteria(renderer: &mut Renderer, toml: &[u8]) -> Answer {
    let text = kinds::file_text(toml).ok_or(NO_TEXT)?;
    let set = CriteriaSet::from_toml(&text).map_err(told)?;
    let said = json!({"id": set.id, "name": set.name});
    *renderer = renderer.clone().with_criteria(set).map_err(told)?;
    written(&said)
}
