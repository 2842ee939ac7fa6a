//! Rules for resolutions alone: which parts each kind must have, and what must agree in them.

use super::{Resolution, ResolutionVariant};
use crate::error::Problems;
use crate::kinds::Checks;
use crate::parts::{Given, Section, Vote};
use crate::path::Path;
use crate::rules::{body, meeting, reported};
use crate::scoring::Decimal;

const CONVENTION: &str = "quy ước";

pub(super) fn check(resolution: &Resolution, checks: &mut Checks<'_>) {
    checks.content(&resolution.outline, false);
    if let Some(vote) = &resolution.vote {
        checks.vote("vote", vote, "nghị quyết chưa có giá trị");
    }
    let problems = &mut *checks.problems;
    if let Some(kind) = resolution.variant {
        parts(resolution, kind, problems);
    }
    if let Some(session) = &resolution.session {
        meeting::facts(session, resolution.paper.date.calendar(), problems);
    }
    if let Some(adopted) = resolution.adopted {
        meeting::adopted(adopted, resolution.paper.date.calendar(), problems);
    }
    let opening = resolution.outline.opening.as_ref();
    reported::in_resolution(opening, resolution.adopted, resolution.paper.date.calendar(), problems);
    self_evaluation(resolution, problems);
    figures_open(resolution, problems);
    if let (Some(admission), Some(vote)) = (&resolution.admission, &resolution.vote) {
        meeting::name(&Path::at("admission").field("applicant"), &admission.applicant, problems);
        two_thirds(vote, problems);
    }
    for (index, opinion) in resolution.opinions.iter().enumerate() {
        meeting::person(&Path::at("opinions").index(index).field("speaker"), &opinion.speaker, problems);
    }
    // The wordings of vote and score end the body, and they end well.
    let worded = resolution.vote.is_some() || resolution.self_evaluation.is_some();
    let last = if worded { None } else { Checks::last_of(&resolution.outline) };
    checks.outline_around(&resolution.paper, &resolution.outline, &[], last);
}

/// A numbered paper all of whose figures are left open was sent out too early.
fn figures_open(resolution: &Resolution, problems: &mut Problems) {
    let numbered =
        matches!(resolution.paper.number, Some(Given::Value(_))) && resolution.paper.draft.is_none();
    if numbered {
        results_open(&resolution.outline.sections, &Path::at("sections"), problems);
    }
    let open = |figures: &[Given]| numbered && figures.iter().all(|figure| figure.value().is_none());
    if let Some(vote) = &resolution.vote
        && open(&vote.figures())
    {
        problems.warning("vote.open", "vote", CONVENTION, "văn bản đã có số mà chưa ghi kết quả biểu quyết");
    }
    if let Some(session) = &resolution.session
        && open(&[session.attendance.total, session.attendance.present, session.attendance.absent])
    {
        problems.warning(
            "attendance.open",
            Path::at("session").field("attendance"),
            CONVENTION,
            "văn bản đã có số mà chưa ghi số đảng viên có mặt, vắng mặt",
        );
    }
}

/// A cell of the table of results that is still empty in a numbered paper, with its row.
fn results_open(sections: &[Section], path: &Path, problems: &mut Problems) {
    for (index, section) in sections.iter().enumerate() {
        let path = path.index(index);
        let tasks = section.reviewed.iter().flat_map(|it| &it.tasks).enumerate();
        for (row, task) in tasks {
            let cells = [
                ("before", &task.before, "tình trạng đầu kỳ"),
                ("result", &task.result, "kết quả thực hiện"),
            ];
            for (field, _, column) in cells.into_iter().filter(|(_, cell, _)| cell.is_none()) {
                problems.warning(
                    "reviewed.open",
                    path.field("reviewed").field("tasks").index(row).field(field),
                    CONVENTION,
                    format!("bảng kết quả, dòng {}, “{}”: chưa ghi {column}", row + 1, task.content),
                );
            }
        }
        results_open(&section.items, &path.field("items"), problems);
    }
}

