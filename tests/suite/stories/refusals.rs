//! What must not happen on the way from a forum to its issued resolution.

use vanban::chain::Draft;
use vanban::kinds::Comment;
use vanban::parts::{CitedDate, PaperDate, Vote};
use vanban::profile::ProfileId;

use super::problems;
use super::secretary::{first, signer, vote};
use crate::chain::refused;

#[test]
fn that_nobody_commented_is_said_only_where_the_record_says_so() {
    let draft = Draft::from_minutes(&first().minutes()).unwrap();
    let table = draft.collect(Vec::new()).unwrap().table().clone().none_received();
    let printed = crate::renderer().render(&table).unwrap().words();
    assert!(printed.contains("Đến hết thời hạn lấy ý kiến, không có góp ý nào."), "{printed}");
    assert!(!printed.contains("Giải trình"), "{printed}");
    refused(
        crate::renderer()
            .render(&table.comment(Comment::new("Phòng 9", "Rõ hơn").accepted("Đã sửa")))
            .map(|_| ()),
        "lỗi: none_received (không có góp ý): bảng đã có góp ý mà lại ghi không có góp ý nào; hãy bỏ none_received \
         [quy ước; comments.some_received]",
    );
}

/// 25.
#[test]
fn what_was_not_carried_is_refused_with_the_remedy() {
    let run = first();
    let adopt = |vote: Vote| run.draft_2().in_session(run.adopted).adopt(vote);
    refused(
        adopt(Vote::new(13, 12).in_favour(6).against(3).abstained(3)),
        "lỗi: vote.in_favour: tán thành 6/13 đồng chí, chưa quá một nửa; nghị quyết chưa có giá trị \
         [Điều lệ Đảng; vote.no_majority]",
    );
    refused(
        adopt(Vote::new(13, 12).in_favour(12).against(1)),
        "lỗi: vote (kết quả biểu quyết): tán thành 12, không tán thành 1, không có ý kiến 0: cộng lại là 13, mà có mặt 12 đồng chí \
         [quy ước; vote.sum]",
    );
    refused(
        run.draft_2().in_session(run.adopted).adopt(vote()).unwrap().issue(
            5,
            PaperDate::new(2022, 6, 9),
            signer(),
        ),
        "lỗi: date (ngày, tháng, năm): nghị quyết đề ngày 09/6/2022, trước ngày 10/6/2022 của kỳ sinh hoạt thông qua; hãy ghi từ ngày ấy \
         trở đi [quy ước; resolution.before_session]",
    );
    refused(
        run.draft_2().in_session(CitedDate::new(2022, 6, 31)).adopt(vote()),
        "lỗi: adopted (ngày thông qua): ngày 31/6/2022 không có trong lịch [quy ước; resolution.adopted_not_a_date]",
    );
    // All that is missing is told at once.
    refused(
        run.draft_2().carried(),
        "lỗi: adopted (ngày thông qua): chưa ghi ngày của kỳ sinh hoạt thông qua nghị quyết [quy ước; chain.session_day_missing]\n\
         lỗi: vote.entitled (có quyền biểu quyết): chưa ghi số đảng viên có quyền biểu quyết [quy ước; chain.vote_missing]\n\
         lỗi: vote.present (có mặt): chưa ghi số đảng viên có mặt biểu quyết [quy ước; chain.vote_missing]\n\
         lỗi: vote.in_favour (tán thành): chưa ghi số tán thành [quy ước; chain.vote_missing]\n\
         lỗi: vote.against (không tán thành): chưa ghi số không tán thành [quy ước; chain.vote_missing]\n\
         lỗi: vote.abstained (không có ý kiến): chưa ghi số không có ý kiến [quy ước; chain.vote_missing]",
    );
}

/// What must not happen, 5.
#[test]
fn the_older_guidance_is_not_carried_into_a_later_paper() {
    let of = |year: i32| first().minutes().profile(ProfileId::Hd36).date(PaperDate::new(year, 5, 21));
    let profile = |year: i32| Draft::from_minutes(&of(year)).unwrap().record().paper.profile;
    assert_eq!(profile(2022), Some(ProfileId::Hd36));
    assert_eq!(profile(2026), None);
    let adopted = Draft::from_minutes(&of(2022))
        .unwrap()
        .in_session(CitedDate::new(2022, 6, 10))
        .adopt(vote())
        .unwrap();
    let issued = |date| adopted.clone().issue(5, date, signer()).unwrap().into_record().paper.profile;
    assert_eq!(issued(PaperDate::new(2022, 6, 10)), Some(ProfileId::Hd36));
    assert_eq!(issued(PaperDate::new(2026, 5, 26)), Some(ProfileId::Hd36));
    assert_eq!(issued(PaperDate::new(2026, 5, 27)), None);
}

/// What must not happen, 4.
#[test]
fn dots_in_a_numbered_paper_are_told() {
    let run = first();
    let mut issued = run.issued().into_record();
    issued.outline.closing = Some("Nghị quyết được gửi đến ………… trong ngày.".into());
    issued.outline.sections[2].items[0].paragraphs[0] = "…… thực hiện.".into();
    assert_eq!(
        problems(&issued, run.profile.clone()),
        [
            "cảnh báo: sections[2].items[0].paragraphs[0] (các đoạn văn): văn bản đã có số mà còn chỗ trống để ghi bằng bút ở đầu \
             [quy ước; text.dots]",
            "cảnh báo: closing (đoạn kết): văn bản đã có số mà còn chỗ trống để ghi bằng bút sau “được gửi đến” \
             [quy ước; text.dots]",
        ]
    );
    issued.paper.number = Some(vanban::parts::Given::ByHand);
    assert_eq!(problems(&issued, run.profile.clone()), Vec::<String>::new());
}

/// A session that nobody named stays open, and a numbered paper tells it.
#[test]
fn an_adopting_session_that_is_not_named_is_told() {
    let run = first();
    let issued =
        run.draft_2().adopt(vote()).unwrap().issue(5, PaperDate::new(2022, 6, 10), signer()).unwrap();
    assert_eq!(issued.record().adopted, None);
    assert_eq!(
        problems(issued.record(), run.profile.clone()),
        [
            "cảnh báo: opening (đoạn mở đầu): văn bản đã có số mà còn chỗ trống để ghi bằng bút sau “chi bộ tháng” \
          [quy ước; text.dots]"
        ]
    );
    // A month's resolution has its session.
    let mut month = super::month::july().draft(1);
    (month.paper.number, month.adopted) = (None, None);
    let adopted = Draft::from_record(month).unwrap().adopt(vote()).unwrap();
    assert_eq!(adopted.record().adopted, Some(CitedDate::new(2026, 7, 3)));
}
