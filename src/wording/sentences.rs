//! Sentences that a template writes one by one, each in an element of its own name, for a record that is made of
//! another one: `<opening>…</opening>`. They are no form markup: they have no looks.

use quick_xml::events::Event;
use quick_xml::reader::Reader as Parser;

use super::attributes::{attribute, name_of, resolve};
use super::{refused_at, told};
use crate::error::{Error, Result};
use crate::text::Text;

/// A sentence, by the name of its element.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) name: String,
    /// Whose it is: `<step by="chair">`.
    pub(crate) by: Option<String>,
    pub(crate) text: Text,
}

/// Reads what the template of that name made: elements that hold text alone, one after the other. White space
/// collapses as in form markup; an element without text is left out.
pub(super) fn read(xml: &str, template: &str) -> Result<Vec<Sentence>> {
    let mut parser = Parser::from_str(xml);
    parser.config_mut().expand_empty_elements = true;
    let (mut sentences, mut open) = (Vec::new(), None::<(String, Option<String>, String)>);
    loop {
        let start = parser.buffer_position();
        let event = match parser.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => event,
            Err(error) => return Err(at(xml, template, parser.error_position(), &told::ill_formed(&error))),
        };
        let fault = |reason: &str| at(xml, template, start, reason);
        match (&event, &mut open) {
            (Event::Comment(_), _) => {}
            (Event::Start(element), None) => {
                let name = name_of(element.name().as_ref());
                let by = attribute(element, "by").map_err(|reason| fault(&reason))?;
                open = Some((name, by, String::new()));
            }
            (Event::Start(_), Some((name, ..))) => {
                return Err(fault(&format!("<{name}> chỉ chứa chữ; hãy bỏ thẻ bên trong")));
            }
            (Event::Text(text), Some((.., words))) => {
                words.push_str(&text.decode().map_err(|_| fault(told::NO_ENTITY))?);
            }
            (Event::GeneralRef(entity), Some((.., words))) => {
                words.push_str(&resolve(entity).map_err(|reason| fault(&reason))?);
            }
            (Event::Text(text), None) if text.iter().all(u8::is_ascii_whitespace) => {}
            (Event::End(_), Some(_)) => {
                let Some((name, by, words)) = open.take() else { continue };
                let words: Vec<&str> = words.split_ascii_whitespace().collect();
                if !words.is_empty() {
                    sentences.push(Sentence { name, by, text: words.join(" ").into() });
                }
            }
            _ => {
                return Err(fault(
                    "mỗi câu nằm trong một thẻ mang tên câu; hãy ghi như <opening>…</opening>",
                ));
            }
        }
    }
    match open {
        Some((name, ..)) => Err(at(xml, template, parser.buffer_position(), &told::not_closed(&name))),
        None => Ok(sentences),
    }
}

/// An error at a byte of what the template made.
fn at(xml: &str, template: &str, offset: u64, reason: &str) -> Error {
    refused_at(xml, template, offset, reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_element_is_a_sentence() {
        let read = read(
            "<!-- a -->\n<opening>Chi bộ\u{c} &amp;  <!-- b -->B:</opening><step by=\"chair\">C</step><x/>",
            "t",
        );
        let sentence = |name: &str, by: Option<&str>, text: &str| Sentence {
            name: name.into(),
            by: by.map(str::to_owned),
            text: text.into(),
        };
        assert_eq!(
            read.unwrap(),
            [sentence("opening", None, "Chi bộ & B:"), sentence("step", Some("chair"), "C")]
        );
    }

    #[test]
    fn what_is_no_sentence_is_refused() {
        for (xml, reason) in [
            (
                "chữ",
                "1: trong lời văn đã điền: mỗi câu nằm trong một thẻ mang tên câu; hãy ghi như <opening>…</opening>",
            ),
            ("<a>b<i>c</i></a>", "5: trong lời văn đã điền: <a> chỉ chứa chữ; hãy bỏ thẻ bên trong"),
            ("<a>b", "5: trong lời văn đã điền: <a> chưa đóng; hãy ghi </a>"),
        ] {
            let error = read(xml, "t").unwrap_err().to_string();
            assert_eq!(error, format!("lời văn t, dòng 1, cột {reason}"));
        }
    }
}
