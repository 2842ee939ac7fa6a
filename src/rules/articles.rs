//! Rules for a body in articles (05-HD/VPTW II.I.6.2.4).

use super::meeting;
use crate::error::Problems;
use crate::parts::{Article, Chapter, Provisions};
use crate::path::Path;
use crate::text::Text;

const CLAUSE: &str = "05-HD/VPTW II.I.6.2.4";

/// There are articles, each with a name or text, and every chapter and division has some.
pub(super) fn check(articles: &[Article], chapters: &[Chapter], problems: &mut Problems) {
    if articles.is_empty() && chapters.is_empty() {
        problems.error("articles.missing", "articles", CLAUSE, "văn bản chưa có điều nào");
    }
    let mut number = 0;
    each(articles, &Path::at("articles"), &mut number, problems);
    for (index, chapter) in chapters.iter().enumerate() {
        let at = Path::at("chapters").index(index);
        if chapter.articles.is_empty() && chapter.divisions.is_empty() {
            empty("chương", &chapter.heading, at.field("articles"), problems);
        }
        each(&chapter.articles, &at.field("articles"), &mut number, problems);
        for (index, division) in chapter.divisions.iter().enumerate() {
            let at = at.field("divisions").index(index).field("articles");
            if division.articles.is_empty() {
                empty("mục", &division.heading, at.clone(), problems);
            }
            each(&division.articles, &at, &mut number, problems);
        }
    }
}

fn empty(what: &str, heading: &Text, at: Path, problems: &mut Problems) {
    problems.error("chapters.empty", at, CLAUSE, format!("{what} “{heading}” chưa có điều nào"));
}

/// Articles that follow each other; `number` is that of the one before.
fn each(articles: &[Article], at: &Path, number: &mut usize, problems: &mut Problems) {
    for (index, article) in articles.iter().enumerate() {
        *number += 1;
        if article.heading.is_none() && article.paragraphs.is_empty() {
            let said = format!("Điều {number} không có tên và cũng không có nội dung");
            problems.error("articles.empty", at.index(index), CLAUSE, said);
        }
        let team = at.index(index).field("team");
        for (index, member) in article.team.iter().enumerate() {
            if let Some(name) = member.name.as_ref().and_then(|name| name.text()) {
                meeting::name(&team.index(index).field("name"), name, problems);
            }
        }
    }
}

/// What articles say, for what they must mention.
pub(super) fn texts<'a>(articles: impl Iterator<Item = &'a Article>) -> Vec<&'a Text> {
    let of = |article: &'a Article| {
        let clauses = article.clauses.iter().flat_map(|it| std::iter::once(&it.content).chain(&it.points));
        article.paragraphs.iter().chain(clauses)
    };
    articles.flat_map(of).collect()
}

/// The articles that end a body in articles, with their place.
pub(super) fn last_of(provisions: &Provisions) -> (Path, &[Article]) {
    let Some((chapter, before)) = provisions.chapters.split_last() else {
        return (Path::at("articles"), &provisions.articles);
    };
    let at = Path::at("chapters").index(before.len());
    match chapter.divisions.split_last() {
        Some((division, before)) => {
            (at.field("divisions").index(before.len()).field("articles"), &division.articles)
        }
        None => (at.field("articles"), &chapter.articles),
    }
}

/// The text that ends articles, with its place; after a list of members the library sets the full stop.
pub(super) fn last_text<'a>(at: &Path, articles: &'a [Article]) -> Option<(Path, &'a Text)> {
    let (article, before) = articles.split_last()?;
    let at = at.index(before.len());
    if let Some((clause, before)) = article.clauses.split_last() {
        let at = at.field("clauses").index(before.len());
        return Some(match clause.points.split_last() {
            Some((point, before)) => (at.field("points").index(before.len()), point),
            None => (at.field("content"), &clause.content),
        });
    }
    if !article.team.is_empty() {
        return None;
    }
    let (last, before) = article.paragraphs.split_last()?;
    Some((at.field("paragraphs").index(before.len()), last))
}
