//! Many records at once: nothing is lost, nothing is out of order, and no record touches another.

mod volumes;
mod zip;

use std::cell::Cell;
use std::io;
use std::rc::Rc;
use std::sync::Mutex;
use std::thread::{self, ThreadId};

use proptest::prelude::*;
use vanban::batch::{self, Batch, Cancel, Entry, File, Format, Names, Outcome, State};
use vanban::kinds::Resolution;
use vanban::{AnyRecord, Document, Error, Renderer};

use crate::renderer;

/// What every record of a batch may be: good, with a warning, refused, unreadable, and one that panics.
const SAMPLES: usize = 7;

enum Sample {
    Json(String),
    Panics,
}

impl Entry for Sample {
    fn name(&self) -> Option<String> {
        match self {
            Sample::Json(_) => None,
            Sample::Panics => Some("hỏng".into()),
        }
    }

    fn render(&self, renderer: &Renderer) -> vanban::Result<Document> {
        match self {
            Sample::Json(json) => renderer.render(&AnyRecord::from_json(json)?),
            Sample::Panics => panic!("a dependency has {} faults", 1),
        }
    }
}

fn sample(number: usize) -> Sample {
    let good = crate::case("draft_smallest");
    Sample::Json(match number {
        0 => good,
        1 => crate::case("five_levels"),
        2 => crate::case("signature_acting"),
        3 => crate::case("resolution_numbered").replace("\"number\": 5", "\"number\": 0"),
        4 => good.replace("\"kind\": \"resolution\"", "\"kind\": \"letter\""),
        5 => good.replace("\"draft\": 2", "\"draft\": \"x\""),
        _ => return Sample::Panics,
    })
}

/// An outcome as it can be compared.
fn told(outcome: &Outcome) -> (usize, String, String, Vec<File>) {
    (outcome.index, outcome.name.clone(), outcome.to_string(), outcome.files().to_vec())
}

