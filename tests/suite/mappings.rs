//! What is told of tables and of the files that say where their columns go: `vanban::table`.

use std::io::Cursor;

use vanban::Kind;
use vanban::kinds::built_in;
use vanban::table::{Error, Item, Mapping, Records, Table};

fn kind(name: &str) -> &'static Kind {
    built_in().find(|kind| kind.name() == name).unwrap()
}

fn table(rows: impl Into<Vec<u8>>) -> Table {
    Table::csv(Cursor::new(rows.into())).unwrap()
}

#[test]
fn a_text_in_an_old_encoding_is_told() {
    let said =
        |rows: &[u8]| table(rows).survey(kind("resolution"), None, crate::renderer()).unwrap().to_string();
    let old = said(b"T\xean chi b\xf4\xf2;S\xf4\xec\nChi b\xf4\xf2 A;5\n");
    assert_eq!(
        old.lines().next(),
        Some("tệp không ở dạng UTF-8, đọc theo bảng mã windows-1258; hãy xem chữ có đúng không")
    );
    assert!(!said("Tên chi bộ;Số\nChi bộ A;5\n".as_bytes()).contains("bảng mã"));
}

#[test]
fn a_broken_line_of_jsonl_is_told_with_its_line() {
    let lines = "{\"kind\": \"notice\"}\n\n{\"kind\": \"notice\",\n{\"place\": \"a\", \"place\": \"b\"}\n";
    // What else is wrong is told beside it, where the kind is known.
    for (kind, rest) in [(None, 0), (Some(kind("notice")), 7)] {
        let items = Records::jsonl(lines.as_bytes(), kind).map(|item| item.unwrap());
        let told = |item: Item| item.record(crate::renderer()).unwrap_err().to_string();
        let told: Vec<String> = items.skip(1).map(told).collect();
        assert_eq!(told[1].lines().count(), 1 + rest, "{}", told[1]);
        let said: Vec<&str> = told.iter().filter_map(|it| it.lines().next()).collect();
        assert_eq!(
            said,
            [
                "lỗi: dòng 3, cột 18: tệp hết giữa chừng [quy ước; shape.syntax]",
                "lỗi: place (địa danh): ghi hai lần “place”, lần sau ở dòng 4, cột 22; hãy bỏ một lần [quy ước; \
                 shape.duplicate_field]",
            ]
        );
    }
}

