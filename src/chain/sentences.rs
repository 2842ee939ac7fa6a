//! The sentences of derived papers: templates in `templates/chain`, one a paper, which an office may replace.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::check::tone;
use crate::error::{Error, Result};
use crate::kinds::{Minutes, MinutesVariant, Record};
use crate::parts::{Motion, Person};
use crate::text::{CleanJson, Text, TonePlacement, near, place};
use crate::wording::{Sentence, Wording, among};

macro_rules! built_in {
    ($($name:literal),+) => {
        &[$(($name, include_str!(concat!("../../templates/chain/", $name, ".hbs")))),+]
    };
}

/// Each template, by the name of its paper.
const BUILT_IN: &[(&str, &str)] = built_in!(
    "comments",
    "event",
    "minutes",
    "notice",
    "plan",
    "resolution_forum",
    "resolution_meeting",
    "resolution_month",
    "thematic"
);

/// The sentences (lời văn) of derived documents, such as `Trên đây là kết luận tại …`.
///
/// Each derived document has a template, by the name of its kind or of its occasion ([`Sentences::names`]): `notice`,
/// `resolution_month`. In a template each sentence is in an element with the sentence's name: `<closing>…</closing>`.
/// [`Sentences::with`] replaces a template; the others stay the built-in ones.
///
/// ```
/// use vanban::chain::{Derivation, Sentences};
/// use vanban::kinds::{Minutes, Notice};
///
/// let own = Sentences::source("notice").unwrap().replace("để các đồng chí biết, thực hiện", "để thực hiện");
/// let sentences = Sentences::new().with("notice", &own)?;
/// let notice = Derivation::to("notice").sentences(sentences).of(&[Minutes::example().into()])?;
/// let closing = notice.downcast_ref::<Notice>().unwrap().outline.closing.as_ref().unwrap();
/// assert!(closing.as_str().ends_with("thông báo để thực hiện."));
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "lời văn")]
#[derive(Debug, Clone, Default)]
pub struct Sentences {
    wording: Wording,
}

/// What a template of this module sees: what the paper is made of, in words. Which of it is there depends on the
/// paper; the built-in template of each uses all of its own.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub(super) struct Facts {
    /// Whose paper it is.
    pub(super) name: Text,
    /// Of what the minutes are, as in their record.
    pub(super) variant: Option<MinutesVariant>,
    /// What was held: `diễn đàn chi bộ`, from the template `event`.
    pub(super) event: Option<Text>,
    /// In short: `diễn đàn`.
    pub(super) short: Option<Text>,
    /// Chuyên đề, without quotation marks.
    pub(super) topic: Option<Text>,
    /// The subject of the paper that this one is made of.
    pub(super) subject: Option<Text>,
    /// Of the meeting: `ngày 21/5/2022`.
    pub(super) day: Option<String>,
    /// The same at the start of a sentence.
    pub(super) capital_day: Option<String>,
    /// `tháng ……… năm 2022`: when the paper will be adopted.
    pub(super) session_month: Option<String>,
    /// `tháng 7 năm 2026`: the month that the paper is for.
    pub(super) month: Option<String>,
    /// `tháng 7`.
    pub(super) short_month: Option<String>,
    /// `tháng 6`, or with its year where that is another one.
    pub(super) last_month: Option<String>,
    /// The month after it, likewise.
    pub(super) next_month: Option<String>,
    /// Which draft was commented on.
    pub(super) draft: Option<u32>,
    /// Who comes from the level above.
    pub(super) guest: Option<Person>,
    /// What was voted.
    pub(super) motions: Vec<Voted>,
}

/// A motion whose figures are known.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Voted {
    content: Text,
    in_favour: u32,
    present: u32,
}

impl Voted {
    pub(super) fn of(motion: &Motion) -> Option<Voted> {
        let (in_favour, present) = (motion.vote.in_favour.value()?, motion.vote.present.value()?);
        (present > 0).then(|| Voted { content: motion.content.clone(), in_favour, present })
    }
}

/// The sentences of a paper.
pub(super) struct Worded {
    paper: &'static str,
    sentences: Vec<Sentence>,
}

impl Sentences {
    /// The built-in sentences.
    #[must_use]
    pub fn new() -> Sentences {
        Sentences::default()
    }

