//! Figures that a helper cannot say: told at the field of the record that has them, never printed as another figure.

use super::*;

/// The problem of a record, where its wording cannot be filled: the path and the sentence.
fn told(inside: &str, record: &Value) -> (String, String) {
    let mut wording = Wording::new();
    let schema =
        json!({"properties": {"any": true, "other": true, "rows": {"items": {"properties": {"n": true}}}}});
    wording.add("t", &format!("<p>{inside}</p>"), &schema).unwrap();
    match wording.render("t", record).unwrap_err() {
        Error::Invalid(problems) if problems.len() == 1 && problems[0].code == "shape.out_of_range" => {
            assert!(problems[0].in_english().is_some());
            (problems[0].path.to_string(), problems[0].message.clone())
        }
        other => panic!("{inside}: {other:?}"),
    }
}

#[test]
fn a_fraction_is_no_whole_number() {
    for (helper, uses) in [
        ("in_words", "viết số này bằng chữ"),
        ("money_in_words", "viết số này bằng chữ"),
        ("count", "in số này như một số đếm"),
        ("ordinal", "viết số này thành số thứ tự"),
        ("enumerated", "viết số này thành số thứ tự"),
        ("roman", "viết số này bằng số La Mã"),
        ("letter", "viết số này thành chữ cái"),
        ("next", "ghi số tiếp theo số này"),
        ("row", "ghi số tiếp theo số này"),
    ] {
        let said = |now: &str| {
            format!("phải là số nguyên từ 0 trở lên, vì lời văn {uses}; hiện là {now}; hãy ghi số khác")
        };
        let inside = format!("{{{{{helper} any}}}}");
        assert_eq!(told(&inside, &json!({"any": 12.5})), ("any".to_owned(), said("12,5")), "{helper}");
        assert_eq!(told(&inside, &json!({"any": -1})), ("any".to_owned(), said("-1")), "{helper}");
    }
    // One that has more digits than a figure has is not rounded to a whole one.
    let (_, said) = told("{{in_words any}}", &json!({"any": 11.999_999_999_9}));
    assert_eq!(
        said,
        "phải là số nguyên từ 0 trở lên, vì lời văn viết số này bằng chữ; hiện là 11,9999999999; hãy ghi số khác"
    );
    let (path, _) = told("{{#each rows}}{{in_words n}}{{/each}}", &json!({"rows": [{"n": 1}, {"n": 0.5}]}));
    assert_eq!(path, "rows[1].n");
    let (path, _) = told("{{ordinal (next any)}}", &json!({"any": 0.5}));
    assert_eq!(path, "any");
}

#[test]
fn a_number_outside_of_what_can_be_written_is_told_at_its_field() {
    for (inside, record, path, sentence) in [
        (
            "{{roman any}}",
            json!({"any": 0}),
            "any",
            "phải từ 1 đến 3999, vì lời văn viết số này bằng số La Mã; hiện là 0; hãy ghi số khác",
        ),
        (
            "{{roman any}}",
            json!({"any": 4000}),
            "any",
            "phải từ 1 đến 3999, vì lời văn viết số này bằng số La Mã; hiện là 4000; hãy ghi số khác",
        ),
        (
            "{{letter any}}",
            json!({"any": 0}),
            "any",
            "phải từ 1 trở lên, vì lời văn viết số này thành chữ cái; hiện là 0; hãy ghi số khác",
        ),
        (
            "{{percent 1 any}}",
            json!({"any": 0}),
            "any",
            "phải khác 0, vì lời văn tính phần trăm theo số này; hiện là 0; hãy ghi số khác",
        ),
        (
            "{{minus any other}}",
            json!({"any": 12, "other": 12.5}),
            "other",
            "không được lớn hơn “any” (12), vì lời văn lấy số ấy trừ đi số này; hiện là 12,5; hãy sửa một trong hai số",
        ),
        (
            "{{minus any 5}}",
            json!({"any": 3}),
            "any",
            "phải từ 5 trở lên, vì lời văn lấy số này trừ đi 5; hiện là 3; hãy ghi số khác",
        ),
    ] {
        assert_eq!(told(inside, &record), (path.to_owned(), sentence.to_owned()), "{inside}");
    }
}

#[test]
fn what_was_worked_out_is_told_at_a_field_that_it_was_made_of() {
    let whole = "số mà lời văn tính từ mục này phải là số nguyên từ 0 trở lên, vì lời văn viết số này bằng chữ; hiện là";
    for (inside, record, path, sentence) in [
        (
            "{{in_words (minus any other)}}",
            json!({"any": 12.5, "other": 1}),
            "any",
            format!("{whole} 11,5; hãy ghi số khác"),
        ),
        (
            "{{in_words (minus 20 other)}}",
            json!({"other": 0.5}),
            "other",
            format!("{whole} 19,5; hãy ghi số khác"),
        ),
        (
            "{{#each rows}}{{in_words (plus n (plus n 1))}}{{/each}}",
            json!({"rows": [{"n": 1}, {"n": 0.25}]}),
            "rows[1].n",
            format!("{whole} 1,5; hãy ghi số khác"),
        ),
        (
            "{{letter (number_of rows)}}",
            json!({"rows": []}),
            "rows",
            "số mà lời văn tính từ mục này phải từ 1 trở lên, vì lời văn viết số này thành chữ cái; hiện là 0; hãy ghi số khác"
                .to_owned(),
        ),
        (
            "{{minus 5 any}}",
            json!({"any": 6}),
            "any",
            "không được lớn hơn 5, vì lời văn lấy 5 trừ đi số này; hiện là 6; hãy ghi số khác".to_owned(),
        ),
    ] {
        assert_eq!(told(inside, &record), (path.to_owned(), sentence), "{inside}");
    }
}

#[test]
fn what_the_wording_itself_says_has_no_field() {
    let error = failure("<p>{{percent 1 (minus 2 2)}}</p>", &json!({}));
    let reason = "hàm “percent”: “giá trị” phải khác 0, vì lời văn tính phần trăm theo số này; hiện là 0; hãy ghi số khác";
    assert_eq!(error, template_error(1, 4, reason));
}
