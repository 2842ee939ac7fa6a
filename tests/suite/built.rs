//! What is built by constructors and setters is what its JSON says.

use serde::Serialize;
use serde_json::{Value, json};
use vanban::kinds::{
    BallotPaper, Comment, EvaluationRow, EvaluationSummary, Period, SummaryPeriod, SummaryRow, SummarySession,
};
use vanban::parts::{CitedDate, Issuer, PaperDate, Picture, Png, Signature};
use vanban::profile::ProfileId;
use vanban::scoring::{Session, SessionVariant, Targets, YearRule};
use vanban::text::Decimal;

#[track_caller]
fn is(built: impl Serialize, json: Value) {
    assert_eq!(serde_json::to_value(built).unwrap(), json);
}

#[test]
fn a_list_of_ratings() {
    let date = PaperDate::new(2026, 12, 5);
    let session = SummarySession::new(4).held(CitedDate::new(2026, 4, 3)).members(12).present(11);
    let row =
        SummaryRow::new("Chi bộ 1", [session.score(Decimal::halves(181))]).rating("Tốt").note("Ổn định");
    let rule = YearRule::new("Tốt", "Khá").min_count(7, "Tốt");
    let period = SummaryPeriod::year(2026);
    let list =
        EvaluationSummary::new(Issuer::new("Đảng uỷ"), "Huế", date, "an_phu_ward_2025_monthly", period)
            .issuer(Issuer::new("Đảng uỷ phường Bình An"))
            .place("Bình An")
            .date(PaperDate::new(2026, 12, 6))
            .profile(ProfileId::Hd36)
            .rows([row])
            .row(SummaryRow::new("Chi bộ 2", []))
            .year_rules([rule])
            .members_note("không tính đảng viên miễn sinh hoạt")
            .recipients(["Lưu Đảng uỷ"])
            .signature(Signature::on_behalf_of("Đảng uỷ", "Bí thư", "Nguyễn Văn An"));
    is(
        list,
        json!({
            "kind": "evaluation_summary", "format": 1, "profile": "hd36",
            "issuer": {"name": "Đảng uỷ phường Bình An"}, "place": "Bình An",
            "date": {"day": 6, "month": 12, "year": 2026}, "criteria_set": "an_phu_ward_2025_monthly",
            "period": {"year": 2026},
            "rows": [
                {
                    "branch": "Chi bộ 1", "rating": "Tốt", "note": "Ổn định",
                    "sessions": [{
                        "month": 4, "held": {"day": 3, "month": 4, "year": 2026}, "members": 12, "present": 11,
                        "score": 90.5,
                    }],
                },
                {"branch": "Chi bộ 2", "sessions": []},
            ],
            "year_rules": [
                {"rating": "Tốt", "all_at_least": "Khá", "min_count": {"rating": "Tốt", "count": 7}},
            ],
            "members_note": "không tính đảng viên miễn sinh hoạt", "recipients": ["Lưu Đảng uỷ"],
            "signature": {
                "capacity": "on_behalf_of", "body": "Đảng uỷ", "position": "Bí thư", "name": "Nguyễn Văn An",
            },
        }),
    );
}

#[test]
fn a_session_and_its_points() {
    let session = Session::new(SessionVariant::Regular).duration(95).members(20).exempt(2).special_duty(1);
    let session = session.present(15).unexcused(1).long_absent(1).speakers(6).only_secretary();
    is(
        session.targets(Targets { done: 3, total: 4 }),
        json!({
            "variant": "regular", "duration": 95, "members": 20, "exempt": 2, "special_duty": 1, "present": 15,
            "unexcused": 1, "long_absent": 1, "speakers": 6, "targets": {"done": 3, "total": 4},
            "only_secretary": true,
        }),
    );
    let row = EvaluationRow::new("1.1").self_score(Decimal::from(9)).superior_score(Decimal::halves(17));
    is(
        row.note("Còn chậm"),
        json!({"criterion": "1.1", "self_score": 9, "superior_score": 8.5, "note": "Còn chậm"}),
    );
    is(Period::new(6, 2026), json!({"month": 6, "year": 2026}));
}

#[test]
fn a_comment_a_picture_and_a_ballot() {
    let comment = Comment::new("Tổ 1", "Nêu rõ thời hạn").accepted("Đã bổ sung").explained("Theo kế hoạch");
    is(
        comment,
        json!({
            "commenter": "Tổ 1", "content": "Nêu rõ thời hạn", "accepted": "Đã bổ sung", "explained": "Theo kế hoạch",
        }),
    );
    let picture = Picture::new(Png::new(b"png")).alternative_text("Chữ ký");
    is(picture, json!({"png": "cG5n", "alternative_text": "Chữ ký"}));
    let signature = Signature::direct("Giám đốc", "Trần Văn Bình").body("Công an tỉnh");
    is(
        signature,
        json!({"capacity": "direct", "body": "Công an tỉnh", "position": "Giám đốc", "name": "Trần Văn Bình"}),
    );
    let date = PaperDate::new(2026, 12, 4);
    let ballot = BallotPaper::new(Issuer::new("Chi bộ 3"), "Huế", date, "Phó Bí thư").seats(1).copies(8);
    let ballot = serde_json::to_value(ballot.per_sheet(4)).unwrap();
    assert_eq!(
        (&ballot["seats"], &ballot["copies"], &ballot["per_sheet"]),
        (&json!(1), &json!(8), &json!(4))
    );
}