/// What a resolution of each kind cannot be without. A draft may still lack what only the session gives.
fn parts(resolution: &Resolution, kind: ResolutionVariant, problems: &mut Problems) {
    use ResolutionVariant::{Admission, AfterForum, Annual, Monthly, Thematic};
    let adopted = resolution.paper.draft.is_none();
    let reviewed = body::any_section(&resolution.outline.sections, &|section| section.reviewed.is_some());
    let targets = body::any_section(&resolution.outline.sections, &|section| !section.targets.is_empty());
    let missing = [
        (
            (kind == Admission || kind == Monthly && adopted) && resolution.session.is_none(),
            (
                "resolution.session_missing",
                "session",
                "nghị quyết chưa ghi thời gian, thành phần của kỳ sinh hoạt",
            ),
        ),
        (
            kind == Monthly && !reviewed,
            (
                "resolution.review_missing",
                "sections",
                "nghị quyết tháng chưa có bảng kết quả thực hiện nghị quyết tháng trước",
            ),
        ),
        (
            matches!(kind, Thematic | AfterForum) && resolution.outline.basis.is_empty(),
            ("resolution.basis_missing", "basis", "nghị quyết chuyên đề chưa ghi căn cứ"),
        ),
        (
            kind == AfterForum && resolution.outline.opening.is_none(),
            ("resolution.opening_missing", "opening", "nghị quyết sau diễn đàn chưa dẫn kết quả diễn đàn"),
        ),
        (
            kind == Annual && !targets,
            ("resolution.targets_missing", "sections", "nghị quyết năm chưa có bảng chỉ tiêu, kết quả"),
        ),
        (
            kind == Admission && resolution.admission.is_none(),
            (
                "resolution.admission_missing",
                "admission",
                "nghị quyết kết nạp chưa ghi người được đề nghị kết nạp",
            ),
        ),
        (
            adopted && resolution.vote.is_none(),
            ("resolution.vote_missing", "vote", "nghị quyết chưa ghi kết quả biểu quyết"),
        ),
    ];
    for (_, (code, path, sentence)) in missing.into_iter().filter(|(missing, _)| *missing) {
        problems.error(code, path, CONVENTION, sentence);
    }
}

fn self_evaluation(resolution: &Resolution, problems: &mut Problems) {
    let Some(own) = &resolution.self_evaluation else { return };
    if own.criteria.is_empty() {
        problems.error(
            "self_evaluation.empty",
            Path::at("self_evaluation").field("criteria"),
            CONVENTION,
            "chưa chấm điểm tiêu chí nào",
        );
    }
    for (index, criterion) in own.criteria.iter().enumerate() {
        let (score, max) = (criterion.self_score, criterion.max);
        if score > max || score < Decimal::ZERO {
            problems.error(
                "self_evaluation.out_of_range",
                Path::at("self_evaluation").field("criteria").index(index).field("self_score"),
                CONVENTION,
                format!("tự chấm {score} điểm, ngoài khoảng từ 0 đến {max} điểm"),
            );
        }
        for (field, figure) in [("self_score", score), ("max", max)] {
            body::fine(
                &Path::at("self_evaluation").field("criteria").index(index).field(field),
                figure,
                problems,
            );
        }
    }
}

/// Two thirds of the official members agree to an admission.
fn two_thirds(vote: &Vote, problems: &mut Problems) {
    let (Some(favour), Some(entitled)) = (vote.in_favour.value(), vote.entitled.value()) else { return };
    if 3 * u64::from(favour) < 2 * u64::from(entitled) {
        problems.warning(
            "vote.no_two_thirds",
            Path::at("vote").field("in_favour"),
            "Điều lệ Đảng",
            format!(
                "tán thành {favour}/{entitled} đảng viên chính thức, chưa đủ hai phần ba; chưa đề nghị kết nạp được"
            ),
        );
    }
}
