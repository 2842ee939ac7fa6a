//! What is found when a template is added.

use super::*;

#[test]
fn every_path_is_checked_wherever_it_stands() {
    for (source, path) in [
        ("{{vtoe}}", "vtoe"),
        ("{{#if vtoe}}{{/if}}", "vtoe"),
        ("{{#unless vtoe}}{{/unless}}", "vtoe"),
        ("{{#each vtoe}}{{/each}}", "vtoe"),
        ("{{#with vtoe}}{{/with}}", "vtoe"),
        ("{{#outline vtoe}}{{/outline}}", "vtoe"),
        ("{{upper vtoe}}", "vtoe"),
        ("{{#if (eq 1 vtoe)}}{{/if}}", "vtoe"),
        ("{{#if (eq 1 (upper vtoe))}}{{/if}}", "vtoe"),
        ("{{#outline sections level=vtoe}}{{/outline}}", "vtoe"),
        ("{{#if note includeZero=vtoe}}{{/if}}", "vtoe"),
        ("{{this.vtoe}}", "this.vtoe"),
        ("{{@root.vtoe}}", "@root.vtoe"),
    ] {
        let before = if path == "vtoe" { String::new() } else { format!("“{path}”: ") };
        let reason = format!("{before}không có mục “vtoe”; có phải “vote” (kết quả biểu quyết)?");
        assert_eq!(refusal(source), template_error(1, 1, &reason), "{source}");
    }
}

#[test]
fn the_place_is_that_of_the_tag() {
    let reason = "không có mục “vtoe”; có phải “vote” (kết quả biểu quyết)?";
    assert_eq!(refusal("<p>ắ</p>\n <p>ắ{{vtoe}}</p>"), template_error(2, 6, reason));
    assert_eq!(refusal("{{#if note}}\n  {{vtoe}}\n{{/if}}"), template_error(2, 3, reason));
    assert_eq!(refusal("{{#if note}}\n{{else}}\n{{vtoe}}\n{{/if}}"), template_error(3, 1, reason));
    // A link of the chain has no place in handlebars' tree; its block's stands in.
    assert_eq!(refusal("\n{{#if note}}\n{{else if vtoe}}\n{{/if}}"), template_error(2, 1, reason));
    assert_eq!(
        refusal("{{#if note}}\n{{else if title}}\n{{else}}\n{{vtoe}}{{/if}}"),
        template_error(4, 1, reason)
    );
}

#[test]
fn parts_of_values_are_checked() {
    for (source, reason) in [
        ("{{vote.presnt}}", "“vote.presnt”: không có mục “presnt”; có phải “present” (có mặt)?"),
        ("{{title.x}}", "“title.x”: không có mục “x”; hãy bỏ đi"),
        (
            "{{profile.x}}",
            "“profile.x”: không có mục “x”; hãy bỏ đi hoặc ghi một trong: basis_end, basis_separator, committee, dots",
        ),
        (
            "{{sections.0.x}}",
            "“sections.0.x”: không có mục “x”; hãy bỏ đi hoặc ghi một trong: heading (đề mục), items (mục con), paragraphs (các đoạn văn)",
        ),
    ] {
        assert_eq!(refusal(source), template_error(1, 1, reason), "{source}");
    }
    added(
        "<p>{{vote.present}}{{profile.basis_end}}{{@root.profile.basis_separator}}{{sections.0.heading}}{{counts.x}}</p>",
    );
}

