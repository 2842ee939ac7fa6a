//! Rules for minutes alone: which parts each kind must have, who speaks, what was voted.

use super::signers::Office;
use super::{Minutes, MinutesVariant};
use crate::error::Problems;
use crate::parts::{Body, Given, Motion, Person, Vote};
use crate::path::Path;
use crate::profile::Profile;
use crate::rules::{attendance, ballots, body, meeting};
use crate::text::Text;

const CONVENTION: &str = "quy ước";
/// Two sign minutes: who wrote them, and who chaired the meeting.
const SIGNERS: &str = "05-HD/VPTW II.I.7.1.4e";
/// Who signs for a congress.
const OF_A_CONGRESS: &str = "05-HD/VPTW II.I.7.1.4a";
const LOST: &str = "nội dung này chưa được thông qua";

pub(super) fn check(minutes: &Minutes, profile: &Profile, problems: &mut Problems) {
    body::basis(&minutes.basis, &minutes.date, problems);
    let session =
        matches!(minutes.variant, MinutesVariant::Regular | MinutesVariant::Thematic | MinutesVariant::Forum);
    let hours = (minutes.starts, minutes.ends);
    meeting::held(minutes.held, hours, minutes.ends_on, &minutes.date, session, problems);
    congress(minutes, problems);
    signers(minutes, problems);
    parts(minutes, problems);
    if let Some(attendance) = &minutes.attendance {
        attendance::check(&Path::at("attendance"), attendance, problems);
    }
    if let Some(counted) = &minutes.ballots {
        ballots::ballots(counted, minutes.attendance.as_ref().map(|it| it.present), problems);
    }
    speakers(minutes, problems);
    for (index, item) in minutes.proceedings.iter().enumerate() {
        if item.paragraphs.is_empty() && item.heading.is_none() {
            let path = Path::at("proceedings").index(index);
            problems.error(
                "minutes.point_empty",
                path,
                CONVENTION,
                "nội dung không có tên và cũng không có diễn biến",
            );
        }
        if item.is_open() && matches!(minutes.number, Some(Given::Value(_))) {
            problems.warning(
                "minutes.point_open",
                Path::at("proceedings").index(index),
                CONVENTION,
                "biên bản đã có số mà nội dung này mới có tên, chưa ghi diễn biến",
            );
        }
        body::tasks(&Path::at("proceedings").index(index).field("tasks"), &item.tasks, problems);
        if let Some(vote) = &item.vote {
            voted(minutes, &Path::at("proceedings").index(index).field("vote"), vote, problems);
        }
    }
    for (index, motion) in minutes.motions.iter().enumerate() {
        voted(minutes, &Path::at("motions").index(index).field("vote"), &motion.vote, problems);
    }
    meeting::agenda(&Path::at("agenda"), &minutes.agenda, problems);
    unmarked(minutes, problems);
    body::appendices(&minutes.appendices, |words| mentions(minutes, words), problems);
    if let Some(closing) = &minutes.closing {
        body::ends_with_full_stop(&Path::at("closing"), closing, profile, problems);
    }
}

/// Minutes of a congress are issued by it or by a body of it (I.2.1), and two thirds of those summoned are there.
fn congress(minutes: &Minutes, problems: &mut Problems) {
    if !matches!(minutes.variant, MinutesVariant::Congress | MinutesVariant::Discussion) {
        return;
    }
    if !matches!(minutes.issuer.body(), Some(Body::Congress | Body::CongressBody)) {
        problems.warning(
            "minutes.congress_issuer",
            Path::at("issuer").field("name"),
            "05-HD/VPTW II.I.2.1",
            format!(
                "biên bản đại hội, biên bản thảo luận tại đại hội ghi tên đại hội: “Đại hội …”; hiện là “{}”",
                minutes.issuer.name
            ),
        );
    }
    let Some(attendance) = minutes.attendance.as_ref().filter(|_| minutes.of_a_congress()) else { return };
    if let (Some(summoned), Some(present)) = (attendance.summoned.value(), attendance.present.value())
        && 3 * u64::from(present) < 2 * u64::from(summoned)
    {
        problems.warning(
            "minutes.congress_quorum",
            Path::at("attendance").field("present"),
            "Điều lệ Đảng",
            format!("có mặt {present}/{summoned} đồng chí, chưa đủ hai phần ba số được triệu tập"),
        );
    }
}

