//! Hướng dẫn 36-HD/VPTW, ngày 03/4/2018: where it differs from 05-HD/VPTW (phần II; PL3 is its Phụ
//! lục 3). Page, sizes and weights are the same.

use super::hd05;
use super::style::Style;
use super::{DatePlace, NotePlace, Profile, ProfileId};
use crate::tree::Role;

pub(super) fn profile() -> Profile {
    Profile {
        id: ProfileId::Hd36,
        style,
        // 1.6.2: `;` after each căn cứ, `,` after the last.
        basis_marks: (";", ","),
        // 1.9.2: `,` after each recipient and addressee, `.` after the last.
        recipient_marks: (",", "."),
        // As the signed original prints it: right under the title's rule.
        date_place: DatePlace::UnderTitle,
        no_broadcast: "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG",
        // 2.2: centred under the signature.
        no_broadcast_place: NotePlace::UnderSignature,
        // 1.3.1.2a.
        regulation_code: "QĐi",
        // 1.9.2: the same for both.
        submission_label: "Kính gửi:",
        // 1.5.2: its example has no words before the matter.
        letter_abstract: None,
        ..hd05::profile()
    }
}

fn style(role: Role) -> Style {
    match role {
        // It stands in the flow, apart from the name above it.
        Role::NoBroadcast => hd05::style(role).before(12.0),
        // PL3: 8 pt, in capitals.
        Role::DrafterMark => Style::new(8.0, 10.0).before(6.0),
        role => hd05::style(role),
    }
}
