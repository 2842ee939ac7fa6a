//! Form markup: the small XML vocabulary that a template writes, read into blocks.
//!
//! Version 1 of the vocabulary. White space collapses as in HTML; comments are skipped; whatever
//! is not in this table is an error.
//!
//! | element | attributes | becomes |
//! |---|---|---|
//! | `p` | `role`: `body` (default) or `basis` | a paragraph |
//! | `heading` | `level`: 1 to 5 | a numbered heading; level 1 in capitals |
//! | `item` | `level`: 1 to 5 | a paragraph that begins with the outline's label |
//! | `b`, `i`, `u` | | bold, italic, underlined; nesting adds up |
//! | `br` | | a forced line break |
//! | `blank` | `width`: 1 to 200 | that many `…`, to be filled by hand |
//!
//! `p`, `heading` and `item` stand at the top, the others inside them. Labels come from
//! [`Outline`], which counts headings and items together. A paragraph without text, or a line of
//! one, is an error: a value that is missing must not leave a blank line that nobody notices.
//!
//! Lines and columns of these errors count in the markup that the template made, not in the
//! template; the reason says so.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader as Parser;

use super::attributes::{Checked, level_of, name_of, no_attributes, resolve, role_of, width_of};
use super::paragraph::Draft;
use super::{place, refused};
use crate::error::{Error, Result};
use crate::rules::numbering::Outline;
use crate::tree::{Block, Emphasis, Role};

/// Version of the vocabulary. It grows when an element or an attribute changes its meaning.
pub const VERSION: u32 = 1;

const BLOCKS: [&str; 3] = ["p", "heading", "item"];
const INLINES: [&str; 5] = ["b", "i", "u", "br", "blank"];

/// Chỗ để trống: `width` dots characters, to be filled by hand. The same text stands in both files.
#[doc(alias = "chỗ để trống")]
#[must_use]
pub fn blank(width: u16) -> String {
    "…".repeat(usize::from(width))
}

/// Reads form markup, in the name of `template`.
///
/// ```
/// use vanban::{tree::{Block, Paragraph, Role}, wording::markup};
/// let blocks = markup::read("<p role='basis'>- Căn cứ Điều lệ   Đảng;</p>", "resolution")?;
/// assert_eq!(blocks, [Block::Paragraph(Paragraph::new(Role::Basis, "- Căn cứ Điều lệ Đảng;"))]);
/// # Ok::<(), vanban::Error>(())
/// ```
///
/// # Errors
/// `Error::Template` for anything that the vocabulary does not know or that is not well-formed.
pub fn read(xml: &str, template: &str) -> Result<Vec<Block>> {
    let mut parser = Parser::from_str(xml);
    // One way to read `<br/>` and `<br></br>`.
    parser.config_mut().expand_empty_elements = true;
    let mut reader = Reader::default();
    loop {
        let start = parser.buffer_position();
        let event = match parser.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => event,
            Err(error) => return Err(at(xml, template, parser.error_position(), &error.to_string())),
        };
        reader.event(&event).map_err(|fault| at(xml, template, start + fault.skip, &fault.reason))?;
    }
    match reader.draft {
        Some(draft) => {
            Err(at(xml, template, parser.buffer_position(), &format!("<{}> is not closed", draft.tag)))
        }
        None => Ok(reader.blocks),
    }
}

/// An error at a byte of the markup.
fn at(xml: &str, template: &str, offset: u64, reason: &str) -> Error {
    let offset = usize::try_from(offset).unwrap_or(xml.len());
    refused(template, place(xml, offset), format!("in the finished markup: {reason}"))
}

/// What is wrong with an event, and how many bytes after its start.
struct Fault {
    reason: String,
    skip: u64,
}

impl From<String> for Fault {
    fn from(reason: String) -> Fault {
        Fault { reason, skip: 0 }
    }
}

#[derive(Default)]
struct Reader {
    outline: Outline,
    blocks: Vec<Block>,
    /// The paragraph that is open.
    draft: Option<Draft>,
    /// `br` or `blank` while it is open: neither holds anything.
    void: Option<&'static str>,
}