/// A chair and a secretary, who were both there, and two people who sign; at a congress its đoàn chủ tịch and its
/// đoàn thư ký.
fn signers(minutes: &Minutes, problems: &mut Problems) {
    const CHAIR: &str = "biên bản chưa ghi người chủ trì";
    const SECRETARY: &str = "biên bản chưa ghi thư ký (người ghi biên bản)";
    let [left, right] = minutes.signers();
    let mut needed = Vec::new();
    for (signer, code, clause, sentence) in [
        (&left, "minutes.secretary_missing", OF_A_CONGRESS, "biên bản đại hội chưa ghi đoàn thư ký"),
        (&right, "minutes.chair_missing", OF_A_CONGRESS, "biên bản đại hội chưa ghi đoàn chủ tịch"),
        (
            &right,
            "minutes.secretary_missing",
            OF_A_CONGRESS,
            "biên bản thảo luận chưa ghi trưởng đoàn thư ký",
        ),
    ] {
        let wanted = match code {
            "minutes.chair_missing" => signer.office == Office::Presidium,
            _ => signer.office == Office::Secretariat,
        };
        if wanted {
            needed.push((signer.person, signer.at.clone(), code, clause, sentence));
        }
    }
    let led = right.office != Office::Presidium && !minutes.of_its_tellers();
    if led {
        needed.push((minutes.chair.as_ref(), Path::at("chair"), "minutes.chair_missing", SIGNERS, CHAIR));
    }
    if !minutes.of_a_congress() {
        let (person, at) = (minutes.secretary.as_ref(), Path::at("secretary"));
        needed.push((person, at, "minutes.secretary_missing", SIGNERS, SECRETARY));
    }
    needed.sort_by(|(_, one, ..), (_, other, ..)| one.cmp(other));
    for (person, path, code, clause, sentence) in needed {
        match person {
            None => problems.error(code, path, clause, sentence),
            Some(person) if person.name.is_none() => {
                problems.error(
                    code,
                    path.field("name"),
                    clause,
                    format!("{sentence}: hãy ghi họ tên, hoặc “by_hand” để ghi bằng bút"),
                );
            }
            Some(person) => meeting::person(&path, person, problems),
        }
    }
    for (field, people) in [("presidium", &minutes.presidium), ("secretariat", &minutes.secretariat)] {
        for (index, person) in people.iter().enumerate() {
            meeting::person(&Path::at(field).index(index), person, problems);
        }
    }
    both_sign(minutes, problems);
}

/// Who signs is two people, and was there.
fn both_sign(minutes: &Minutes, problems: &mut Problems) {
    let [left, right] = minutes.signers();
    // Who counted ballots does not write down what else happened.
    let counted = [left.office, right.office].contains(&Office::Tellers) && !minutes.of_its_tellers();
    let pair = match counted {
        true => {
            [(minutes.chair.as_ref(), Path::at("chair")), (minutes.secretary.as_ref(), Path::at("secretary"))]
        }
        false => [(right.person, right.at), (left.person, left.at)],
    };
    let [(chair, chair_at), (secretary, secretary_at)] =
        pair.map(|(person, at)| (person.and_then(Person::given_name), at));
    if let (Some(chair), Some(secretary)) = (chair, secretary)
        && chair == secretary
    {
        let sentence = match (right.office, left.office) {
            (Office::Chair, _) => {
                format!("đồng chí {chair} vừa chủ trì vừa ghi biên bản; biên bản do hai người ký")
            }
            _ => format!("đồng chí {chair} ký ở cả hai bên; biên bản do hai người ký"),
        };
        problems.error("minutes.one_signer", secretary_at.field("name"), SIGNERS, sentence);
    }
    let absent = minutes.attendance.iter().flat_map(|attendance| &attendance.absentees);
    for absentee in absent {
        for (name, path, office) in
            [(chair, &chair_at, "chủ trì"), (secretary, &secretary_at, "ghi biên bản")]
        {
            if name == Some(&absentee.name) {
                problems.error(
                    "minutes.signer_absent",
                    path.field("name"),
                    CONVENTION,
                    format!("đồng chí {} được ghi là vắng mặt mà vẫn {office}", absentee.name),
                );
            }
        }
    }
}

