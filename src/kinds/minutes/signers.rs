//! Who signs minutes: at the left who wrote them, at the right who answers for them.

use super::{Minutes, MinutesVariant, view};
use crate::parts::{Body, Capacity, Issuer, Person, Signature};
use crate::path::Path;

/// In what office somebody signs minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Office {
    Recorder,
    Chair,
    /// Who counted the ballots.
    Tellers,
    /// Đoàn chủ tịch: signed for without a position (05-HD/VPTW II.I.7.1.4a).
    Presidium,
    /// Đoàn thư ký.
    Secretariat,
}

/// Somebody who signs, where the record has him.
#[derive(Debug)]
pub(super) struct Signer<'a> {
    pub office: Office,
    pub at: Path,
    pub person: Option<&'a Person>,
}

impl Signer<'_> {
    /// The signature, of minutes of this issuer.
    pub(super) fn signature(&self, issuer: &Issuer) -> Option<Signature> {
        let person = self.person?;
        let name = person.given_name().cloned();
        let on_behalf_of = |body: &str, position: Option<&str>| Signature {
            capacity: Capacity::OnBehalfOf,
            body: Some(body.into()),
            position: position.map(Into::into),
            ..Signature::in_person("", name.clone())
        };
        Some(match self.office {
            Office::Recorder => Signature::in_person("Người ghi biên bản", name),
            Office::Chair => Signature::in_person("Chủ trì hội nghị", name),
            Office::Tellers => {
                let tellers = view::tellers(issuer);
                on_behalf_of(tellers.name, Some(tellers.head))
            }
            Office::Presidium => on_behalf_of("Đoàn Chủ tịch", None),
            Office::Secretariat => on_behalf_of("Đoàn Thư ký", Some("Trưởng đoàn")),
        })
    }
}

impl Minutes {
    /// Whether they tell of a congress as a whole: an extract of its minutes does, too.
    pub(super) fn of_a_congress(&self) -> bool {
        let congress = self.issuer.body() == Some(Body::Congress);
        self.variant == MinutesVariant::Congress || (self.variant == MinutesVariant::Extract && congress)
    }

    /// Whether ballots were counted by a body of a congress, which issues the minutes itself.
    pub(super) fn of_its_tellers(&self) -> bool {
        self.variant == MinutesVariant::BallotCount && self.issuer.body() == Some(Body::CongressBody)
    }

    /// Who signs at the left, and who at the right.
    pub(super) fn signers(&self) -> [Signer<'_>; 2] {
        use MinutesVariant::{BallotCount, Discussion};
        let (recorder, chair) = (self.recorder(), self.one(Office::Chair, "chair", self.chair.as_ref()));
        match self.variant {
            _ if self.of_a_congress() => [self.writing(self.secretary.as_ref()), self.presiding()],
            Discussion => [recorder, self.writing(None)],
            BallotCount if self.of_its_tellers() => [recorder, self.tellers()],
            BallotCount if self.issuer.body() == Some(Body::Congress) => [self.tellers(), self.presiding()],
            BallotCount => [self.tellers(), chair],
            _ => [recorder, chair],
        }
    }

    fn one<'a>(&self, office: Office, field: &'static str, person: Option<&'a Person>) -> Signer<'a> {
        Signer { office, at: Path::at(field), person }
    }

    fn recorder(&self) -> Signer<'_> {
        self.one(Office::Recorder, "secretary", self.secretary.as_ref())
    }

    fn tellers(&self) -> Signer<'_> {
        let at = Path::at("ballots").field("tellers").index(0);
        let head = self.ballots.as_ref().and_then(|ballots| ballots.tellers.first());
        Signer { office: Office::Tellers, at, person: head }
    }

    /// Who signs for the đoàn chủ tịch: the chair or, where none is named, its first member.
    pub(super) fn presiding(&self) -> Signer<'_> {
        match &self.chair {
            None => leading(Office::Presidium, "presidium", &self.presidium),
            chair => self.one(Office::Presidium, "chair", chair.as_ref()),
        }
    }

    /// Who signs for the đoàn thư ký: this secretary or, where none is named, its first member.
    fn writing<'a>(&'a self, secretary: Option<&'a Person>) -> Signer<'a> {
        match secretary {
            None => leading(Office::Secretariat, "secretariat", &self.secretariat),
            secretary => self.one(Office::Secretariat, "secretary", secretary),
        }
    }

    /// Đoàn chủ tịch, who signs for it first.
    pub(super) fn presidium_in_order(&self) -> Vec<&Person> {
        first(self.presiding().person, &self.presidium)
    }

    /// Đoàn thư ký, its head first.
    pub(super) fn secretariat_in_order(&self) -> Vec<&Person> {
        let secretary = self.secretary.as_ref().filter(|_| self.of_a_congress());
        first(self.writing(secretary).person, &self.secretariat)
    }
}

/// The first of a list that stands in a field; nobody of one without members, which is the field's own fault.
fn leading<'a>(office: Office, field: &'static str, all: &'a [Person]) -> Signer<'a> {
    let person = all.first();
    let at = Path::at(field);
    Signer { office, at: if person.is_some() { at.index(0) } else { at }, person }
}

/// Somebody, then all others: who is named twice is one.
fn first<'a>(head: Option<&'a Person>, all: &'a [Person]) -> Vec<&'a Person> {
    let same = |one: &Person| {
        head.is_some_and(|head| {
            let named = head.given_name().is_some() && head.given_name() == one.given_name();
            named || std::ptr::eq(head, one)
        })
    };
    head.into_iter().chain(all.iter().filter(|one| !same(one))).collect()
}
