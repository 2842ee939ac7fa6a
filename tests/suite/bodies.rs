//! The body that issues a paper: its code, what stands over it, who signs for it, what it may issue.

use vanban::kinds::{Conclusion, Decision, Minutes, Notice, OpinionForm, Report};
use vanban::parts::{Body, Capacity, Issuer, PaperDate, Section, Signature};
use vanban::{Problem, Record, Renderer};

const DAY: (i32, u32, u32) = (2026, 6, 5);

fn conclusion(issuer: Issuer, signature: Signature, (year, month, day): (i32, u32, u32)) -> Conclusion {
    Conclusion::new(issuer, "Bình An", PaperDate::new(year, month, day), "về công tác đảng viên")
        .number(5)
        .section(Section::new("Nhiệm vụ").paragraph("Thực hiện tốt nhiệm vụ được giao."))
        .recipients(["Đảng uỷ cấp trên (báo cáo)", "Lưu Văn phòng"])
        .signature(signature)
}

/// What is said of bodies, a line each.
fn said(record: &dyn Record) -> Vec<String> {
    let found = Renderer::new().check(record);
    found.iter().filter(|problem| of_bodies(problem)).map(Problem::to_string).collect()
}

fn of_bodies(problem: &Problem) -> bool {
    problem.code.starts_with("issuer.") || problem.code.starts_with("signature.")
}

fn branch() -> Issuer {
    Issuer::new("Chi bộ Khu phố 5").under("Đảng bộ phường Bình An")
}

fn ward() -> Issuer {
    Issuer::new("Đảng uỷ phường Bình An").under("Đảng bộ tỉnh An Giang")
}

fn by(body: &str, position: &str) -> Signature {
    Signature::on_behalf_of(body, position, "Nguyễn Văn An")
}

fn direct(position: &str) -> Signature {
    Signature::direct(position, "Nguyễn Văn An")
}

#[test]
fn the_letterhead_follows_from_the_body() {
    let one = |issuer: Issuer, said: &str| (issuer, vec![said.to_owned()]);
    let warned = |path: &str, said: &str, code: &str| {
        format!(
            "cảnh báo: issuer.{path} (cơ quan cấp trên trực tiếp): {said} [05-HD/VPTW II.I.2.1; issuer.{code}]"
        )
    };
    for (issuer, expected) in [
        one(
            Issuer::new("Chi bộ Khu phố 5").under("Đảng uỷ phường Bình An"),
            &warned(
                "superior",
                "trên tên chi bộ ghi đảng bộ cấp trên trực tiếp: “Đảng bộ phường Bình An”; hiện là \
                 “Đảng uỷ phường Bình An”",
                "superior_other",
            ),
        ),
        one(
            Issuer::new("Chi bộ Khu phố 5"),
            &warned(
                "superior",
                "trên tên chi bộ phải ghi tên đảng bộ cấp trên trực tiếp (“Đảng bộ …”); hiện chưa ghi",
                "superior_missing",
            ),
        ),
        one(
            Issuer::new("Chi bộ Sở Xây dựng").under("Tỉnh ủy Sơn La"),
            &warned(
                "superior",
                "trên tên chi bộ ghi đảng bộ cấp trên trực tiếp: “Đảng bộ tỉnh Sơn La”; hiện là “Tỉnh ủy Sơn La”",
                "superior_other",
            ),
        ),
    ] {
        assert_eq!(said(&conclusion(issuer, by("Chi bộ", "Bí thư"), DAY)), expected);
    }
    for (issuer, expected) in [
        one(
            Issuer::new("Ban Tổ chức").under("Đảng bộ tỉnh Sơn La").code("BTCTU"),
            &warned(
                "superior",
                "trên tên ban, văn phòng ghi tên cấp uỷ: “Tỉnh uỷ Sơn La”; hiện là “Đảng bộ tỉnh Sơn La”",
                "superior_other",
            ),
        ),
        one(
            Issuer::new("Ban Xây dựng Đảng").under("Đảng bộ phường Bình An").code("BXDĐĐU"),
            &warned(
                "superior",
                "trên tên ban, văn phòng ghi tên cấp uỷ: “Đảng uỷ phường Bình An”; hiện là \
                 “Đảng bộ phường Bình An”",
                "superior_other",
            ),
        ),
    ] {
        assert_eq!(said(&conclusion(issuer, direct("Trưởng Ban"), DAY)), expected);
    }
    let congress = || Issuer::new("Đại hội Đảng bộ phường Bình An nhiệm kỳ 2025 - 2030");
    let signed = |issuer: Issuer| {
        let signature = Signature { position: None, ..by("Đoàn Chủ tịch", "") };
        said(&conclusion(issuer, signature, (2025, 8, 5)))
    };
    assert!(signed(congress()).is_empty());
    assert_eq!(
        signed(congress().under("Đảng bộ tỉnh An Giang")),
        [warned(
            "superior",
            "đại hội không ghi cơ quan cấp trên; hãy bỏ “Đảng bộ tỉnh An Giang”",
            "superior_other"
        )]
    );
    assert_eq!(
        said(&conclusion(
            Issuer::new("Tỉnh uỷ Sơn La").under("Ban Chấp hành Trung ương"),
            by("Tỉnh uỷ", "Bí thư"),
            DAY
        )),
        [warned(
            "superior",
            "tỉnh uỷ, thành uỷ không ghi cơ quan cấp trên; hãy bỏ “Ban Chấp hành Trung ương”",
            "superior_other"
        )]
    );
}

