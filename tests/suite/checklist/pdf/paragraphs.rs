//! Lines of running text to paragraphs, by what a reader sees: indents and gaps.

use super::stream::Page;
use crate::checklist::paper::points;
use crate::checklist::parts::is_separator;
use crate::checklist::piece::{Align, Piece};

/// A line on its axis, or at an edge, within this.
const NEAR: f64 = 1.5;
/// The hyphens are looked for in so many lines.
const TITLE_LINES: usize = 12;
/// 10 mm in twips.
const INDENT: i64 = 567;

/// Lines one below the other on one page: the distance of their baselines.
pub fn gap(above: &Piece, below: &Piece) -> Option<f64> {
    let (above, below) = (above.lines.last()?, below.lines.first()?);
    (above.page == below.page).then_some(below.y - above.y)
}

/// The distance of the lines inside a paragraph: the smallest there is.
pub fn pitch(lines: &[Piece]) -> f64 {
    let gaps = lines.windows(2).filter_map(|pair| gap(&pair[0], &pair[1])).filter(|gap| *gap > 12.0);
    gaps.fold(f64::MAX, f64::min)
}

/// The lines of a title, each for itself, then the paragraphs of the text.
pub fn title_and_text(lines: Vec<Piece>, pages: &[Page]) -> Vec<Piece> {
    let mut lines = whole_lines(lines, pages);
    // With the hyphens below it a title is told from the text even where its lines are full.
    let end = lines.iter().take(TITLE_LINES).position(is_separator).map_or(0, |hyphens| hyphens + 1);
    let text = lines.split_off(end);
    for line in &mut lines {
        let axis = pages.get(line.lines[0].page).map_or(0.0, Page::axis);
        line.centre = line.centre.filter(|centre| (centre - axis).abs() <= NEAR);
        line.align = Some(if line.centre.is_some() { Align::Centre } else { Align::Left });
    }
    lines.extend(paragraphs(text, pages));
    lines
}

fn paragraphs(lines: Vec<Piece>, pages: &[Page]) -> Vec<Piece> {
    let at = |x: f64, edge: f64| (x - edge).abs() <= NEAR;
    let edges = |page: usize| pages.get(page).map_or((0.0, 0.0), |page| page.edges);
    let left = |line: &Piece| edges(line.lines[0].page).0;
    let centred = |line: &Piece| {
        let (left, right) = edges(line.lines[0].page);
        // A first line that happens to end as far from the right as it begins from the left.
        let indented = at(line.x.0, left + points(INDENT)) && !line.all_bold();
        at(line.middle(), (left + right) / 2.0) && line.x.0 > left + 1.0 && !indented
    };
    // Lines of tables and titles have a pitch of their own.
    let running: Vec<Piece> = lines.iter().filter(|line| !line.in_table && !centred(line)).cloned().collect();
    let pitch = pitch(&running);
    let mut pieces: Vec<Piece> = Vec::new();
    for line in lines {
        let goes_on = pieces.last().is_some_and(|last| {
            let near = gap(last, &line).is_none_or(|gap| gap <= pitch + 2.5);
            let apart = last.in_table || line.in_table || last.align == Some(Align::Centre) || centred(&line);
            near && !apart && at(line.x.0, left(&line))
        });
        let middle = centred(&line);
        if goes_on && let Some(last) = pieces.pop() {
            pieces.extend(Piece::join(&[last, line]));
        } else {
            let align = if middle { Some(Align::Centre) } else { None };
            pieces.push(Piece { align, centre: line.centre.filter(|_| middle), ..line });
        }
    }
    for piece in &mut pieces {
        if let [inner @ .., _] = piece.lines.as_slice()
            && !inner.is_empty()
        {
            let full = inner.iter().all(|line| at(line.x1, edges(line.page).1));
            piece.align = Some(if full { Align::Both } else { Align::Left });
        }
    }
    pieces
}

/// Joins the fragments of a line whose spaces are very wide; those of a table stay apart.
fn whole_lines(lines: Vec<Piece>, pages: &[Page]) -> Vec<Piece> {
    let mut whole: Vec<Piece> = Vec::new();
    for mut line in lines {
        let place = line.lines[0];
        line.in_table = pages.get(place.page).is_some_and(|page| page.in_table(place.y));
        let same = |last: &Piece| {
            !line.in_table && !last.in_table && gap(last, &line).is_some_and(|gap| gap.abs() < 0.5)
        };
        if whole.last().is_some_and(same)
            && let Some(last) = whole.pop()
        {
            let mut joined = Piece::join(&[last, line]).unwrap_or_default();
            let x = joined.x;
            joined.lines.truncate(1);
            joined.lines[0].x1 = x.1;
            joined.centre = Some((x.0 + x.1) / 2.0);
            whole.push(joined);
        } else {
            whole.push(line);
        }
    }
    whole
}
