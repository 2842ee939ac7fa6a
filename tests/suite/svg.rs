//! Pages as SVG: well-formed, the words of the paper in reading order, the letters and rules where the pages have them.

use std::collections::BTreeSet;

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use vanban::{AnyRecord, Document, Stage};

/// An element, with its attributes; or text.
enum Piece {
    Begin(String, Vec<(String, String)>),
    End(String),
    Text(String),
}

/// A page as any reader of XML has it.
fn read(svg: &str) -> Vec<Piece> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let name = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let decoder = reader.decoder();
    let mut pieces = Vec::new();
    loop {
        let event = reader.read_event().unwrap();
        let empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let attributes = element.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    (
                        name(attribute.key.as_ref()),
                        attribute
                            .decoded_and_normalized_value(XmlVersion::Implicit1_0, decoder)
                            .unwrap()
                            .into_owned(),
                    )
                });
                let own = name(element.name().as_ref());
                pieces.push(Piece::Begin(own.clone(), attributes.collect()));
                if empty {
                    pieces.push(Piece::End(own));
                }
            }
            Event::End(element) => pieces.push(Piece::End(name(element.name().as_ref()))),
            Event::Text(text) => pieces.push(Piece::Text(name(&text))),
            Event::GeneralRef(entity) => {
                let c = match &*name(&entity) {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    other => panic!("&{other};"),
                };
                pieces.push(Piece::Text(c.to_owned()));
            }
            Event::Eof => return pieces,
            _ => {}
        }
    }
}

fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// What is read aloud of a page: a line a text.
fn spoken(svg: &str) -> Vec<String> {
    let (mut lines, mut open) = (Vec::new(), None);
    for piece in read(svg) {
        match piece {
            Piece::Begin(name, attributes) if name == "text" => {
                open = attribute(&attributes, "aria-hidden").is_none().then(String::new);
            }
            Piece::End(name) if name == "text" => lines.extend(open.take()),
            Piece::Text(text) => {
                if let Some(line) = &mut open {
                    line.push_str(&text);
                }
            }
            _ => {}
        }
    }
    lines
}

fn pages(document: &Document) -> Vec<String> {
    (0..document.page_count()).map(|page| document.to_svg(page).unwrap()).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| !["☐", "☒"].contains(word)).collect()
}

fn documents() -> impl Iterator<Item = (String, Document)> {
    crate::cases().into_iter().map(|(name, json)| {
        let record = AnyRecord::from_json(&json).unwrap();
        (name, crate::renderer().render(&record).unwrap())
    })
}

#[test]
fn pages_say_the_words_of_the_paper() {
    for (name, document) in documents() {
        let pages = pages(&document);
        assert!(document.to_svg(pages.len()).is_none(), "{name}");
        let spoken = pages.iter().flat_map(|page| spoken(page)).collect::<Vec<_>>().join(" ");
        assert_eq!(words(&spoken), words(&document.words()), "{name}");
        for (index, page) in pages.iter().enumerate() {
            let in_family = document.to_svg_in(index, "Liberation Serif").unwrap();
            assert_eq!(self::spoken(&in_family), self::spoken(page), "{name}");
        }
    }
}

/// Every outline that is shown is there, and each that is there is shown; there is nothing that loads or runs.
#[test]
fn a_page_needs_nothing_but_itself() {
    for (name, document) in documents() {
        for svg in pages(&document) {
            let (mut shown, mut there) = (BTreeSet::new(), BTreeSet::new());
            for piece in read(&svg) {
                let Piece::Begin(element, attributes) = piece else { continue };
                assert!(
                    ["svg", "rect", "defs", "path", "g", "use", "text", "tspan", "image"]
                        .contains(&&*element),
                    "{element}"
                );
                if let Some(href) = attribute(&attributes, "href") {
                    match href.strip_prefix('#') {
                        Some(id) => _ = shown.insert(id.to_owned()),
                        None => assert!(href.starts_with("data:image/png;base64,"), "{name}: {href:.60}"),
                    }
                }
                there.extend(attribute(&attributes, "id").map(str::to_owned));
            }
            assert_eq!(shown, there, "{name}");
        }
    }
}

/// The words stand on the lines of the pages, and begin where their runs do.
#[test]
fn text_stands_where_the_pages_have_it() {
    for (name, document) in documents() {
        let mut baselines: Vec<BTreeSet<String>> = Vec::new();
        for line in document.to_text(Stage::Pages).unwrap().lines() {
            let mut fields = line.split_whitespace();
            match (fields.next(), fields.next(), fields.next()) {
                (Some("page"), ..) => baselines.push(BTreeSet::new()),
                (Some(x), Some(baseline), Some(extra))
                    if x.parse::<f64>().is_ok() && extra.starts_with('+') =>
                {
                    baselines.last_mut().unwrap().insert(format!("{:.2}", baseline.parse::<f64>().unwrap()));
                }
                _ => {}
            }
        }
        assert_eq!(baselines.len(), document.page_count(), "{name}");
        for (page, baselines) in pages(&document).iter().zip(baselines) {
            let drawn = read(page).into_iter().filter_map(|piece| match piece {
                Piece::Begin(element, attributes) if element == "text" => {
                    Some(format!("{:.2}", attribute(&attributes, "y")?.parse::<f64>().unwrap()))
                }
                _ => None,
            });
            assert_eq!(drawn.collect::<BTreeSet<_>>(), baselines, "{name}");
        }
    }
}