#[test]
fn the_levels_that_ended_are_told_of_later_papers() {
    let committee = Issuer::new("Đảng uỷ xã Nhân Thắng").under("Đảng bộ huyện Gia Bình");
    let paper = |day| said(&conclusion(committee.clone(), by("Đảng uỷ", "Bí thư"), day));
    assert_eq!(
        paper(DAY),
        [
            "cảnh báo: issuer.superior (cơ quan cấp trên trực tiếp): cấp huyện không còn từ 01/7/2025; ghi đảng bộ cấp trên trực tiếp hiện nay, \
          không ghi “Đảng bộ huyện Gia Bình” [05-HD/VPTW II.I.2.1; issuer.ended]"
        ]
    );
    assert!(paper((2024, 6, 5)).is_empty());
    assert!(paper((2025, 6, 30)).is_empty());
    assert_eq!(paper((2025, 7, 1)).len(), 1);
    let block = Issuer::new("Đảng uỷ Khối Doanh nghiệp tỉnh").under("Đảng bộ tỉnh Cà Mau");
    assert_eq!(
        said(&conclusion(block, by("Đảng uỷ", "Bí thư"), DAY)),
        [
            "cảnh báo: issuer.name (tên cơ quan ban hành): đảng bộ khối không còn từ năm 2025; ghi tên tổ chức đảng hiện nay, không ghi \
          “Đảng uỷ Khối Doanh nghiệp tỉnh” [05-HD/VPTW II.I.2.1; issuer.ended]"
        ]
    );
}

#[test]
fn names_stand_in_full_and_as_in_a_sentence() {
    let issuer = Issuer::new("Chi bộ VKSND khu vực 1").under("Đảng bộ VKSND tỉnh QT");
    assert_eq!(
        said(&conclusion(issuer, by("Chi bộ", "Bí thư"), DAY)),
        [
            "cảnh báo: issuer.name (tên cơ quan ban hành): tên cơ quan ghi đầy đủ, không viết tắt; hiện có “VKSND” \
             [05-HD/VPTW II.I.2.2.3; issuer.abbreviated]",
            "cảnh báo: issuer.superior (cơ quan cấp trên trực tiếp): tên cơ quan ghi đầy đủ, không viết tắt; hiện có “VKSND”, “QT” \
             [05-HD/VPTW II.I.2.2.3; issuer.abbreviated]",
        ]
    );
    let issuer = Issuer::new("CHI BỘ KHU PHỐ 5").under("Đảng bộ phường Bình An");
    assert_eq!(
        said(&conclusion(issuer, by("Chi bộ", "Bí thư"), DAY)),
        [
            "cảnh báo: issuer.name (tên cơ quan ban hành): tên cơ quan ghi chữ hoa, chữ thường như trong câu, ví dụ “Chi bộ Phòng 7-9”; \
          phần mềm tự in hoa [05-HD/VPTW II.I.2.2.3; issuer.capitals]"
        ]
    );
    let issuer = Issuer::new("Ban Thường vụ Đảng uỷ xã Nhân Thắng").under("Đảng bộ tỉnh Bắc Ninh").code("ĐU");
    assert_eq!(
        said(&conclusion(issuer, by("Ban Thường vụ", "Phó Bí thư"), DAY)),
        [
            "cảnh báo: issuer.name (tên cơ quan ban hành): ban thường vụ không đứng tên ở đầu văn bản: ghi “Đảng uỷ xã Nhân Thắng”, ký \
          T/M BAN THƯỜNG VỤ [05-HD/VPTW II.I.2.1; issuer.not_an_issuer]"
        ]
    );
}

