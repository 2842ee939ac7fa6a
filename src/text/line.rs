//! [`Text`]: a string from outside, made safe for both writers.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::clean::{Changes, clean, is_line_break, scan};
use super::space::{plain, plain_spaces};

/// A single line of cleaned text: NFC (05-HD/VPTW IV.1: Vietnamese in Unicode), single plain spaces or the
/// given no-break spaces, no invisible characters.
///
/// Two texts are equal if their cleaned texts read the same; a no-break space equals a space. If cleaning
/// changed more than the normal form and plain spaces, the original is kept too, and [`Serialize`] writes it.
/// So data that was only read is written back unchanged.
///
/// ```
/// use vanban::text::Text;
/// let text = Text::new("  Ðảng  uỷ\txã\u{200b} ");
/// assert_eq!(text.as_str(), "Đảng uỷ xã");
/// assert_eq!(text, Text::new("Đảng uỷ xã"));
/// assert!(text.changes().look_alike);
/// ```
#[doc(alias = "chuỗi ký tự")]
#[derive(Debug, Clone, Default)]
pub struct Text {
    text: String,
    original: Option<Box<str>>,
}

impl Text {
    /// Cleans a string: see [`clean`].
    #[must_use]
    pub fn new(raw: &str) -> Text {
        let (cleaned, altered) = scan(raw);
        Text { text: cleaned.text, original: altered.then(|| raw.into()) }
    }

    /// The cleaned text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The lines of the text, as the author broke it; usually one. Joined by spaces they are the cleaned text.
    /// Most fields print one line; only names of bodies and subjects keep the lines.
    ///
    /// ```
    /// let name = vanban::text::Text::new("Chi bộ\nPhòng 7-9");
    /// assert_eq!(name.lines(), ["Chi bộ", "Phòng 7-9"]);
    /// assert_eq!(name.as_str(), "Chi bộ Phòng 7-9");
    /// ```
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let Some(raw) = self.original.as_deref() else { return vec![self.text.clone()] };
        let lines: Vec<String> =
            raw.split(is_line_break).map(|line| clean(line).text).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() { vec![self.text.clone()] } else { lines }
    }

    /// Whether it reads like `words`, apart from the types of spaces.
    #[must_use]
    pub fn reads_as(&self, words: &str) -> bool {
        self.reading().eq(words.chars().map(plain))
    }

    /// Its characters as they read: all spaces plain.
    fn reading(&self) -> impl Iterator<Item = char> {
        self.text.chars().map(plain)
    }

    /// Whether it prints nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The changes that cleaning made, which the author may want to know.
    #[must_use]
    pub fn changes(&self) -> Changes {
        self.original.as_deref().map(|raw| clean(raw).changes).unwrap_or_default()
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Text {
        Text::new(raw)
    }
}

impl From<String> for Text {
    fn from(raw: String) -> Text {
        Text::new(&raw)
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

/// Whether it reads like this, whichever spaces the two have.
impl PartialEq<str> for Text {
    fn eq(&self, words: &str) -> bool {
        self.reads_as(words)
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, words: &&str) -> bool {
        self.reads_as(words)
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.text == other.text || self.reading().eq(other.reading())
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Text) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Text) -> Ordering {
        self.reading().cmp(other.reading())
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        plain_spaces(&self.text).hash(state);
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.original.as_deref().unwrap_or(&self.text))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        String::deserialize(deserializer).map(Text::from)
    }
}

impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn written(raw: &str) -> String {
        serde_json::to_value(Text::new(raw)).unwrap().as_str().unwrap().to_owned()
    }

    #[test]
    fn prints_the_cleaned_text() {
        let text = Text::from(" Chi bộ\tPhòng 7\u{2011}9\n".to_owned());
        assert_eq!(text.to_string(), "Chi bộ Phòng 7-9");
        assert_eq!(text.as_ref(), text.as_str());
        assert_eq!(format!("{text:>18}"), "  Chi bộ Phòng 7-9");
        assert!(Text::from("\u{feff} \n").is_empty() && !text.is_empty());
    }

    #[test]
    fn equality_order_and_hash_see_the_cleaned_text_only() {
        let (given, plain) = (Text::new("\u{d0}ảng\tuỷ"), Text::new("Đảng uỷ"));
        assert_eq!(given, plain);
        assert_eq!(given.cmp(&plain), Ordering::Equal);
        assert!(Text::new("\u{200b}b") > Text::new("a"));
        assert_eq!(HashSet::from([given, plain]).len(), 1);
    }

    #[test]
    fn a_no_break_space_is_printed_and_reads_as_a_space() {
        let (held, plain) = (Text::new("Lê\u{a0}An\u{a0}"), Text::new("Lê An"));
        assert_eq!(held.as_str(), "Lê\u{a0}An");
        assert_eq!((&held, held.cmp(&plain)), (&plain, Ordering::Equal));
        assert!(held < Text::new("Lê B") && held > Text::new("Lê"));
        assert!(held.reads_as("Lê An") && plain.reads_as("Lê\u{a0}An") && !plain.reads_as("Lê"));
        assert_eq!(HashSet::from([held, plain]).len(), 1);
    }

    #[test]
    fn writes_back_what_was_given() {
        for raw in
            ["\u{d0}ảng", "a\u{200b}", "a\nb", "a\u{a0}b", "a\u{a0}", "\u{a0}a", "a\tb", "a\n", "7\u{2011}9"]
        {
            assert_eq!(written(raw), raw);
        }
        assert_eq!(written("  Đa\u{309}ng   uỷ "), "Đảng uỷ");
    }

    #[test]
    fn remembers_its_changes() {
        assert_eq!(Text::new("a\u{a0}b").changes(), Changes::default());
        assert_eq!(Text::new("a\n\u{200b}b").changes(), clean("a\n\u{200b}b").changes);
        assert!(Text::new("a\nb").changes().line_break);
    }

    #[test]
    fn knows_the_lines_that_it_was_given_in() {
        assert_eq!(Text::new(" Đảng\u{200b} bộ\r\n\n tỉnh \u{2028}").lines(), ["Đảng bộ", "tỉnh"]);
        assert_eq!(Text::new("\u{d0}ảng bộ tỉnh").lines(), ["Đảng bộ tỉnh"]);
        assert_eq!(Text::new("\n").lines(), [""]);
    }

    proptest! {
        #[test]
        fn joined_the_lines_are_the_text(raw in "[ab \n\r\u{85}\u{200b}\u{301}\u{a0}\u{d0}]{0,16}") {
            let text = Text::new(&raw);
            let joined = text.lines().join(" ");
            prop_assert_eq!(joined.replace('\u{a0}', " "), text.as_str().replace('\u{a0}', " "));
        }
    }

    #[test]
    fn is_read_from_a_string_only() {
        assert_eq!(serde_json::from_str::<Text>(r#""a\tb""#).unwrap(), Text::new("a b"));
        let refused = serde_json::from_str::<Text>("5").unwrap_err().to_string();
        assert_eq!(refused, "invalid type: integer `5`, expected a string at line 1 column 1");
        assert!(serde_json::from_str::<Text>("null").is_err());
        assert!(serde_json::from_str::<Text>(r#"["a"]"#).is_err());
    }

    #[test]
    fn has_the_schema_of_a_plain_string() {
        let schema = schemars::schema_for!(Vec<Text>);
        assert_eq!(schema.get("items").unwrap(), &serde_json::json!({ "type": "string" }));
        assert!(schema.get("$defs").is_none());
    }

    proptest! {
        #[test]
        fn reading_what_was_written_gives_the_same_text(raw in prop::collection::vec(any::<char>(), 0..24)) {
            let text = Text::from(String::from_iter(raw));
            let json = serde_json::to_string(&text).unwrap();
            let again: Text = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(serde_json::to_string(&again).unwrap(), json);
            prop_assert_eq!(again, text);
        }
    }
}
