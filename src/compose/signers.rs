//! Who signs a paper, and whose seal stands on which signature.

use super::Composer;
use crate::parts::{Body, Capacity, Issuer, Signature};
use crate::text::Text;
use crate::tree::{SignatureField, Spot};

/// A signature, and what programs that sign files know of it.
pub(super) struct Signer<'a> {
    pub(super) signature: &'a Signature,
    /// Which part of the frame it is.
    pub(super) part: String,
    own: SignatureField,
    seal: Option<SignatureField>,
}

impl Signer<'_> {
    pub(super) fn spot(&self) -> Spot {
        Spot::Signature { own: self.own.clone(), seal: self.seal.clone() }
    }
}

/// All who sign, by where they stand.
pub(super) struct Signers<'a> {
    /// Who answers for the paper.
    pub(super) own: Option<Signer<'a>>,
    /// Who signs beside him.
    pub(super) others: Vec<Signer<'a>>,
    /// Who confirms his signature.
    pub(super) confirming: Option<Signer<'a>>,
}

impl Composer<'_> {
    /// Who signs. Signatures are counted from that of who answers for the paper, then those beside it, then the one that
    /// confirms; seals in the same order.
    pub(super) fn signers(&self) -> Signers<'_> {
        let frame = self.frame;
        let confirmed = frame.confirmation.is_some();
        let (mut count, mut seals) = (0, 0);
        let mut signer = |signature, part: &str, whose: Option<String>| {
            count += 1;
            let seal = whose.map(|whose| {
                seals += 1;
                let name = if seals == 1 { "Dau".to_owned() } else { format!("Dau_{seals}") };
                SignatureField { name, title: format!("Dấu, chữ ký số của {whose}") }
            });
            let title = format!("Chữ ký số của {}", who(signature));
            let own = SignatureField { name: format!("ChuKy_{count}"), title };
            Signer { signature, part: part.to_owned(), own, seal }
        };
        // What is confirmed may not be sealed (I.7.1.4e).
        let own = frame.signature.as_ref();
        let own = own.map(|own| signer(own, "signature", self.seal_of(own).filter(|_| !confirmed)));
        let mut others: Vec<Signer<'_>> =
            frame.left_signature.iter().map(|left| signer(left, "left_signature", None)).collect();
        others.extend(frame.joint_signatures.iter().enumerate().map(|(index, joint)| {
            let body = joint.body.as_ref().map(one_line).filter(|body| has_seal(&Issuer::new(body.as_str())));
            signer(joint, &format!("joint_signatures[{index}]"), body)
        }));
        let confirming = frame.confirmation.as_ref().map(|confirmation| {
            let own = &confirmation.signature;
            let whose = own.body.as_ref().map(one_line);
            let part = "confirmation.signature";
            signer(own, part, Some(whose.unwrap_or_else(|| "cơ quan xác nhận".to_owned())))
        });
        Signers { own, others, confirming }
    }

    /// Whose seal stands on the signature of who answers for the paper.
    fn seal_of(&self, signature: &Signature) -> Option<String> {
        let frame = self.frame;
        // Who signs a form for himself signs without his body; what has a number the body issues.
        if signature.capacity == Capacity::Direct && signature.body.is_none() && !frame.numbered {
            return None;
        }
        // I.8.1.2: a chi bộ without a seal issues under the committee's where it signs by its order.
        match (&signature.body, signature.capacity) {
            (Some(body), Capacity::ByOrderOf) if !has_seal(&frame.issuer) => Some(one_line(body)),
            _ => has_seal(&frame.issuer).then(|| one_line(&frame.issuer.name)),
        }
    }
}

/// Whether a body has a seal of its own, as most of its sort: a chi bộ and a congress have none.
fn has_seal(issuer: &Issuer) -> bool {
    !matches!(issuer.body(), Some(Body::Branch | Body::Congress | Body::CongressBody))
}

/// Who a signature is of: the name, else the office, else for whom it is.
fn who(signature: &Signature) -> String {
    let known = signature.name.as_ref().or(signature.position.as_ref()).or(signature.body.as_ref());
    known.map(one_line).filter(|who| !who.is_empty()).unwrap_or_else(|| "người ký".to_owned())
}

fn one_line(text: &Text) -> String {
    text.to_string().replace(['\n', '\u{a0}'], " ")
}