#[test]
fn a_body_that_decides_together_signs_on_its_own_behalf() {
    let inspection = || Issuer::new("Uỷ ban Kiểm tra").under("Tỉnh uỷ Sơn La").code("UBKTTU");
    let name = "Nguyễn Văn An";
    for (issuer, signature, expected) in [
        (
            branch(),
            Signature::signing_for("Bí thư", "Phó Bí thư", name),
            "lỗi: signature.capacity (quyền hạn ký): chi bộ làm việc tập thể nên không ký thay (K/T): ghi T/M CHI BỘ, chức vụ \
             PHÓ BÍ THƯ [05-HD/VPTW II.I.7.1.1; signature.for_in_collective]",
        ),
        (
            inspection(),
            Signature::signing_for("Chủ nhiệm", "Phó Chủ nhiệm", name),
            "lỗi: signature.capacity (quyền hạn ký): uỷ ban kiểm tra làm việc tập thể nên không ký thay (K/T): ghi T/M UỶ BAN \
             KIỂM TRA, chức vụ PHÓ CHỦ NHIỆM [05-HD/VPTW II.I.7.1.1; signature.for_in_collective]",
        ),
        (
            branch(),
            Signature::by_order_of("Bí thư", "Chi uỷ viên", name),
            "lỗi: signature.capacity (quyền hạn ký): chi bộ làm việc tập thể nên không ký thừa lệnh (T/L) bí thư: bí thư hoặc phó \
             bí thư ký T/M CHI BỘ [05-HD/VPTW II.I.7.1.4d; signature.order_in_collective]",
        ),
        (
            ward(),
            Signature::by_order_of("Đảng ủy", "Chánh Văn phòng", name),
            "lỗi: signature.capacity (quyền hạn ký): đảng uỷ làm việc tập thể nên không ký thừa lệnh (T/L) đảng uỷ: bí thư hoặc \
             phó bí thư ký T/M ĐẢNG UỶ [05-HD/VPTW II.I.7.1.4d; signature.order_in_collective]",
        ),
        (
            branch(),
            direct("Bí thư"),
            "lỗi: signature.capacity (quyền hạn ký): văn bản của chi bộ ký T/M CHI BỘ, chức vụ BÍ THƯ; không ký trực tiếp \
             [05-HD/VPTW II.I.7.1.4b; signature.direct_in_collective]",
        ),
        (
            inspection(),
            direct("Phó Chủ nhiệm"),
            "lỗi: signature.capacity (quyền hạn ký): văn bản của uỷ ban kiểm tra ký T/M UỶ BAN KIỂM TRA, chức vụ PHÓ CHỦ NHIỆM; \
             không ký trực tiếp [05-HD/VPTW II.I.7.1.4b; signature.direct_in_collective]",
        ),
        (
            ward(),
            by("Chi bộ", "Bí thư"),
            "cảnh báo: signature.body (thay mặt, ký thay ai): văn bản của đảng uỷ ký T/M ĐẢNG UỶ hoặc T/M BAN THƯỜNG VỤ; hiện là T/M \
             CHI BỘ [05-HD/VPTW II.I.7.1.4b; signature.other_body]",
        ),
        (
            ward(),
            by("Đảng uỷ", "Chủ nhiệm"),
            "cảnh báo: signature.position (chức vụ người ký): ký T/M ĐẢNG UỶ thì chức vụ là BÍ THƯ hoặc PHÓ BÍ THƯ; hiện là CHỦ NHIỆM \
             [05-HD/VPTW II.I.7.1.4b; signature.other_position]",
        ),
    ] {
        assert_eq!(said(&conclusion(issuer, signature, DAY)), [expected]);
    }
}

