//! Faults of a wording that come from outside this module: handlebars and the XML reader report them in English, and this
//! module tells an office what to do about them. And what somebody may have meant who wrote a name that is not known.

use handlebars::{RenderErrorReason, TemplateErrorReason};
use quick_xml::errors::{IllFormedError, SyntaxError};
use quick_xml::events::attributes::AttrError;

use super::limits::Allowed;
use super::markup::PARAGRAPHS;
use crate::schema::{Shape, called, unknown_field};
use crate::text::near;

/// A value that the record does not have.
pub(super) fn no_value(path: &str) -> String {
    format!(
        "“{path}” không có giá trị trong bản ghi này; hãy ghi thêm vào bản ghi, hoặc đặt chỗ này trong khối #if {path}"
    )
}

/// A `&` that begins nothing.
pub(super) const NO_ENTITY: &str = "dấu & đứng một mình không đọc được; hãy ghi &amp;";

/// Why handlebars does not compile a template.
pub(super) fn uncompiled(reason: &TemplateErrorReason) -> String {
    match reason {
        TemplateErrorReason::MismatchingClosedHelper(open, close)
        | TemplateErrorReason::MismatchingClosedDecorator(open, close) => expected_block_end(open, close),
        _ => "chỗ này ghi không đúng cách; hãy ghi {{tên mục}}, {{hàm giá-trị}}, hoặc {{#khối}} … {{/khối}}"
            .to_owned(),
    }
}

/// Why handlebars does not fill a template.
pub(super) fn unfilled(reason: &RenderErrorReason, allowed: Allowed) -> String {
    match reason {
        RenderErrorReason::MissingVariable(Some(path)) => no_value(path),
        RenderErrorReason::IOError(_) => {
            format!("lời văn điền ra dài hơn {} MB; hãy bớt vòng lặp lồng nhau", allowed.bytes >> 20)
        }
        // What the helpers of this module say.
        RenderErrorReason::Other(said) => said.clone(),
        RenderErrorReason::InvalidParamType(_)
        | RenderErrorReason::ParamTypeMismatchForName(..)
        | RenderErrorReason::HashTypeMismatchForName(..) => {
            "mục đi sau hàm không phải loại mà hàm cần; hãy ghi mục khác".to_owned()
        }
        _ => "không điền được chỗ này; hãy xem lại tên mục và tên hàm".to_owned(),
    }
}

/// Why markup is not well-formed.
pub(super) fn ill_formed(error: &quick_xml::Error) -> String {
    match error {
        quick_xml::Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            expected_end(expected, found)
        }
        quick_xml::Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => closes_nothing(name),
        quick_xml::Error::IllFormed(IllFormedError::MissingEndTag(name)) => not_closed(name),
        quick_xml::Error::IllFormed(IllFormedError::UnclosedReference) => NO_ENTITY.to_owned(),
        quick_xml::Error::Syntax(SyntaxError::UnclosedComment) => {
            "ghi chú <!-- chưa đóng; hãy ghi -->".to_owned()
        }
        quick_xml::Error::Syntax(SyntaxError::UnclosedTag) => {
            "một thẻ thiếu dấu >; hãy ghi thêm, hoặc ghi &lt; nếu là dấu nhỏ hơn".to_owned()
        }
        quick_xml::Error::Syntax(
            SyntaxError::UnclosedSingleQuotedAttributeValue | SyntaxError::UnclosedDoubleQuotedAttributeValue,
        ) => "giá trị của một thuộc tính thiếu dấu nháy đóng; hãy ghi thêm".to_owned(),
        quick_xml::Error::InvalidAttr(error) => attribute("", error),
        _ => "không đọc được chỗ này; hãy xem lại các dấu < > &".to_owned(),
    }
}

/// What is wrong with how the attributes of an element are written.
pub(super) fn attribute(tag: &str, error: &AttrError) -> String {
    match error {
        AttrError::ExpectedEq(_) => {
            format!("trong <{tag}> có thuộc tính thiếu dấu =; hãy ghi như level=\"1\"")
        }
        AttrError::ExpectedValue(_) => {
            format!("trong <{tag}> có thuộc tính thiếu giá trị; hãy ghi như level=\"1\"")
        }
        AttrError::UnquotedValue(_) => {
            format!("trong <{tag}> có giá trị thiếu dấu nháy; hãy ghi như level=\"1\"")
        }
        AttrError::ExpectedQuote(..) => {
            format!("trong <{tag}> có giá trị thiếu dấu nháy đóng; hãy ghi như level=\"1\"")
        }
        AttrError::Duplicated(..) => twice(tag),
    }
}

