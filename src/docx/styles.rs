//! Each role's style as a named Word style.

use std::fmt;

use docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, RunFonts, SpecialIndentType, Style as WordStyle, StyleType,
    Styles,
};

use super::{built_in, gallery};
use crate::profile::{Align, Ink, Profile, Style};
use crate::tree::{Grouping, Role, TextAlign};

/// The face that a DOCX names, in the defaults alone: every style inherits it (05-HD/VPTW II.IV.1); the reader's machine has it.
pub(super) const FACE: &str = "Times New Roman";

/// Every role's style, that of a check box, and those of what keeps with the next paragraph.
pub(super) fn styles(profile: &Profile) -> Styles {
    let mut styles = Styles::new().default_fonts(faces()).default_size(28);
    let mut priority = 0;
    for role in gallery::shown() {
        priority += 1;
        styles = styles.add_style(style(role, profile).q_format(true).ui_priority(priority));
    }
    for role in gallery::own(profile) {
        styles = styles.add_style(style(role, profile).q_format(true).ui_priority(1));
    }
    let face = RunFonts::new().ascii(BOX_FACE).hi_ansi(BOX_FACE).east_asia(BOX_FACE).cs(BOX_FACE);
    let check_box = WordStyle::new(CHECK_BOX, StyleType::Character).name("VB Ô đánh dấu").fonts(face);
    styles = styles.add_style(check_box.q_format(true).ui_priority(priority + 1));
    for role in gallery::hidden().chain(gallery::own_hidden(profile)) {
        let style = style(role, profile).q_format(false).ui_priority(built_in::LAST_PRIORITY);
        styles = styles.add_style(style.semi_hidden());
    }
    let kept = gallery::shown().chain(gallery::hidden());
    let kept = kept.chain(gallery::own(profile)).chain(gallery::own_hidden(profile));
    let kept = kept.filter(|&role| gallery::may_keep(role) && !profile.style(role).keep_with_next);
    kept.fold(styles, |styles, role| styles.add_style(kept_style(role, profile)))
}

/// Red as Word's palette has it.
pub(super) const RED: &str = "FF0000";

/// The style of a check box.
pub(super) const CHECK_BOX: &str = "VbCheckBox";
/// The face of a check box: Times New Roman has none.
pub(super) const BOX_FACE: &str = "MS Gothic";

/// The identifier of a role's style, as paragraphs name it.
pub(super) fn id(role: Role) -> StyleId {
    StyleId { role, keeps: false }
}

/// The identifier of a role's style that keeps with the next paragraph.
pub(super) fn kept_id(role: Role) -> StyleId {
    StyleId { role, keeps: true }
}

/// What a style is called in the file.
#[derive(Clone, Copy)]
pub(super) struct StyleId {
    role: Role,
    keeps: bool,
}

impl fmt::Display for StyleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.role {
            Role::Heading(level) => write!(f, "VbHeading{}", level.get()),
            Role::Item(level) => write!(f, "VbItem{}", level.get()),
            Role::GroupingLabel(grouping) => write!(f, "Vb{grouping:?}Label"),
            Role::GroupingName(grouping) => write!(f, "Vb{grouping:?}Name"),
            Role::TableText(align) => write!(f, "VbTable{align:?}"),
            Role::ColumnText(align) => write!(f, "VbColumn{align:?}"),
            Role::Aligned(align) => write!(f, "VbAligned{align:?}"),
            Role::Styled(index, align) => write!(f, "VbOwn{}{align:?}", index + 1),
            role => write!(f, "Vb{role:?}"),
        }?;
        f.write_str(if self.keeps { "Kept" } else { "" })
    }
}

