//! Errors and problems as JSON.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Error, Problem};

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = 7
            + usize::from(self.place.is_some())
            + usize::from(!self.cells.is_empty())
            + usize::from(self.in_form.is_some());
        let mut object = serializer.serialize_struct("Problem", fields)?;
        object.serialize_field("code", self.code)?;
        object.serialize_field("path", &self.path)?;
        object.serialize_field("term", &self.term)?;
        match &self.place {
            Some(place) => object.serialize_field("place", place)?,
            None => object.skip_field("place")?,
        }
        match &self.cells[..] {
            [] => object.skip_field("cells")?,
            cells => object.serialize_field("cells", cells)?,
        }
        object.serialize_field("clause", self.clause)?;
        object.serialize_field("severity", &self.severity)?;
        object.serialize_field("message", &self.message)?;
        match &self.in_form {
            Some(said) => object.serialize_field("in_form", said)?,
            None => object.skip_field("in_form")?,
        }
        object.serialize_field("remedy", self.remedy())?;
        object.end()
    }
}

/// What sort of error it is, its text, and the problems that it holds.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Error", 3)?;
        object.serialize_field("error", self.name())?;
        object.serialize_field("message", &self.to_string())?;
        object.serialize_field("problems", self.problems())?;
        object.end()
    }
}

impl Error {
    fn name(&self) -> &'static str {
        match self {
            Error::Invalid(_) => "invalid",
            Error::Shape(_) => "shape",
            Error::Template { .. } => "template",
            Error::Form(_) => "form",
            Error::Font { .. } => "font",
            Error::Write { .. } => "write",
            Error::Bug { .. } => "bug",
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::error::{Error, Problems};
    use crate::path::Path;

    #[test]
    fn errors_and_problems_are_json() {
        let mut problems = Problems::default();
        let path = Path::at("rows").index(2).field("note");
        problems.error("rows.note_missing", path, "quy ước", "chưa ghi lý do; hãy ghi lý do");
        problems.warning("own.code", "place", "quy ước", "lạ");
        problems.warning("own.code", "number", "quy ước", "số văn bản lạ");
        problems.warning("own.code", "number", "quy ước", "lạ");
        let mut problems = problems.into_vec();
        problems[1].term = Some("địa danh".to_owned());
        problems[2].term = Some("số văn bản".to_owned());
        problems[3].place = Some("cột “Số” (B7)".to_owned());
        assert_eq!(
            serde_json::to_value(Error::Invalid(problems)).unwrap(),
            json!({
                "error": "invalid",
                "message": "lỗi: rows[2].note: chưa ghi lý do; hãy ghi lý do [quy ước; rows.note_missing]\n\
                            cảnh báo: place (địa danh): lạ [quy ước; own.code]\n\
                            cảnh báo: number: số văn bản lạ [quy ước; own.code]\n\
                            cảnh báo: cột “Số” (B7): lạ [quy ước; own.code]",
                "problems": [
                    {
                        "code": "rows.note_missing", "path": "rows[2].note", "term": null,
                        "clause": "quy ước", "severity": "error", "message": "chưa ghi lý do; hãy ghi lý do", "remedy": "hãy ghi lý do",
                    },
                    {
                        "code": "own.code", "path": "place", "term": "địa danh", "clause": "quy ước",
                        "severity": "warning", "message": "lạ", "remedy": "hãy xem lại mục này",
                    },
                    {
                        "code": "own.code", "path": "number", "term": "số văn bản", "clause": "quy ước",
                        "severity": "warning", "message": "số văn bản lạ", "remedy": "hãy xem lại mục này",
                    },
                    {
                        "code": "own.code", "path": "number", "term": null, "place": "cột “Số” (B7)",
                        "clause": "quy ước", "severity": "warning", "message": "lạ",
                        "remedy": "hãy xem lại mục này",
                    },
                ],
            })
        );
        let bug = Error::bug("x");
        assert_eq!(
            serde_json::to_value(&bug).unwrap(),
            json!({"error": "bug", "message": bug.to_string(), "problems": []})
        );
    }
}
