//! Rules for what papers tell of a meeting: time, people.

use chrono::{Datelike, NaiveDate};

use super::attendance;
use super::body::has_end_mark;
use super::persons;
use crate::error::Problems;
use crate::parts::{AgendaItem, CitedDate, ClockTime, Given, Meeting, PaperDate, Person, SessionFacts};
use crate::path::Path;
use crate::text::{Text, long_date, padded, short_date};

const CONVENTION: &str = "quy ước";

const SESSIONS: &str = "42-HD/BTCTW";

/// How long a session of a chi bộ takes at least, in minutes.
const LEAST: u32 = 90;

/// A meeting that was held: its day exists and is not after the paper's, it ended after it began, on `ends_on` where
/// it took several days. A `session` of members shall take an hour and a half.
pub(crate) fn held(
    held: Option<PaperDate>,
    (starts, ends): (ClockTime, ClockTime),
    ends_on: Option<PaperDate>,
    paper: &PaperDate,
    session: bool,
    problems: &mut Problems,
) {
    if let Some(date) = held {
        held_on(&Path::at("held"), date, paper.calendar(), problems);
    }
    if let Some(last) = ends_on {
        let first = held.unwrap_or(*paper);
        held_on(&Path::at("ends_on"), last, paper.calendar(), problems);
        if let (Some(first), Some(last)) = (first.calendar(), last.calendar())
            && last < first
        {
            problems.error(
                "meeting.ends_before_it_starts",
                "ends_on",
                CONVENTION,
                format!(
                    "kết thúc ngày {}, trước ngày khai mạc {}",
                    short_date(last.day(), last.month(), last.year()),
                    short_date(first.day(), first.month(), first.year())
                ),
            );
        }
        if ends_on != Some(first) {
            exist(&Path::root(), starts, Some(ends), problems);
            return;
        }
    }
    if let Some(minutes) = hours(&Path::root(), starts, Some(ends), problems)
        && session
        && minutes < LEAST
    {
        problems.warning("meeting.short", Path::at("ends"), SESSIONS, too_short(minutes));
    }
}

/// A meeting that a paper calls to: its day exists and is not before the paper's, its hours are some, it deals with
/// something.
pub(crate) fn called(path: &Path, meeting: &Meeting, paper: Option<NaiveDate>, problems: &mut Problems) {
    let at = |field: &'static str| path.field(field);
    match (meeting.date.calendar(), paper) {
        (None, _) => problems.error(
            "meeting.not_a_date",
            at("date"),
            CONVENTION,
            format!("ngày {} không có trong lịch", meeting.date),
        ),
        (Some(day), Some(paper)) if day < paper => problems.error(
            "meeting.before_paper",
            at("date"),
            CONVENTION,
            format!("cuộc họp ngày {} diễn ra trước ngày của văn bản", meeting.date),
        ),
        _ => {}
    }
    hours(path, meeting.starts, meeting.ends, problems);
    if let Some(chair) = &meeting.chair {
        person(&at("chair"), chair, problems);
    }
    if meeting.agenda.is_empty() {
        problems.error("meeting.agenda_missing", at("agenda"), CONVENTION, "cuộc họp chưa có nội dung nào");
    }
    agenda(&at("agenda"), &meeting.agenda, problems);
    if let Some(participants) = &meeting.participants {
        unmarked(at("participants"), participants, "thành phần dự họp", problems);
    }
    for (index, request) in meeting.requests.iter().enumerate() {
        unmarked(at("requests").index(index), request, "yêu cầu đối với người dự", problems);
    }
}

/// What a meeting deals with: without punctuation at the end, each done by somebody.
pub(crate) fn agenda(path: &Path, items: &[AgendaItem], problems: &mut Problems) {
    for (index, item) in items.iter().enumerate() {
        let path = path.index(index);
        unmarked(path.field("content"), &item.content, "nội dung cuộc họp", problems);
        if let Some(somebody) = &item.person {
            person(&path.field("person"), somebody, problems);
        }
    }
}

/// A line stands without the mark that the library prints after it.
fn unmarked(path: Path, line: &Text, what: &str, problems: &mut Problems) {
    if has_end_mark(line) {
        let sentence = format!("{what} ghi không có dấu ở cuối; phần mềm tự thêm");
        problems.error("meeting.end_mark", path, CONVENTION, sentence);
    }
}