/// What minutes of each kind cannot be without.
fn parts(minutes: &Minutes, problems: &mut Problems) {
    use MinutesVariant::{
        BallotCount, Committee, Congress, Discussion, Extract, Forum, Regular, Thematic, YearlyReview,
    };
    let kind = minutes.variant;
    let concluded = !minutes.conclusions.is_empty()
        || (!minutes.proceedings.is_empty()
            && minutes.proceedings.iter().all(|it| !it.conclusions.is_empty()));
    // Before the meeting there is room for the pen.
    let before = minutes.conclusions.iter().any(|it| it.points.is_empty());
    let mut needs = |wanted: bool, code, path: Path, sentence: &str| {
        if wanted {
            problems.error(code, path, CONVENTION, sentence);
        }
    };
    needs(
        minutes.attendance.is_none(),
        "minutes.attendance_missing",
        Path::at("attendance"),
        "biên bản chưa ghi thành phần dự họp",
    );
    needs(
        matches!(kind, Thematic | Forum) && minutes.topic.is_none() && !before,
        "minutes.topic_missing",
        Path::at("topic"),
        "biên bản sinh hoạt chuyên đề, diễn đàn chưa ghi chuyên đề",
    );
    needs(
        matches!(kind, Regular | Committee) && minutes.agenda.is_empty(),
        "minutes.agenda_missing",
        Path::at("agenda"),
        "biên bản sinh hoạt định kỳ, họp chi uỷ chưa ghi nội dung sinh hoạt",
    );
    needs(
        (matches!(kind, Regular | Committee | Thematic | Extract | Congress)
            && minutes.proceedings.is_empty())
            || (kind == Discussion && minutes.proceedings.is_empty() && minutes.opinions.is_empty()),
        "minutes.proceedings_missing",
        Path::at("proceedings"),
        "biên bản chưa ghi diễn biến cuộc họp",
    );
    needs(
        kind == Forum && minutes.proceedings.is_empty() && minutes.presentations.is_empty(),
        "minutes.proceedings_missing",
        Path::at("proceedings"),
        "biên bản diễn đàn chưa ghi diễn biến, cũng chưa ghi tham luận nào",
    );
    needs(
        kind == Forum && minutes.solutions.is_empty() && !before,
        "minutes.solutions_missing",
        Path::at("solutions"),
        "biên bản diễn đàn chưa ghi giải pháp nào",
    );
    needs(
        matches!(kind, Regular | Committee | Thematic | Forum) && !concluded,
        "minutes.conclusion_missing",
        Path::at("conclusions"),
        "biên bản chưa ghi kết luận của người chủ trì",
    );
    needs(
        matches!(kind, YearlyReview | BallotCount) && minutes.ballots.is_none(),
        "minutes.ballots_missing",
        Path::at("ballots"),
        "biên bản chưa ghi kết quả kiểm phiếu",
    );
    needs(
        kind == BallotCount && minutes.ballots.as_ref().is_some_and(|it| it.tellers.is_empty()),
        "minutes.tellers_missing",
        Path::at("ballots").field("tellers"),
        "biên bản kiểm phiếu chưa ghi tổ kiểm phiếu",
    );
}

