//! The tasks that a resolution sets.

use crate::parts::{Section, Task};
use crate::text::{Text, plain_spaces};

/// A task or solution: its name, and lead and day where the resolution tells them.
pub(super) struct SetTask {
    pub(super) content: Text,
    pub(super) given: Option<Task>,
}

/// What the sections on tasks and solutions hold, one by one: the tasks that are told as such, or else their points.
/// A section that looks back, or tells of the carrying out, has tasks in its heading, too, and is none of them.
pub(super) fn tasks(sections: &[Section]) -> Vec<SetTask> {
    let ahead: Vec<&Section> = sections
        .iter()
        .filter(|section| {
            let heading = lowered(section);
            let back =
                ["đánh giá", "kết quả", "kiểm điểm", "tình hình"].iter().any(|it| heading.starts_with(it));
            !back && !heading.contains("tổ chức thực hiện") && about_tasks(&heading)
        })
        .collect();
    let mut told = Vec::new();
    ahead.iter().for_each(|section| within(section, &mut told));
    if told.is_empty() { ahead.into_iter().flat_map(points).collect() } else { told }
}

/// The tasks of a section and of those inside it.
fn within(section: &Section, told: &mut Vec<SetTask>) {
    let own =
        section.tasks.iter().map(|it| SetTask { content: unmarked(&it.content), given: Some(it.clone()) });
    told.extend(own);
    section.items.iter().for_each(|item| within(item, told));
}

/// The points of a section; where some of them hold the tasks, theirs.
fn points(section: &Section) -> Vec<SetTask> {
    let holders: Vec<&Section> =
        section.items.iter().filter(|it| !it.items.is_empty() && about_tasks(&lowered(it))).collect();
    if !holders.is_empty() {
        return holders.into_iter().flat_map(points).collect();
    }
    let items = section.items.iter().filter_map(|it| it.heading.as_ref().or(it.paragraphs.first()));
    let own = section.paragraphs.iter().filter(|_| section.items.is_empty());
    items.chain(own).map(|it| SetTask { content: unmarked(it), given: None }).collect()
}

fn about_tasks(heading: &str) -> bool {
    heading.contains("nhiệm vụ") || heading.contains("giải pháp")
}

fn lowered(section: &Section) -> String {
    section.heading.as_ref().map(|it| plain_spaces(it.as_str()).to_lowercase()).unwrap_or_default()
}

/// Without the mark at its end: a cell has none.
fn unmarked(text: &Text) -> Text {
    text.as_str().trim_end_matches(['.', ';']).into()
}
