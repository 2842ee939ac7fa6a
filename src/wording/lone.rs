//! Items that stand alone: a label says which one of several, and where there is one there is none to tell.

use quick_xml::events::Event;
use quick_xml::reader::Reader as Parser;

use super::attributes::{level_of, name_of};

/// The items of finished markup that get no label, by their place among its headings and items: each is the
/// only one of the outermost level, and no heading. A part counts anew. Dashes tell nothing apart, and stay.
///
/// What is not well-formed ends the search; who reads the markup tells it.
pub(super) fn items(xml: &str) -> Vec<usize> {
    if !xml.contains("<item") {
        return Vec::new();
    }
    let mut parser = Parser::from_str(xml);
    let (mut place, mut lone) = (0, Vec::new());
    let mut outermost: Option<Outermost> = None;
    loop {
        match parser.read_event() {
            Ok(Event::Start(start)) => match name_of(start.name().as_ref()).as_str() {
                "part" => lone.extend(outermost.take().and_then(Outermost::lone)),
                tag @ ("heading" | "item") => {
                    let Ok(level) = level_of(&start) else { return Vec::new() };
                    let level = level.get();
                    let here = Outermost { level, place, count: 1, item: tag == "item" };
                    match &mut outermost {
                        Some(found) if found.level < level => {}
                        Some(found) if found.level == level => found.count += 1,
                        _ => outermost = Some(here),
                    }
                    place += 1;
                }
                _ => {}
            },
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Vec::new(),
        }
    }
    lone.extend(outermost.and_then(Outermost::lone));
    lone
}

/// The outermost level so far: the first of it, and how many there are.
struct Outermost {
    level: u8,
    place: usize,
    count: usize,
    item: bool,
}

impl Outermost {
    fn lone(self) -> Option<usize> {
        (self.count == 1 && self.item && self.level < 5).then_some(self.place)
    }
}

#[cfg(test)]
mod tests {
    use super::items;

    #[test]
    fn one_item_of_the_outermost_level_stands_alone() {
        assert_eq!(items(r#"<p>a</p><item level="1">b</item><p>c</p>"#), [0]);
        assert_eq!(items(r#"<item level="2">b</item>"#), [0]);
        assert_eq!(items(r#"<item level="1">b</item><item level="2">c</item><item level="2">d</item>"#), [0]);
        assert_eq!(items(r#"<item level="2">b</item><item level="2">c</item><item level="1">d</item>"#), [2]);
    }

    #[test]
    fn several_headings_and_dashes_keep_their_labels() {
        for xml in [
            r#"<item level="1">a</item><item level="1">b</item>"#,
            r#"<heading level="1">a</heading><item level="2">b</item>"#,
            r#"<heading level="1">a</heading><item level="1">b</item>"#,
            r#"<item level="5">a</item>"#,
            r#"<item>a</item>"#,
        ] {
            assert_eq!(items(xml), Vec::<usize>::new(), "{xml}");
        }
    }

    #[test]
    fn a_part_counts_anew() {
        let xml = r#"<part>A</part><item level="1">b</item><part>C</part><item level="1">d</item><item level="1">e</item>"#;
        assert_eq!(items(xml), [0]);
    }
}
