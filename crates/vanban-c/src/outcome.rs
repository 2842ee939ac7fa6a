//! What came of a record.

use std::any::Any;
use std::ffi::CString;
use std::sync::OnceLock;
use std::thread::{self, Builder};

use vanban::error::{Path, Problems};
use vanban::{Document, Error, Problem, Result};

/// A document or problems, with the texts and files that C has asked for. They stay where they are until the end.
pub(crate) struct Outcome {
    /// Whether no problem is an error.
    pub(crate) stands: bool,
    pub(crate) document: Option<Document>,
    pub(crate) problems: Vec<Told>,
    pub(crate) json: CString,
    pub(crate) file_name: Option<CString>,
    docx: OnceLock<Option<Vec<u8>>>,
    pdf: OnceLock<Option<Vec<u8>>>,
}

/// A problem in texts of C.
pub(crate) struct Told {
    pub(crate) path: CString,
    pub(crate) message: CString,
    pub(crate) code: CString,
    pub(crate) term: Option<CString>,
    pub(crate) clause: CString,
    pub(crate) severity: CString,
    pub(crate) remedy: CString,
    pub(crate) line: CString,
}

impl Outcome {
    /// Renders; a panic is an error like another.
    pub(crate) fn of(work: impl FnOnce() -> Result<Document> + Send) -> Outcome {
        match caught(work) {
            Ok(document) => {
                let problems = document.warnings().to_vec();
                let file_name = Some(text(document.file_name()));
                Outcome { document: Some(document), file_name, ..Outcome::told(&problems) }
            }
            Err(error) => Outcome::told(&problems(error)),
        }
    }

    /// Checks, or does what gives nothing: its problems alone.
    pub(crate) fn without_document(work: impl FnOnce() -> Result<Vec<Problem>> + Send) -> Outcome {
        Outcome::told(&caught(work).unwrap_or_else(problems))
    }

    fn told(problems: &[Problem]) -> Outcome {
        // As `vanban check --json` prints them; problems are always JSON.
        let json = serde_json::to_string_pretty(problems).unwrap_or_default();
        Outcome {
            stands: !problems.iter().any(Problem::is_error),
            document: None,
            problems: problems.iter().map(Told::of).collect(),
            json: text(&json),
            file_name: None,
            docx: OnceLock::new(),
            pdf: OnceLock::new(),
        }
    }

    /// The DOCX; it is written once.
    pub(crate) fn docx(&self) -> Option<&[u8]> {
        self.docx.get_or_init(|| self.written(Document::to_docx)).as_deref()
    }

    /// The PDF; it is written once.
    pub(crate) fn pdf(&self) -> Option<&[u8]> {
        self.pdf.get_or_init(|| self.written(Document::to_pdf)).as_deref()
    }

    fn written(&self, write: fn(&Document) -> Result<Vec<u8>>) -> Option<Vec<u8>> {
        let document = self.document.as_ref()?;
        caught(|| write(document)).ok()
    }
}

impl Told {
    fn of(problem: &Problem) -> Told {
        let severity = serde_json::to_value(problem.severity).unwrap_or_default();
        Told {
            path: text(&problem.path.to_string()),
            message: text(&problem.message),
            code: text(problem.code),
            term: problem.term.as_deref().map(text),
            clause: text(problem.clause),
            severity: text(severity.as_str().unwrap_or_default()),
            remedy: text(problem.remedy()),
            line: text(&problem.to_string()),
        }
    }
}

/// The stack of all work. A record that is nested deep takes half a megabyte, and a thread of the caller's may have less:
/// with musl it has 128 KB.
const STACK: usize = 8 << 20;

/// The result of some work, done on a stack of its own; a panic is a fault of the library's own.
fn caught<T: Send>(work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    let fault = |reason| Err(Error::Bug { reason, source: None });
    thread::scope(|scope| match Builder::new().stack_size(STACK).spawn_scoped(scope, work) {
        Ok(thread) => thread.join().unwrap_or_else(|panic| fault(said(&*panic))),
        Err(error) => fault(error.to_string()),
    })
}

/// What an error tells about a record: always something, so that no caller meets a refusal without a sentence.
fn problems(error: Error) -> Vec<Problem> {
    let of_its_own = |code, messages: Vec<String>| {
        let mut problems = Problems::default();
        messages.into_iter().for_each(|message| problems.error(code, Path::root(), "quy ước", message));
        problems.into_vec()
    };
    match error {
        Error::Invalid(problems) | Error::Shape(problems) => problems,
        Error::Form(faults) => of_its_own("form.fault", faults.iter().map(ToString::to_string).collect()),
        other => of_its_own("record.not_made", vec![other.to_string()]),
    }
}

/// The message of a panic.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// A text of C: a zero byte ends it, so one inside shows as what stands for characters that cannot be shown.
fn text(text: &str) -> CString {
    CString::new(text.replace('\0', "\u{fffd}")).unwrap_or_default()
}