/// One record by itself.
fn alone(index: usize, sample: &Sample) -> (usize, String, String, Vec<File>) {
    let place = (index + 1).to_string();
    let lines = |name: &str, said: String| {
        said.lines().map(|line| format!("{name}: {line}")).collect::<Vec<_>>().join("\n")
    };
    if matches!(sample, Sample::Panics) {
        let said = "hỏng: a fault of vanban itself, please report it: a dependency has 1 faults";
        return (index, "hỏng".into(), said.into(), Vec::new());
    }
    match sample.render(renderer()) {
        Ok(document) => {
            let name = document.file_name().to_owned();
            let warnings: Vec<String> = document.warnings().iter().map(ToString::to_string).collect();
            let said = lines(&name, warnings.join("\n"));
            let files = vec![
                File { format: Format::Docx, bytes: document.to_docx().unwrap() },
                File { format: Format::Pdf, bytes: document.to_pdf().unwrap() },
            ];
            (index, name, said, files)
        }
        Err(error) => (index, place.clone(), lines(&place, error.to_string()), Vec::new()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_batch_equals_its_records_one_by_one(
        picks in proptest::collection::vec(0..SAMPLES, 0..12), jobs in 1..5usize, window in 1..6usize,
    ) {
        let mut outcomes = Vec::new();
        let summary = Batch::new(renderer())
            .jobs(jobs)
            .window(window)
            .run(picks.iter().map(|&pick| sample(pick)), |outcome: Outcome| {
                outcomes.push(told(&outcome));
                Ok(())
            })
            .unwrap();
        let expected: Vec<_> =
            picks.iter().enumerate().map(|(index, &pick)| alone(index, &sample(pick))).collect();
        prop_assert!(outcomes == expected);
        let count = |wanted: &[usize]| picks.iter().filter(|pick| wanted.contains(pick)).count();
        prop_assert_eq!(summary.written, count(&[0, 1, 2]));
        prop_assert_eq!(summary.refused, count(&[3]));
        prop_assert_eq!(summary.failed, count(&[4, 5]));
        prop_assert_eq!(summary.panicked, count(&[6]));
        prop_assert!(!summary.cancelled);
    }
}

#[test]
fn each_outcome_names_its_record_and_says_everything() {
    let mut said = Vec::new();
    let samples = [2, 3, 4, 6].map(sample);
    batch::run(renderer(), samples, |outcome: Outcome| {
        said.push(outcome.to_string());
        Ok(())
    })
    .unwrap();
    let unknown = "3: lỗi: kind (loại văn bản): không có loại văn bản “letter”; có phải “official_letter” (công văn)? [quy ước; \
                   shape.unknown_value]";
    assert_eq!(
        said[1..],
        [
            "2: lỗi: number: số văn bản bắt đầu từ 01, không có số 0 [05-HD/VPTW II.I.3.1.1; number.zero]",
            unknown,
            "hỏng: a fault of vanban itself, please report it: a dependency has 1 faults",
        ]
    );
}

#[test]
fn records_of_every_type_and_results_are_entries() {
    let mut names = Vec::new();
    let mut sink = |outcome: Outcome| {
        names.push((outcome.name.clone(), outcome.files().len()));
        Ok(())
    };
    let pdf = Batch::new(renderer()).formats(&[Format::Pdf]);
    pdf.run([Resolution::example()], &mut sink).unwrap();
    let any = AnyRecord::from_json(&crate::case("draft_smallest")).unwrap();
    pdf.formats(&[]).run([any.clone()], &mut sink).unwrap();
    let read = [Ok(any), Err(Error::Shape(Vec::new()))];
    let summary = batch::run(renderer(), read, &mut sink).unwrap();
    assert_eq!((summary.written, summary.failed, summary.is_complete()), (1, 1, false));
    let names: Vec<(&str, usize)> = names.iter().map(|(name, files)| (name.as_str(), *files)).collect();
    let draft = "nghi-quyet-du-thao-2-nq-cb";
    assert_eq!(names, [("nghi-quyet-05-nq-cb", 1), (draft, 0), (draft, 2), ("2", 0)]);
}

#[test]
fn any_number_of_jobs_makes_every_paper() {
    for jobs in [0, 100_000, usize::MAX / 8 + 1, usize::MAX] {
        let batch = Batch::new(renderer()).jobs(jobs).formats(&[]);
        let summary = batch.run((0..3).map(|_| sample(0)), |_: Outcome| Ok(())).unwrap();
        assert_eq!(summary.written, 3, "{jobs}");
        // Nobody says how many these are.
        let mut left = 3;
        let unsaid = std::iter::from_fn(|| {
            left -= 1;
            (left >= 0).then(|| sample(0))
        });
        assert_eq!(batch.run(unsaid, |_: Outcome| Ok(())).unwrap().written, 3, "{jobs}");
    }
}

#[test]
fn no_more_records_than_the_window_are_begun() {
    let (begun, most) = (Rc::new(Cell::new(0usize)), Rc::new(Cell::new(0)));
    let counted = begun.clone();
    let records = (0..40).map(|_| {
        counted.set(counted.get() + 1);
        sample(0)
    });
    let mut taken = 0;
    let highest = most.clone();
    Batch::new(renderer())
        .jobs(3)
        .window(5)
        .formats(&[])
        .run(records, |_: Outcome| {
            highest.set(highest.get().max(begun.get() - taken));
            taken += 1;
            Ok(())
        })
        .unwrap();
    assert_eq!((taken, most.get()), (40, 5));
}

#[test]
fn a_batch_that_is_cancelled_is_a_whole_beginning() {
    let cancel = Cancel::new();
    let batch = Batch::new(renderer()).jobs(2).formats(&[]).cancel(&cancel);
    let mut taken = Vec::new();
    let mut records = (0..100).map(|_| sample(0));
    let summary = batch
        .run(records.by_ref(), |outcome: Outcome| {
            taken.push(outcome.index);
            if taken.len() == 3 {
                cancel.cancel();
            }
            Ok(())
        })
        .unwrap();
    assert_eq!((taken, summary.written, summary.cancelled), (vec![0, 1, 2], 3, true));
    assert!(!summary.is_complete());
    assert!(records.next().is_some());
    // Flipped before: nothing is begun.
    let none = batch.run([sample(0)], |_: Outcome| panic!("no record is taken")).unwrap();
    assert_eq!((none.written, none.cancelled), (0, true));
    // Flipped over the last record: nothing was left out.
    let cancel = Cancel::new();
    let batch = Batch::new(renderer()).formats(&[]).cancel(&cancel);
    let whole = batch.run([sample(0)], |_: Outcome| {
        cancel.cancel();
        Ok(())
    });
    assert!(whole.unwrap().is_complete());
}

#[test]
fn an_error_of_the_sink_ends_the_batch() {
    let mut taken = 0;
    let error = Batch::new(renderer())
        .jobs(2)
        .formats(&[])
        .run((0..50).map(|_| sample(0)), |_: Outcome| {
            taken += 1;
            if taken == 2 { Err(io::Error::other("the disk is full")) } else { Ok(()) }
        })
        .unwrap_err();
    assert_eq!((error.to_string().as_str(), taken), ("the disk is full", 2));
}

#[test]
fn a_panic_is_its_records_alone() {
    let mut states = Vec::new();
    Batch::new(renderer())
        .jobs(1)
        .run([6, 0, 6, 0].map(sample), |outcome: Outcome| {
            states.push(matches!(outcome.state, State::Written { .. }));
            Ok(())
        })
        .unwrap();
    assert_eq!(states, [false, true, false, true]);
}

/// A record that notes on which thread it is read and made.
struct Noted<'a>(Sample, &'a Mutex<Vec<ThreadId>>);

impl Entry for Noted<'_> {
    fn name(&self) -> Option<String> {
        self.0.name()
    }

    fn render(&self, renderer: &Renderer) -> vanban::Result<Document> {
        self.1.lock().unwrap().push(thread::current().id());
        self.0.render(renderer)
    }
}