#[test]
fn blocks_change_what_names_mean() {
    for source in [
        "{{#each sections}}{{heading}}{{@index}}{{@first}}{{@last}}{{../title}}{{@root.title}}{{/each}}",
        "{{#each sections}}{{#each paragraphs}}{{this}}{{../heading}}{{../../title}}{{@../index}}{{/each}}{{/each}}",
        "{{#each sections}}{{#each items}}{{#each items}}{{heading}}{{/each}}{{/each}}{{else}}{{title}}{{/each}}",
        "{{#each sections as |section place|}}{{section.heading}}{{place}}{{#each names}}{{/each}}{{/each}}"
            .replace("{{#each names}}", "{{#each section.paragraphs}}{{section.heading}}")
            .as_str(),
        "{{#each counts}}{{@key}}{{this}}{{/each}}",
        "{{#with vote}}{{present}}{{../title}}{{else}}{{title}}{{/with}}",
        "{{#with vote as |v|}}{{v.present}}{{/with}}",
        "{{#each names}}{{#with ../vote}}{{@index}}{{present}}{{/with}}{{/each}}",
        "{{#if vote}}{{title}}{{else}}{{note}}{{/if}}",
        "{{#outline sections}}{{@level}}{{heading}}{{#each paragraphs}}{{@../level}}{{../heading}}{{/each}}{{/outline}}",
    ] {
        added(&format!("<p>{source}</p>"));
    }
    for (source, column, reason) in [
        (
            "{{#each sections}}{{title}}{{/each}}",
            19,
            "trong khối này không có mục “title”; mục ấy ở ngoài khối, hãy ghi “@root.title”",
        ),
        (
            "{{#each names}}{{@key}}{{/each}}",
            16,
            "không có mục “@key”; hãy bỏ đi hoặc ghi một trong: @first, @index, @last",
        ),
        (
            "{{#with vote}}{{title}}{{/with}}",
            15,
            "trong khối này không có mục “title”; mục ấy ở ngoài khối, hãy ghi “@root.title”",
        ),
        ("{{#with vote as |v|}}{{w}}{{/with}}", 22, "không có mục “w”; có phải “v”?"),
        ("{{#with title}}{{x}}{{/with}}", 16, "không có mục “x”; hãy bỏ đi"),
        (
            "{{#each sections as |s|}}{{s.x}}{{/each}}",
            26,
            "“s.x”: không có mục “x”; hãy bỏ đi hoặc ghi một trong: heading (đề mục), items (mục con), paragraphs (các đoạn văn)",
        ),
        (
            "{{#outline sections}}{{@index}}{{/outline}}",
            22,
            "không có mục “@index”; hãy bỏ đi hoặc ghi một trong: @level, heading (đề mục), items (mục con), paragraphs (các đoạn văn)",
        ),
        ("{{#each names}}{{@first.x}}{{/each}}", 16, "không có mục “@first.x”; có phải “@first”?"),
    ] {
        assert_eq!(refusal(source), template_error(1, column, reason), "{source}");
    }
    for source in [
        "{{../title}}",
        "{{#if note}}{{../title}}{{/if}}",
        "{{#each names}}{{../../title}}{{/each}}",
        "{{@root.@index}}",
    ] {
        let Error::Template { reason, .. } = refusal(source) else { panic!("{source}") };
        assert!(reason.ends_with("” ra ngoài bản ghi; hãy bớt “../” hoặc “@”"), "{reason}");
    }
}

#[test]
fn helpers_are_checked() {
    let known = "comrade, count, data_table, date_long, date_short, each, enumerated, eq, if, in_words, letter, lines, minus, \
                 money_in_words, next, number, number_of, ordinal, outline, percent, plus, roman, row, running, unless, upper, with, written";
    for name in ["lookup", "log", "len", "gt", "vtoe"] {
        let reason = format!("không có hàm “{name}”; hãy dùng một trong: {known}");
        assert_eq!(refusal(&format!("{{{{{name} title 1}}}}")), template_error(1, 1, &reason));
        assert_eq!(refusal(&format!("{{{{#if ({name} title)}}}}{{{{/if}}}}")), template_error(1, 1, &reason));
        assert_eq!(refusal(&format!("{{{{#{name} title}}}}{{{{/{name}}}}}")), template_error(1, 1, &reason));
    }
    for (source, reason) in [
        (
            "{{number}}",
            "“number” là tên hàm, phải có giá trị đi sau; nếu là mục của bản ghi thì hãy ghi “this.number”",
        ),
        ("{{count number 1}}", "“count” cần 1 giá trị đi sau, mà ở đây có 2; hãy bớt đi"),
        ("{{percent number}}", "“percent” cần 2 giá trị đi sau, mà ở đây có 1; hãy ghi thêm"),
        ("{{count number x=1}}", "“count” không có lựa chọn “x”; hãy bỏ đi"),
        ("{{#each names x=1 a=2}}{{/each}}", "“each” không có lựa chọn “a”; hãy bỏ đi"),
        ("{{#if}}{{/if}}", "“if” cần 1 giá trị đi sau, mà ở đây có 0; hãy ghi thêm"),
        ("{{each names}}", "“each” mở một khối; hãy ghi {{#each …}} … {{/each}}"),
        ("{{upper (each names)}}", "“each” mở một khối; hãy ghi {{#each …}} … {{/each}}"),
        ("{{#upper title}}{{/upper}}", "“upper” không mở khối; hãy ghi {{upper …}}"),
        ("{{#data_table vote}}{{/data_table}}", "“data_table” không mở khối; hãy ghi {{data_table …}}"),
        (
            "{{upper (data_table vote)}}",
            "“data_table” in ra cả đoạn hay cả bảng, không đặt trong dấu ngoặc đơn được; hãy để riêng ra",
        ),
        ("{{(upper title)}}", "dấu ngoặc đơn chỉ đứng sau tên hàm; hãy bỏ dấu ngoặc đơn"),
        (
            "{{#each title}}{{/each}}",
            "“each” cần một danh sách, mà mục đi sau không phải; hãy ghi tên một danh sách",
        ),
        (
            "{{#outline vote}}{{/outline}}",
            "“outline” cần một danh sách, mà mục đi sau không phải; hãy ghi tên một danh sách",
        ),
        ("{{#if note as |x|}}{{/if}}", "“if” không nhận các tên ấy sau “as”; hãy bỏ phần “as |…|”"),
        ("{{#with vote as |x i|}}{{/with}}", "“with” không nhận các tên ấy sau “as”; hãy bỏ phần “as |…|”"),
        (
            "{{#outline sections as |x|}}{{/outline}}",
            "“outline” không nhận các tên ấy sau “as”; hãy bỏ phần “as |…|”",
        ),
    ] {
        assert_eq!(refusal(source), template_error(1, 1, reason), "{source}");
    }
    assert_eq!(text("{{this.number}} {{count number}}", &json!({"number": 5})), "5 05");
}

