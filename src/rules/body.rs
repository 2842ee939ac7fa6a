//! Rules for the body's parts that several kinds share.

use std::cmp::Ordering;

use super::{meeting, tables};
use crate::error::Problems;
use crate::parts::{Appendix, Basis, Given, Outline, PaperDate, Section, Task, Vote, When};
use crate::path::Path;
use crate::profile::Profile;
use crate::text::{Decimal, Text};

/// Căn cứ: their dates exist and lie not after the paper's.
pub(crate) fn basis(basis: &[Basis], paper: &PaperDate, problems: &mut Problems) {
    for (index, basis) in basis.iter().enumerate() {
        let Basis::Document(document) = basis else { continue };
        let path = Path::at("basis").index(index).field("document");
        match (document.date.calendar(), paper.latest()) {
            (None, _) => problems.error(
                "basis.not_a_date",
                path.field("date"),
                "quy ước",
                format!("ngày {} không có trong lịch", document.date),
            ),
            (Some(date), Some(paper)) if date > paper => problems.error(
                "basis.later_than_paper",
                path.field("date"),
                "quy ước",
                format!("căn cứ đề ngày {} sau ngày của văn bản; hãy kiểm tra lại ngày tháng", document.date),
            ),
            _ => {}
        }
        if document.subject.as_ref().is_some_and(|about| about.as_str().starts_with("về ")) {
            problems.error(
                "basis.subject_starts_with_ve",
                path.field("subject"),
                "05-HD/VPTW II.I.6.1.4",
                "trích yếu của căn cứ ghi không có chữ “về” ở đầu; phần mềm tự thêm",
            );
        }
    }
}

/// Phụ lục: their sections likewise, and the paper mentions them (05-HD/VPTW II.II.1.1); `mentioned` tells
/// whether it does.
pub(crate) fn appendices(appendices: &[Appendix], mentioned: impl Fn(&str) -> bool, problems: &mut Problems) {
    let numbered = appendices.iter().filter(|appendix| !appendix.list).count();
    let mut number = 0;
    for (index, appendix) in appendices.iter().enumerate() {
        number += usize::from(!appendix.list);
        let path = Path::at("appendices").index(index);
        self::sections(&path, &appendix.sections, appendix.first_level, problems);
        if appendix.landscape && !tables::any(&appendix.sections) {
            problems.warning(
                "appendices.landscape",
                Path::at("appendices").index(index).field("landscape"),
                "05-HD/VPTW II.IV.4.3",
                "khổ giấy ngang chỉ dùng khi có bảng, biểu rộng",
            );
        }
        let label = match (appendix.list, numbered) {
            (true, _) => "danh sách".to_owned(),
            (false, 2..) => format!("phụ lục {number}"),
            (false, _) => "phụ lục".to_owned(),
        };
        if !mentioned(&label) {
            problems.warning(
                "appendices.not_mentioned",
                Path::at("appendices").index(index),
                "05-HD/VPTW II.II.1.1",
                format!("nội dung văn bản chưa có chỉ dẫn về {label}"),
            );
        }
    }
}

/// Whether some section, at whatever depth, is so.
pub(crate) fn any_section(sections: &[Section], is: &dyn Fn(&Section) -> bool) -> bool {
    sections.iter().any(|section| is(section) || any_section(&section.items, is))
}

/// The texts of sections at whatever depth, added to `all`.
pub(super) fn texts<'a>(sections: &'a [Section], all: &mut Vec<&'a Text>) {
    for section in sections {
        all.extend(section.heading.iter().chain(&section.paragraphs));
        all.extend(section.tasks.iter().map(|task| &task.content));
        texts(&section.items, all);
    }
}

/// Whether a text holds a word group, whatever its capitals.
pub(crate) fn says(text: &Text, words: &str) -> bool {
    text.as_str().to_lowercase().contains(words)
}

/// Whether a text brings the mark that the library prints after each line of a list.
pub(crate) fn has_end_mark(line: &Text) -> bool {
    line.as_str().ends_with(['.', ';', ',', ':'])
}

/// Tài liệu kèm theo: names without punctuation at the end, which the library prints.
pub(crate) fn attachments(names: &[Text], problems: &mut Problems) {
    for (index, name) in names.iter().enumerate() {
        if has_end_mark(name) {
            problems.error(
                "attachments.end_mark",
                Path::at("attachments").index(index),
                "quy ước",
                "tài liệu kèm theo ghi không có dấu ở cuối; phần mềm tự thêm dấu “;” và dấu “.”",
            );
        }
    }
}

/// The body of an outline: sections that are sound or, in a short paper, an opening alone; nothing where
/// `more` of the body is content enough.
pub(crate) fn outline(outline: &Outline, more: bool, problems: &mut Problems) {
    let text = more || outline.opening.as_ref().is_some_and(|it| !leads_in(it));
    if outline.sections.is_empty() && text {
        first_level(&Path::root(), outline.first_level, problems);
    } else {
        sections(&Path::root(), &outline.sections, outline.first_level, problems);
    }
}

