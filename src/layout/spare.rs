//! Lines for the pen give way, so that the end of a form does not stand alone on its last page.

use super::lay_out;
use super::page::Pages;
use crate::error::Result;
use crate::fonts::Fonts;
use crate::profile::Profile;
use crate::tree::{Block, Section, Tree};

/// Lines that each question keeps (convention).
const LEAST: usize = 2;

/// Sets a tree on pages. Where the end of a section would stand alone, each question has as many spare
/// lines fewer as bring it back, or bring the last question with all its lines over to it; where that is
/// not enough, the last question begins the page.
pub(crate) fn fit(tree: &mut Tree, profile: &Profile, fonts: &Fonts) -> Result<Pages> {
    let pages = lay_out(tree, profile, fonts)?;
    let most =
        tree.sections.iter().flat_map(questions).map(|question| question.lines).max().unwrap_or_default();
    if most == 0 || !end_stands_alone(tree, &pages) {
        return Ok(pages);
    }
    let least = LEAST.min(most);
    let fewer = (least..most).rev().map(|lines| (lines, false));
    let over = (least..=most).rev().map(|lines| (lines, true));
    for (lines, begins_page) in fewer.chain(over) {
        let mut other = tree.clone();
        for section in &mut other.sections {
            keep_lines(section, lines);
            if begins_page {
                begin_page(section);
            }
        }
        let pages = lay_out(&other, profile, fonts)?;
        if !end_stands_alone(&other, &pages) {
            *tree = other;
            return Ok(pages);
        }
    }
    Ok(pages)
}

/// What is asked, and the spare lines below it.
struct Question {
    /// Its block in the section, and its paragraph.
    block: usize,
    paragraph: usize,
    lines: usize,
}

/// The paragraphs before spare lines.
fn questions(section: &Section) -> Vec<Question> {
    let mut found: Vec<Question> = Vec::new();
    let (mut paragraph, mut within) = (section.head.len(), false);
    for (block, content) in section.blocks.iter().enumerate() {
        let spare = is_spare(content);
        match found.last_mut() {
            Some(question) if spare && within => question.lines += 1,
            _ if spare && block > 0 => {
                found.push(Question { block: block - 1, paragraph: paragraph.saturating_sub(1), lines: 1 });
            }
            _ => {}
        }
        within = spare;
        paragraph += content.paragraphs().count();
    }
    found
}

fn is_spare(block: &Block) -> bool {
    matches!(block, Block::Paragraph(paragraph) if paragraph.spare)
}

/// Leaves each question so many lines at most.
fn keep_lines(section: &mut Section, most: usize) {
    let mut lines = 0;
    section.blocks.retain(|block| {
        lines = if is_spare(block) { lines + 1 } else { 0 };
        lines <= most
    });
}

/// Has the last question begin a page.
fn begin_page(section: &mut Section) {
    let last = questions(section).last().map(|question| question.block);
    if let Some(Block::Paragraph(question)) = last.and_then(|block| section.blocks.get_mut(block)) {
        question.page_break_before = true;
    }
}

/// Whether the last page of a section holds what follows the last question, and not the question.
fn end_stands_alone(tree: &Tree, pages: &Pages) -> bool {
    let mut first = 0;
    for (index, section) in tree.sections.iter().enumerate() {
        let last = questions(section).last().map(|question| first + question.paragraph);
        let of_section = pages.of_section(index);
        let begins = of_section.last().and_then(|page| page.runs.iter().filter_map(|run| run.block).min());
        if of_section.len() > 1 && last.zip(begins).is_some_and(|(question, begins)| begins > question) {
            return true;
        }
        first += section.paragraphs().count();
    }
    false
}
