//! Rules for who signs and how (05-HD/VPTW II.I.7.1).

use super::{authority, persons};
use crate::error::Problems;
use crate::parts::{Capacity, Closing, Frame, Signature};
use crate::path::Path;
use crate::text::upper;

/// I.7.1.2: the only positions that stand under `T/M`, in capitals.
const POSITIONS: [&str; 10] = [
    "BÍ THƯ",
    "PHÓ BÍ THƯ",
    "CHỦ NHIỆM",
    "PHÓ CHỦ NHIỆM",
    "CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "TỔNG BÍ THƯ",
    "TRƯỞNG ĐOÀN",
    "TRƯỞNG BAN",
    "TỔ TRƯỞNG",
];

const CLAUSE: &str = "05-HD/VPTW II.I.7.1.2";

/// Where the signature stands that confirms another.
fn confirming() -> Path {
    Path::at("confirmation").field("signature")
}

pub(super) fn check(frame: &Frame, problems: &mut Problems) {
    let final_paper = frame.draft.is_none() && frame.closing.needs_signature();
    if final_paper && frame.signature.is_none() {
        problems.error(
            "signature.missing",
            "signature",
            "05-HD/VPTW II.I.7",
            "văn bản chính thức chưa có người ký",
        );
    }
    if final_paper && frame.closing == Closing::Minutes && frame.left_signature.is_none() {
        problems.error(
            "signature.recorder_missing",
            "left_signature",
            "05-HD/VPTW II.I.7.1.4e",
            "biên bản có hai người ký; chưa có người ghi biên bản",
        );
    }
    for (path, signature) in signatures(frame) {
        body(&path, signature, frame, problems);
        position(&path, signature, frame, problems);
        match &signature.name {
            Some(text) => name(&path, text.as_str(), problems),
            None if final_paper => problems.error(
                "signature.name_missing",
                path.field("name"),
                "05-HD/VPTW II.I.7.1.3",
                "chưa ghi họ tên người ký",
            ),
            None => {}
        }
    }
}

/// Every signature of a paper, with its path.
pub(super) fn signatures(frame: &Frame) -> Vec<(Path, &Signature)> {
    let mut signatures: Vec<(Path, &Signature)> =
        frame.signature.iter().map(|signature| (Path::at("signature"), signature)).collect();
    signatures.extend(frame.left_signature.iter().map(|left| (Path::at("left_signature"), left)));
    for (index, signature) in frame.joint_signatures.iter().enumerate() {
        signatures.push((Path::at("joint_signatures").index(index), signature));
    }
    if let Some(confirmation) = &frame.confirmation {
        signatures.push((confirming(), &confirmation.signature));
    }
    signatures
}

fn body(path: &Path, signature: &Signature, frame: &Frame, problems: &mut Problems) {
    let at = |field: &'static str| path.field(field);
    let clause = "05-HD/VPTW II.I.7.1.1";
    let mark = signature.capacity.mark();
    match (&signature.body, signature.capacity) {
        (None, Capacity::OnBehalfOf | Capacity::SigningFor | Capacity::ByOrderOf) => problems.error(
            "signature.body_missing",
            at("body"),
            clause,
            format!("ký {mark} phải ghi ký {mark} ai, ví dụ “Chi bộ”, “Trưởng ban”"),
        ),
        (Some(_), Capacity::Direct) if !frame.joint_signatures.is_empty() => {}
        (Some(body), Capacity::Acting | Capacity::Direct) => problems.error(
            "signature.body_unused",
            at("body"),
            clause,
            format!("ký trực tiếp hoặc ký quyền chỉ ghi chức vụ; hãy bỏ “{body}”"),
        ),
        (Some(body), _) => {
            let body = upper(body.as_str());
            if has_mark(&body) {
                problems.error(
                    "signature.body_has_mark",
                    at("body"),
                    clause,
                    format!("chỉ ghi tên cơ quan hoặc chức vụ, không ghi T/M, K/T, T/L, TM., KT., TL., TUQ.; hiện là “{body}”"),
                );
            }
        }
        (None, Capacity::Acting | Capacity::Direct) => {}
    }
}

fn position(path: &Path, signature: &Signature, frame: &Frame, problems: &mut Problems) {
    let at = |field: &'static str| path.field(field);
    let Some(position) = &signature.position else {
        if signature.capacity != Capacity::OnBehalfOf {
            problems.error(
                "signature.position_missing",
                at("position"),
                CLAUSE,
                "chưa ghi chức vụ của người ký",
            );
        }
        return;
    };
    let position = upper(position.as_str());
    if has_mark(&position) {
        problems.error(
            "signature.position_has_mark",
            at("position"),
            CLAUSE,
            format!("chức vụ ghi không có T/M, K/T, T/L, Q.; hiện là “{position}”"),
        );
    } else if signature.capacity == Capacity::OnBehalfOf
        && !POSITIONS.contains(&position.as_str())
        && !authority::has_one_head(frame)
    {
        match POSITIONS.iter().find(|known| position.starts_with(&format!("{known} "))) {
            Some(known) => problems.error(
                "signature.position_has_body",
                at("position"),
                CLAUSE,
                format!("chức vụ không ghi kèm tên cơ quan: ghi “{known}”, không ghi “{position}”"),
            ),
            None => problems.error(
                "signature.position_unknown",
                at("position"),
                CLAUSE,
                format!(
                    "dưới T/M chỉ ghi bí thư, phó bí thư, chủ nhiệm, phó chủ nhiệm, chủ tịch, phó chủ tịch; uỷ viên ký \
                     không ghi chức vụ; hiện là “{position}”"
                ),
            ),
        }
    }
}

fn name(path: &Path, name: &str, problems: &mut Problems) {
    let at = path.field("name");
    if persons::is_family_ong(name) {
        problems.warning(
            "signature.name_ong",
            at,
            persons::SIGNER.clause,
            format!("“{name}”: hãy bỏ “Ông” nếu đó là danh xưng, không phải họ"),
        );
    } else {
        persons::name(&at, name, &persons::SIGNER, problems);
    }
}

/// Whether a position, in capitals, may stand under `T/M`.
pub(super) fn signs_for(position: &str) -> bool {
    POSITIONS.contains(&position)
}

/// Whether a text holds a mark of capacity, in the Party's form or the state's.
pub(super) fn has_mark(capitals: &str) -> bool {
    ["T/M", "K/T", "T/L", "T/U", "TM.", "KT.", "TL.", "TUQ.", "Q."]
        .iter()
        .any(|mark| capitals.starts_with(mark))
}
