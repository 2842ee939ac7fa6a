//! From a meeting to the papers that follow from it: what is carried over, and which steps are refused.

use vanban::chain::{Derivation, Draft};
use vanban::kinds::{Comment, Minutes, Resolution};
use vanban::parts::{CitedDate, Given, PaperDate, Vote};
use vanban::{AnyRecord, Error, Record, Stage};

fn minutes(name: &str) -> Minutes {
    Minutes::from_json(&crate::case(name)).unwrap()
}

fn vote(in_favour: u32, against: u32) -> Vote {
    let given = Given::Value;
    Vote {
        entitled: given(14),
        present: given(in_favour + against),
        in_favour: given(in_favour),
        against: given(against),
        abstained: given(0),
    }
}

fn day() -> CitedDate {
    CitedDate::new(2022, 6, 10)
}

#[track_caller]
pub(crate) fn refused<T: std::fmt::Debug>(result: Result<T, Error>, expected: &str) {
    assert_eq!(result.unwrap_err().to_string(), expected);
}

#[test]
fn the_solutions_of_a_forum_become_sections_of_its_resolution() {
    let minutes = Minutes::example();
    let draft = Draft::from_minutes(&minutes).unwrap();
    let record = draft.record();
    let headings: Vec<&str> =
        record.outline.sections.iter().map(|it| it.heading.as_ref().unwrap().as_str()).collect();
    assert_eq!(headings, ["Đánh giá kết quả diễn đàn", "Nhiệm vụ, giải pháp", "Tổ chức thực hiện"]);
    let tasks = &record.outline.sections[1].items;
    assert_eq!(tasks.len(), 5);
    for (task, solution) in tasks.iter().zip(&minutes.solutions) {
        assert_eq!(task.heading.as_ref(), Some(&solution.heading));
        assert_eq!(task.paragraphs.first(), solution.content.as_ref());
    }
    assert_eq!(record.outline.basis, minutes.basis);
    assert_eq!((&record.session, &record.vote, record.adopted), (&None, &None, None));
    assert_eq!((record.paper.draft, record.paper.number, &record.paper.signature), (Some(1), None, &None));
    assert_eq!(
        record.outline.opening.as_ref().unwrap().as_str(),
        "Trên cơ sở kết quả diễn đàn chi bộ ngày 21/5/2022 và kết quả thảo luận, biểu quyết tại kỳ sinh hoạt chi bộ \
         tháng ……… năm 2022, Chi bộ Phòng 7-9 quyết nghị:"
    );
}

#[test]
fn every_state_renders() {
    for name in
        ["minutes_forum", "minutes_forum_full", "minutes_thematic", "minutes_regular", "minutes_smallest"]
    {
        let draft = Draft::from_minutes(&minutes(name)).unwrap();
        let tree = crate::renderer().render(draft.record()).unwrap().to_text(Stage::Tree).unwrap();
        assert!(tree.contains("Dự thảo lần 1") && !tree.contains("Authority"), "{name}: {tree}");
        let commented = draft.collect(Vec::new()).unwrap();
        let tree = crate::renderer().render(commented.table()).unwrap().to_text(Stage::Tree).unwrap();
        assert!(tree.contains("Giải trình") && !tree.contains("không có góp ý"), "{name}: {tree}");
        // After all of these meetings.
        let day = CitedDate::new(2026, 7, 10);
        let adopted = commented.next().unwrap().in_session(day).adopt(vote(13, 0)).unwrap();
        let tree = crate::renderer().render(adopted.record()).unwrap().to_text(Stage::Tree).unwrap();
        assert!(tree.contains("Dự thảo lần 2") && tree.contains("đạt tỷ lệ 100%"), "{name}: {tree}");
    }
}

#[test]
fn the_minutes_times_give_the_sessions_length() {
    let draft = Draft::from_minutes(&minutes("minutes_regular")).unwrap();
    assert_eq!(draft.record().session.as_ref().unwrap().duration, Given::Value(105));
}

