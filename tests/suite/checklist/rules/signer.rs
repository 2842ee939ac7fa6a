//! Rules 58, 60 to 64: who may sign, and with which words.

use super::types::is_collective;
use super::{Outcome, Rule, ensure, needed, rule};
use crate::checklist::paper::Paper;
use crate::checklist::parts::{Parts, Signature};
use crate::checklist::piece::{Look, Piece};
use crate::checklist::words::{has_word, is_capitals, same_tone};

pub const RULES: &[Rule] = &[
    rule(58, "không dùng TM., KT., TL., TUQ.", "HD05 I.7.1.1", |_| true, Some(no_dots), Some(no_dots)),
    rule(60, "chức vụ dưới T/M", "HD05 I.7.1.2", signed, Some(position), Some(position)),
    rule(61, "chức vụ không kèm tên cơ quan", "HD05 I.7.1.2", alone, Some(no_body), Some(no_body)),
    rule(62, "họ tên người ký", "HD05 I.7.1.3", named, Some(name), Some(name)),
    rule(63, "quyền hạn ký của cơ quan", "HD05 I.7.1.4", committee, Some(authority), Some(authority)),
    rule(64, "K/T", "HD05 I.7.1.1", alone, Some(for_a_head), Some(for_a_head)),
];

fn signed(paper: &Paper) -> bool {
    paper.has_signature
}

fn named(paper: &Paper) -> bool {
    paper.has_signature && paper.has_name
}

fn alone(paper: &Paper) -> bool {
    paper.has_signature && !paper.joint
}

/// Minutes are signed by the chair and the recorder in their own names.
fn committee(paper: &Paper) -> bool {
    alone(paper) && !paper.is_minutes()
}

pub fn signature(parts: &Parts) -> Result<&Signature, String> {
    parts.signature.as_ref().ok_or_else(|| "found no signature in the right column".into())
}

pub fn signatures(parts: &Parts) -> Result<Vec<&Signature>, String> {
    Ok(std::iter::once(signature(parts)?).chain(&parts.left_signature).chain(&parts.confirming).collect())
}

/// Those whose names are printed.
pub fn names<'a>(paper: &Paper, parts: &'a Parts) -> Result<Vec<&'a Signature>, String> {
    let left = parts.left_signature.iter().filter(|_| !paper.left_name_by_hand);
    Ok(std::iter::once(signature(parts)?).chain(left).collect())
}

fn no_dots<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let blocks = parts.signature.iter().chain(&parts.left_signature).chain(&parts.confirming);
    let lines = blocks.flat_map(|block| std::iter::once(&block.authority).chain(&block.position));
    let appendices = parts.appendices.iter().flatten();
    for piece in parts.body.iter().chain(lines).chain(&parts.recipients).chain(appendices) {
        let text = &piece.text;
        let mark = ["TM.", "KT.", "TL.", "TUQ.", "T/U"].iter().find(|mark| has_word(text, mark));
        ensure(mark.is_none(), || format!("found “{}” in “{}”", mark.unwrap_or(&""), piece.words()))?;
    }
    Ok(())
}

const POSITIONS: [&str; 9] = [
    "BÍ THƯ",
    "PHÓ BÍ THƯ",
    "CHỦ NHIỆM",
    "PHÓ CHỦ NHIỆM",
    "CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "TỔNG BÍ THƯ",
    "TRƯỞNG ĐOÀN",
    "TRƯỞNG BAN",
];

fn position<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    for block in signatures(parts)? {
        let (true, Some(position)) = (block.authority.text.starts_with("T/M "), &block.position) else {
            continue;
        };
        let words = position.words();
        let known = POSITIONS.contains(&words.as_str());
        ensure(known, || format!("found “{words}” under “{}”", block.authority.words()))?;
    }
    Ok(())
}

fn no_body<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let bodies = [
        "CHI BỘ",
        "ĐẢNG UỶ",
        "ĐẢNG BỘ",
        "TỈNH UỶ",
        "THÀNH UỶ",
        "HUYỆN UỶ",
        "BAN THƯỜNG VỤ",
        "UỶ BAN",
        "CHI UỶ",
    ];
    for block in signatures(parts)? {
        let words = same_tone(&block.position.as_ref().map(Piece::words).unwrap_or_default());
        // Without a seal of its own a board names the office beside: "kiêm".
        let named = bodies.iter().find(|body| words.contains(*body));
        ensure(named.is_none() || words.contains("kiêm"), || {
            format!("found “{words}”, expected the position alone")
        })?;
    }
    Ok(())
}