    /// The names of the templates: one for each derived document (`notice`, `plan` …), and `event`, the words for
    /// a meeting in a sentence.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// The built-in template with this name ([`Sentences::names`]), to start your own from.
    #[must_use]
    pub fn source(name: &str) -> Option<&'static str> {
        BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, source)| *source)
    }

    /// Replaces the template of a document.
    ///
    /// # Errors
    /// [`Error::Template`] if there is no document with this name, or if the template is rejected.
    pub fn with(mut self, name: &str, template: &str) -> Result<Sentences> {
        if Sentences::source(name).is_none() {
            let known: Vec<&str> = Sentences::names().collect();
            return Err(refused(name, format!("không có lời văn nào tên ấy; {}", among(name, &known))));
        }
        self.wording.add_sentences(name, template, &schema())?;
        let own = Sentences::source(name).unwrap_or_default();
        for (at, _) in template.match_indices('<') {
            let (before, tag) = template.split_at(at);
            // What stands in a comment is no sentence.
            let inside = before
                .rfind("{{")
                .is_some_and(|open| before.get(open..).is_some_and(|it| !it.contains("}}")));
            let sentence =
                tag.trim_start_matches('<').split([' ', '>', '/', '\n', '{']).next().unwrap_or_default();
            if !inside && !sentence.is_empty() && !sentence.starts_with('!') && !is_read(sentence, own) {
                let line = before.matches('\n').count() + 1;
                let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
                let reason = unread(sentence, own);
                return Err(Error::Template { template: name.to_owned(), line, column, reason });
            }
        }
        Ok(self)
    }

    /// The sentences of a paper that is made of `source`; the library's own have their tone marks where that paper
    /// puts them.
    pub(super) fn of(&self, paper: &'static str, facts: &Facts, source: &dyn Record) -> Result<Worded> {
        let own = Sentences::source(paper).unwrap_or_default();
        let placed = self.placed(own, source)?;
        let context = CleanJson::new(serde_json::to_value(facts).map_err(Error::bug_by)?);
        let sentences = self.wording.sentences(paper, &placed, schema, context)?;
        // A sentence that nobody reads would be lost without a word.
        match sentences.iter().find(|it| !is_read(&it.name, own)) {
            Some(unknown) => Err(refused(paper, unread(&unknown.name, own))),
            None => Ok(Worded { paper, sentences }),
        }
    }

    /// The facts of a meeting, and what it is called.
    pub(super) fn meeting(&self, minutes: &Minutes) -> Result<Facts> {
        let facts = Facts {
            name: minutes.issuer.name.clone(),
            variant: Some(minutes.variant),
            topic: minutes.topic.clone(),
            subject: Some(minutes.subject.clone()),
            ..Facts::default()
        };
        let called = self.of("event", &facts, minutes)?;
        Ok(Facts { event: Some(called.one("event")?), short: Some(called.one("short")?), ..facts })
    }

    fn placed(&self, own: &str, source: &dyn Record) -> Result<String> {
        let placement: TonePlacement = tone(&source.fields()?);
        Ok(place(own, placement))
    }
}

impl Worded {
    /// The sentence of that name.
    pub(super) fn one(&self, name: &str) -> Result<Text> {
        let found = self.sentences.iter().find(|it| it.name == name).map(|it| it.text.clone());
        found.ok_or_else(|| refused(self.paper, format!("thiếu câu <{name}>; hãy ghi <{name}>…</{name}>")))
    }

    /// All of that name, each with whose it is.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a Text, Option<&'a str>)> {
        self.sentences.iter().filter(move |it| it.name == name).map(|it| (&it.text, it.by.as_deref()))
    }

    /// All of that name.
    pub(super) fn texts(&self, name: &str) -> Vec<Text> {
        self.all(name).map(|(text, _)| text.clone()).collect()
    }
}

fn schema() -> Value {
    schemars::schema_for!(Facts).to_value()
}

/// Whether a paper reads a sentence of this name, which the library's own template has then.
fn is_read(name: &str, own: &str) -> bool {
    [format!("<{name}>"), format!("<{name} ")].iter().any(|it| own.contains(it))
}

/// That no paper reads a sentence of this name, beside those of the library's own template.
fn unread(name: &str, own: &str) -> String {
    let tags = own.split('<').skip(1).filter(|tag| !tag.starts_with(['/', '!']));
    let mut known: Vec<&str> = tags.filter_map(|tag| tag.split([' ', '>', '/']).next()).collect();
    known.sort_unstable();
    known.dedup();
    match near(name, known.iter().copied()) {
        Some(meant) => format!("không có câu <{name}>; có phải <{meant}>?"),
        None => format!("không có câu <{name}>; hãy dùng một trong: {}", known.join(", ")),
    }
}

fn refused(template: &str, reason: String) -> Error {
    Error::Template { template: template.to_owned(), line: 0, column: 0, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_agrees_with_what_it_sees() {
        for (name, source) in BUILT_IN {
            Sentences::new().with(name, source).unwrap();
        }
    }

    #[test]
    fn what_no_paper_reads_is_refused() {
        let error = Sentences::new().with("letter", "").unwrap_err().to_string();
        assert!(
            error.starts_with(
                "lời văn letter: không có lời văn nào tên ấy; hãy dùng một trong: comments, event"
            ),
            "{error}"
        );
        let error = Sentences::new().with("notice", "<subject>{{chủ_đề}}</subject>").unwrap_err().to_string();
        assert!(error.starts_with("lời văn notice, dòng 1, cột 10: không có mục “chủ_đề”; "), "{error}");
        let minutes = Minutes::example();
        let read = |template: &str| {
            let sentences = Sentences::new().with("notice", template).unwrap();
            let worded = sentences.of("notice", &Facts::default(), &minutes);
            worded.and_then(|it| it.one("subject")).unwrap_err().to_string()
        };
        let error = Sentences::new().with("notice", "\n<subjct>a</subjct>").unwrap_err().to_string();
        assert_eq!(error, "lời văn notice, dòng 2, cột 1: không có câu <subjct>; có phải <subject>?");
        assert!(
            read("<closing>a</closing>")
                .ends_with("lời văn notice: thiếu câu <subject>; hãy ghi <subject>…</subject>")
        );
    }

    #[test]
    fn tone_marks_stand_where_the_paper_puts_them() {
        let said = |superior: &str| {
            let mut minutes = Minutes::example();
            minutes.variant = MinutesVariant::Committee;
            minutes.subject = superior.into();
            minutes.basis.clear();
            Sentences::new().meeting(&minutes).unwrap().event.unwrap()
        };
        assert_eq!(said("ủy ban, ủy viên, hòa, tòa, thủy, khỏe").as_str(), "cuộc họp chi ủy");
        assert_eq!(said("uỷ ban, uỷ viên, hoà, toà, thuỷ, khoẻ").as_str(), "cuộc họp chi uỷ");
    }
}
