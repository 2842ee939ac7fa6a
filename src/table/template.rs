//! A mapping to start from.

use std::fmt::Write;

use super::Mapping;
use super::mapping::{called, leaf};
use super::rows::Header;
use super::schema::Schema;
use super::suggest::{Suggestions, Use, is_ordinal, scores};
use crate::scoring::CriteriaSets;

/// What a template is made of.
pub(super) struct Template<'a> {
    pub(super) schema: &'a Schema,
    pub(super) suggestions: &'a Suggestions<'a>,
    pub(super) header: &'a Header,
    /// What is known beside the table.
    pub(super) defaults: &'a Mapping,
    /// Whether the table says its month.
    pub(super) is_of_month: bool,
}

impl Template<'_> {
    /// The mapping of the table as far as its names tell it; a question for each column that they do not tell of, and
    /// for each value that a record must have and no column has.
    pub(super) fn text(&self) -> String {
        let Template { suggestions, header, .. } = self;
        let (uses, set) = suggestions.uses(header);
        let kind = suggestions.kind;
        let named = || {
            let columns = header.names().iter().zip(&uses).enumerate();
            columns.filter(|(_, (name, _))| !name.is_empty()).map(|(index, (_, found))| (index, found))
        };
        let mut text = format!(
            "# Tệp khai báo cột: cột nào của bảng vào mục nào của {}.\nkind = {}\n",
            kind.term(),
            quoted(kind.name())
        );
        if suggestions.is_scored {
            let is_superior = |found: &Option<Use>| matches!(found, Some(Use::Place(place)) if place.starts_with("superior."));
            let forms = if uses.iter().any(is_superior) { "[\"self\", \"superior\"]" } else { "[\"self\"]" };
            // Writing to a String never fails.
            let _ = writeln!(text, "forms = {forms}  # \"self\": Mẫu 1; \"superior\": Mẫu 2");
        }
        text.push_str("name = \"\"  # tên cột đứng đầu tên tệp, nếu cần\n");
        let scores = scores(header, &uses);
        if !scores.is_empty() {
            let _ = writeln!(text, "scores = {}  # các cột điểm, từ cột đầu đến cột cuối", quoted(&scores));
        }
        if let Some((index, _)) = named().find(|(_, found)| **found == Some(Use::Reasons)) {
            let column = quoted(&called(header, index));
            let _ = writeln!(text, "notes = {column}  # lý do trừ điểm của mọi tiêu chí");
        }
        let unknown = named().filter(|(_, found)| found.is_none()).map(|(index, _)| index);
        let mut unknown: Vec<usize> = unknown.chain(header.nameless().keys().copied()).collect();
        unknown.sort_unstable();
        for index in &unknown {
            let _ = writeln!(text, "# {}", self.question(*index));
        }
        let ignored: Vec<String> = unknown.iter().map(|index| quoted(&called(header, *index))).collect();
        let _ = writeln!(text, "ignore = [{}]", ignored.join(", "));
        text.push_str("\n[columns]\n");
        for (index, found) in named() {
            if let Some(Use::Place(place)) = found {
                let _ = writeln!(text, "{} = {}", quoted(&called(header, index)), quoted(place));
            }
        }
        text.push_str("\n[constants]\n");
        self.constants(&mut text, &uses, set.map(|set| set.id.as_str()));
        text
    }

    /// What is asked of a column.
    fn question(&self, index: usize) -> String {
        let column = self.header.column(index);
        let column = column.strip_prefix("cột ").unwrap_or(&column);
        let name = self.header.names().get(index).map_or("", String::as_str);
        if is_ordinal(name) {
            return format!("Cột {column} đánh số dòng nên không dùng. Có đúng không?");
        }
        let nameless = if name.is_empty() { " không có tên mà có dữ liệu," } else { "" };
        format!(
            "Cột {column}{nameless} dùng làm gì? Chưa rõ nên tạm không dùng; cần thì chuyển xuống [columns]."
        )
    }

    /// What is the same in every record: what is known of it, and a line to fill in for what a record must have.
    fn constants(&self, text: &mut String, uses: &[Option<Use>], set: Option<&str>) {
        let Template { schema, header, defaults, .. } = self;
        let is_mapped = |place: &str| {
            uses.iter().flatten().any(|found| matches!(found, Use::Place(known) if known == place))
        };
        let is_known = |place: &str| is_mapped(place) || defaults.gives(place);
        if let Some(set) = set.filter(|_| !defaults.gives("criteria_set")) {
            let _ = writeln!(text, "criteria_set = {}", quoted(set));
        }
        let superior =
            uses.iter().position(|found| *found == Some(Use::Place("superior.signature.name".to_owned())));
        if let Some(name) = superior.and_then(|index| header.names().get(index)) {
            let _ = writeln!(text, "\"superior.signature.position\" = {}", quoted(leaf(name)));
        }
        if !is_known("issuer.superior") && schema.has("issuer.superior") {
            text.push_str("# \"issuer.superior\" = \"Đảng bộ …\"  # tên cơ quan cấp trên, nếu có\n");
        }
        // The session's day, or the table above its header, says the month.
        let has_month = self.is_of_month || (self.suggestions.is_scored && is_known("held"));
        if !has_month
            && !is_known("period.month")
            && schema.has("period.month")
            && !schema.requires("period.month")
        {
            text.push_str("# \"period.month\" = 6  # tháng, nếu là của một tháng\n");
        }
        let columns: Vec<&str> = uses
            .iter()
            .flatten()
            .filter_map(|found| if let Use::Place(place) = found { Some(place.as_str()) } else { None })
            .collect();
        for leaf in schema.required_beside(&columns) {
            let place = leaf.place.as_str();
            let follows = match place {
                "criteria_set" => set.is_some(),
                "period.month" | "period.year" => has_month,
                _ => self.suggestions.follows(place),
            };
            if is_known(place) || follows {
                continue;
            }
            if place == "criteria_set" {
                sets(text, self.suggestions.sets);
            }
            let _ = writeln!(
                text,
                "{} = \"\"  # hãy ghi {}",
                quoted(place),
                wanted(&leaf.said.term, &leaf.said.help, &schema.words(place))
            );
        }
    }
}

/// What to write: `địa danh: nơi ban hành, ví dụ “Quảng Trị”`.
fn wanted(term: &str, help: &str, words: &[String]) -> String {
    if !words.is_empty() {
        return format!("{term}, một trong: {}", words.join(", "));
    }
    let help = help.lines().next().unwrap_or_default().trim_end_matches('.');
    if help.is_empty() { term.to_owned() } else { format!("{term}: {help}") }
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
