//! The mapping as a file: to start from, or with what was answered.

use std::fmt::Write;

use super::plan::{Columns, Plan, SUPERIOR};
use super::values::Value;
use crate::scoring::CriteriaSets;
use crate::table::mapping::{called, leaf};
use crate::table::suggest::{Use, is_ordinal, scores};

impl Plan<'_> {
    /// The mapping of the table as far as its names and the answers tell it; a question for each column that nothing
    /// tells of, and for each value that a record must have and no column has.
    pub(in crate::table) fn text(&self) -> String {
        let Plan { suggestions, header, .. } = self;
        let columns = self.columns();
        let kind = suggestions.kind;
        let mut text = format!(
            "# Tệp khai báo cột: cột nào của bảng vào mục nào của {}.\nkind = {}\n",
            kind.term(),
            quoted(kind.name())
        );
        if suggestions.is_scored {
            let forms = if columns.superior { "[\"self\", \"superior\"]" } else { "[\"self\"]" };
            // Writing to a String never fails.
            let _ = writeln!(text, "forms = {forms}  # \"self\": Mẫu 1; \"superior\": Mẫu 2");
        }
        let file_name = columns.file_name.map_or_else(String::new, |index| called(header, index));
        let _ = writeln!(text, "name = {}  # tên cột đứng đầu tên tệp, nếu cần", quoted(&file_name));
        let scores = scores(header, &columns.uses);
        if !scores.is_empty() {
            let _ = writeln!(text, "scores = {}  # các cột điểm, từ cột đầu đến cột cuối", quoted(&scores));
        }
        if let Some(index) = columns.uses.iter().position(|found| *found == Some(Use::Reasons)) {
            let column = quoted(&called(header, index));
            let _ = writeln!(text, "notes = {column}  # lý do trừ điểm của mọi tiêu chí");
        }
        for (index, _) in columns.asked.iter().filter(|(_, answered)| !answered) {
            let name = header.names().get(*index).map_or("", String::as_str);
            let rest = match is_ordinal(name) {
                true => "",
                false => " Chưa rõ nên tạm không dùng; cần thì chuyển xuống [columns].",
            };
            let _ = writeln!(text, "# {}{rest}", self.sentence(*index));
        }
        let unused =
            |index: &&(usize, bool)| columns.uses[index.0].is_none() && columns.file_name != Some(index.0);
        let ignored = columns.asked.iter().filter(unused).map(|(index, _)| quoted(&called(header, *index)));
        let _ = writeln!(text, "ignore = [{}]", ignored.collect::<Vec<_>>().join(", "));
        text.push_str("\n[columns]\n");
        for (index, found) in columns.uses.iter().enumerate() {
            if let Some(Use::Place(place)) = found {
                let _ = writeln!(text, "{} = {}", quoted(&called(header, index)), quoted(place));
            }
        }
        text.push_str("\n[constants]\n");
        self.constants(&mut text, &columns);
        text
    }

    /// What is the same in every record: what is known of it, and a line to fill in for what a record must have.
    fn constants(&self, text: &mut String, columns: &Columns<'_>) {
        let values = self.values(columns);
        let answered = |place: &str| self.answer(place);
        if let Some(set) =
            columns.set.filter(|_| !self.defaults.gives("criteria_set") && !columns.has("criteria_set"))
        {
            let _ = writeln!(text, "criteria_set = {}", quoted(answered("criteria_set").unwrap_or(set)));
        }
        let signer = format!("{SUPERIOR}signature.name");
        let signer = columns.uses.iter().position(|found| *found == Some(Use::Place(signer.clone())));
        let position = format!("{SUPERIOR}signature.position");
        if let Some(name) = signer.and_then(|index| self.header.names().get(index))
            && columns.superior
            && !columns.has(&position)
        {
            let _ = writeln!(text, "{} = {}", quoted(&position), quoted(leaf(name)));
        }
        for value in &values {
            match (value.place.as_str(), answered(&value.place)) {
                ("criteria_set", _) if columns.set.is_some() => {}
                (place, Some(answer)) => {
                    let _ = writeln!(text, "{} = {}", quoted(place), quoted(answer));
                }
                ("issuer.superior", None) => {
                    text.push_str("# \"issuer.superior\" = \"Đảng bộ …\"  # tên cơ quan cấp trên, nếu có\n");
                }
                ("superior.issuer.name", None) => {
                    text.push_str(
                        "# \"superior.issuer.name\" = \"Đảng uỷ …\"  # Mẫu 2: tên cơ quan ban hành\n",
                    );
                }
                ("superior.issuer.superior", None) => {
                    text.push_str("# \"superior.issuer.superior\" = \"Đảng bộ …\"  # Mẫu 2: tên cơ quan cấp trên, nếu có\n");
                }
                ("period.month", None) if !value.required => {
                    text.push_str("# \"period.month\" = 6  # tháng, nếu là của một tháng\n");
                }
                (place, None) => {
                    if place == "criteria_set" {
                        sets(text, self.suggestions.sets);
                    }
                    let _ = writeln!(
                        text,
                        "{} = \"\"  # hãy ghi {}",
                        quoted(place),
                        wanted(value, &self.schema.words(place))
                    );
                }
            }
        }
    }
}

/// What to write: `địa danh: nơi ban hành, ví dụ “Quảng Trị”`.
fn wanted(value: &Value, words: &[String]) -> String {
    let Value { term, help, .. } = value;
    if !words.is_empty() {
        return format!("{term}, một trong: {}", words.join(", "));
    }
    if help.is_empty() { term.clone() } else { format!("{term}: {help}") }
}

/// Which criteria sets there are.
fn sets(text: &mut String, sets: &CriteriaSets) {
    text.push_str(
        "# Chấm điểm theo bộ tiêu chí nào? Hãy ghi mã của một trong các bộ sau vào criteria_set.\n",
    );
    for set in sets.ids().filter_map(|id| sets.get(id)) {
        let _ = writeln!(text, "#   {}: {}", set.id, set.name);
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
