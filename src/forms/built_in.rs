//! The forms that the library brings: papers that need no Rust type of their own.

use std::sync::LazyLock;

use super::{Folder, Form, declared};
use crate::kinds::Kind;

/// A form of the folder of this name.
macro_rules! form {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../../templates/forms/", $name, "/form.toml")),
            Some(body!($name)),
            example!($name),
        )
    };
}

/// A form whose body is an outline and no more.
macro_rules! outline {
    ($name:literal) => {
        ($name, include_str!(concat!("../../templates/forms/", $name, "/form.toml")), None, example!($name))
    };
}

macro_rules! body {
    ($name:literal) => {
        include_str!(concat!("../../templates/forms/", $name, "/body.hbs"))
    };
}

macro_rules! example {
    ($name:literal) => {
        include_str!(concat!("../../templates/forms/", $name, "/example.json"))
    };
}

/// The texts of a form: its name, `form.toml`, `body.hbs`, `example.json`.
type Texts = (&'static str, &'static str, Option<&'static str>, &'static str);

/// Every form, a line each, in the order of the table of types (399-QĐ/TW), then the papers of chi bộ.
const FORMS: [Texts; 30] = [
    outline!("directive"),
    outline!("circular"),
    outline!("master_plan"),
    outline!("contingency_plan"),
    outline!("project"),
    form!("introduction_letter"),
    form!("confirmation_certificate"),
    form!("travel_permit"),
    form!("leave_permit"),
    form!("transfer_slip"),
    form!("dispatch_slip"),
    form!("public_letter"),
    form!("discussion_paper"),
    outline!("topic_paper"),
    form!("learning_report"),
    form!("commitment"),
    form!("branch_commitment"),
    form!("dues_report"),
    form!("merit_certificate"),
    form!("honour_certificate"),
    form!("award_list"),
    form!("self_review"),
    outline!("collective_review"),
    form!("party_application"),
    form!("sponsor_introduction"),
    form!("admission_opinions"),
    form!("admission_resolution"),
    form!("probation_review"),
    form!("probation_assessment"),
    form!("membership_resolution"),
];

/// They are read once; that each is as it should be is a test.
static BUILT_IN: LazyLock<Vec<Form>> = LazyLock::new(|| FORMS.iter().map(of).collect());

fn of((_, toml, body, example): &Texts) -> Form {
    let folder = folder(toml, *body, example);
    let (spec, source, _) = declared::read(&folder);
    Form { kind: Kind::formed(spec), source }
}

fn folder(toml: &str, body: Option<&str>, example: &str) -> Folder {
    let folder = Folder::new(toml).example(example);
    match body {
        Some(body) => folder.body(body),
        None => folder,
    }
}

/// The built-in forms. Every [`Renderer`](crate::Renderer) knows their kinds.
///
/// ```
/// let names: Vec<&str> = vanban::forms::built_in().map(|form| form.kind().name()).collect();
/// assert!(names.contains(&"merit_certificate") && names.contains(&"introduction_letter"));
/// ```
pub fn built_in() -> impl Iterator<Item = &'static Form> + Clone {
    BUILT_IN.iter()
}

/// The text files of a built-in form, to start your own from. `None` if no form in [`built_in`] has this name: the kinds
/// that are structs (`resolution`) have no files.
///
/// ```
/// let folder = vanban::forms::files("merit_certificate").unwrap();
/// assert!(vanban::forms::Form::read(&folder).is_ok());
/// ```
#[must_use]
pub fn files(name: &str) -> Option<Folder> {
    let (_, toml, body, example) = FORMS.iter().find(|(known, ..)| *known == name)?;
    Some(folder(toml, *body, example))
}

/// Whether a form has the name of one that the library brings, and is another one.
pub(super) fn is_another(name: &str, form: &Folder) -> bool {
    files(name).is_some_and(|own| !own.texts().eq(form.texts()))
}