#[test]
fn lists_and_records_are_not_printed() {
    for path in ["sections", "names", "counts"] {
        let reason = format!(
            "“{path}” là danh sách, không in thẳng được; hãy ghi {{{{#each {path}}}}} … {{{{/each}}}}"
        );
        assert_eq!(refusal(&format!("{{{{{path}}}}}")), template_error(1, 1, &reason));
    }
    let reason = "“vote” gồm nhiều mục, không in thẳng được; hãy ghi “vote.against” hay mục khác trong: against, present";
    assert_eq!(refusal("{{vote}}"), template_error(1, 1, reason));
    let reason = "“this” gồm nhiều mục, không in thẳng được; hãy ghi “this.heading” hay mục khác trong: heading, items, paragraphs";
    assert_eq!(refusal("{{#each sections}}{{this}}{{/each}}"), template_error(1, 19, reason));
}

#[test]
fn partials_and_raw_output_are_refused() {
    let partials = "không gọi lời văn khác bằng {{> }} được; hãy chép câu chữ ấy vào đây";
    let mut wording = Wording::new();
    assert_eq!(wording.add("t", "{{> u}}", &schema()).unwrap_err(), template_error(1, 1, partials));
    let other = wording.add("u", "{{> t}}", &schema()).unwrap_err();
    assert_eq!(
        other.to_string(),
        "lời văn u, dòng 1, cột 1: không gọi lời văn khác bằng {{> }} được; hãy chép câu chữ ấy vào đây"
    );
    let raw = "không dùng {{{ }}} hay {{& }} được, vì chữ của bản ghi sẽ thành thẻ; hãy ghi {{ }} với hai dấu ngoặc";
    assert_eq!(refusal("a\n{{{title}}}"), template_error(2, 1, raw));
}