/// The style's name, as a clerk sees it in Word. None has a comma: Word parts a name from its aliases
/// with one.
fn name(role: Role, profile: &Profile) -> String {
    match role {
        Role::Aligned(align) => format!("VB Đoạn {}", side(align)),
        Role::Styled(index, align) => own_name(profile, index, align),
        Role::PartyTitle => "VB Tiêu đề".into(),
        Role::Superior => "VB Cơ quan cấp trên".into(),
        Role::Issuer => "VB Cơ quan ban hành".into(),
        Role::Star => "VB Dấu sao".into(),
        Role::Number => "VB Số và ký hiệu".into(),
        Role::PlaceDate => "VB Địa danh và ngày tháng".into(),
        Role::PlaceDateBelow => "VB Địa danh và ngày tháng dưới số".into(),
        Role::DraftMark => "VB Dự thảo".into(),
        Role::Urgency => "VB Độ khẩn".into(),
        Role::Circulation => "VB Phạm vi lưu hành".into(),
        Role::NoBroadcast => "VB Không phổ biến".into(),
        Role::AppendixLabel => "VB Phụ lục".into(),
        Role::AppendixTitle => "VB Tiêu đề phụ lục".into(),
        Role::AppendixOf => "VB Kèm theo".into(),
        Role::FootRoom => "VB Chỗ chân trang".into(),
        Role::Confirmation => "VB Xác nhận chữ ký".into(),
        Role::Contact => "VB Thông tin liên hệ".into(),
        Role::CopyRule => "VB Đường kẻ bản sao".into(),
        Role::StampTitle => "VB Tiêu đề dấu bản sao".into(),
        Role::StampLine => "VB Dòng dấu bản sao".into(),
        Role::DrafterMark => "VB Ký hiệu người soạn".into(),
        Role::TypeName => "VB Tên loại".into(),
        Role::AuthorLine => "VB Tác giả".into(),
        Role::Abstract => "VB Trích yếu".into(),
        Role::Separator => "VB Gạch nối".into(),
        Role::Basis => "VB Căn cứ".into(),
        Role::Body => "VB Nội dung".into(),
        Role::Heading(level) => format!("VB Đề mục {}", level.get()),
        Role::Item(level) => format!("VB Đoạn đánh số {}", level.get()),
        Role::GroupingLabel(Grouping::Part) => "VB Phần".into(),
        Role::GroupingLabel(Grouping::Chapter) => "VB Chương".into(),
        Role::GroupingLabel(Grouping::Division) => "VB Mục".into(),
        Role::GroupingName(Grouping::Part) => "VB Tên phần".into(),
        Role::GroupingName(Grouping::Chapter) => "VB Tên chương".into(),
        Role::GroupingName(Grouping::Division) => "VB Tên mục".into(),
        Role::Article => "VB Điều".into(),
        Role::ArticleText => "VB Điều không tên".into(),
        Role::Clause => "VB Khoản".into(),
        Role::Point => "VB Điểm".into(),
        Role::Gap => "VB Dòng trống".into(),
        Role::RecipientsLabel => "VB Nơi nhận".into(),
        Role::Recipient => "VB Danh sách nơi nhận".into(),
        Role::Authority => "VB Quyền hạn ký".into(),
        Role::Position => "VB Chức vụ".into(),
        Role::SignatureSpace => "VB Chỗ ký".into(),
        Role::SignerName => "VB Họ tên".into(),
        Role::PageNumber => "VB Số trang".into(),
        Role::End => "VB Kết thúc".into(),
        Role::FormLabel => "VB Mẫu".into(),
        Role::LetterAbstract => "VB Trích yếu công văn".into(),
        Role::Address => "VB Kính gửi".into(),
        Role::Addressee => "VB Danh sách kính gửi".into(),
        Role::SignHint => "VB Ghi rõ họ tên".into(),
        Role::Emblem => "VB Biểu trưng".into(),
        Role::Enacting => "VB Dòng quyết định".into(),
        Role::TableHead => "VB Bảng tiêu đề".into(),
        Role::TableText(align) => format!("VB Bảng {}", side(align)),
        Role::ColumnText(align) => format!("VB Cột {}", side(align)),
        Role::TableGap => "VB Sau bảng".into(),
        Role::TableCaption => "VB Tên bảng".into(),
    }
}