/// Why a mapping does not fit a table, a line each; nothing where it does.
fn misfits(name: &str, mapping: &str, rows: &str) -> Vec<String> {
    let mapping = match Mapping::from_toml(mapping) {
        Ok(mapping) => mapping,
        Err(error) => return error.to_string().lines().map(str::to_owned).collect(),
    };
    match table(rows).records(kind(name), Some(&mapping), crate::renderer()) {
        Ok(_) => Vec::new(),
        Err(Error::Mapping(wrong)) => wrong,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_name_is_matched_by_its_last_parts() {
    let rows = "Chi bộ / Đảng viên / Tổng số;Chi bộ / Chỉ tiêu / Tổng số\n20;5\n";
    for name in ["Đảng viên / Tổng số", "đảng viên / tổng số", "Đảng bộ / Chi bộ / Đảng viên / Tổng số"]
    {
        let mapping =
            format!("ignore = [\"Chỉ tiêu / Tổng số\"]\n[columns]\n\"{name}\" = \"session.members\"\n");
        assert_eq!(misfits("evaluation_form", &mapping, rows), [""; 0], "{name}");
    }
    assert_eq!(
        misfits("evaluation_form", "[columns]\n\"Tổng số\" = \"session.members\"\n", rows)[0],
        "bảng có nhiều cột “Tổng số”: A, B; hãy ghi chữ của cột, ví dụ \"cột A\""
    );
    let template = table(rows).template(kind("evaluation_form"), crate::renderer(), &Mapping::default());
    for line in [
        "\"Chi bộ / Đảng viên / Tổng số\" = \"session.members\"",
        "\"Chi bộ / Chỉ tiêu / Tổng số\" = \"session.targets.total\"",
    ] {
        assert!(template.contains(line), "{template}");
    }
}

const NAMELESS: &str =
    "Tên chi bộ;Số;\nChi bộ A;5;x\nChi bộ B;6;y\nChi bộ C;7;\nChi bộ D;8;z\nChi bộ E;9;t\n";

#[test]
fn a_column_without_a_name_is_called_by_its_letter() {
    let columns = "[columns]\n\"Tên chi bộ\" = \"issuer.name\"\n\"Số\" = \"number\"\n";
    assert_eq!(
        misfits("resolution", columns, NAMELESS),
        [
            "cột C (không có tên, có dữ liệu ở dòng 2, 3, 5 và 1 dòng khác) không có trong tệp khai báo cột: thêm \"cột C\" \
             vào [columns] hoặc vào ignore"
        ]
    );
    let ignored = format!("ignore = [\"cột C\"]\n{columns}");
    assert_eq!(misfits("resolution", &ignored, NAMELESS), [""; 0]);
    // Next month nothing stands there.
    assert_eq!(misfits("resolution", &ignored, "Tên chi bộ;Số\nChi bộ A;5\n"), [""; 0]);
    let mapping = Mapping::from_toml(&format!("{columns}\"Cột c\" = \"subject\"\n")).unwrap();
    let mut records = table(NAMELESS).records(kind("resolution"), Some(&mapping), crate::renderer()).unwrap();
    let told = records.next().unwrap().unwrap().record(crate::renderer()).unwrap_err().to_string();
    assert!(!told.contains("không có tên") && !told.contains("subject"), "{told}");
    let template = table(NAMELESS).template(kind("resolution"), crate::renderer(), &Mapping::default());
    assert!(
        template.contains(
            "# Cột C không có tên mà có dữ liệu, dùng làm gì? Chưa rõ nên tạm không dùng; cần thì chuyển xuống [columns].\n"
        ) && template.contains("\"cột C\"]\n"),
        "{template}"
    );
    // A cell alone is told with its row.
    let rows = "Tên chi bộ;Số\nChi bộ A;5\nChi bộ B;6;thừa\n";
    let mapping = Mapping::from_toml(columns).unwrap();
    let mut records = table(rows).records(kind("resolution"), Some(&mapping), crate::renderer()).unwrap();
    let told = records.nth(1).unwrap().unwrap().record(crate::renderer()).unwrap_err().to_string();
    assert_eq!(
        told.lines().next(),
        Some(
            "lỗi: cột C3, “thừa”: cột không có tên; hãy xoá ô này, ghi tên cột, hoặc thêm \"cột C\" vào ignore [quy ước; \
             table.no_column]"
        )
    );
}

#[test]
fn a_column_is_not_used_and_ignored() {
    let rows = "Tên;3.5;8.3;Ghi chú\nChi bộ A;1;2;\n";
    let mapping = "scores = \"3.5..8.3\"\nnotes = \"Ghi chú\"\nignore = [\"tên\", \"8.3\", \"Ghi chú\"]\n[columns]\n\
                   \"Tên\" = \"issuer.name\"\n";
    assert_eq!(
        misfits("evaluation_form", mapping, rows),
        [
            "cột “Tên” (A) vừa vào “issuer.name” trong [columns], vừa là “tên” trong ignore; hãy bỏ ở một nơi",
            "cột “8.3” (C) vừa là cột điểm trong scores, vừa là “8.3” trong ignore; hãy bỏ ở một nơi",
            "cột “Ghi chú” (D) vừa là cột lý do trong notes, vừa là “Ghi chú” trong ignore; hãy bỏ ở một nơi",
        ]
    );
}

#[test]
fn a_range_from_its_end_to_its_beginning_is_told() {
    let rows = "Tên;3.5;8.3\nChi bộ A;1;2\n";
    let mapping = |line: &str| format!("{line}\n[columns]\n\"Tên\" = \"issuer.name\"\n");
    let said = |line: &str| misfits("evaluation_form", &mapping(line), rows);
    assert_eq!(
        said("scores = \"8.3..3.5\""),
        ["scores: cột “8.3” (C) đứng sau cột “3.5” (B); hãy ghi cột bên trái trước: scores = \"3.5..8.3\""]
    );
    assert_eq!(said("scores = \"cột C..cột B\"").len(), 1);
    assert_eq!(said("scores = \"cột B..cột C\""), [""; 0]);
    assert_eq!(
        said("header = \"3-1\"\nrows = \"46..5\""),
        [
            "header: dòng 3 đứng sau dòng 1; hãy ghi header = \"1..3\"",
            "rows: dòng 46 đứng sau dòng 5; hãy ghi rows = \"5..46\"",
        ]
    );
}

#[test]
fn an_unknown_kind_is_told_with_those_that_may_be_meant() {
    let said = |name: &str| {
        let read = crate::renderer().read(&format!("{{\"kind\": \"{name}\"}}"));
        read.unwrap_err().problems()[0].message.clone()
    };
    assert_eq!(said("resolutoin"), "không có loại văn bản “resolutoin”; có phải “resolution” (nghị quyết)?");
    assert_eq!(said("Ke hoach"), "không có loại văn bản “Ke hoach”; có phải “plan” (kế hoạch)?");
    let several = said("evaluation");
    assert!(
        several.contains("có phải “evaluation_form” (") && several.contains("), hay “evaluation_summary” (")
    );
    assert!(said("x").starts_with("không có loại văn bản “x”; hãy ghi một trong: resolution (nghị quyết), "));
    assert_eq!(
        misfits("resolution", "[columns]\n\"Loại\" = \"kind\"\n", "Loại\nnotice\n"),
        [
            "cột “Loại”: loại văn bản là một cho cả bảng; hãy bỏ, và ghi kind = \"resolution\" ở đầu tệp khai báo cột"
        ]
    );
}

/// A clerk who has a sheet is told what to type in a cell or in the mapping, never what a record's JSON has.
#[test]
fn what_to_do_is_said_of_cells_and_mappings() {
    let mapping = "[columns]\n\"Tên\" = \"issuer.name\"\n\"Số\" = \"number\"\n\"Ngày\" = \"date\"\n[constants]\n\
                   place = \"Hà Nội\"\nsubject = \"sinh hoạt\"\nsections = [{ paragraphs = [\"Họp.\"] }]\n";
    let said = |mapping: &str, rows: &str| {
        let mapping = Mapping::from_toml(mapping).unwrap();
        let mut records = table(rows).records(kind("resolution"), Some(&mapping), crate::renderer()).unwrap();
        records.next().unwrap().unwrap().render(crate::renderer()).unwrap_err().to_string()
    };
    let cell = said(mapping, "Tên;Số;Ngày\nChi bộ A;5-NQ/CB;5/6/2026\n");
    assert_eq!(
        cell.lines().next(),
        Some(
            "lỗi: cột “Số” (B2), “5-NQ/CB”: không phải là số nguyên; hãy chỉ ghi số vào ô, ví dụ 5 [quy ước; table.value]"
        )
    );
    let empty = said(mapping, "Tên;Số;Ngày\nChi bộ A;;5/6/2026\n");
    assert!(
        empty.contains("lỗi: cột “Số” (B2): văn bản chính thức chưa có số; hãy ghi số [05-HD/VPTW II.I.3; number.missing]"),
        "{empty}"
    );
    let none = said(&mapping.replace("\"Số\" = \"number\"\n", ""), "Tên;Ngày\nChi bộ A;5/6/2026\n");
    assert!(
        none.contains(
            "lỗi: số văn bản: văn bản chính thức chưa có số; hãy ghi số trong một cột, hoặc ghi \"number\" = \"by_hand\" \
             trong [constants] của tệp khai báo cột để ghi bằng bút"
        ),
        "{none}"
    );
    let missing = said(&mapping.replace("place = \"Hà Nội\"\n", ""), "Tên;Số;Ngày\nChi bộ A;5;5/6/2026\n");
    assert_eq!(
        missing,
        "lỗi: địa danh: thiếu mục bắt buộc “place”; hãy thêm cột cho mục này, hoặc ghi trong [constants] của tệp khai báo cột \
         [quy ước; shape.missing_field]\n\
         lỗi: nơi nhận: văn bản chính thức chưa có nơi nhận [05-HD/VPTW II.I.9; recipients.missing]\n\
         lỗi: người ký: văn bản chính thức chưa có người ký [05-HD/VPTW II.I.7; signature.missing]"
    );
    for told in [cell, empty, none.replace("\"by_hand\"", ""), missing] {
        assert!(!told.contains("by_hand"), "{told}");
    }
}

const LIST: &str = "Tên chi bộ;Ngày họp;Số đảng viên;Có mặt;Tổng điểm\n";

#[test]
fn a_template_of_a_list_runs_when_it_is_answered() {
    let rows = format!("{LIST}Chi bộ A;3/6/2026;20;18;95\nChi bộ B;4/6/2026;24;22;88\n");
    let template =
        table(rows.as_str()).template(kind("evaluation_summary"), crate::renderer(), &Mapping::default());
    for line in [
        "# Chấm điểm theo bộ tiêu chí nào? Hãy ghi mã của một trong các bộ sau vào criteria_set.\n",
        "#   an_phu_ward_2025_monthly: Phiếu đánh giá chất lượng sinh hoạt chi bộ tháng, Đảng ủy phường An Phú",
        "# \"period.month\" = 6  # tháng, nếu là của một tháng\n",
        "\"period.year\" = \"\"  # hãy ghi năm: Ví dụ 2026\n",
        "\"criteria_set\" = \"\"  # hãy ghi ",
    ] {
        assert!(template.contains(line), "{line}{template}");
    }
    let answered: String = template
        .lines()
        .map(|line| line.replace("# \"period.month\"", "\"period.month\""))
        .map(|line| match line.split_once(" = \"\"  # hãy ghi") {
            Some((place, _)) => {
                let answer = match place.trim_matches('"') {
                    "criteria_set" => "an_phu_ward_2025_monthly",
                    "date" => "30/6/2026",
                    "period.year" => "2026",
                    "issuer.name" => "Đảng ủy phường Bình An",
                    _ => "Bình An",
                };
                format!("{place} = \"{answer}\"\n")
            }
            None => line + "\n",
        })
        .collect();
    let answered =
        answered.replace("# \"issuer.superior\" = \"Đảng bộ …\"", "\"issuer.superior\" = \"Đảng bộ tỉnh A\"");
    let mapping = Mapping::from_toml(&answered).unwrap();
    let records = table(rows.as_str()).records(kind("evaluation_summary"), Some(&mapping), crate::renderer());
    let items: Vec<Item> = records.unwrap().map(Result::unwrap).collect();
    assert_eq!(items.len(), 1);
    items[0].render(crate::renderer()).unwrap();
}

#[test]
fn everything_that_is_wrong_with_a_list_is_told_at_once() {
    let mapping = "[columns]\n\"Tên chi bộ\" = \"rows[0].branch\"\n\"Ngày họp\" = \"rows[0].sessions[0].held\"\n\
                   \"Số đảng viên\" = \"rows[0].sessions[0].members\"\n\"Có mặt\" = \"rows[0].sessions[0].present\"\n\
                   \"Tổng điểm\" = \"rows[0].sessions[0].score\"\n[constants]\ncriteria_set = \
                   \"an_phu_ward_2025_monthly\"\nplace = \"Bình An\"\ndate = \"30/6/2026\"\n\"period.year\" = 2026\n\
                   \"period.month\" = 6\n\"issuer.name\" = \"Đảng ủy phường Bình An\"\n\"issuer.superior\" = \"Đảng bộ tỉnh A\"\n";
    let mut rows = LIST.to_owned();
    for row in 2..16 {
        let score = if row % 2 == 0 { "x" } else { "95" };
        let present = if row == 3 { 30 } else { 18 };
        rows += &format!("Chi bộ {row};3/6/2026;20;{present};{score}\n");
    }
    let mapping = Mapping::from_toml(mapping).unwrap();
    let mut records =
        table(rows).records(kind("evaluation_summary"), Some(&mapping), crate::renderer()).unwrap();
    let told = records.next().unwrap().unwrap().render(crate::renderer()).unwrap_err().to_string();
    let said: Vec<&str> = told.lines().collect();
    assert_eq!(
        said,
        [
            "lỗi: cột “Tổng điểm”, ô E2 “x”, E4 “x”, E6 “x”, E8 “x”, E10 “x”, E12 “x”, E14 “x”: không phải là số; \
             hãy ghi như 68,5 hoặc 1.250.000, không kèm dấu % hay đơn vị tính [quy ước; table.value]",
            "lỗi: dòng 3, cột “Có mặt” (D3), “30”: có mặt 30 đồng chí, nhiều hơn 20 đảng viên của chi bộ [quy ước; \
             sessions.present_above_members]",
        ]
    );
}

/// A chi bộ of which only the name stands there: the first of the cells that are empty is named.
#[test]
fn a_group_of_empty_cells_is_told_with_its_first() {
    let mapping = "[columns]\n\"Tên\" = \"rows[0].branch\"\n\"Ngày\" = \"rows[0].sessions[0].held\"\n\
                   \"Điểm\" = \"rows[0].sessions[0].score\"\n[constants]\n\"issuer.name\" = \"Đảng ủy xã A\"\n\
                   place = \"A\"\ndate = \"30/6/2026\"\ncriteria_set = \"an_phu_ward_2025_monthly\"\n\
                   \"period.month\" = 6\n\"period.year\" = 2026\n";
    let mapping = Mapping::from_toml(mapping).unwrap();
    let rows = "Tên;Ngày;Điểm\nChi bộ A;3/6/2026;95\nChi bộ B;;\n";
    let mut records =
        table(rows).records(kind("evaluation_summary"), Some(&mapping), crate::renderer()).unwrap();
    let said = records.next().unwrap().unwrap().record(crate::renderer()).unwrap_err().to_string();
    assert_eq!(
        said,
        "lỗi: dòng 3, cột “Ngày” (B3): chưa ghi; hãy ghi vào ô này [quy ước; shape.missing_field]"
    );
}

/// `--month` stands for the column that the file of columns has for it, whether the table has this column or not.
#[test]
fn what_the_caller_gives_stands_for_its_column() {
    let mapping = "[columns]\n\"Tên\" = \"issuer.name\"\n\"Tháng\" = \"period.month\"\n";
    let mapping = Mapping::from_toml(mapping).unwrap();
    let mapping = mapping.with_constant("period.month", 7).with_constant("period.year", 2026);
    for rows in ["Tên;Tháng\nChi bộ A;6\n", "Tên\nChi bộ A\n"] {
        let mut records = table(rows)
            .records(kind("evaluation_form"), Some(&mapping.clone().left_open()), crate::renderer())
            .unwrap();
        let said = records.next().unwrap().unwrap().record(crate::renderer()).unwrap_err().to_string();
        assert!(!said.contains("period") && !said.contains("tháng"), "{said}");
    }
    let other = mapping.with_constant("period.year", 2025);
    let unknown =
        table("Tên;Kỳ\nChi bộ A;6\n").records(kind("evaluation_form"), Some(&other), crate::renderer());
    assert_eq!(
        unknown.unwrap_err().to_string(),
        "cột “Kỳ” không có trong tệp khai báo cột: thêm vào [columns] hoặc vào ignore"
    );
}
