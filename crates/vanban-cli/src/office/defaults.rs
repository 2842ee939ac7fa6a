//! What an office writes in every paper of a kind, by the places of a record.

use serde_json::{Value, json};
use vanban::Kind;
use vanban::parts::{Body, Issuer, Signature};

use super::Office;

impl Office {
    /// The values that records of a kind have where nothing else gives them; what a form says itself, it says.
    pub(crate) fn defaults_of(&self, kind: &Kind) -> Vec<(String, Value)> {
        let mut defaults = self.defaults(kind.name());
        defaults.retain(|(place, _)| !kind.says(place.split(['.', '[']).next().unwrap_or_default()));
        defaults
    }

    /// Says who makes a paper, and where, in fields that do not say it.
    pub(crate) fn complete(&self, fields: &mut Value) {
        for (name, value) in [("issuer", json!(self.issuer())), ("place", json!(self.place))] {
            if !value.is_null() && fields.get(name).is_none() {
                fields[name] = value;
            }
        }
    }

    /// The values that records of a kind have where nothing else gives them, by their places.
    pub(crate) fn defaults(&self, kind: &str) -> Vec<(String, Value)> {
        let mut defaults = Defaults(Vec::new());
        let issuer = self.issuer();
        if kind == "evaluation_form" {
            // Mẫu 1 is the chi bộ's own paper, Mẫu 2 that of the committee whose member was there.
            let over = issuer.as_ref().and_then(Issuer::party).map(|party| party.to_string());
            let chi_bo = issuer.as_ref().is_some_and(|issuer| issuer.body() == Some(Body::Branch));
            defaults.text("issuer.superior", over.as_ref().or(self.superior.as_ref().filter(|_| chi_bo)));
            defaults.text("place", self.place.as_ref());
            defaults.text("criteria_set", self.criteria_set.as_ref());
            if chi_bo {
                defaults.text("issuer.name", self.office.as_ref());
            } else {
                defaults.text("superior.issuer.name", self.office.as_ref());
                defaults.text("superior.issuer.superior", self.superior.as_ref());
            }
            return defaults.0;
        }
        defaults.text("issuer.name", self.office.as_ref());
        defaults.text("issuer.superior", self.superior.as_ref());
        defaults.text("place", self.place.as_ref());
        if kind == "evaluation_summary" {
            defaults.text("criteria_set", self.criteria_set.as_ref());
        }
        for (key, value) in self.signature(issuer.as_ref()) {
            defaults.0.push((format!("signature.{key}"), value.into()));
        }
        let recipients: Vec<&String> = self.recipients.iter().chain(&self.archive).collect();
        if !recipients.is_empty() {
            defaults.0.push(("recipients".to_owned(), json!(recipients)));
        }
        defaults.0
    }

    /// Who signs the office's papers, where it says so.
    pub(crate) fn signer(&self) -> Option<Signature> {
        let fields = self.signature(self.issuer().as_ref()).into_iter();
        let fields: serde_json::Map<String, Value> = fields.map(|(key, value)| (key, value.into())).collect();
        serde_json::from_value(fields.into()).ok()
    }

    /// The criteria set by which it scores.
    pub(crate) fn criteria_set(&self) -> Option<&str> {
        self.criteria_set.as_deref()
    }

    pub(crate) fn issuer(&self) -> Option<Issuer> {
        let mut issuer = Issuer::new(self.office.as_deref()?);
        if let Some(superior) = &self.superior {
            issuer = issuer.under(superior.as_str());
        }
        Some(issuer)
    }

    /// The signature's fields. A body that decides together signs `T/M` where nothing else is said.
    fn signature(&self, issuer: Option<&Issuer>) -> Vec<(String, String)> {
        if self.signer.is_empty() {
            return Vec::new();
        }
        let mut signer = self.signer.clone();
        let said = |signer: &[(String, String)], key: &str| signer.iter().any(|(known, _)| known == key);
        let together = issuer.and_then(Issuer::signing);
        if !said(&signer, "capacity") {
            let capacity = if together.is_some() { "on_behalf_of" } else { "direct" };
            signer.push(("capacity".to_owned(), capacity.to_owned()));
        }
        let on_behalf = signer.iter().any(|(key, value)| key == "capacity" && value == "on_behalf_of");
        if let Some(body) = together.filter(|_| on_behalf && !said(&signer, "body")) {
            signer.push(("body".to_owned(), body.to_string()));
        }
        signer
    }
}

struct Defaults(Vec<(String, Value)>);

impl Defaults {
    fn text(&mut self, place: &str, value: Option<&String>) {
        self.0.extend(value.map(|value| (place.to_owned(), Value::from(value.as_str()))));
    }
}