#[test]
fn faults_of_the_syntax_have_their_place() {
    for (source, line, column, reason) in [
        ("<p>\n{{#if note}}", 2, 1, "khối {{#if …}} chưa đóng; hãy ghi {{/if}}"),
        ("<p>\n {{title</p>", 2, 2, "chỗ {{ này chưa đóng; hãy ghi }}, và xem lại các dấu nháy trong đó"),
        (
            "{{#if (eq title \"a)}}b{{/if}}",
            1,
            1,
            "chỗ {{ này chưa đóng; hãy ghi }}, và xem lại các dấu nháy trong đó",
        ),
        ("a {{! b", 1, 3, "ghi chú {{! chưa đóng; hãy ghi }}, hoặc --}} nếu mở bằng {{!--"),
        ("<p>a</p>{{/if}}", 1, 9, "{{/if}} không đóng khối nào đang mở; hãy bỏ đi"),
        ("<p>a\n{title}</p>", 2, 1, "“{title}” chỉ có một dấu ngoặc nên in ra y như vậy; hãy ghi {{title}}"),
        (
            "{{#if note}}{ title }{{/if}}",
            1,
            13,
            "“{ title }” chỉ có một dấu ngoặc nên in ra y như vậy; hãy ghi {{ title }}",
        ),
        (
            "{{#if number == 1}}{{/if}}",
            1,
            1,
            "không so sánh bằng dấu = được; hãy dùng hàm eq, như {{#if (eq draft 1)}}",
        ),
        (
            "<p>{{kết quả biểu quyết}}</p>",
            1,
            4,
            "không có mục “kết quả biểu quyết”; có phải “vote” (kết quả biểu quyết)?",
        ),
        (
            "<item level=“1”>x</item>",
            1,
            1,
            "dấu nháy “ ” trong <item> không đọc được; hãy ghi dấu nháy thẳng, như level=\"1\"",
        ),
        (
            "{{#each sections}}{{#each paragraphs}}{{heading}}{{/each}}{{/each}}",
            1,
            39,
            "trong khối này không có mục “heading”; mục ấy ở ngoài khối, hãy ghi “../heading”",
        ),
        ("{{else}}", 1, 1, "{{else}} đứng ngoài khối; hãy bỏ đi, hoặc ghi {{#if …}} ở trước"),
        (
            "<p>{{}}</p>",
            1,
            6,
            "chỗ này ghi không đúng cách; hãy ghi {{tên mục}}, {{hàm giá-trị}}, hoặc {{#khối}} … {{/khối}}",
        ),
    ] {
        assert_eq!(refusal(source), template_error(line, column, reason), "{source}");
    }
    assert_eq!(
        refusal("{{#if note}}\n{{/each}}"),
        template_error(2, 1, "gặp {{/each}} khi khối {{#if …}} còn mở; hãy ghi {{/if}} trước")
    );
}

#[test]
fn a_field_may_have_the_name_of_a_helper_of_handlebars() {
    let mut wording = Wording::new();
    wording.add("t", "<p>{{len}} {{log}}</p>", &json!({"properties": {"len": {}, "log": {}}})).unwrap();
    assert_eq!(dump(wording.render("t", &json!({"len": 1, "log": 2})).unwrap()), ["Body: 1 2"]);
}

#[test]
fn a_template_that_says_nothing_takes_no_place() {
    let reason = "lời văn trống; hãy ghi nội dung, hoặc bỏ tệp này để dùng lời văn có sẵn";
    for source in ["", " \n\t", "{{!-- <p>…</p> --}}\n", "{{! nothing }}"] {
        assert_eq!(refusal(source), template_error(1, 1, reason), "{source:?}");
    }
}

#[test]
fn the_place_that_an_element_names_is_checked() {
    for (at, reason) in [
        ("vtoe", "không có mục “vtoe”; có phải “vote” (kết quả biểu quyết)?"),
        ("vote.presnt", "“vote.presnt”: không có mục “presnt”; có phải “present” (có mặt)?"),
        ("title.x", "“title.x”: không có mục “x”; hãy bỏ đi"),
        ("title[0]", "“title[0]”: không có mục “[0]”; hãy bỏ đi"),
        (
            "sections[{{first_level}}].headnig",
            "“sections[{{…}}].headnig”: không có mục “headnig”; có phải “heading” (đề mục)?",
        ),
        ("{{#if note}}vtoe{{else}}note{{/if}}", "không có mục “vtoe”; có phải “vote” (kết quả biểu quyết)?"),
        ("", "để trống; hãy ghi tên một mục"),
    ] {
        for (element, behind) in [("blank width=\"3\"", "/>"), ("checkbox", "/>"), ("field", ">x</field>")] {
            let name = element.split(' ').next().unwrap();
            let source = format!("<p>\n{{{{title}}}} <{element} at=\"{at}\"{behind}</p>");
            let reason = format!("at của <{name}>: {reason}");
            assert_eq!(refusal(&source), template_error(2, 11, &reason), "{source}");
        }
    }
    for at in [
        "vote.present",
        "names[2]",
        "counts.x",
        "sections[0].items[{{first_level}}].paragraphs[1]",
        "sections[1].{{title}}.x",
        "sections[0].items[1{{first_level}}].x",
        "{{title}}.x",
        "{{#each names}}{{this}}{{/each}}",
        "{{#if note}}note{{else}}title{{/if}}",
    ] {
        added(&format!("<p>x <blank width='3' at='{at}'/></p>"));
    }
    let mut wording = Wording::new();
    for schema in [json!({}), json!({"properties": {"free": true}}), json!({"additionalProperties": {}})] {
        wording.add("t", "<p>x <blank width='3' at='free.any[0].thing'/></p>", &schema).unwrap();
    }
}
