//! The markup of branches that no record has taken yet.

use super::*;

#[track_caller]
fn refused(source: &str, line: usize, column: usize, reason: &str) {
    assert_eq!(refusal(source), template_error(line, column, reason), "{source}");
}

const PARAGRAPHS: &str = "p, heading, item, part, chapter, division, article, clause, point";
const AT_THE_TOP: &str =
    "p, heading, item, part, chapter, division, article, clause, point, table, columns, page-break";

#[test]
fn both_branches_are_read() {
    let alone = format!("<b> phải nằm trong một thẻ khác; hãy đặt vào một trong các thẻ: {PARAGRAPHS}");
    refused("{{#if note}}\n<b>Ý kiến.</b>\n{{/if}}\n<p>x</p>", 2, 1, &alone);
    refused("{{#unless note}}\n  <b>x</b>{{/unless}}", 2, 3, &alone);
    for block in ["if note", "unless note", "each names", "with vote", "outline sections"] {
        let name = block.split(' ').next().unwrap();
        refused(&format!("{{{{#{block}}}}}<p>a</p>{{{{else}}}}\n\n <b>x</b>{{{{/{name}}}}}"), 3, 2, &alone);
        refused(&format!("{{{{#{block}}}}}\n<b>x</b>{{{{else}}}}<p>a</p>{{{{/{name}}}}}"), 2, 1, &alone);
        refused(&format!("{{{{#{block}}}}}\n<b>x</b>{{{{/{name}}}}}"), 2, 1, &alone);
    }
    refused("{{#if note}}<p>a</p>{{else if title}}\n<b>x</b>{{else}}<p>c</p>{{/if}}", 2, 1, &alone);
    refused("{{#if note}}{{#each names}}{{#if @last}}\n<b>x</b>{{/if}}{{/each}}{{/if}}", 2, 1, &alone);
}

#[test]
fn the_vocabulary_holds_in_a_branch() {
    for (inside, column, reason) in [
        ("<strong>x</strong>", 1, format!("không có thẻ <strong>; hãy dùng một trong: {AT_THE_TOP}")),
        ("<h1>x</h1>", 1, "không có thẻ <h1>; có phải <heading>?".to_owned()),
        (
            "<p><em>x</em></p>",
            4,
            "trong <p> không có thẻ <em>; có phải <i>?".to_owned(),
        ),
        (
            "<p role=\"basi\">x</p>",
            1,
            "role của <p> không nhận “basi”; hãy ghi một trong: body, basis, caption, enacting".to_owned(),
        ),
        ("<p class=\"a\">x</p>", 1, "<p> không có thuộc tính “class”; hãy dùng một trong: role, spare".to_owned()),
        ("<item>x</item>", 1, "<item> thiếu thuộc tính level; hãy ghi thêm level=\"…\" vào thẻ".to_owned()),
        ("<p>x<blank/></p>", 5, "<blank> thiếu thuộc tính width; hãy ghi thêm width=\"…\" vào thẻ".to_owned()),
        ("<p>x<br>y</br></p>", 9, "<br> không chứa gì được; hãy đóng ngay trong thẻ, như <br/>".to_owned()),
        (
            "<p>x<p>y</p></p>",
            5,
            "<p> không đặt trong <p> được; hãy ghi </p> trước (<p> mở từ dòng 3, cột 1)".to_owned(),
        ),
        ("<p> </p>", 1, "<p> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này".to_owned()),
        ("x", 1, format!("chữ nằm ngoài thẻ; hãy đặt vào một trong các thẻ: {PARAGRAPHS}")),
        ("  {{title}}", 3, format!("chữ nằm ngoài thẻ; hãy đặt vào một trong các thẻ: {PARAGRAPHS}")),
        (
            "<p>a &nbsp; b</p>",
            6,
            "không có ký hiệu “&nbsp;”; hãy gõ thẳng chữ đó, hoặc ghi &amp; &lt; &gt; &quot; &apos; hay một số như &#160;".to_owned(),
        ),
        ("<p>a & b</p>", 6, "dấu & đứng một mình không đọc được; hãy ghi &amp;".to_owned()),
        ("<![CDATA[x]]>", 1, "không dùng <![CDATA[x]]> trong lời văn được; hãy bỏ đi".to_owned()),
        ("<p>{{title}} < 5</p>", 14, "thẻ < thiếu dấu >; hãy ghi thêm, hoặc ghi &lt; nếu là dấu nhỏ hơn".to_owned()),
        (
            "<p {{title}}>x</p>",
            4,
            "giá trị chỉ đặt trong chữ hoặc trong dấu nháy của thuộc tính, không đặt thẳng trong thẻ <p được; hãy chuyển đi".to_owned(),
        ),
        (
            "<table columns=\"1fr\"><td>x</td></table>",
            22,
            "<td> không đặt trong <table> được; trong đó hãy dùng: tr, group".to_owned(),
        ),
        (
            "<table columns=\"1fr\"><tr>{{title}}</tr></table>",
            26,
            "chữ không đặt thẳng trong <tr> được; hãy đặt vào thẻ: th, td".to_owned(),
        ),
        (
            "<table columns=\"1fr\"><tr><td>a<p>b</p></td></tr></table>",
            31,
            "trong <td> vừa có chữ vừa có <p>; hãy đặt chữ ấy vào <p>".to_owned(),
        ),
        (
            "<columns widths=\"1fr\"><p>a</p></columns>",
            23,
            "<p> không đặt trong <columns> được; trong đó hãy dùng: column".to_owned(),
        ),
    ] {
        refused(&format!("<p>x</p>\n{{{{#if note}}}}\n{inside}{{{{/if}}}}"), 3, column, &reason);
    }
}