/// A browser has no threads to give.
#[test]
fn one_job_begins_no_thread_and_makes_the_same() {
    let run = |jobs| {
        let threads = Mutex::new(Vec::new());
        let mut outcomes = Vec::new();
        let records = (0..SAMPLES).map(|number| Noted(sample(number), &threads));
        let summary = Batch::new(renderer()).jobs(jobs).run(records, |outcome: Outcome| {
            outcomes.push(told(&outcome));
            Ok(())
        });
        (threads.into_inner().unwrap(), outcomes, summary.unwrap())
    };
    let (alone, of_one, summary) = run(1);
    let (others, of_two, same) = run(2);
    assert_eq!(alone, [thread::current().id(); SAMPLES]);
    assert!(!others.contains(&thread::current().id()));
    assert!(of_one == of_two);
    assert_eq!(summary, same);
}

#[test]
fn one_job_is_cancelled_as_several_are() {
    let run = |at: usize| {
        let cancel = Cancel::new();
        let batch = Batch::new(renderer()).jobs(1).formats(&[]).cancel(&cancel);
        let mut taken = 0;
        let mut records = (0..3).map(|number| {
            // Its record is begun, and not taken.
            if number == at {
                cancel.cancel();
            }
            sample(0)
        });
        let summary = batch.run(records.by_ref(), |_: Outcome| {
            taken += 1;
            if taken == at {
                cancel.cancel();
            }
            Ok(())
        });
        (taken, summary.unwrap().cancelled, records.count())
    };
    assert_eq!(run(0), (0, true, 2));
    assert_eq!(run(1), (1, true, 1));
    // Flipped over the last record: nothing was left out.
    assert_eq!(run(3), (3, false, 0));
}

/// A record that may be the second paper of the one before it.
struct Paired(Sample, bool);

impl Entry for Paired {
    fn is_second(&self) -> bool {
        self.1
    }

    fn render(&self, renderer: &Renderer) -> vanban::Result<Document> {
        self.0.render(renderer)
    }
}