#[test]
fn a_body_under_one_head_is_signed_for_by_him() {
    let department = || Issuer::new("Ban Tổ chức").under("Tỉnh uỷ Sơn La");
    let name = "Nguyễn Văn An";
    for (signature, expected) in [
        (
            by("Ban Tổ chức", "Trưởng Ban"),
            "lỗi: signature.capacity (quyền hạn ký): ban, văn phòng làm việc theo chế độ thủ trưởng nên không ký T/M: ký trực tiếp \
             TRƯỞNG BAN [05-HD/VPTW II.I.7.1.4c; signature.on_behalf_of_one]",
        ),
        (
            direct("Chánh Văn phòng"),
            "cảnh báo: signature.position (chức vụ người ký): người ký của ban, văn phòng là TRƯỞNG BAN hoặc PHÓ TRƯỞNG BAN; hiện là \
             CHÁNH VĂN PHÒNG [05-HD/VPTW II.I.7.1.4c; signature.other_position]",
        ),
        (
            Signature::signing_for("Chánh Văn phòng", "Phó Trưởng Ban", name),
            "cảnh báo: signature.body (thay mặt, ký thay ai): ký thay người đứng đầu: K/T TRƯỞNG BAN; hiện là K/T CHÁNH VĂN PHÒNG \
             [05-HD/VPTW II.I.7.1.4c; signature.other_head]",
        ),
    ] {
        assert_eq!(said(&conclusion(department(), signature, DAY)), [expected]);
    }
    for signature in [
        direct("Trưởng Ban"),
        direct("Phó Trưởng Ban"),
        Signature::acting("Trưởng Ban", name),
        Signature::signing_for("Trưởng Ban", "Phó Trưởng Ban", name),
        Signature::by_order_of("Trưởng Ban", "Chánh Văn phòng", name),
    ] {
        assert!(said(&conclusion(department(), signature, DAY)).is_empty());
    }
}

#[test]
fn what_stays_right() {
    let report = |subject: &str| {
        Report::new(ward(), "Bình An", PaperDate::new(2026, 6, 5), subject)
            .number(5)
            .section(Section::new("Kết quả").paragraph("Hoàn thành tốt nhiệm vụ."))
            .recipients(["Đại hội Đảng bộ phường", "Lưu Văn phòng"])
            .signature(direct("Bí thư"))
    };
    assert!(said(&report("của Ban Chấp hành Đảng bộ phường trình Đại hội")).is_empty());
    assert_eq!(said(&report("công tác tháng 6 năm 2026")).len(), 1);
    // By order of the standing committee, on the committee's paper.
    let order = Signature::by_order_of("Ban Thường vụ", "Bí thư Chi bộ Văn phòng", "Nguyễn Văn An");
    assert!(said(&conclusion(ward(), order, DAY)).is_empty());
    // Kiêm: a body without a seal.
    let also = direct("Bí thư").also("Trưởng Ban Chỉ đạo");
    assert!(said(&conclusion(branch(), also, DAY)).is_empty());
    for (name, superior, code, body) in [
        ("Đảng uỷ Quân sự tỉnh Quảng Trị", "Đảng bộ tỉnh Quảng Trị", "ĐUQS", "Đảng uỷ"),
        ("Đảng uỷ Công an phường Bình An", "Đảng bộ phường Bình An", "ĐUCA", "Đảng uỷ"),
        ("Uỷ ban Kiểm tra", "Đảng uỷ phường Bình An", "UBKTĐU", "Uỷ ban Kiểm tra"),
    ] {
        let issuer = Issuer::new(name).under(superior);
        assert_eq!(issuer.full_code().as_deref(), Some(code));
        let position = if body == "Đảng uỷ" { "Bí thư" } else { "Chủ nhiệm" };
        let paper = conclusion(issuer.clone().code(code), by(body, position), DAY);
        assert!(said(&paper).is_empty());
        let document = Renderer::new().render(&conclusion(issuer, by(body, position), DAY)).unwrap();
        assert!(document.words().contains(&format!("Số 05-KL/{code}")), "{}", document.words());
    }
}

#[test]
fn a_body_that_is_not_known_is_judged_by_no_rule() {
    let issuer = || Issuer::new("Liên hiệp các hội khoa học");
    assert_eq!(
        said(&conclusion(issuer(), direct("Chủ tịch"), DAY)),
        [
            "lỗi: issuer.code (ký hiệu cơ quan): chưa biết ký hiệu của “Liên hiệp các hội khoa học”; hãy ghi, ví dụ CB, ĐU \
          [05-HD/VPTW II.I.3.1.2b; issuer.code_missing]"
        ]
    );
    assert!(said(&conclusion(issuer().code("LHH"), direct("Chủ tịch"), DAY)).is_empty());
    // What the name does not tell is stated.
    let stated = issuer().code("LHH").of(Body::Branch);
    assert_eq!(said(&conclusion(stated, direct("Chủ tịch"), DAY)).len(), 2);
}