impl Reader {
    fn event(&mut self, event: &Event<'_>) -> std::result::Result<(), Fault> {
        if let Some(tag) = self.void
            && !matches!(event, Event::End(_) | Event::Comment(_))
        {
            return Err(format!("<{tag}> must be empty").into());
        }
        match event {
            Event::Start(start) => Ok(self.start(start)?),
            Event::End(end) => Ok(self.end(&name_of(end.name().as_ref()))?),
            Event::Text(text) => self.text(&text.decode().map_err(|error| error.to_string())?),
            Event::GeneralRef(entity) => self.text(&resolve(entity)?),
            Event::Comment(_) | Event::Eof => Ok(()),
            Event::CData(_) => Err("CDATA is not part of form markup".to_owned().into()),
            Event::DocType(_) => Err("a DOCTYPE is not part of form markup".to_owned().into()),
            Event::Decl(_) | Event::PI(_) => {
                Err("processing instructions are not part of form markup".to_owned().into())
            }
            // The parser expands them, as configured.
            Event::Empty(start) => {
                Err(format!("<{}/> was not expanded", name_of(start.name().as_ref())).into())
            }
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Checked<()> {
        let name = name_of(start.name().as_ref());
        match &mut self.draft {
            None => self.draft = Some(open_block(&name, start)?),
            Some(draft) => {
                let inline = INLINES.into_iter().find(|&known| known == name);
                match inline {
                    Some("br") => draft.break_line()?,
                    Some("blank") => draft.text(&blank(width_of(start)?))?,
                    Some("b") => draft.open(|emphasis: &mut Emphasis| emphasis.bold = true),
                    Some("i") => draft.open(|emphasis: &mut Emphasis| emphasis.italic = true),
                    Some("u") => draft.open(|emphasis: &mut Emphasis| emphasis.underline = true),
                    _ if BLOCKS.contains(&name.as_str()) => {
                        return Err(format!("<{name}> cannot stand inside <{}>", draft.tag));
                    }
                    _ => {
                        return Err(format!(
                            "unknown element <{name}>; known inside <{}>: {}",
                            draft.tag,
                            INLINES.join(", ")
                        ));
                    }
                }
                if inline != Some("blank") {
                    no_attributes(start)?;
                }
                self.void = inline.filter(|&tag| matches!(tag, "br" | "blank"));
            }
        }
        Ok(())
    }

    /// The parser has seen to it that `name` is what was opened last.
    fn end(&mut self, name: &str) -> Checked<()> {
        if self.void.take().is_some() {
            return Ok(());
        }
        if INLINES.contains(&name) {
            if let Some(draft) = &mut self.draft {
                draft.close();
            }
        } else if let Some(draft) = self.draft.take() {
            self.blocks.push(Block::Paragraph(draft.finish(&mut self.outline)?));
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> std::result::Result<(), Fault> {
        match &mut self.draft {
            Some(draft) => Ok(draft.text(text)?),
            None => match text.find(|c: char| !c.is_ascii_whitespace()) {
                None => Ok(()),
                Some(skip) => Err(Fault {
                    reason: format!("text outside of an element; known: {}", BLOCKS.join(", ")),
                    skip: skip as u64,
                }),
            },
        }
    }
}

/// A new paragraph for an element at the top.
fn open_block(name: &str, start: &BytesStart<'_>) -> Checked<Draft> {
    match name {
        "p" => Ok(Draft::new("p", role_of(start)?)),
        "heading" => Ok(Draft::new("heading", Role::Heading(level_of(start)?))),
        "item" => Ok(Draft::new("item", Role::Item(level_of(start)?))),
        _ if INLINES.contains(&name) => {
            Err(format!("<{name}> must stand inside one of: {}", BLOCKS.join(", ")))
        }
        _ => Err(format!("unknown element <{name}>; known: {}", BLOCKS.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Paragraph, Properties, Tree};

    /// The blocks as the tree's dump writes them, a line each.
    fn blocks(xml: &str) -> Vec<String> {
        let tree = Tree { properties: Properties::default(), blocks: read(xml, "t").unwrap() };
        tree.to_string().lines().skip(2).map(str::to_owned).collect()
    }

    /// Line, column and reason, without the words that stand before each.
    fn refusal(xml: &str) -> (usize, usize, String) {
        match read(xml, "t").unwrap_err() {
            Error::Template { template, line, column, reason } => {
                assert_eq!(template, "t");
                (line, column, reason.strip_prefix("in the finished markup: ").unwrap().to_owned())
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn paragraphs_have_the_role_they_name() {
        assert_eq!(
            blocks("<p>a</p><p role='body'>b</p>\n<p role=\"basis\">c</p><!-- d -->"),
            ["Body: a", "Body: b", "Basis: c"]
        );
        assert_eq!(blocks(" \n <!-- nothing --> "), [""; 0]);
    }

    #[test]
    fn headings_and_items_are_counted_together() {
        assert_eq!(
            blocks(
                "<heading level='1'>Một &amp; <u>hai</u></heading><item level='2'>ba <b>bốn</b></item>\
                 <heading level='2'>năm</heading><item level='3'>sáu</item><item level='4'>bảy</item>\
                 <item level='5'>tám</item><heading level='4'>chín</heading><item level='1'>Mười</item>"
            ),
            [
                "Heading(Level(1)): I- MỘT & [u:HAI]",
                "Item(Level(2)): [b:1. ]ba [b:bốn]",
                "Heading(Level(2)): 2. năm",
                "Item(Level(3)): [bi:2.1. ]sáu",
                "Item(Level(4)): a) bảy",
                "Item(Level(5)): - tám",
                "Heading(Level(4)): b) chín",
                "Item(Level(1)): [b:II- ]Mười",
            ]
        );
    }

    #[test]
    fn a_label_joins_text_of_its_own_look() {
        assert_eq!(blocks("<item level='2'><b>đậm</b> nhạt</item>"), ["Item(Level(2)): [b:1. đậm] nhạt"]);
    }

    #[test]
    fn emphasis_adds_up() {
        assert_eq!(blocks("<p>a<b>b<i>c<u>d</u></i>e</b>f</p>"), ["Body: a[b:b][bi:c][biu:d][b:e]f"]);
    }

    #[test]
    fn white_space_collapses_as_in_html() {
        assert_eq!(
            blocks("<p>\n  một \t hai\r\n<b> ba </b> bốn <br/> năm<i> </i>\n</p>"),
            ["Body: một hai [b:ba ]bốn⏎năm"]
        );
        assert_eq!(blocks("<p>a&#32; &#10;b</p>"), ["Body: a b"]);
        assert_eq!(blocks("<p> \u{a0} a&#160;</p>"), ["Body: ° a°"]);
    }

    #[test]
    fn runs_of_one_look_are_one_run() {
        let blocks = read("<p>a&lt;<!-- x -->b<i/>c</p>", "t").unwrap();
        assert_eq!(blocks, [Block::Paragraph(Paragraph::new(Role::Body, "a<bc"))]);
    }

    #[test]
    fn every_run_is_glued_as_a_whole() {
        assert_eq!(blocks("<p>đồng&#32;chí <!-- x -->Hà</p>"), ["Body: đồng chí°Hà"]);
        assert_eq!(blocks("<heading level='1'>a</heading>"), ["Heading(Level(1)): I- A"]);
    }

    #[test]
    fn entities_are_decoded() {
        assert_eq!(blocks("<p>&amp;&lt;&gt;&quot;&apos;&#272;&#x1EA3;ng</p>"), ["Body: &<>\"'Đảng"]);
        assert_eq!(
            refusal("<p>\na &nbsp;</p>"),
            (
                2,
                3,
                "unknown entity &nbsp;; known: &amp; &lt; &gt; &quot; &apos; and numbers as &#160;"
                    .to_owned()
            )
        );
        assert_eq!(refusal("<p>&#0;</p>"), (1, 4, "&#0; is no character".to_owned()));
        assert_eq!(refusal("<p>&#7;</p>"), (1, 4, "control character U+0007 in <p>".to_owned()));
    }

    #[test]
    fn text_is_composed_within_its_run() {
        assert_eq!(blocks("<p>e\u{301}</p>"), ["Body: é"]);
        assert_eq!(blocks("<p>\u{338}a</p>"), ["Body: \u{338}a"]);
    }

    #[test]
    fn blanks_are_counted_dots() {
        assert_eq!(blocks("<p>còn <blank width='3'/>, hết</p>"), ["Body: còn ………, hết"]);
        assert_eq!(blocks("<p><blank width='200'></blank></p>"), [format!("Body: {}", "…".repeat(200))]);
        for width in ["0", "201", "-1", "x", ""] {
            assert_eq!(
                refusal(&format!("<p><blank width='{width}'/></p>")).2,
                format!("width `{width}` of <blank> is not one of 1 to 200")
            );
        }
    }

    #[test]
    fn whatever_is_unknown_is_refused_with_its_place() {
        for (xml, line, column, reason) in [
            ("<tabel/>", 1, 1, "unknown element <tabel>; known: p, heading, item"),
            ("<p>a</p>\n <P>a</P>", 2, 2, "unknown element <P>; known: p, heading, item"),
            ("<p>Đ <strong>", 1, 6, "unknown element <strong>; known inside <p>: b, i, u, br, blank"),
            ("<p>a<p>b</p></p>", 1, 5, "<p> cannot stand inside <p>"),
            ("<b>a</b>", 1, 1, "<b> must stand inside one of: p, heading, item"),
            ("<p>a</p>\n\n  b<p>c</p>", 3, 3, "text outside of an element; known: p, heading, item"),
            ("&amp;", 1, 1, "text outside of an element; known: p, heading, item"),
            ("<p class='x'>a</p>", 1, 1, "unknown attribute `class` of <p>; known: role"),
            ("<p>a<b x=''>b</b></p>", 1, 5, "unknown attribute `x` of <b>; it has none"),
            ("<p>a<br x=''/>b</p>", 1, 5, "unknown attribute `x` of <br>; it has none"),
            ("<p role='vote'>a</p>", 1, 1, "unknown role `vote` of <p>; known: body, basis"),
            ("<heading>a</heading>", 1, 1, "<heading> needs the attribute `level`"),
            ("<p><blank/></p>", 1, 4, "<blank> needs the attribute `width`"),
            ("<item level='6'>a</item>", 1, 1, "level `6` of <item> is not one of 1 to 5"),
            ("<heading level=''>a</heading>", 1, 1, "level `` of <heading> is not one of 1 to 5"),
            ("<p>a<br>b</br></p>", 1, 9, "<br> must be empty"),
            ("<p>a<br><b/></br></p>", 1, 9, "<br> must be empty"),
            ("<p>a<![CDATA[b]]></p>", 1, 5, "CDATA is not part of form markup"),
            ("<!DOCTYPE p><p>a</p>", 1, 1, "a DOCTYPE is not part of form markup"),
            ("<?xml version='1.0'?><p>a</p>", 1, 1, "processing instructions are not part of form markup"),
            ("<p>a<?x y?></p>", 1, 5, "processing instructions are not part of form markup"),
        ] {
            assert_eq!(refusal(xml), (line, column, reason.to_owned()), "{xml}");
        }
    }

    #[test]
    fn what_is_not_well_formed_is_refused_with_its_place() {
        for (xml, line, column, reason) in [
            ("<p>a", 1, 5, "<p> is not closed"),
            ("<p>\na<b>b</p>", 2, 6, "ill-formed document: expected `</b>`, but `</p>` was found"),
            ("</p>", 1, 1, "ill-formed document: close tag `</p>` does not match any open tag"),
            ("<p", 1, 1, "syntax error: tag not closed: `>` not found before end of input"),
            (
                "<p>a & b</p>",
                1,
                6,
                "ill-formed document: entity or character reference not closed: `;` not found before end of input",
            ),
            (
                "<p role>a</p>",
                1,
                1,
                "attributes of <p>: position 6: attribute key must be directly followed by `=` or space",
            ),
            (
                "<p role='body' role='body'>a</p>",
                1,
                1,
                "attributes of <p>: position 14: duplicated attribute, previous declaration at position 2",
            ),
            ("<p role='&x;'>a</p>", 1, 1, "attribute `role` of <p>: error while unescaping"),
        ] {
            assert_eq!(refusal(xml), (line, column, reason.to_owned()), "{xml}");
        }
    }

    #[test]
    fn a_line_without_text_is_refused() {
        for (xml, column, reason) in [
            ("<p></p>", 4, "empty <p>"),
            ("<p/>", 5, "empty <p>"),
            ("<p> <b> \n </b></p>", 6, "empty <p>"),
            ("<heading level='1'/>", 21, "empty <heading>"),
            ("<item level='1'> </item>", 18, "empty <item>"),
            ("<p><br/>a</p>", 4, "empty line before <br/> in <p>"),
            ("<p>a<br/> <br/>b</p>", 11, "empty line before <br/> in <p>"),
            ("<p>a<br/> </p>", 11, "empty line after <br/> in <p>"),
        ] {
            let (_, found, message) = refusal(xml);
            assert_eq!((found, message.as_str()), (column, reason), "{xml}");
        }
    }
}
