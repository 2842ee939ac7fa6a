//! What a paragraph may say in the wording of a kind with a layout of its own.

use quick_xml::events::BytesStart;

use super::attributes::{Checked, align_of, attributes, flag, name_of, role_of};
use super::paragraph::{Draft, Marks};
use super::told;
use crate::profile::FreeLayout;
use crate::tree::{Role, TextAlign};

/// What only such a kind's wording may say.
const OWN: [&str; 4] = ["style", "align", "beside", "stock"];

/// A new paragraph of the body.
pub(super) fn paragraph(start: &BytesStart<'_>, layout: Option<&FreeLayout>) -> Checked<Draft> {
    let Some(layout) = layout else { return of_the_guidance(start) };
    let [role, spare, style, align, beside, stock] =
        attributes(start, ["role", "spare", "style", "align", "beside", "stock"])?;
    let beside = match beside.as_deref() {
        None => false,
        Some("signature") => true,
        Some(other) => return Err(format!("beside của <p> không nhận “{other}”; hãy ghi signature")),
    };
    let align = align.map(|align| align_of(&align, "p")).transpose()?;
    let role = match (role.as_deref(), style.as_deref()) {
        (Some(_), Some(_)) => {
            return Err("<p> ghi cả role và style; hãy bỏ một trong hai".to_owned());
        }
        (None, Some(style)) => styled(style, align, layout)?,
        (role, None) => match (role_of(role)?, align) {
            (Role::Body, align) if beside => Role::ColumnText(align.unwrap_or(TextAlign::Left)),
            (Role::Body, Some(align)) => Role::Aligned(align),
            (role, None) if !beside => role,
            _ => {
                return Err(
                    "role của <p> đã định cách trình bày; hãy bỏ role, hoặc bỏ align và beside".to_owned()
                );
            }
        },
    };
    let (spare, stock) = (flag(spare.as_deref(), "p", "spare")?, stocked(stock.as_deref(), layout)?);
    Ok(Draft::new("p", role).marked(Marks { spare, beside, stock }))
}

/// A new paragraph of the body of any other kind.
fn of_the_guidance(start: &BytesStart<'_>) -> Checked<Draft> {
    let given = start.attributes().flatten().map(|attribute| name_of(attribute.key.as_ref()));
    if let Some(own) = given.into_iter().find(|name| OWN.contains(&name.as_str())) {
        return Err(format!(
            "<p> không có thuộc tính “{own}” ở đây, vì chỉ mẫu có trình bày riêng mới dùng {}; hãy dùng: role, spare",
            OWN.join(", ")
        ));
    }
    let [role, spare] = attributes(start, ["role", "spare"])?;
    let (role, spare) = (role_of(role.as_deref())?, flag(spare.as_deref(), "p", "spare")?);
    Ok(Draft::new("p", role).marked(Marks { spare, ..Marks::default() }))
}

/// A new paragraph of a part that stands beside another one, `usual` being how the part is aligned.
pub(super) fn in_column(start: &BytesStart<'_>, layout: &FreeLayout, usual: TextAlign) -> Checked<Draft> {
    let [align, style, stock] = attributes(start, ["align", "style", "stock"])?;
    let align = align.map(|align| align_of(&align, "p")).transpose()?;
    let role = match style {
        Some(style) => styled(&style, align, layout)?,
        None => Role::ColumnText(align.unwrap_or(usual)),
    };
    let stock = stocked(stock.as_deref(), layout)?;
    Ok(Draft::new("p", role).marked(Marks { stock, ..Marks::default() }))
}

/// Whether the stock has a paragraph already, on which the paper is printed.
fn stocked(value: Option<&str>, layout: &FreeLayout) -> Checked<bool> {
    Ok(flag(value, "p", "stock")? && layout.stock.is_some())
}

/// The role of a style of one's own.
fn styled(name: &str, align: Option<TextAlign>, layout: &FreeLayout) -> Checked<Role> {
    if let Some((place, style)) = layout.named(name) {
        return Ok(Role::Styled(place, align.unwrap_or(style.align)));
    }
    let names = layout.names();
    Err(match names.as_slice() {
        [] => {
            format!("không có kiểu chữ “{name}”, vì mẫu chưa khai kiểu chữ nào; hãy khai trong phần styles")
        }
        _ => format!("không có kiểu chữ “{name}”; {}", told::among(name, &names)),
    })
}