#[test]
fn a_comment_is_answered_before_the_next_draft() {
    let comment = Comment {
        commenter: "Phòng 9".into(),
        content: "Phần II: nêu rõ thời hạn.".into(),
        accepted: None,
        explained: None,
    };
    let commented = Draft::from_minutes(&Minutes::example()).unwrap().collect(vec![comment]).unwrap();
    assert_eq!(
        commented.table().subject.as_str(),
        format!("ý kiến góp ý dự thảo lần 1 Nghị quyết {}", commented.draft().paper.subject)
    );
    refused(
        commented.next(),
        "lỗi: comments[0] (ý kiến góp ý): góp ý của Phòng 9 chưa được tiếp thu, cũng chưa giải trình [quy ước; comments.unanswered]",
    );
}

#[test]
fn a_lost_vote_adopts_nothing() {
    let draft = Draft::from_minutes(&Minutes::example()).unwrap();
    refused(
        draft.clone().in_session(day()).adopt(vote(7, 6)),
        "lỗi: vote.in_favour: tán thành 7/14 đồng chí, chưa quá một nửa; nghị quyết chưa có giá trị \
         [Điều lệ Đảng; vote.no_majority]",
    );
    assert!(draft.in_session(day()).adopt(vote(8, 5)).is_ok());
}

#[test]
fn an_issued_paper_has_its_number_and_its_day() {
    let signature = Resolution::example().paper.signature.unwrap();
    let adopted =
        Draft::from_minutes(&Minutes::example()).unwrap().in_session(day()).adopt(vote(13, 0)).unwrap();
    let undated = PaperDate { day: None, month: Some(Given::Value(6)), year: 2022 };
    refused(
        adopted.clone().issue(Given::Value(5), undated, signature.clone()),
        "lỗi: date (ngày, tháng, năm): văn bản chính thức chưa ghi đủ ngày, tháng; hãy ghi, hoặc “by_hand” để ghi bằng bút \
         [05-HD/VPTW II.I.4.2; date.incomplete]",
    );
    let date = PaperDate { day: Some(Given::Value(10)), month: Some(Given::Value(6)), year: 2022 };
    let issued = adopted.issue(Given::Value(5), date, signature).unwrap();
    let record = issued.into_record();
    assert_eq!(
        (record.paper.draft, record.paper.number, record.paper.date),
        (None, Some(Given::Value(5)), date)
    );
}

#[test]
fn minutes_without_anything_to_resolve_give_no_draft() {
    let mut minutes = minutes("minutes_committee");
    minutes.conclusions.clear();
    refused(
        Draft::from_minutes(&minutes),
        "lỗi: solutions (các giải pháp): biên bản chưa ghi giải pháp, cũng chưa ghi kết luận để dự thảo nghị quyết \
         [quy ước; chain.nothing_to_resolve]",
    );
}

#[test]
fn a_draft_that_was_worded_elsewhere_joins_the_chain() {
    let record = Resolution::from_json(&crate::case("resolution_thematic_draft")).unwrap();
    assert_eq!(
        Draft::from_record(record.clone())
            .unwrap()
            .collect(Vec::new())
            .unwrap()
            .next()
            .unwrap()
            .record()
            .paper
            .draft,
        Some(2)
    );
    let numbered = record.number(5);
    refused(
        Draft::from_record(numbered),
        "lỗi: number (số văn bản): bản dự thảo không ghi số; hãy bỏ số, hoặc bỏ dòng dự thảo nếu văn bản đã được thông qua \
         [05-HD/VPTW II.II.4.2; number.on_draft]",
    );
    refused(
        Draft::from_record(Resolution::example()),
        "lỗi: draft (dự thảo lần): văn bản không phải là dự thảo: chưa ghi dự thảo lần mấy, từ lần 1 \
         [05-HD/VPTW II.II.4.2; draft.missing]",
    );
}

#[test]
fn derive_gives_what_follows_from_a_record() {
    let minutes = AnyRecord::from_json(&crate::case("minutes_forum")).unwrap();
    let draft = Derivation::to("resolution").of(std::slice::from_ref(&minutes)).unwrap();
    assert_eq!(draft.kind().name(), "resolution");
    let draft = [draft];
    assert_eq!(Derivation::to("comments").of(&draft).unwrap().kind().name(), "comments");
    refused(
        Derivation::to("minutes").of(&draft),
        "lỗi: kind (loại văn bản): từ “resolution” không lập được “minutes”; lập được: \
         resolution (cùng minutes), resolution (cùng minutes, evaluation_form), comments, \
         resolution (cùng comments), resolution, plan \
         [quy ước; chain.no_such_paper]",
    );
}
