//! The regulation's checklist on minutes, invitations, ballots, forms and lists. A rule that one of them does
//! not keep is named with its reason, and must be broken: a reason that no longer holds is a failure.

use serde_json::{Value, json};

use crate::checklist::paper::{Paper, Profile, Sheet};
use crate::checklist::{docx_failures, pdf_failures};

/// A rule that a paper does not keep, and why.
type But = (u8, &'static str);

/// Asserts that every rule that applies holds in both files, but for these. Names and căn cứ are the record's.
#[track_caller]
fn holds(name: &str, change: impl FnOnce(&mut Value), paper: &Paper<'static>, but: &[But]) {
    let mut record: Value = serde_json::from_str(&crate::case(name)).unwrap();
    change(&mut record);
    let upper = |name: &Value| name.as_str().map(str::to_uppercase);
    let (superior, issuer) =
        (upper(&record["issuer"]["superior"]), upper(&record["issuer"]["name"]).unwrap());
    let paper = Paper {
        profile: if record["profile"] == "hd36" { Profile::Hd36 } else { Profile::Hd05 },
        superior: superior.as_deref(),
        issuer: &issuer,
        bases: record["basis"].as_array().map_or(0, Vec::len),
        ..paper.clone()
    };
    let document = crate::render(&record.to_string());
    let mut found = docx_failures(&paper, &document.to_docx().unwrap());
    found.extend(pdf_failures(&paper, &document.to_pdf().unwrap()));
    let excused = |rule: u8| but.iter().any(|(excused, _)| *excused == rule);
    let told: Vec<String> =
        found.iter().filter(|failure| !excused(failure.rule)).map(ToString::to_string).collect();
    assert!(told.is_empty(), "{name}:\n{}", told.join("\n"));
    let kept: Vec<&But> =
        but.iter().filter(|(rule, _)| found.iter().all(|failure| failure.rule != *rule)).collect();
    assert!(kept.is_empty(), "{name} keeps {kept:?} after all");
}

fn same(_: &mut Value) {}

const MINUTES: Paper = Paper {
    type_name: "BIÊN BẢN",
    type_code: "BB",
    outline: true,
    has_recipients: false,
    ..Paper::RESOLUTION
};

#[test]
fn minutes() {
    holds("minutes_smallest", same, &MINUTES, &[]);
    holds("minutes_committee", same, &MINUTES, &[]);
    holds("minutes_yearly_review", same, &Paper { tables: true, ..MINUTES }, &[]);
    // A directive is cited without its date, as the recorder did.
    let regular = Paper { has_recipients: true, own_citations: false, ..MINUTES };
    holds("minutes_regular", same, &regular, &[]);
    holds("minutes_regular_2018", same, &Paper { dated: false, ..regular.clone() }, &[]);
    holds("minutes_forum_full", same, &MINUTES, &[(87, "the record itself writes “uỷ” and “hóa”")]);
    let by_hand = Paper { number_by_hand: true, ..MINUTES };
    let for_the_pen = "the recorder's name is left for the pen";
    for name in ["minutes_forum", "minutes_thematic"] {
        holds(name, same, &by_hand, &[(62, for_the_pen), (66, for_the_pen)]);
    }
    holds(
        "minutes_ballot_count",
        same,
        &Paper { tables: true, ..MINUTES },
        &[
            (60, "a board of tellers has a head of its own"),
            (65, "the head of the tellers signs at the left"),
        ],
    );
}

/// Where another body confirms the chair's signature, its own is held against the rules too.
#[test]
fn minutes_with_a_confirmed_signature() {
    let confirmed = Paper { has_recipients: true, confirmed: true, ..MINUTES };
    let extract = Paper { type_name: "TRÍCH BIÊN BẢN", ..confirmed.clone() };
    holds("minutes_extract", same, &extract, &[(26, "an extract has the code of its minutes")]);
    let full = Paper {
        urgency: Some("KHẨN"),
        circulation: Some("LƯU HÀNH NỘI BỘ"),
        no_broadcast: true,
        drafter_code: Some("NguyenVanAn-26"),
        contact: Some("Số 85, đường Hùng Vương, tỉnh Quảng Trị; điện thoại: 0233 000 000"),
        own_citations: false,
        ..confirmed
    };
    holds("minutes_full", same, &full, &[]);
}

const FORM: Paper = Paper {
    type_code: "",
    numbered: false,
    prose: false,
    has_signature: false,
    has_recipients: false,
    ..Paper::RESOLUTION
};

const COPY: But =
    (3, "the bottom margin of a copy is half a point smaller, for the paragraph that begins it");
const LEFT: But = (4, "no line of the form begins at the margin");
const WIDE: [But; 2] =
    [(4, "a sheet on its long side has no figures"), (5, "a sheet on its long side has no figures")];
const PERSONAL: [But; 2] = [
    (59, "“(Ký, ghi rõ họ tên)” stands where others have a position"),
    (63, "who answers signs in his own name"),
];

#[test]
fn invitations() {
    let invitation =
        Paper { type_name: "GIẤY MỜI", type_code: "GM", has_signature: true, prose: true, ..FORM };
    let one_guest = |record: &mut Value| record["addressees"] = json!(["Đồng chí Lê Thị Bình"]);
    holds("invitation", one_guest, &invitation, &[COPY]);
    holds("invitation_smallest", one_guest, &invitation, &[COPY]);
    let full = Paper { sheet: Sheet::WideA5, numbered: true, has_recipients: true, ..invitation };
    holds("invitation_full", one_guest, &full, &WIDE);
}

/// One copy a sheet: of several the readers would see a table, whose cells hold a paper each.
#[test]
fn ballots_and_opinion_forms() {
    let one = |record: &mut Value| {
        record["copies"] = json!(1);
        record.as_object_mut().unwrap().remove("per_sheet");
    };
    let ballot = Paper { type_name: "PHIẾU BIỂU QUYẾT", tables: true, ..FORM };
    holds("ballot_paper", one, &ballot, &[]);
    holds("ballot_discipline_2018", one, &ballot, &[LEFT]);
    // Its boxes reach into the right column, where the PDF's reader would look for the signature.
    holds("ballot_smallest", one, &Paper { tables: false, ..ballot.clone() }, &[LEFT]);
    holds("ballot_full", one, &Paper { type_name: "PHIẾU BẦU", sheet: Sheet::WideA5, ..ballot }, &WIDE);
    let opinion = Paper { type_name: "PHIẾU LẤY Ý KIẾN", ..FORM };
    holds("opinion_smallest", one, &opinion, &[LEFT]);
    holds("opinion_copies_2018", one, &opinion, &[]);
    let signed = Paper { has_signature: true, has_name: false, ..opinion };
    holds("opinion_form", one, &signed, &PERSONAL);
    let wide: Vec<But> = PERSONAL.into_iter().chain(WIDE).collect();
    holds("opinion_full", one, &Paper { sheet: Sheet::WideA5, ..signed }, &wide);
}

#[test]
fn evaluation_forms() {
    const DELEGATE: But = (63, "the member of the cấp uỷ who took part signs by his office");
    let form = Paper {
        type_name: "PHIẾU TỰ ĐÁNH GIÁ",
        form_label: Some("Mẫu 1"),
        has_signature: true,
        has_name: false,
        tables: true,
        ..FORM
    };
    holds("evaluation_self", same, &form, &[]);
    holds("evaluation_form", same, &Paper { has_name: true, ..form.clone() }, &[]);
    holds("evaluation_blank_smallest", same, &Paper { date_by_hand: true, ..form.clone() }, &[]);
    let superior = Paper { type_name: "PHIẾU ĐÁNH GIÁ", form_label: Some("Mẫu 2"), ..form };
    holds("evaluation_superior", same, &superior, &[DELEGATE]);
    holds("evaluation_both", same, &Paper { form_label: None, ..superior.clone() }, &[DELEGATE]);
    holds(
        "evaluation_full",
        same,
        &Paper { form_label: Some("Mẫu 3"), has_name: true, ..superior },
        &[DELEGATE],
    );
}

#[test]
fn lists_and_comments() {
    let list = Paper {
        type_name: "DANH SÁCH",
        sheet: Sheet::WideA4,
        has_signature: true,
        has_recipients: true,
        tables: true,
        landscape: true,
        ..FORM
    };
    for name in ["evaluation_summary", "summary_quarter", "summary_full"] {
        holds(name, same, &list, &WIDE);
    }
    let comments = Paper { type_name: "BẢNG TỔNG HỢP", has_signature: true, tables: true, ..FORM };
    holds("comments", same, &comments, &[LEFT]);
    holds("comments_full", same, &Paper { has_recipients: true, ..comments.clone() }, &[]);
    holds("comments_smallest", same, &Paper { has_signature: false, tables: false, ..comments }, &[LEFT]);
}
