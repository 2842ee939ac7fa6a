//! Lines for the pen give way, so that the end of a form does not stand alone on its last page.

use super::flow::Flow;
use super::measured::Measured;
use super::{Layout, Misfit, Pages};
use crate::profile::Profile;
use crate::tree::{Block, Hints, Section, Tree};

/// Lines that each question keeps (convention).
const LEAST: usize = 2;

/// Sets a tree on pages. Where the end of a section would stand alone, each question has as many spare
/// lines fewer as bring it back, or bring the last question with all its lines over to it; where that is
/// not enough, the last question begins the page.
pub(super) fn fit(
    tree: &Tree,
    hints: Hints,
    profile: &Profile,
    measured: &Measured<'_>,
) -> Result<Layout, Vec<Misfit>> {
    let set = |hints| Flow::new(profile, measured, hints).run(tree);
    let questions: Vec<Vec<Question>> = tree.sections().iter().map(questions).collect();
    let most = questions.iter().flatten().map(|question| question.lines.len()).max().unwrap_or_default();
    if most == 0 {
        return set(hints);
    }
    let as_given = set(hints.clone())?;
    if !end_stands_alone(&questions, &as_given.pages) {
        return Ok(as_given);
    }
    let least = LEAST.min(most);
    let fewer = (least..most).rev().map(|lines| (lines, false));
    let over = (least..=most).rev().map(|lines| (lines, true));
    for (lines, begins_page) in fewer.chain(over) {
        let mut hints = hints.clone();
        for section in &questions {
            let spare = section.iter().flat_map(|question| question.lines.iter().skip(lines));
            spare.for_each(|&line| hints.paragraph_mut(line).left_out = true);
            if let Some(Question { asked, alone: true, .. }) = section.last() {
                hints.paragraph_mut(*asked).begins_page = begins_page;
            }
        }
        let other = set(hints)?;
        if !end_stands_alone(&questions, &other.pages) {
            return Ok(other);
        }
    }
    Ok(as_given)
}

/// What is asked, and the spare lines below it: the numbers of their paragraphs.
struct Question {
    asked: usize,
    /// Whether what is asked is a paragraph, and none of a table or of columns.
    alone: bool,
    lines: Vec<usize>,
}

/// The paragraphs before spare lines.
fn questions(section: &Section) -> Vec<Question> {
    let mut found: Vec<Question> = Vec::new();
    let mut before: Option<&Block> = None;
    for block in &section.blocks {
        if let Some(line) = spare(block) {
            match found.last_mut() {
                Some(question) if before.and_then(spare).is_some() => question.lines.push(line),
                _ => {
                    let asked = before.and_then(|block| block.paragraphs().last()?.number);
                    let alone = matches!(before, Some(Block::Paragraph(_)));
                    found.extend(asked.map(|asked| Question { asked, alone, lines: vec![line] }));
                }
            }
        }
        before = Some(block);
    }
    found
}

/// The number of the spare line that a block is, if it is one.
fn spare(block: &Block) -> Option<usize> {
    match block {
        Block::Paragraph(paragraph) if paragraph.spare => paragraph.number,
        _ => None,
    }
}

/// Whether the last page of a section holds what follows the last question, and not the question.
fn end_stands_alone(questions: &[Vec<Question>], pages: &Pages) -> bool {
    questions.iter().enumerate().any(|(index, questions)| {
        let pages = pages.of_section(index);
        let begins = pages.last().and_then(|page| page.runs.iter().filter_map(|run| run.block).min());
        let last = questions.last().zip(begins);
        pages.len() > 1 && last.is_some_and(|(question, begins)| begins > question.asked)
    })
}