/// The name of a style of one's own; it says where lines stand that stand elsewhere than the style has them.
fn own_name(profile: &Profile, index: u16, align: TextAlign) -> String {
    let own = profile.free_layout().and_then(|layout| layout.styles.get(usize::from(index)));
    let Some((name, style)) = own else { return format!("VB Kiểu {}", index + 1) };
    let name = name.as_str().replace([',', ';'], " ");
    if style.align == align {
        format!("VB Kiểu {name}")
    } else {
        format!("VB Kiểu {name} {}", side(align))
    }
}

/// Where lines stand, in a style's name.
fn side(align: TextAlign) -> &'static str {
    match align {
        TextAlign::Left => "trái",
        TextAlign::Center => "giữa",
        TextAlign::Right => "phải",
        TextAlign::Justify => "đều",
    }
}

/// Whether it is part of a stamped form.
pub(super) fn is_stamped(role: Role) -> bool {
    matches!(role, Role::StampTitle | Role::StampLine)
}

fn style(role: Role, profile: &Profile) -> WordStyle {
    let style = &profile.style(role);
    let mut word = WordStyle::new(id(role).to_string(), StyleType::Paragraph)
        .name(name(role, profile))
        .based_on(built_in::base(role))
        .size(style.size.half_points().unsigned_abs() as usize);
    if let Some(next) = gallery::next(role) {
        word = word.next(id(next).to_string());
    }
    if style.bold {
        word = word.bold();
    }
    if style.italic {
        word = word.italic();
    }
    // What is stamped says so itself: no style that every paper has is red.
    if style.ink == Ink::Red && !is_stamped(role) {
        word = word.color(RED);
    }
    word = word.align(match style.align {
        Align::Left => AlignmentType::Left,
        Align::Center => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
        Align::Justify => AlignmentType::Both,
    });
    word = word.line_spacing(
        LineSpacing::new()
            .before(style.before.twips().unsigned_abs())
            .after(style.after.twips().unsigned_abs())
            .line_rule(LineSpacingType::Exact)
            .line(style.pitch.twips()),
    );
    let special = special(style);
    if style.left.twips() != 0 || style.right.twips() != 0 || special.is_some() {
        word = word.indent(Some(style.left.twips()), special, Some(style.right.twips()), None);
    }
    if let Some(level) = style.outline {
        word = word.outline_lvl(usize::from(level - 1));
    }
    if style.keep_with_next {
        word.paragraph_property = word.paragraph_property.keep_next(true).keep_lines(true);
    }
    // A cell goes on over a page after any of its lines, as the layout has it; kept in twos, LibreOffice 25.2
    // takes the first line of a cell over several rows to the next page.
    let in_cell = matches!(role, Role::TableHead | Role::TableText(_));
    word.paragraph_property = word.paragraph_property.widow_control(!in_cell);
    word
}

/// A role's style that keeps with the next paragraph. Keeping is said here and not by the paragraph: what a
/// paragraph says itself Word gives to the one that Enter makes, and all that a clerk goes on typing would
/// keep together.
fn kept_style(role: Role, profile: &Profile) -> WordStyle {
    let mut word = WordStyle::new(kept_id(role).to_string(), StyleType::Paragraph)
        .name(format!("{} (giữ với đoạn sau)", name(role, profile)))
        .based_on(id(role).to_string())
        .next(id(gallery::next(role).unwrap_or(role)).to_string())
        .q_format(false)
        .ui_priority(built_in::LAST_PRIORITY)
        .semi_hidden();
    word.paragraph_property = word.paragraph_property.keep_next(true).keep_lines(true);
    word
}

/// The indent of a style's first line.
fn special(style: &Style) -> Option<SpecialIndentType> {
    match style.first_line.twips() {
        0 => None,
        first @ 1.. => Some(SpecialIndentType::FirstLine(first)),
        hanging => Some(SpecialIndentType::Hanging(-hanging)),
    }
}

fn faces() -> RunFonts {
    RunFonts::new().ascii(FACE).hi_ansi(FACE).east_asia(FACE).cs(FACE)
}