/// That an element has an attribute twice.
pub(super) fn twice(tag: &str) -> String {
    format!("<{tag}> có một thuộc tính ghi hai lần; hãy bỏ một")
}

/// The end of another block than that which is open.
pub(super) fn expected_block_end(open: &str, found: &str) -> String {
    format!("gặp {{{{/{found}}}}} khi khối {{{{#{open} …}}}} còn mở; hãy ghi {{{{/{open}}}}} trước")
}

/// An element that is not closed where it must be.
pub(super) fn not_closed(tag: &str) -> String {
    format!("<{tag}> chưa đóng; hãy ghi </{tag}>")
}

/// An element that a loop opens and does not close.
pub(super) fn left_open(tag: &str) -> String {
    format!("<{tag}> mở trong vòng lặp mà không đóng ở đó; hãy ghi </{tag}> trước khi hết lượt")
}

/// An element that a loop closes and did not open.
pub(super) fn closed_within(tag: &str) -> String {
    format!("vòng lặp đóng <{tag}> đã mở từ trước; hãy chuyển </{tag}> ra sau vòng lặp")
}

/// An end tag of another element than that which is open.
pub(super) fn expected_end(open: &str, found: &str) -> String {
    format!("gặp </{found}> khi <{open}> còn mở; hãy ghi </{open}> trước")
}

/// An end tag where nothing is open.
pub(super) fn closes_nothing(tag: &str) -> String {
    format!("</{tag}> không đóng thẻ nào đang mở; hãy bỏ đi hoặc ghi <{tag}> ở trước")
}

/// Where text, and what stands in text, belongs.
pub(super) fn in_a_paragraph() -> String {
    format!("hãy đặt vào một trong các thẻ: {}", PARAGRAPHS.join(", "))
}

/// An element inside of another that is not for it.
pub(super) fn misplaced(inside: &str, open: &str) -> String {
    format!("<{inside}> không đặt trong <{open}> được; hãy ghi </{open}> trước")
}

/// An element that holds something, and may not.
pub(super) fn not_empty(tag: &str) -> String {
    format!("<{tag}> không chứa gì được; hãy đóng ngay trong thẻ, như <{tag}/>")
}

/// A paragraph without text.
pub(super) fn empty(tag: &str) -> String {
    format!("<{tag}> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này")
}

/// Whether `==` stands in a tag, outside of a text in quotes.
pub(super) fn compares(tag: &str) -> bool {
    let quotes = ['"', '\''];
    tag.match_indices("==")
        .any(|(at, _)| tag.get(..at).is_some_and(|before| before.matches(quotes).count() % 2 == 0))
}

/// A field in single braces, which would be printed as it stands: where it begins in a text, and what is wrong.
pub(super) fn single_braces(text: &str) -> Option<(usize, String)> {
    let named = |inside: &str| {
        let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '@' | '/');
        !inside.is_empty() && inside.chars().all(is_of_name)
    };
    text.match_indices('{').find_map(|(at, _)| {
        let (inside, _) = text.get(at + 1..)?.split_once('}')?;
        let found =
            || format!("“{{{inside}}}” chỉ có một dấu ngoặc nên in ra y như vậy; hãy ghi {{{{{inside}}}}}");
        named(inside.trim()).then(|| (at, found()))
    })
}

/// A name that is not among those that are known: the one that was meant, else all of them.
pub(crate) fn among(name: &str, known: &[&str]) -> String {
    match near(name, known.iter().copied()) {
        Some(meant) => format!("có phải “{meant}”?"),
        None => format!("hãy dùng một trong: {}", known.join(", ")),
    }
}