#[test]
fn a_type_that_the_body_does_not_issue_is_told_since_the_regulation() {
    let congress = || Issuer::new("Đại hội Chi bộ Tổ 16 nhiệm kỳ 2025 - 2027");
    let signature = || Signature { position: None, ..by("Đoàn Chủ tịch", "") };
    assert_eq!(
        said(&conclusion(congress(), signature(), DAY)),
        [
            "cảnh báo: issuer.name (tên cơ quan ban hành): đại hội chi bộ ban hành nghị quyết, quy chế, chương trình, công văn, biên bản; \
          không ban hành kết luận [399-QĐ/TW, theo một bản tóm tắt; issuer.type_not_issued]"
        ]
    );
    assert!(said(&conclusion(congress(), signature(), (2025, 6, 5))).is_empty());
    assert!(said(&conclusion(congress(), signature(), (2026, 1, 8))).is_empty());
    assert_eq!(said(&conclusion(congress(), signature(), (2026, 1, 9))).len(), 1);
}

/// A committee and its ban thường vụ have one letterhead; the signature tells which of them issues the paper.
#[test]
fn a_committee_and_its_standing_committee_issue_other_types() {
    let committee =
        || Issuer::new("Đảng uỷ Viện kiểm sát nhân dân tỉnh Quảng Trị").under("Đảng bộ tỉnh Quảng Trị");
    let guidance = |signature: Option<Signature>| {
        let mut guidance = vanban::kinds::Guidance::example().issuer(committee());
        guidance.forms.clear();
        guidance.paper.signature = signature;
        said(&guidance)
    };
    let told: Vec<String> = guidance(Some(by("Đảng uỷ", "Bí thư")));
    assert_eq!(
        told,
        [
            "cảnh báo: issuer.name (tên cơ quan ban hành): đảng uỷ có thể không được ban hành hướng dẫn; hướng dẫn do ban thường vụ \
          đảng uỷ ban hành [399-QĐ/TW Điều 11, theo hai bản tóm tắt; issuer.type_not_issued]"
        ]
    );
    assert!(guidance(Some(by("Ban Thường vụ", "Bí thư"))).is_empty());
    // A draft that nobody signs may be of either.
    let draft = || {
        let mut draft = vanban::kinds::Guidance::example().draft(1);
        // Its blank forms have a letterhead of their own.
        draft.forms.clear();
        draft
    };
    let unsigned = |mut draft: vanban::kinds::Guidance| {
        (draft.paper.number, draft.paper.signature) = (None, None);
        said(&draft)
    };
    assert!(unsigned(draft()).is_empty());
    let branch = unsigned(draft().issuer(Issuer::new("Chi bộ 3").under("Đảng bộ xã Nhân Thắng")));
    assert_eq!(
        branch,
        ["cảnh báo: issuer.name (tên cơ quan ban hành): chi bộ không ban hành hướng dẫn \
          [399-QĐ/TW Điều 11, theo hai bản tóm tắt; issuer.type_not_issued]"]
    );
}