#[test]
fn a_second_paper_goes_with_its_first() {
    let run = |batch: Batch<'_>, records: &[(usize, bool)]| {
        let mut states = String::new();
        let records = records.iter().map(|&(number, second)| Ok::<_, Error>(Paired(sample(number), second)));
        let summary = batch.formats(&[]).run(records.collect::<Vec<_>>(), |outcome: Outcome| {
            let is_silent = outcome.document().is_none() && outcome.to_string().is_empty();
            assert_eq!(is_silent, matches!(outcome.state, State::Omitted));
            states.push(match outcome.state {
                State::Written { .. } => 'w',
                State::Refused(_) => 'r',
                State::Omitted => 'o',
                _ => 'f',
            });
            Ok(())
        });
        (states, summary.unwrap())
    };
    let records = [
        (3, false),
        (0, true),
        (0, false),
        (0, true),
        (6, false),
        (0, true),
        (0, true),
        (0, false),
        (3, true),
    ];
    for jobs in [1, 3] {
        let batch = Batch::new(renderer()).jobs(jobs);
        let (states, summary) = run(batch.clone(), &records);
        assert_eq!(states, "rowwfoowr");
        assert_eq!((summary.written, summary.omitted, summary.is_complete()), (3, 3, false));
        // Of one that comes first nobody knows, unless it is said.
        assert_eq!(run(batch.clone(), &records[1..2]).0, "w");
        assert_eq!(run(batch.goes_on_after(false), &records[1..3]).0, "ow");
    }
}

#[test]
fn no_paper_is_called_as_the_report() {
    let mut names = Names::beside_report();
    names.keep("In.pdf");
    let given = ["bao-cao", "records", "in", "bao-cao"].map(|name| names.give(name));
    assert_eq!(given, ["bao-cao-2", "records-2", "in-2", "bao-cao-3"]);
    let mut files = Vec::new();
    let sink = |outcome: Outcome| {
        files.push((names.files(&outcome), outcome.files().len()));
        Ok(())
    };
    batch::run(renderer(), [0, 3, 0].map(sample), sink).unwrap();
    let own = |name: &str| ["docx", "pdf"].map(|ending| format!("{name}.{ending}")).to_vec();
    let paper = files[0].0[0].strip_suffix(".docx").unwrap().to_owned();
    let expected = [(own(&paper), 2), (Vec::new(), 0), (own(&format!("{paper}-2")), 2)];
    assert_eq!(files, expected);
}

/// What somebody reads of a record is bounded.
#[test]
fn what_there_is_to_say_of_a_record() {
    let said = |state, english| {
        let outcome = Outcome { index: 0, name: "1".into(), file_prefix: None, second: false, state };
        let said = if english { outcome.remarks_in_english() } else { outcome.remarks() };
        said.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let panicked = || State::Panicked("x".into());
    assert_eq!(said(panicked(), false), ["lỗi của chính vanban, xin báo lại cho người làm ra vanban: x"]);
    assert_eq!(said(panicked(), true), ["a fault of vanban itself, please report it: x"]);
    assert_eq!(said(State::Omitted, false), Vec::<String>::new());
    let Err(error) = AnyRecord::from_json("[]") else { panic!("it is no record") };
    assert!(said(State::Failed(error.clone()), false)[0].starts_with("lỗi: "));
    assert!(said(State::Failed(error.clone()), true)[0].starts_with("error: "));
    let many = vec![error.problems()[0].clone(); 53];
    let (vietnamese, english) = (said(State::Refused(many.clone()), false), said(State::Refused(many), true));
    assert_eq!((vietnamese.len(), vietnamese[50].as_str()), (51, "và 3 chỗ khác"));
    assert_eq!(english[50], "and 3 more");
}

/// A record whose fields hold paths cannot leave the folder, whoever writes its files.
#[test]
fn a_name_from_a_batch_is_no_path() {
    let json = crate::case("draft_smallest")
        .replace("\"name\": \"Chi bộ", "\"name\": \"Chi bộ ../../etc/")
        .replace("lãnh đạo thực", "../../lãnh đạo thực");
    let with_code = json.replace("\"name\"", "\"code\": \"../CB\", \"name\"");
    let mut told = Vec::new();
    batch::run(renderer(), [json, with_code].map(Sample::Json), |outcome: Outcome| {
        told.push((outcome.document().map(|document| document.file_name().to_owned()), outcome.to_string()));
        Ok(())
    })
    .unwrap();
    let refused = "2: lỗi: issuer.code (ký hiệu cơ quan): ký hiệu “../CB” không đúng; ký hiệu là chữ in hoa, ví dụ CB, ĐU, \
                   BTCTU-BNCTU [05-HD/VPTW II.I.3.1.2b; issuer.code_form]";
    assert_eq!(told[0].0.as_deref(), Some("nghi-quyet-du-thao-2-nq-cb"));
    assert_eq!(told[1], (None, refused.to_owned()));
}