/// That a list, or a group of fields, is not printed as it stands.
pub(super) fn not_printed(name: &str, shape: &Shape<'_>) -> String {
    let parts = shape.names();
    match (shape.items(), parts.first()) {
        (Some(_), _) => {
            format!(
                "“{name}” là danh sách, không in thẳng được; hãy ghi {{{{#each {name}}}}} … {{{{/each}}}}"
            )
        }
        (None, Some(first)) => {
            let parts = parts.join(", ");
            format!(
                "“{name}” gồm nhiều mục, không in thẳng được; hãy ghi “{name}.{first}” hay mục khác trong: {parts}"
            )
        }
        (None, None) => format!("“{name}” gồm nhiều mục, không in thẳng được; hãy ghi một mục trong đó"),
    }
}

/// That an option of a form's wording is the record's: another record would break the form.
pub(super) fn option_of_the_record(helper: &str, option: &str) -> String {
    format!("lựa chọn “{option}” của hàm “{helper}” không lấy từ bản ghi được; hãy ghi thẳng giá trị")
}

/// An option that a helper has not.
pub(super) fn no_option(helper: &str, options: &[&str], name: &str) -> String {
    let said = if options.is_empty() { "hãy bỏ đi".to_owned() } else { among(name, options) };
    format!("“{helper}” không có lựa chọn “{name}”; {said}")
}

/// An element that is not known, beside those that may stand there. What pages of the web call so is known by its
/// name there.
pub(super) fn unknown_element(name: &str, known: &[&str]) -> String {
    const ELSEWHERE: [(&str, &str); 10] = [
        ("strong", "b"),
        ("em", "i"),
        ("h1", "heading"),
        ("h2", "heading"),
        ("h3", "heading"),
        ("li", "item"),
        ("div", "p"),
        ("span", "b"),
        ("center", "p"),
        ("hr", "page-break"),
    ];
    let elsewhere = ELSEWHERE.iter().find(|(other, own)| *other == name && known.contains(own));
    let meant = elsewhere.map(|(_, own)| *own).or_else(|| near(name, known.iter().copied()));
    match meant {
        Some(meant) => format!("không có thẻ <{name}>; có phải <{meant}>?"),
        None => format!("không có thẻ <{name}>; hãy dùng một trong: {}", known.join(", ")),
    }
}

/// A path whose name `name` leads nowhere, beside the fields that there are.
pub(super) fn unknown_path(raw: &str, name: &str, known: &[String]) -> String {
    let said = match known {
        [] => format!("không có mục “{name}”; hãy bỏ đi"),
        known => unknown_field(name, known, |word| called(word).map(str::to_owned)).vietnamese,
    };
    if raw == name { said } else { format!("“{raw}”: {said}") }
}

#[cfg(test)]
mod tests {
    use quick_xml::events::attributes::AttrError;

    use super::*;

    #[test]
    fn what_handlebars_says_is_told_in_vietnamese() {
        let said = unfilled(&RenderErrorReason::InvalidParamType("array"), Allowed::LEAST);
        assert_eq!(said, "mục đi sau hàm không phải loại mà hàm cần; hãy ghi mục khác");
        let said = unfilled(&RenderErrorReason::BlockContentRequired, Allowed::LEAST);
        assert_eq!(said, "không điền được chỗ này; hãy xem lại tên mục và tên hàm");
        let said = uncompiled(&TemplateErrorReason::MismatchingClosedHelper("if".into(), "each".into()));
        assert_eq!(said, "gặp {{/each}} khi khối {{#if …}} còn mở; hãy ghi {{/if}} trước");
    }

    #[test]
    fn every_fault_of_attributes_says_what_to_write() {
        for (error, said) in [
            (AttrError::ExpectedEq(1), "trong <p> có thuộc tính thiếu dấu =; hãy ghi như level=\"1\""),
            (AttrError::ExpectedValue(1), "trong <p> có thuộc tính thiếu giá trị; hãy ghi như level=\"1\""),
            (AttrError::UnquotedValue(1), "trong <p> có giá trị thiếu dấu nháy; hãy ghi như level=\"1\""),
            (
                AttrError::ExpectedQuote(1, b'"'),
                "trong <p> có giá trị thiếu dấu nháy đóng; hãy ghi như level=\"1\"",
            ),
            (AttrError::Duplicated(1, 2), "<p> có một thuộc tính ghi hai lần; hãy bỏ một"),
        ] {
            assert_eq!(attribute("p", &error), said);
        }
    }
}