/// Bodies as the regulation's tables have them: name, what stands over it, and who signs.
fn bodies() -> Vec<(Issuer, Vec<Signature>)> {
    let name = "Nguyễn Văn An";
    let secretaries = |body: &str| vec![by(body, "Bí thư"), by(body, "Phó Bí thư")];
    let committee = || {
        let mut signed = secretaries("Đảng uỷ");
        signed.extend(secretaries("Ban Thường vụ"));
        signed.push(Signature::by_order_of("Ban Thường vụ", "Chánh Văn phòng", name));
        signed
    };
    let heads = |office: &str| {
        vec![
            direct(office),
            Signature::acting(office, name),
            Signature::signing_for(office, format!("Phó {office}"), name),
        ]
    };
    let mut bodies = Vec::new();
    for over in ["phường Bình An", "xã Nhân Thắng", "đặc khu Phú Quý", "Sở Xây dựng", "Cục Lưu trữ"]
    {
        let party = format!("Đảng bộ {over}");
        for own in ["Khu phố 5", "thôn Triều Khúc", "Phòng Hành chính - Quản trị", "Trường Tiểu học Kim Đồng"]
        {
            bodies.push((Issuer::new(format!("Chi bộ {own}")).under(party.clone()), secretaries("Chi bộ")));
        }
        bodies.push((Issuer::new("Đảng uỷ bộ phận Khoa Dược").under(party.clone()), secretaries("Đảng uỷ")));
        bodies.push((Issuer::new(format!("Đảng uỷ {over}")).under("Đảng bộ tỉnh An Giang"), committee()));
        let committee = format!("Đảng uỷ {over}");
        bodies.push((
            Issuer::new("Uỷ ban Kiểm tra").under(committee.clone()),
            vec![by("Uỷ ban Kiểm tra", "Chủ nhiệm"), by("Uỷ ban Kiểm tra", "Phó Chủ nhiệm")],
        ));
        bodies.push((Issuer::new("Ban Xây dựng Đảng").under(committee.clone()), heads("Trưởng Ban")));
        bodies.push((Issuer::new("Văn phòng").under(committee), heads("Chánh Văn phòng")));
    }
    for province in ["Tỉnh uỷ Sơn La", "Thành uỷ Huế"] {
        let own = &province[..province.find(' ').unwrap()];
        let whole = format!("{own} uỷ");
        let mut signed = secretaries(&whole);
        signed.extend(secretaries("Ban Thường vụ"));
        bodies.push((Issuer::new(province), signed));
        for department in ["Ban Tổ chức", "Ban Tuyên giáo và Dân vận", "Ban Nội chính"] {
            bodies.push((Issuer::new(department).under(province), heads("Trưởng Ban")));
        }
    }
    bodies
}

#[test]
fn two_hundred_right_papers_of_all_bodies_have_no_problem() {
    let mut papers = 0;
    for (issuer, signatures) in bodies() {
        for signature in signatures {
            let renderer = Renderer::new();
            for subject in ["về công tác đảng viên", "về thực hiện nhiệm vụ năm 2026"] {
                let mut paper = conclusion(issuer.clone(), signature.clone(), DAY);
                paper.paper.subject = subject.into();
                assert_eq!(said(&paper), [""; 0], "{}, {signature:?}", issuer.name);
                let notice = Notice::new(issuer.clone(), "Bình An", PaperDate::new(2026, 6, 5), subject)
                    .number(7)
                    .section(Section::new("Nội dung").paragraph("Các đồng chí dự họp đúng giờ."))
                    .recipients(["Như trên", "Lưu Văn phòng"])
                    .signature(signature.clone());
                assert_eq!(renderer.check(&notice), [], "{}, {signature:?}", issuer.name);
                papers += 2;
            }
        }
    }
    assert!(papers >= 200, "{papers}");
}

#[test]
fn each_planted_fault_gives_its_own_problem_alone() {
    for (issuer, signatures) in bodies() {
        let paper = |issuer: &Issuer, signature: &Signature| {
            said(&conclusion(issuer.clone(), signature.clone(), DAY))
        };
        let body = issuer.body().unwrap();
        let right = &signatures[0];
        if matches!(body, Body::Branch | Body::Committee) {
            let above = issuer.clone().under("Đảng uỷ phường Bình An");
            let found = paper(&above, right);
            assert!(found.len() == 1 && found[0].contains("issuer.superior_other"), "{found:?}");
        }
        let mut alone = issuer.clone();
        alone.superior = None;
        let found = paper(&alone, right);
        let expected = usize::from(body != Body::Province);
        let codes = found.iter().filter(|said| said.contains("superior_missing")).count();
        assert_eq!(codes, expected, "{}: {found:?}", issuer.name);
        let collective = right.capacity == Capacity::OnBehalfOf;
        let wrong = Signature {
            capacity: if collective { Capacity::SigningFor } else { Capacity::OnBehalfOf },
            body: Some(if collective { "Bí thư".into() } else { issuer.name.clone() }),
            ..right.clone()
        };
        let found = paper(&issuer, &wrong);
        let errors: Vec<&String> = found.iter().filter(|said| said.starts_with("lỗi")).collect();
        assert!(errors.len() == 1 && errors[0].contains("signature.capacity"), "{}: {found:?}", issuer.name);
    }
}

#[test]
fn minutes_forms_and_decisions_have_signatures_of_their_own() {
    // They are signed by who chaired, or by whom they concern.
    for record in [&Minutes::example() as &dyn Record, &OpinionForm::example(), &Decision::example()] {
        assert_eq!(said(record), [""; 0]);
    }
}