/// Whether what happened mentions an appendix.
fn mentions(minutes: &Minutes, words: &str) -> bool {
    let of_business = minutes.proceedings.iter().flat_map(|it| {
        let opinions = it.opinions.iter().map(|opinion| &opinion.content);
        it.heading.iter().chain(&it.paragraphs).chain(opinions).chain(&it.conclusions)
    });
    let papers = minutes.presentations.iter().flat_map(|it| std::iter::once(&it.title).chain(&it.summary));
    let opinions = minutes.opinions.iter().map(|it| &it.content);
    let solutions = minutes.solutions.iter().flat_map(|it| std::iter::once(&it.heading).chain(&it.content));
    let conclusions = minutes.conclusions.iter().flat_map(|it| &it.points);
    let motions = minutes.motions.iter().map(|it| &it.content);
    let agenda = minutes.agenda.iter().map(|it| &it.content);
    let mut all =
        of_business.chain(papers).chain(opinions).chain(solutions).chain(conclusions).chain(motions);
    all.by_ref().chain(agenda).chain(&minutes.closing).any(|text| body::says(text, words))
}

/// Everyone who speaks has a name or an office.
fn speakers(minutes: &Minutes, problems: &mut Problems) {
    let mut all: Vec<(Path, &Person)> = Vec::new();
    for (index, item) in minutes.proceedings.iter().enumerate() {
        let path = Path::at("proceedings").index(index);
        all.extend(item.speaker.iter().map(|speaker| (path.field("speaker"), speaker)));
        let said = item.opinions.iter().enumerate();
        all.extend(
            said.map(|(index, it)| (path.field("opinions").index(index).field("speaker"), &it.speaker)),
        );
    }
    for (index, it) in minutes.presentations.iter().enumerate() {
        all.push((Path::at("presentations").index(index).field("speaker"), &it.speaker));
    }
    for (index, it) in minutes.opinions.iter().enumerate() {
        all.push((Path::at("opinions").index(index).field("speaker"), &it.speaker));
    }
    for (index, it) in minutes.conclusions.iter().enumerate() {
        all.extend(
            it.speaker.iter().map(|speaker| (Path::at("conclusions").index(index).field("speaker"), speaker)),
        );
    }
    for (path, speaker) in all {
        meeting::person(&path, speaker, problems);
    }
}

/// A vote agrees with itself and with the attendance: only official members vote.
fn voted(minutes: &Minutes, path: &Path, vote: &Vote, problems: &mut Problems) {
    body::vote(path, vote, LOST, problems);
    let Some(attendance) = &minutes.attendance else { return };
    if let (Some(voting), Some(present)) = (vote.present.value(), attendance.present.value())
        && voting > present
    {
        problems.error(
            "minutes.vote_above_present",
            path.field("present"),
            CONVENTION,
            format!("{voting} đồng chí biểu quyết, mà chỉ có {present} đồng chí dự họp"),
        );
    }
    if let (Some(entitled), Some(official)) =
        (vote.entitled.value(), attendance.official.and_then(Given::value))
        && entitled > official
    {
        problems.error(
            "minutes.vote_above_official",
            path.field("entitled"),
            CONVENTION,
            format!(
                "{entitled} đồng chí có quyền biểu quyết, mà chỉ có {official} đảng viên chính thức; đảng viên dự bị \
                 không biểu quyết"
            ),
        );
    }
}

/// Lines of lists stand without punctuation at the end: the library prints them.
fn unmarked(minutes: &Minutes, problems: &mut Problems) {
    let headings = minutes
        .solutions
        .iter()
        .enumerate()
        .map(|(index, it)| (Path::at("solutions").index(index).field("heading"), &it.heading));
    let subjects = minutes.motions.iter().enumerate().map(|(index, Motion { content: subject, .. })| {
        (Path::at("motions").index(index).field("content"), subject)
    });
    let lines: Vec<(Path, &Text)> = headings.chain(subjects).collect();
    for (path, line) in lines {
        if body::has_end_mark(line) {
            problems.error("minutes.end_mark", path, CONVENTION, "ghi không có dấu ở cuối; phần mềm tự thêm");
        }
    }
}