#[test]
fn what_is_open_is_closed_on_every_way() {
    refused(
        "{{#if note}}\n<p>{{/if}}x",
        2,
        11,
        &format!("chữ nằm ngoài thẻ; hãy đặt vào một trong các thẻ: {PARAGRAPHS}"),
    );
    refused("\n <p>x{{#if note}}</p>{{/if}}", 2, 2, "<p> chưa đóng; hãy ghi </p>");
    refused(
        "{{#if note}}<p>x{{else}}\n<heading level=\"1\">x{{/if}}</p>",
        2,
        28,
        "gặp </p> khi <heading> còn mở; hãy ghi </heading> trước",
    );
    refused("<p>x\n</p></p>", 2, 5, "</p> không đóng thẻ nào đang mở; hãy bỏ đi hoặc ghi <p> ở trước");
    refused("<p>{{#if note}}<b>{{/if}}x\n</b></p>", 2, 1, "gặp </b> khi <p> còn mở; hãy ghi </p> trước");
    refused(
        "<p>{{#each names}}\n<b>{{this}}{{/each}}</p>",
        2,
        1,
        "<b> mở trong vòng lặp mà không đóng ở đó; hãy ghi </b> trước khi hết lượt",
    );
    refused(
        "<p><b>x\n{{#each names}}</b>{{/each}}</p>",
        2,
        1,
        "vòng lặp đóng <b> đã mở từ trước; hãy chuyển </b> ra sau vòng lặp",
    );
    refused("<p>x</p>\n<p", 2, 1, "thẻ <p thiếu dấu >; hãy ghi thêm, hoặc ghi &lt; nếu là dấu nhỏ hơn");
}

#[test]
fn branches_with_the_same_condition_fit_together() {
    for source in [
        "<table columns=\"1fr\">{{#each sections}}{{#if heading}}<group>{{else}}<tr>{{/if}}<td>x</td>{{#if heading}}</group>{{else}}</tr>{{/if}}{{/each}}</table>",
        "{{#if note}}<p>{{else}}<heading level=\"1\">{{/if}}x{{#unless note}}</heading>{{else}}</p>{{/unless}}",
        "<p>{{#if (eq title 'a')}}<b>{{/if}}x{{#if (eq title 'a')}}</b>{{/if}}</p>",
        "{{#if names}}<table columns=\"1fr\">{{/if}}{{#each names}}<tr><td>{{this}}</td></tr>{{/each}}{{#if names}}</table>{{/if}}",
        "{{#each names}}{{#if @first}}<p>{{/if}}{{this}}{{#if @last}}</p>{{/if}}{{/each}}",
        "{{#each names as |name|}}{{#if ../note}}<p>{{/if}}{{#if @root.note}}{{name}}</p>{{/if}}{{/each}}",
        "<p{{#if note}} role=\"basis\"{{/if}}>x</p>",
        "<table columns=\"auto{{#each names}} auto{{/each}}\"><tr><td rowspan=\"{{this.number}}\"/></tr></table>",
        "<!-- {{#if note}} <b> {{/if}} -->",
        "<table columns=\"1fr\"><tr><td>{{#each names}}<p>{{this}}</p>{{else}}{{title}}{{/each}}</td></tr></table>",
        "<p>{{#if note}}{{note}}{{/if}}</p>",
    ] {
        added(source);
    }
    let expected = "gặp </heading> khi <p> còn mở; hãy ghi </p> trước";
    refused(
        "{{#if note}}<p>{{else}}<heading level=\"1\">{{/if}}x\n{{#if title}}</p>{{else}}</heading>{{/if}}",
        2,
        26,
        expected,
    );
    // In the next turn another section has a heading, or none.
    refused(
        "<p>{{#each sections}}{{#if heading}}\n<b>{{/if}}{{/each}}{{#each sections}}{{#if heading}}</b>{{/if}}{{/each}}</p>",
        2,
        1,
        "<b> mở trong vòng lặp mà không đóng ở đó; hãy ghi </b> trước khi hết lượt",
    );
}

#[test]
fn a_template_of_many_ways_is_refused_in_time() {
    let nested = format!(
        "<p>{}x{}</p>",
        "{{#each @root.names}}{{#if @first}}<b>{{/if}}".repeat(15),
        "{{/each}}".repeat(15)
    );
    let Error::Template { reason, .. } = refusal(&nested) else { panic!() };
    assert_eq!(reason, "<b> mở trong vòng lặp mà không đóng ở đó; hãy ghi </b> trước khi hết lượt");
}

#[test]
fn places_are_found_behind_tildes_and_like_texts() {
    let alone = format!("<b> phải nằm trong một thẻ khác; hãy đặt vào một trong các thẻ: {PARAGRAPHS}");
    refused("{{#if note~}}\n  <b>x</b>{{/if}}", 2, 3, &alone);
    refused("<p>{{title}}</p>\n<p>{{title}}</p>\n{{#if note}}{{!-- <b> --}} <b>x</b>{{/if}}", 3, 28, &alone);
    refused("{{! a }}\r\n<p>ắ</p>{{#if note}}<b>x</b>{{/if}}", 2, 21, &alone);
}
