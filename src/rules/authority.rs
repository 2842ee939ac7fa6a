//! Who signs how, after the body that issues the paper (05-HD/VPTW II.I.7.1.4).

use super::letterhead;
use crate::error::Problems;
use crate::parts::body::{begins, capitals};
use crate::parts::{Body, Capacity, Closing, Frame, Signature};
use crate::path::Path;
use crate::text::Text;

/// A body that decides together: what it is called, what stands after `T/M`, and who signs.
struct Committee {
    called: &'static str,
    signs: &'static [&'static str],
    heads: [&'static str; 2],
}

const SECRETARIES: [&str; 2] = ["BÍ THƯ", "PHÓ BÍ THƯ"];

fn committee(body: Body, name: &str) -> Option<Committee> {
    let of = |called, signs, heads| Some(Committee { called, signs, heads });
    match body {
        Body::Branch => of("chi bộ", &["CHI BỘ"], SECRETARIES),
        Body::Committee if begins(name, "HUYỆN UỶ") => {
            of("huyện uỷ", &["HUYỆN UỶ", "BAN THƯỜNG VỤ"], SECRETARIES)
        }
        Body::Committee => of("đảng uỷ", &["ĐẢNG UỶ", "BAN THƯỜNG VỤ"], SECRETARIES),
        Body::SectionCommittee => of("đảng uỷ bộ phận", &["ĐẢNG UỶ"], SECRETARIES),
        Body::Province if begins(name, "THÀNH UỶ") => {
            of("thành uỷ", &["THÀNH UỶ", "BAN THƯỜNG VỤ"], SECRETARIES)
        }
        Body::Province => of("tỉnh uỷ", &["TỈNH UỶ", "BAN THƯỜNG VỤ"], SECRETARIES),
        Body::Inspection => of("uỷ ban kiểm tra", &["UỶ BAN KIỂM TRA"], ["CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"]),
        Body::Council => of("hội đồng", &["HỘI ĐỒNG"], ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        _ => None,
    }
}

/// A body under one head: what it is called, how its head's office begins, and the clause.
fn head(body: Body) -> Option<(&'static str, &'static str, &'static str)> {
    match body {
        Body::Department => Some(("ban, văn phòng", "TRƯỞNG BAN", "05-HD/VPTW II.I.7.1.4c")),
        Body::Office => Some(("ban, văn phòng", "CHÁNH VĂN PHÒNG", "05-HD/VPTW II.I.7.1.4c")),
        Body::Steering => Some(("ban chỉ đạo", "TRƯỞNG BAN CHỈ ĐẠO", "05-HD/VPTW II.I.7.1.4đ")),
        Body::Subcommittee => Some(("tiểu ban", "TRƯỞNG TIỂU BAN", "05-HD/VPTW II.I.7.1.4đ")),
        _ => None,
    }
}

/// Whether the body that issues is under one head, which never signs on its behalf.
pub(super) fn has_one_head(frame: &Frame) -> bool {
    letterhead::body(frame).and_then(head).is_some()
}

/// Bodies of a congress that sign for it, each with the one position that stands under it (I.7.1.4a).
const OF_A_CONGRESS: [(&str, Option<&str>); 4] = [
    ("ĐOÀN CHỦ TỊCH", None),
    ("ĐOÀN THƯ KÝ", Some("TRƯỞNG ĐOÀN")),
    ("BAN KIỂM PHIẾU", Some("TRƯỞNG BAN")),
    ("BAN THẨM TRA TƯ CÁCH ĐẠI BIỂU", Some("TRƯỞNG BAN")),
];
const CONGRESS: &str = "05-HD/VPTW II.I.7.1.4a";

/// The paper's own signature against the body that issues it. Minutes are signed by who chaired and who wrote,
/// a form by whom it concerns, and a joint paper by the heads of several bodies.
pub(super) fn check(frame: &Frame, problems: &mut Problems) {
    confirmed(frame, problems);
    let signed = matches!(frame.closing, Closing::Full | Closing::Signed);
    let (Some(signature), Some(body), true) = (&frame.signature, letterhead::body(frame), signed) else {
        return;
    };
    // Kiêm: a body without a seal of its own (I.7.1.4đ).
    if signature.also.is_some() {
        return;
    }
    if let Some(committee) = committee(body, &capitals(frame.issuer.name.as_str())) {
        match signature.capacity {
            Capacity::OnBehalfOf => for_committee(&committee, signature, &frame.signing_bodies, problems),
            // A body beside a bare position is told by itself.
            Capacity::Direct if in_person(frame) || signature.body.is_some() => {}
            Capacity::Acting => {}
            _ => not_for_committee(&committee, signature, problems),
        }
    } else if let Some((called, office, clause)) = head(body) {
        under_one_head(called, office, clause, signature, problems);
    } else if body == Body::Congress {
        for_congress(signature, problems);
    } else if body == Body::CongressBody {
        for_congress_body(&capitals(frame.issuer.name.as_str()), signature, problems);
    }
}

/// Who confirms a signature is none of a congress, which is over by then, and whose signature it is has signed.
fn confirmed(frame: &Frame, problems: &mut Problems) {
    let Some(confirmation) = &frame.confirmation else { return };
    let at = Path::at("confirmation");
    let body = confirmation.signature.body.as_ref().map(|body| capitals(body.as_str())).unwrap_or_default();
    if OF_A_CONGRESS.iter().any(|(known, _)| begins(&body, known)) {
        problems.warning(
            "signature.other_body",
            at.field("signature").field("body"),
            CONGRESS,
            format!(
                "xác nhận chữ ký do lãnh đạo văn phòng cấp uỷ ký T/L BAN THƯỜNG VỤ, hoặc bí thư, phó bí thư ký T/M cấp uỷ; \
                 hiện là {} {body}",
                confirmation.signature.capacity.mark()
            ),
        );
    }
    let signers = [&frame.signature, &frame.left_signature].into_iter().flatten();
    let names: Vec<&Text> = signers.filter_map(|signature| signature.name.as_ref()).collect();
    if !names.is_empty() && !names.contains(&&confirmation.of) {
        let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
        problems.warning(
            "confirmation.not_a_signer",
            at.field("of"),
            CONGRESS,
            format!(
                "xác nhận chữ ký của người không ký văn bản: “{}”; người ký là {}",
                confirmation.of,
                names.join(", ")
            ),
        );
    }
}

/// What a secretary signs by office alone: a letter of courtesy (thư công), and the report of the outgoing
/// committee to a congress.
fn in_person(frame: &Frame) -> bool {
    let (title, subject) = (capitals(&frame.type_name), capitals(frame.subject.as_str()));
    title == "THƯ CÔNG"
        || (title.starts_with("BÁO CÁO")
            && ["ĐẠI HỘI", "CHÍNH TRỊ", "KIỂM ĐIỂM", "NHÂN SỰ"].iter().any(|words| subject.contains(words)))
}

/// `more` are bodies that sign papers of the kind, too.
fn for_committee(committee: &Committee, signature: &Signature, more: &[Text], problems: &mut Problems) {
    let clause = "05-HD/VPTW II.I.7.1.4b";
    let Some(body) = signature.body.as_ref().map(|body| capitals(body.as_str())) else { return };
    let own = committee.signs.contains(&body.as_str());
    let other = !more.iter().any(|more| capitals(more.as_str()) == body);
    if !own && other && !super::signature::has_mark(&body) {
        let signs: Vec<String> = committee.signs.iter().map(|body| format!("T/M {body}")).collect();
        problems.warning(
            "signature.other_body",
            Path::at("signature").field("body"),
            clause,
            format!("văn bản của {} ký {}; hiện là T/M {body}", committee.called, signs.join(" hoặc ")),
        );
    }
    let position = signature.position.as_ref().map(|position| capitals(position.as_str()));
    if let Some(position) = position.filter(|position| own && super::signature::signs_for(position))
        && !committee.heads.contains(&position.as_str())
    {
        let [head, deputy] = committee.heads;
        problems.warning(
            "signature.other_position",
            Path::at("signature").field("position"),
            clause,
            format!("ký T/M {body} thì chức vụ là {head} hoặc {deputy}; hiện là {position}"),
        );
    }
}

fn not_for_committee(committee: &Committee, signature: &Signature, problems: &mut Problems) {
    let (called, own, [head, deputy]) = (committee.called, committee.signs[0], committee.heads);
    let position = signature.position.as_ref().map(|position| capitals(position.as_str()));
    let office = |usual| position.as_deref().filter(|own| committee.heads.contains(own)).unwrap_or(usual);
    let (code, clause, said) = match signature.capacity {
        Capacity::SigningFor => (
            "signature.for_in_collective",
            "05-HD/VPTW II.I.7.1.1",
            format!(
                "{called} làm việc tập thể nên không ký thay (K/T): ghi T/M {own}, chức vụ {}",
                office(deputy)
            ),
        ),
        Capacity::ByOrderOf => {
            let of = signature.body.as_ref().map(|body| capitals(body.as_str())).unwrap_or_default();
            // A standing committee has others sign by its order, on the committee's paper.
            if of == "BAN THƯỜNG VỤ" && committee.signs.contains(&"BAN THƯỜNG VỤ") {
                return;
            }
            let signers = format!("{} hoặc {}", head.to_lowercase(), deputy.to_lowercase());
            let said = format!(
                "{called} làm việc tập thể nên không ký thừa lệnh (T/L) {}: {signers} ký T/M {own}",
                of.to_lowercase()
            );
            ("signature.order_in_collective", "05-HD/VPTW II.I.7.1.4d", said)
        }
        _ => (
            "signature.direct_in_collective",
            "05-HD/VPTW II.I.7.1.4b",
            format!("văn bản của {called} ký T/M {own}, chức vụ {}; không ký trực tiếp", office(head)),
        ),
    };
    problems.error(code, Path::at("signature").field("capacity"), clause, said);
}

fn under_one_head(
    called: &str,
    office: &str,
    clause: &'static str,
    signature: &Signature,
    problems: &mut Problems,
) {
    let said = |text: Option<&Text>| text.map(|text| capitals(text.as_str()));
    let position = said(signature.position.as_ref());
    let of_the_body = |position: &str| position.strip_prefix("PHÓ ").unwrap_or(position).starts_with(office);
    match signature.capacity {
        Capacity::OnBehalfOf => problems.error(
            "signature.on_behalf_of_one",
            Path::at("signature").field("capacity"),
            clause,
            format!("{called} làm việc theo chế độ thủ trưởng nên không ký T/M: ký trực tiếp {office}"),
        ),
        Capacity::SigningFor => {
            if let Some(head) = said(signature.body.as_ref()).filter(|head| !head.starts_with(office)) {
                problems.warning(
                    "signature.other_head",
                    Path::at("signature").field("body"),
                    clause,
                    format!("ký thay người đứng đầu: K/T {office}; hiện là K/T {head}"),
                );
            }
        }
        Capacity::ByOrderOf | Capacity::Acting | Capacity::Direct => {}
    }
    let in_person = matches!(signature.capacity, Capacity::Acting | Capacity::Direct | Capacity::SigningFor);
    if let Some(position) = position.filter(|position| in_person && !of_the_body(position)) {
        problems.warning(
            "signature.other_position",
            Path::at("signature").field("position"),
            clause,
            format!("người ký của {called} là {office} hoặc PHÓ {office}; hiện là {position}"),
        );
    }
}

fn for_congress(signature: &Signature, problems: &mut Problems) {
    let body = signature.body.as_ref().map(|body| capitals(body.as_str())).unwrap_or_default();
    let known = OF_A_CONGRESS.iter().find(|(known, _)| begins(&body, known));
    match known.filter(|_| signature.capacity == Capacity::OnBehalfOf) {
        Some((body, position)) => congress_position(body, *position, signature, problems),
        None => problems.warning(
            "signature.other_body",
            Path::at("signature").field("body"),
            CONGRESS,
            format!(
                "văn bản của đại hội ký T/M ĐOÀN CHỦ TỊCH hoặc đoàn, ban của đại hội; hiện là {}",
                signed_as(signature)
            ),
        ),
    }
}

/// A paper of a body of a congress, of this name, is signed for that body.
fn for_congress_body(name: &str, signature: &Signature, problems: &mut Problems) {
    let Some((own, position)) = OF_A_CONGRESS.iter().find(|(own, _)| begins(name, own) || begins(own, name))
    else {
        return;
    };
    let body = signature.body.as_ref().map(|body| capitals(body.as_str())).unwrap_or_default();
    if signature.capacity == Capacity::OnBehalfOf && begins(&body, own) {
        congress_position(own, *position, signature, problems);
    } else {
        problems.warning(
            "signature.other_body",
            Path::at("signature").field("body"),
            CONGRESS,
            format!("văn bản của {} ký T/M {own}; hiện là {}", own.to_lowercase(), signed_as(signature)),
        );
    }
}

/// The position under a body of a congress: one, or none.
fn congress_position(body: &str, wanted: Option<&str>, signature: &Signature, problems: &mut Problems) {
    let position = signature.position.as_ref().map(|position| capitals(position.as_str()));
    let said = match (wanted, position.as_deref()) {
        (None, Some(position)) => format!("ký T/M {body} thì không ghi chức vụ; hiện là {position}"),
        (Some(wanted), None) => format!("ký T/M {body} thì chức vụ là {wanted}; hiện chưa ghi"),
        (Some(wanted), Some(position)) if position != wanted => {
            format!("ký T/M {body} thì chức vụ là {wanted}; hiện là {position}")
        }
        _ => return,
    };
    problems.warning("signature.other_position", Path::at("signature").field("position"), CONGRESS, said);
}

/// How it is signed now: `T/M CHI BỘ`, `BÍ THƯ`.
fn signed_as(signature: &Signature) -> String {
    let said = |text: Option<&Text>| text.map(|text| capitals(text.as_str())).unwrap_or_default();
    match signature.capacity.mark() {
        "" => said(signature.position.as_ref()),
        mark => format!("{mark} {}", said(signature.body.as_ref())),
    }
}