/// The hours of a meeting that stands `under` a path: each exists, and it ends after it begins. How many minutes it
/// takes, where that is known.
fn hours(under: &Path, starts: ClockTime, ends: Option<ClockTime>, problems: &mut Problems) -> Option<u32> {
    let exist = exist(under, starts, ends, problems);
    let ends = ends.filter(|_| exist)?;
    starts.minutes().and(ends.minutes())?;
    let took = starts.until(ends);
    if took.is_none() {
        let (ends, starts) = (printed(ends), printed(starts));
        let sentence = format!("kết thúc lúc {ends}, trước khi bắt đầu lúc {starts}");
        problems.error("meeting.ends_before_it_starts", under.field("ends"), CONVENTION, sentence);
    }
    took.map(|(minutes, _)| minutes)
}

/// Whether the hours of a meeting exist.
fn exist(under: &Path, starts: ClockTime, ends: Option<ClockTime>, problems: &mut Problems) -> bool {
    let mut exist = true;
    for (field, time) in [("starts", Some(starts)), ("ends", ends)] {
        let Some(time) = time else { continue };
        if time.hour.value().is_some_and(|hour| hour > 23) || time.minute.value().is_some_and(|it| it > 59) {
            let sentence = format!("không có {}", printed(time));
            problems.error("meeting.not_a_time", under.field(field), CONVENTION, sentence);
            exist = false;
        }
    }
    exist
}

/// The facts of a session in a resolution.
pub(crate) fn facts(session: &SessionFacts, paper: Option<NaiveDate>, problems: &mut Problems) {
    held_on(&Path::at("session").field("date"), session.date, paper, problems);
    attendance::check(&Path::at("session").field("attendance"), &session.attendance, problems);
    person(&Path::at("session").field("chair"), &session.chair, problems);
    person(&Path::at("session").field("secretary"), &session.secretary, problems);
    if let Some(minutes) = session.duration.value().filter(|minutes| *minutes < LEAST) {
        problems.warning(
            "meeting.short",
            Path::at("session").field("duration"),
            SESSIONS,
            too_short(minutes),
        );
    }
}

fn too_short(minutes: u32) -> String {
    format!("thời lượng sinh hoạt {minutes} phút, ít hơn {LEAST} phút")
}

/// The day of the session that adopted a paper: it exists and is not after the paper's.
pub(crate) fn adopted(date: CitedDate, paper: Option<NaiveDate>, problems: &mut Problems) {
    match (date.calendar(), paper) {
        (None, _) => problems.error(
            "resolution.adopted_not_a_date",
            "adopted",
            CONVENTION,
            format!("ngày {date} không có trong lịch"),
        ),
        (Some(adopted), Some(paper)) if adopted > paper => problems.error(
            "resolution.before_session",
            "date",
            CONVENTION,
            format!(
                "nghị quyết đề ngày {}, trước ngày {date} của kỳ sinh hoạt thông qua; hãy ghi từ ngày ấy trở đi",
                short_date(paper.day(), paper.month(), paper.year())
            ),
        ),
        _ => {}
    }
}

fn held_on(path: &Path, date: PaperDate, paper: Option<NaiveDate>, problems: &mut Problems) {
    let value = |part: Option<Given>| part.and_then(Given::value);
    let words = long_date(value(date.day), value(date.month), date.year);
    match (date.calendar(), paper) {
        (None, _) if value(date.day).is_some() && value(date.month).is_some() => {
            problems.error("meeting.not_a_date", path, CONVENTION, format!("{words} không có trong lịch"))
        }
        (Some(held), Some(paper)) if held > paper => problems.error(
            "meeting.later_than_paper",
            path,
            CONVENTION,
            format!("cuộc họp {words} diễn ra sau ngày của văn bản; hãy kiểm tra lại ngày tháng"),
        ),
        _ => {}
    }
}

fn printed(time: ClockTime) -> String {
    let figure = |given: Given| given.value().map_or_else(|| "…".to_owned(), |value| padded(value.into()));
    format!("{} giờ {} phút", figure(time.hour), figure(time.minute))
}

/// A person has a name or an office; a name is written as a signer's is.
pub(crate) fn person(path: &Path, person: &Person, problems: &mut Problems) {
    if person.name.is_none() && person.position.is_none() {
        problems.error("person.nobody", path, CONVENTION, "chưa ghi họ tên, cũng chưa ghi chức vụ");
    }
    if let Some(text) = person.given_name() {
        name(&path.field("name"), text, problems);
    }
}

/// A name carries no degree, rank or form of address, and each of its syllables has a capital.
pub(crate) fn name(path: &Path, name: &Text, problems: &mut Problems) {
    persons::name(path, name.as_str(), &persons::ANYBODY, problems);
}

/// A name of a list carries no degree, rank or form of address; it may be written in capitals.
pub(crate) fn listed_name(path: &Path, name: &Text, problems: &mut Problems) {
    persons::listed(path, name.as_str(), problems);
}
