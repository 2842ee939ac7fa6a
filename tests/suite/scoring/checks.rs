//! What is wrong with a set: the exact sentences.

use serde_json::{Value, json};
use vanban::Error;
use vanban::scoring::CriteriaSet;

use super::{AN_PHU, source};

/// The problems of An Phú's set with a change, as they are printed.
fn problems(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut json = source(AN_PHU);
    change(&mut json);
    match CriteriaSet::from_json(&json.to_string()) {
        Err(Error::Invalid(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

/// Asserts that a change gives exactly one problem, and which.
#[track_caller]
fn one(change: impl FnOnce(&mut Value), expected: &str) {
    assert_eq!(problems(change), [expected]);
}

#[test]
fn a_set_without_criteria() {
    assert_eq!(
        problems(|set| set["groups"] = json!([])),
        [
            "lỗi: groups (các nhóm tiêu chí): bộ tiêu chí chưa có tiêu chí nào [quy ước; criteria.empty]",
            "lỗi: max (điểm tối đa của bộ tiêu chí): bộ tiêu chí ghi tối đa 100 điểm, mà các nhóm cộng lại là 0 điểm [quy ước; criteria.sum]",
        ]
    );
}

#[test]
fn sums_that_do_not_agree() {
    one(
        |set| set["groups"][3]["criteria"][0]["max"] = json!(6),
        "lỗi: groups[3].max (điểm tối đa của nhóm): nhóm 4 ghi tối đa 30 điểm, mà các tiêu chí của nhóm cộng lại là 31 điểm [quy ước; criteria.group_sum]",
    );
    one(
        |set| set["groups"][3]["criteria"][1]["max_in"] = json!({}),
        "lỗi: groups[3].max (điểm tối đa của nhóm): nhóm 4 ghi tối đa 30 điểm, mà các tiêu chí của nhóm cộng lại là 25 điểm khi sinh hoạt \
         thường kỳ [quy ước; criteria.group_sum]",
    );
    one(
        |set| set["max"] = json!(110),
        "lỗi: max (điểm tối đa của bộ tiêu chí): bộ tiêu chí ghi tối đa 110 điểm, mà các nhóm cộng lại là 100 điểm [quy ước; criteria.sum]",
    );
}

#[test]
fn ratings_with_a_gap() {
    one(
        |set| set["ratings"][3]["from"] = json!(10),
        "lỗi: ratings[3].from (điểm thấp nhất của mức): mức thấp nhất “Kém” phải từ 0 điểm; hiện từ 10 điểm [quy ước; criteria.ratings_gap]",
    );
    one(
        |set| set["ratings"][1]["from"] = json!(90),
        "lỗi: ratings[1].from (điểm thấp nhất của mức): mức “Khá” từ 90 điểm phải thấp hơn mức “Tốt” từ 90 điểm ở trước nó \
         [quy ước; criteria.ratings_order]",
    );
    one(
        |set| set["ratings"][0]["from"] = json!(101),
        "lỗi: ratings[0].from (điểm thấp nhất của mức): mức “Tốt” từ 101 điểm, mà điểm tối đa là 100 [quy ước; criteria.rating_out_of_reach]",
    );
    one(
        |set| set["ratings"][1]["name"] = json!("Tốt"),
        "lỗi: ratings[1].name (tên mức xếp loại): mức “Tốt” ghi hai lần [quy ước; criteria.rating_twice]",
    );
    one(
        |set| {
            set["ratings"] = json!([]);
            set.as_object_mut().unwrap().remove("remarks");
        },
        "lỗi: ratings (các mức xếp loại): bộ tiêu chí chưa có mức xếp loại; nếu không xếp loại thì ghi rõ điều đó vào remarks [quy ước; criteria.no_ratings]",
    );
}

#[test]
fn levels_that_are_never_reached() {
    let level = |set: &mut Value, level: usize| set["groups"][1]["criteria"][0]["levels"][level].take();
    one(
        |set| set["groups"][1]["criteria"][0]["levels"][1]["score"] = json!(4),
        "lỗi: groups[1].criteria[0].levels[1].score (điểm của mức): mức “Đạt từ 75% đến dưới 90% đảng viên dự họp” 4 điểm phải thấp hơn \
         mức ở trước nó, 4 điểm [quy ước; criteria.level_order]",
    );
    one(
        |set| set["groups"][1]["criteria"][0]["levels"][1]["when"] = json!({"percent": 95}),
        "lỗi: groups[1].criteria[0].levels[1].when (điều kiện của mức): mức “Đạt từ 75% đến dưới 90% đảng viên dự họp” không bao giờ đạt \
         được: điều kiện của mức phải dễ hơn mức ở trước nó [quy ước; criteria.level_never]",
    );
    one(
        |set| set["groups"][1]["criteria"][0]["levels"][0]["when"] = json!({"short_by": 1}),
        "lỗi: groups[1].criteria[0].levels[0].when (điều kiện của mức): mức “Đạt từ 90% đảng viên dự họp trở lên” không bao giờ đạt \
         được: điều kiện của mức phải dễ hơn mức ở trước nó [quy ước; criteria.level_never]",
    );
    one(
        |set| {
            let mut first = level(set, 0);
            first.as_object_mut().unwrap().remove("when");
            set["groups"][1]["criteria"][0]["levels"][0] = first;
        },
        "lỗi: groups[1].criteria[0].levels[0].when (điều kiện của mức): mức “Đạt từ 90% đảng viên dự họp trở lên”: mọi mức tính từ số liệu \
         phải ghi khi nào đạt, trừ mức cuối; mức khác thì không ghi [quy ước; criteria.level_when]",
    );
    one(
        |set| set["groups"][1]["criteria"][0]["levels"][0]["score"] = json!(3.5),
        "lỗi: groups[1].criteria[0].levels[0].score (điểm của mức): mức cao nhất của tiêu chí 2.1 là 3,5 điểm; phải bằng điểm tối đa, 4 \
         điểm ở mọi buổi sinh hoạt [quy ước; criteria.level_max]",
    );
    one(
        |set| set["groups"][1]["criteria"][0]["levels"] = json!([]),
        "lỗi: groups[1].criteria[0].levels (các mức của tiêu chí): tiêu chí 2.1 chấm theo mức thì phải ghi các mức, và ngược lại \
         [quy ước; criteria.levels]",
    );
    one(
        |set| set["groups"][1]["criteria"][1]["measure"] = json!("speaking"),
        "lỗi: groups[1].criteria[1].measure (số liệu để tính điểm): tiêu chí 2.2 không tính được từ số liệu của buổi sinh hoạt theo cách chấm đã \
         ghi [quy ước; criteria.measure]",
    );
    one(
        |set| {
            set["groups"][0]["criteria"][0]["measure"] =
                json!({"duration": [{"minutes": 120, "members": 30}]})
        },
        "lỗi: groups[0].criteria[0].measure (số liệu để tính điểm): tiêu chí 1.1 chưa ghi thời lượng tối thiểu chung cho mọi buổi sinh hoạt \
         [quy ước; criteria.required_minutes]",
    );
}

#[test]
fn heads_that_say_too_little() {
    one(
        |set| set["id"] = json!("An Phú"),
        "lỗi: id (mã bộ tiêu chí): tên “An Phú” không dùng được; tên gồm chữ thường không dấu, chữ số và “_” [quy ước; criteria.id]",
    );
    one(
        |set| set["version"] = json!(0),
        "lỗi: version (phiên bản bộ tiêu chí): phiên bản của bộ tiêu chí đánh số từ 1 [quy ước; criteria.version]",
    );
    one(
        |set| set["format"] = json!(2),
        "lỗi: format (phiên bản bản ghi): bộ tiêu chí theo dạng 2; phần mềm đọc dạng 1 [quy ước; criteria.format]",
    );
    one(
        |set| set["sources"] = json!([]),
        "lỗi: sources (nguồn của bộ tiêu chí): bộ tiêu chí chưa ghi lấy từ đâu [quy ước; criteria.no_source]",
    );
    one(
        |set| {
            set["provenance"] = json!("constructed");
            set["remarks"] = json!([]);
        },
        "lỗi: remarks (ghi chú của bộ tiêu chí): bộ tiêu chí dựng làm mẫu phải ghi rõ điều gì là tự đặt ra \
         [quy ước; criteria.constructed_unmarked]",
    );
    one(
        |set| set["sessions"] = json!(["regular", "regular"]),
        "lỗi: sessions (các loại kỳ sinh hoạt): phải ghi các loại buổi sinh hoạt mà bộ tiêu chí dùng để chấm, mỗi loại một lần \
         [quy ước; criteria.sessions]",
    );
    one(
        |set| set["columns"]["note"]["width"] = json!(0),
        "lỗi: columns.note.width (độ rộng cột): độ rộng của cột “Ghi chú” là 0; độ rộng là phần từ 1 đến 100 \
         [quy ước; criteria.width]",
    );
    one(
        |set| set["groups"][1]["criteria"][1]["id"] = json!("2.1"),
        "lỗi: groups[1].criteria[1].id (số của tiêu chí): số “2.1” đã dùng cho một tiêu chí khác [quy ước; criteria.criterion_twice]",
    );
    one(
        |set| set["groups"][1]["criteria"][1]["id"] = json!(""),
        "lỗi: groups[1].criteria[1].id (số của tiêu chí): “” không dùng làm số của tiêu chí được; hãy ghi số, ví dụ 4 hoặc 4.2 \
         [quy ước; criteria.criterion_id]",
    );
}

#[test]
fn scores_that_are_none() {
    one(
        |set| set["groups"][4]["criteria"][0]["max_in"] = json!({"thematic": -1}),
        "lỗi: groups[4].criteria[0].max_in (điểm tối đa theo loại kỳ sinh hoạt): -1 không phải là điểm; điểm là số nguyên hoặc nửa điểm, từ 0 trở lên \
         [quy ước; criteria.score]",
    );
    one(
        |set| set["groups"][1]["criteria"][0]["levels"][2]["score"] = json!(2.25),
        "lỗi: groups[1].criteria[0].levels[2].score (điểm của mức): 2,25 không phải là điểm; điểm là số nguyên hoặc nửa điểm, từ 0 trở \
         lên [quy ước; criteria.score]",
    );
}

#[test]
fn a_set_of_another_shape() {
    let mut json = source(AN_PHU);
    json["groups"][1]["criteria"][0]["levels"][0]["point"] = json!(1);
    let error = CriteriaSet::from_json(&json.to_string()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "lỗi: groups[1].criteria[0].levels[0].point: không có mục “point”; hãy bỏ đi hoặc ghi một trong: label (nội dung của mức), score (điểm của mức), when (điều kiện của mức) \
         [quy ước; shape.unknown_field]"
    );
}
