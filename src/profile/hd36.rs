//! Hướng dẫn 36-HD/VPTW, ngày 03/4/2018: where it differs from 05-HD/VPTW (phần II; PL3 is its Phụ
//! lục 3). Page, sizes and weights are the same.

use super::hd05;
use super::style::Style;
use super::{DatePlace, NotePlace, Profile, ProfileId};
use crate::tree::Role;

/// Between the title's rule and the line of place and date (convention).
const DATE: f64 = 7.8;

pub(super) fn profile() -> Profile {
    Profile {
        id: ProfileId::Hd36,
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
        replaced: Vec::new(),
        ..hd05::profile()
    }
}

pub(super) fn style(role: Role) -> Style {
    match role {
        // It stands in the flow, apart from the name above it.
        Role::NoBroadcast => hd05::style(role).before(12.0),
        // As the signed original prints it: 25.8 pt below the title, of which line and rule take 18. What
        // is left to whole points stands below, so that a page fills up as the others do.
        Role::PlaceDate => hd05::style(role).before(DATE).after(8.0 - DATE),
        // PL3: 8 pt, in capitals.
        Role::DrafterMark => Style::new(8.0, 10.0).before(6.0),
        role => hd05::style(role),
    }
}

/// Every row of what changed from 36-HD to 05-HD: both profiles' data, or why no output shows it (DESIGN.md).
#[cfg(test)]
mod tests {
    use crate::profile::{DatePlace, NotePlace, Profile};
    use crate::tree::Role;

    fn both<T>(of: impl Fn(&Profile) -> T) -> (T, T) {
        (of(&Profile::hd05()), of(&Profile::hd36()))
    }

    #[test]
    fn what_changed_is_in_both_profiles() {
        assert_eq!(
            both(|profile| profile.type_code("Quy định", "QĐ").to_owned()),
            ("QĐ".into(), "QĐi".into())
        );
        assert_eq!(both(Profile::basis_marks), ((";", "."), (";", ",")));
        assert_eq!(both(Profile::recipient_marks), ((";", "."), (",", ".")));
        assert_eq!(both(|profile| profile.submission_label), ("Kính trình:", "Kính gửi:"));
        assert_eq!(both(|profile| profile.letter_abstract().is_some()), (true, false));
        assert_eq!(both(|profile| profile.drafter("Abc-26")), ("Abc-26".into(), "ABC-26".into()));
        assert_eq!(both(|profile| profile.style(Role::DrafterMark).size.to_pt()), (11.0, 8.0));
        assert_eq!(both(Profile::date_place), (DatePlace::BesideNumber, DatePlace::UnderTitle));
        assert_eq!(both(Profile::no_broadcast_place), (NotePlace::Foot, NotePlace::UnderSignature));
        assert_eq!(both(|profile| profile.no_broadcast().contains("TRÊN CÁC PHƯƠNG")), (false, true));
    }

    #[test]
    fn what_has_a_range_in_either_holds_in_both() {
        // 18 pt is the least of both; 14 pt is the size of addressees in both.
        assert_eq!(both(|profile| profile.style(Role::Body).pitch.to_pt()), (18.0, 18.0));
        assert_eq!(both(|profile| profile.style(Role::Address).size.to_pt()), (14.0, 14.0));
        for role in [
            Role::PartyTitle,
            Role::Issuer,
            Role::TypeName,
            Role::SignerName,
            Role::Urgency,
            Role::PageNumber,
        ] {
            let (new, old) = both(|profile| profile.style(role));
            assert_eq!(new, old, "{role:?}");
        }
        let (new, old) = both(|profile| *profile.page());
        assert_eq!(new, old);
    }

    /// As in hd05, so that a page fills up in whole points.
    #[test]
    fn what_the_date_adds_is_whole_points() {
        let date = Profile::hd36().style(Role::PlaceDate);
        assert_eq!(date.before.to_pt(), 7.8);
        assert_eq!((date.before + date.after).twips() % 20, 0);
    }

    #[test]
    fn rows_that_no_output_shows_have_their_reason() {
        let design = include_str!("../../DESIGN.md");
        for row in [
            "secrecy mark",
            "giáp lai",
            "bodies listed",
            "seal of a chi bộ",
            "copies",
            "signature's picture",
            "appendix line",
            "page number",
        ] {
            assert!(design.contains(&format!("- {row}: ")), "{row}");
        }
    }
}