/// Sections that stand in the record under `under`, as `parts[0]`: there are some, none is empty, none lies deeper
/// than the five levels.
pub(crate) fn sections(under: &Path, sections: &[Section], first_level: Option<u8>, problems: &mut Problems) {
    let Some(first) = self::first_level(under, first_level, problems) else { return };
    if sections.is_empty() {
        problems.error(
            "sections.missing",
            under.field("sections"),
            "05-HD/VPTW II.I.6",
            "văn bản chưa có nội dung",
        );
    }
    walk(sections, &under.field("sections"), first, problems);
}

/// The level of the outermost sections, where it is one that they may have.
fn first_level(under: &Path, given: Option<u8>, problems: &mut Problems) -> Option<u8> {
    let first = given.unwrap_or(1);
    if (1..=2).contains(&first) {
        return Some(first);
    }
    problems.error(
        "first_level.unknown",
        under.field("first_level"),
        "quy ước",
        format!("mục ngoài cùng ở cấp {first}; chỉ có cấp 1 (I-) hoặc cấp 2 (1.)"),
    );
    None
}

/// Sections that stand at `path`, the outermost of `level`: none is empty, none lies deeper than the five levels.
pub(crate) fn walk(sections: &[Section], path: &Path, level: u8, problems: &mut Problems) {
    for (index, section) in sections.iter().enumerate() {
        let path = path.index(index);
        if level > 5 {
            problems.error(
                "sections.too_deep",
                path,
                "quy ước",
                "mục nằm ở cấp thứ sáu; đề cương chỉ có năm cấp: I-, 1., 1.1., a), -",
            );
            continue;
        }
        figures(&path, section, problems);
        if level == 5 && !section.tasks.is_empty() {
            problems.error(
                "sections.too_deep",
                path.field("tasks"),
                "quy ước",
                "mục ở cấp thứ năm, nhiệm vụ sẽ nằm ở cấp thứ sáu; đề cương chỉ có năm cấp: I-, 1., 1.1., a), -",
            );
        }
        tasks(&path.field("tasks"), &section.tasks, problems);
        let tables = section.table.is_some() || section.reviewed.is_some() || !section.targets.is_empty();
        let tables = tables || !section.tasks.is_empty();
        if section.heading.is_none() && section.paragraphs.is_empty() && !tables {
            problems.error(
                "sections.empty",
                path.clone(),
                "quy ước",
                "mục không có tên và cũng không có nội dung",
            );
        }
        if let Some(table) = &section.table {
            tables::check(table, &path.field("table"), problems);
        }
        walk(&section.items, &path.field("items"), level + 1, problems);
    }
}

/// Nhiệm vụ: somebody leads each, and its day exists.
pub(crate) fn tasks(path: &Path, tasks: &[Task], problems: &mut Problems) {
    for (index, task) in tasks.iter().enumerate() {
        meeting::person(&path.index(index).field("chair"), &task.chair, problems);
        if let When::Date(date) = task.deadline
            && date.calendar().is_none()
        {
            problems.error(
                "tasks.not_a_date",
                path.index(index).field("deadline"),
                "quy ước",
                format!("ngày {date} không có trong lịch"),
            );
        }
    }
}

/// The tables of last month's tasks and of targets have rows, a month that there is, and something planned.
fn figures(path: &Path, section: &Section, problems: &mut Problems) {
    if let Some(reviewed) = &section.reviewed {
        if !(1..=12).contains(&reviewed.month) {
            problems.error(
                "reviewed.not_a_month",
                path.field("reviewed").field("month"),
                "quy ước",
                format!("không có tháng {}", reviewed.month),
            );
        }
        if reviewed.tasks.is_empty() {
            problems.error(
                "reviewed.no_tasks",
                path.field("reviewed").field("tasks"),
                "quy ước",
                "bảng kết quả thực hiện nghị quyết tháng trước chưa có nhiệm vụ nào",
            );
        }
    }
    for (index, target) in section.targets.iter().enumerate() {
        let at = |field: &'static str| path.field("targets").index(index).field(field);
        if target.planned == Decimal::ZERO {
            problems.error(
                "targets.nothing_planned",
                at("planned"),
                "quy ước",
                format!("chỉ tiêu “{}” có kế hoạch là 0, không tính được tỷ lệ", target.name),
            );
        }
        let figures = [("planned", Some(target.planned)), ("actual", target.actual.value())];
        for (field, figure) in figures {
            fine(&at(field), figure.unwrap_or_default(), problems);
        }
    }
}

/// A figure of a paper has two decimals at most; one with more is printed as it is, and told.
pub(crate) fn fine(path: &Path, figure: Decimal, problems: &mut Problems) {
    if figure.places() > 2 {
        problems.warning(
            "figure.decimals",
            path,
            "quy ước",
            format!(
                "{figure} có {} chữ số sau dấu phẩy; văn bản ghi nhiều nhất hai: hãy làm tròn",
                figure.places()
            ),
        );
    }
}

