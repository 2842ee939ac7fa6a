//! What a clerk meets who goes on typing: which styles Word shows and in what order, and what follows a
//! paragraph when Enter is pressed at its end.

use crate::profile::Profile;
use crate::tree::{Grouping, Level, Role, TextAlign};

/// The roles whose styles Word shows, in this order: what the body is typed with, then tables, title,
/// letterhead, closing and appendix.
pub(super) fn shown() -> impl Iterator<Item = Role> {
    let body = [Role::Body]
        .into_iter()
        .chain(Level::ALL.into_iter().flat_map(|level| [Role::Heading(level), Role::Item(level)]))
        .chain([Role::Basis, Role::Enacting])
        .chain(Grouping::ALL.into_iter().flat_map(|it| [Role::GroupingLabel(it), Role::GroupingName(it)]))
        .chain([Role::Article, Role::ArticleText, Role::Clause, Role::Point]);
    let tables = [Role::TableCaption, Role::TableHead].into_iter().chain(TextAlign::ALL.map(Role::TableText));
    let title = [
        Role::TypeName,
        Role::AuthorLine,
        Role::Abstract,
        Role::Separator,
        Role::LetterAbstract,
        Role::Address,
        Role::Addressee,
    ];
    let letterhead = [
        Role::FormLabel,
        Role::PartyTitle,
        Role::Superior,
        Role::Issuer,
        Role::Number,
        Role::PlaceDate,
        Role::PlaceDateBelow,
        Role::DraftMark,
        Role::Urgency,
        Role::Circulation,
        Role::NoBroadcast,
    ];
    let closing = [
        Role::RecipientsLabel,
        Role::Recipient,
        Role::DrafterMark,
        Role::Authority,
        Role::Position,
        Role::SignHint,
        Role::SignerName,
        Role::Confirmation,
        Role::Contact,
    ];
    let appendix = [Role::AppendixLabel, Role::AppendixTitle, Role::AppendixOf];
    body.chain(tables).chain(title).chain(letterhead).chain(closing).chain(appendix)
}

/// The roles of what only holds a place, stands on its own or comes with the library's own blocks: their
/// styles are hidden.
pub(super) fn hidden() -> impl Iterator<Item = Role> {
    [
        Role::Star,
        Role::Emblem,
        Role::Gap,
        Role::SignatureSpace,
        Role::FootRoom,
        Role::PageNumber,
        Role::TableGap,
        Role::End,
        Role::CopyRule,
        Role::StampTitle,
        Role::StampLine,
    ]
    .into_iter()
    .chain(TextAlign::ALL.map(Role::ColumnText))
}

/// The styles of a layout of one's own, which Word shows first.
pub(super) fn own(profile: &Profile) -> impl Iterator<Item = Role> {
    styled(profile).filter(|(_, own)| *own).map(|(role, _)| role)
}

/// The same styles, aligned elsewhere, and paragraphs that are only aligned.
pub(super) fn own_hidden(profile: &Profile) -> impl Iterator<Item = Role> {
    let aligned = profile.free_layout().map(|_| TextAlign::ALL.map(Role::Aligned));
    let others = styled(profile).filter(|(_, own)| !own).map(|(role, _)| role);
    others.chain(aligned.into_iter().flatten())
}

/// Each style of a layout of one's own in each alignment, and whether it is the style's own.
fn styled(profile: &Profile) -> impl Iterator<Item = (Role, bool)> {
    let styles = profile.free_layout().map(|layout| layout.styles.as_slice()).unwrap_or_default();
    (0_u16..).zip(styles).flat_map(|(index, (_, style))| {
        TextAlign::ALL.map(|align| (Role::Styled(index, align), style.align == align))
    })
}

/// Whether paragraphs of this role stand outside tables and columns and may keep with the next one though their
/// style does not: they announce something, end a body or a list of addressees, or belong to what stands
/// below a body.
pub(super) fn may_keep(role: Role) -> bool {
    matches!(
        role,
        Role::Body
            | Role::Basis
            | Role::Item(_)
            | Role::ArticleText
            | Role::Clause
            | Role::Point
            | Role::Addressee
            | Role::TableGap
            | Role::Confirmation
            | Role::Authority
            | Role::Position
            | Role::SignHint
            | Role::SignatureSpace
            | Role::SignerName
            | Role::RecipientsLabel
            | Role::Recipient
            | Role::DrafterMark
            | Role::FootRoom
            | Role::Aligned(_)
            | Role::Styled(..)
    )
}

/// What a paragraph becomes that begins with Enter at the end of one of this role; nothing where it is one
/// more of the same.
pub(super) fn next(role: Role) -> Option<Role> {
    Some(match role {
        Role::PartyTitle => Role::PlaceDate,
        Role::Superior => Role::Issuer,
        Role::Issuer => Role::Star,
        Role::Star => Role::Number,
        Role::Number => Role::DraftMark,
        Role::DraftMark => Role::Urgency,
        Role::TypeName | Role::AuthorLine => Role::Abstract,
        Role::Abstract | Role::AppendixOf => Role::Separator,
        Role::Enacting => Role::ArticleText,
        Role::GroupingLabel(grouping) => Role::GroupingName(grouping),
        Role::GroupingName(Grouping::Part) => Role::GroupingLabel(Grouping::Chapter),
        Role::GroupingName(Grouping::Chapter | Grouping::Division) => Role::Article,
        Role::Article => Role::Clause,
        Role::RecipientsLabel => Role::Recipient,
        Role::Authority => Role::Position,
        Role::Position | Role::SignHint => Role::SignatureSpace,
        Role::SignatureSpace => Role::SignerName,
        Role::Confirmation => Role::Authority,
        Role::AppendixLabel => Role::AppendixTitle,
        Role::AppendixTitle => Role::AppendixOf,
        Role::StampTitle => Role::StampLine,
        Role::Separator
        | Role::Heading(_)
        | Role::Address
        | Role::TableCaption
        | Role::TableGap
        | Role::Gap
        | Role::FootRoom
        | Role::End => Role::Body,
        Role::Body
        | Role::Basis
        | Role::Item(_)
        | Role::ArticleText
        | Role::Clause
        | Role::Point
        | Role::Addressee
        | Role::Recipient
        | Role::LetterAbstract
        | Role::PlaceDate
        | Role::PlaceDateBelow
        | Role::Urgency
        | Role::Circulation
        | Role::NoBroadcast
        | Role::Contact
        | Role::DrafterMark
        | Role::SignerName
        | Role::FormLabel
        | Role::CopyRule
        | Role::StampLine
        | Role::TableHead
        | Role::TableText(_)
        | Role::ColumnText(_)
        | Role::PageNumber
        | Role::Emblem
        | Role::Aligned(_)
        | Role::Styled(..) => return None,
    })
}