/// Titles and ranks that do not stand before a name.
const TITLES: &[&str] = &[
    "TS",
    "THS",
    "PGS",
    "GS",
    "CN",
    "KS",
    "LS",
    "BS",
    "ÔNG",
    "BÀ",
    "ĐỒNG CHÍ",
    "Đ/C",
    "THIẾU TÁ",
    "TRUNG TÁ",
    "THƯỢNG TÁ",
    "ĐẠI TÁ",
    "THIẾU TƯỚNG",
    "TRUNG TƯỚNG",
    "THƯỢNG TƯỚNG",
    "ĐẠI TƯỚNG",
    "THIẾU UÝ",
    "TRUNG UÝ",
    "THƯỢNG UÝ",
    "ĐẠI UÝ",
    "TIẾN SĨ",
    "THẠC SĨ",
    "GIÁO SƯ",
    "PHÓ GIÁO SƯ",
    "LUẬT SƯ",
    "BÁC SĨ",
];

fn name<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    for block in names(paper, parts)? {
        let name = needed(&block.name, "name of the signer")?;
        Look::size(14.0).bold().check(name)?;
        let words = name.words();
        let title_case = words.split(' ').all(|word| word.chars().next().is_some_and(char::is_uppercase));
        ensure(title_case && !is_capitals(&words), || {
            format!("found “{words}”, expected each word with one capital")
        })?;
        let upper = same_tone(&words.to_uppercase());
        let titled = TITLES
            .iter()
            .find(|title| upper.strip_prefix(**title).is_some_and(|rest| rest.starts_with([' ', '.'])));
        ensure(titled.is_none() && !words.contains('.'), || {
            format!("found “{words}”, expected no title before it")
        })?;
    }
    Ok(())
}

fn authority<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let issuer = same_tone(&needed(&parts.issuer, "issuer")?.words());
    let found = same_tone(&signature(parts)?.authority.words());
    let allowed: &[&str] = if issuer.starts_with("CHI BỘ") {
        &["T/M CHI BỘ"]
    } else if issuer.starts_with("ĐẢNG UỶ") {
        &["T/M ĐẢNG UỶ", "T/M BAN THƯỜNG VỤ", "T/L BAN THƯỜNG VỤ"]
    } else if issuer.starts_with("TỈNH UỶ") {
        &["T/M TỈNH UỶ", "T/M BAN THƯỜNG VỤ", "T/L BAN THƯỜNG VỤ"]
    } else if issuer.starts_with("THÀNH UỶ") {
        &["T/M THÀNH UỶ", "T/M BAN THƯỜNG VỤ", "T/L BAN THƯỜNG VỤ"]
    } else if issuer.starts_with("UỶ BAN KIỂM TRA") {
        &["T/M UỶ BAN KIỂM TRA", "T/L CHỦ NHIỆM"]
    } else if issuer.starts_with("BAN ") || issuer.starts_with("VĂN PHÒNG") || issuer.starts_with("CƠ QUAN")
    {
        let head = !found.starts_with("T/M ") || issuer.starts_with("BAN CHẤP HÀNH") || is_congress(&issuer);
        return ensure(head, || format!("{issuer}: found “{found}”, expected no T/M"));
    } else {
        return Ok(());
    };
    ensure(allowed.contains(&found.as_str()), || {
        format!("{issuer}: found “{found}”, expected one of {allowed:?}")
    })
}

/// Bodies of a congress sign for themselves.
fn is_congress(issuer: &str) -> bool {
    issuer.starts_with("BAN KIỂM PHIẾU") || issuer.starts_with("BAN THẨM TRA")
}

fn for_a_head<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let issuer = needed(&parts.issuer, "issuer")?.words();
    for block in signatures(parts)? {
        let acting = block.authority.text.starts_with("K/T");
        ensure(!(acting && is_collective(&issuer)), || format!("{issuer} decides together, found K/T"))?;
        let committee = is_collective(block.authority.text.trim_start_matches("K/T "));
        ensure(!(acting && committee), || format!("found “{}”", block.authority.words()))?;
    }
    Ok(())
}