/// Whether a text only leads to what follows, and says nothing alone.
fn leads_in(text: &Text) -> bool {
    text.as_str().ends_with(':')
}

/// The text that ends an outline before its closing: of its sections, of a paper without any its opening.
pub(crate) fn last_of(outline: &Outline) -> Option<(Path, &Text)> {
    match outline.opening.as_ref() {
        Some(opening) if outline.sections.is_empty() && !leads_in(opening) => {
            Some((Path::at("opening"), opening))
        }
        _ => last_paragraph(&Path::at("sections"), &outline.sections),
    }
}

/// The paragraph that ends the sections that stand at `path`, with its own.
pub(crate) fn last_paragraph<'a>(path: &Path, sections: &'a [Section]) -> Option<(Path, &'a Text)> {
    let mut found = None;
    let (mut sections, mut path) = (sections, path.clone());
    while let Some(section) = sections.last() {
        let here = path.index(sections.len() - 1);
        found = match section.paragraphs.last() {
            // A table has no end of a sentence.
            _ if section.table.is_some() || !section.tasks.is_empty() => None,
            Some(text) => Some((here.field("paragraphs").index(section.paragraphs.len() - 1), text)),
            None => section.heading.as_ref().map(|text| (here.field("heading"), text)),
        };
        (sections, path) = (&section.items, here.field("items"));
    }
    found
}

/// 05-HD/VPTW II.I.6.2.2: the body ends with a full stop, not with `./.`.
pub(crate) fn ends_with_full_stop(path: &Path, text: &Text, _: &Profile, problems: &mut Problems) {
    let text = text.as_str();
    let clause = "05-HD/VPTW II.I.6.2.2";
    if text.is_empty() {
        // It is told as that.
    } else if text.ends_with("./.") {
        problems.error(
            "body.ends_with_slash",
            path,
            clause,
            "nội dung kết thúc bằng dấu chấm “.”, không dùng “./.” của văn bản hành chính nhà nước",
        );
    } else if text.ends_with('!') {
        problems.warning(
            "body.exclamation",
            path,
            clause,
            "nội dung thường kết thúc bằng dấu chấm “.”; hiện kết thúc bằng dấu “!”",
        );
    } else if !text.trim_end_matches(['”', '\u{22}', '’', ')', '»']).ends_with('.') {
        let end: String = text.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
        problems.error(
            "body.no_full_stop",
            path,
            clause,
            format!("nội dung phải kết thúc bằng dấu chấm “.”; hiện kết thúc bằng “{end}”"),
        );
    }
}

/// Biểu quyết: the figures agree with each other; more than half of the members agree, or `lost` says
/// what that means.
pub(crate) fn vote(path: &Path, vote: &Vote, lost: &str, problems: &mut Problems) {
    let at = |field: &'static str| path.field(field);
    let value = |given: Given| given.value().map(u64::from);
    let (entitled, present) = (value(vote.entitled), value(vote.present));
    if let (Some(entitled), Some(present)) = (entitled, present)
        && present > entitled
    {
        problems.error(
            "vote.present_above_entitled",
            at("present"),
            "quy ước",
            format!("có mặt {present} đồng chí, nhiều hơn {entitled} đồng chí có quyền biểu quyết"),
        );
    }
    let cast = [vote.in_favour, vote.against, vote.abstained].map(value);
    if let (Some(present), [Some(favour), Some(against), Some(abstained)]) = (present, cast) {
        let sum = favour + against + abstained;
        let sentence = format!(
            "tán thành {favour}, không tán thành {against}, không có ý kiến {abstained}: cộng lại là {sum}, mà có \
             mặt {present} đồng chí"
        );
        // Nobody votes twice; who was there need not have voted.
        match sum.cmp(&present) {
            Ordering::Greater => problems.error("vote.sum", path, "quy ước", sentence),
            Ordering::Less => problems.warning("vote.sum", path, "quy ước", sentence),
            Ordering::Equal => {}
        }
    }
    if let (Some(entitled), Some(favour)) = (entitled, cast[0]) {
        if favour > entitled {
            problems.error(
                "vote.favour_above_entitled",
                at("in_favour"),
                "quy ước",
                format!("tán thành {favour} đồng chí, nhiều hơn {entitled} đồng chí có quyền biểu quyết"),
            );
        } else if 2 * favour <= entitled {
            problems.warning(
                "vote.no_majority",
                at("in_favour"),
                "Điều lệ Đảng",
                format!("tán thành {favour}/{entitled} đồng chí, chưa quá một nửa; {lost}"),
            );
        }
    }
    if present == Some(0) {
        problems.error(
            "vote.nobody_present",
            at("present"),
            "quy ước",
            "không có đồng chí nào có mặt để biểu quyết",
        );
    }
}
