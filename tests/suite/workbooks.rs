//! Sheets of forms, as a clerk keeps them, to records: what is taken, told, refused.

use std::io::Cursor;

use serde_json::Value;
use vanban::Kind;
use vanban::kinds::{EvaluationForm, Scorer, built_in};
use vanban::scoring::CriteriaSets;
use vanban::table::{Item, Mapping, Table};

pub(crate) fn kind(name: &str) -> &'static Kind {
    built_in().find(|kind| kind.name() == name).unwrap()
}

/// The library's example of a form as a row of a sheet: columns with a group's names above them, the criteria's
/// numbers, a total, one column for all reasons.
pub(crate) struct Sheet {
    pub(crate) groups: Vec<String>,
    pub(crate) names: Vec<String>,
    pub(crate) cells: Vec<String>,
}

impl Sheet {
    pub(crate) fn of_the_example() -> Sheet {
        let form = EvaluationForm::example();
        let mut sheet = Sheet { groups: Vec::new(), names: Vec::new(), cells: Vec::new() };
        let facts = [
            ("STT", "", "1"),
            ("Tên chi bộ", "", "Chi bộ Khu phố 5"),
            ("Ngày họp", "", "03/6/2026"),
            ("Ngày lập phiếu", "", "06/6/2026"),
            ("Thời lượng (phút)", "", "95"),
            ("Đảng viên", "Tổng số", "26"),
            ("", "Được miễn", "2"),
            ("", "Có mặt", "23"),
            ("", "Vắng không lý do", "0"),
            ("", "Vắng quá 3 lần", "0"),
            ("Số đồng chí phát biểu", "", "11"),
            ("Chỉ tiêu nghị quyết", "Hoàn thành", "9"),
            ("", "Tổng số", "10"),
        ];
        facts.iter().for_each(|(group, name, cell)| sheet.column(group, name, cell));
        let mut total = 0.0;
        for (index, row) in form.rows.iter().enumerate() {
            let score = row.self_score.unwrap();
            let points: f64 = score.to_string().replace(',', ".").parse().unwrap();
            total += points;
            sheet.column(if index == 0 { "Điểm" } else { "" }, row.criterion.as_str(), &score.to_string());
        }
        let notes =
            form.rows.iter().filter_map(|row| Some(format!("{}: {}", row.criterion, row.note.as_ref()?)));
        sheet.column("Tổng điểm", "", &total.to_string());
        sheet.column("Xếp loại", "", "Tốt");
        sheet.column("Ghi chú", "", &notes.collect::<Vec<_>>().join("; "));
        sheet.column("Bí thư", "", "Nguyễn Văn An");
        sheet.column("Đảng ủy viên dự sinh hoạt", "", "Huỳnh Văn Bình");
        sheet
    }

    fn column(&mut self, group: &str, name: &str, cell: &str) {
        self.groups.push(group.to_owned());
        self.names.push(name.to_owned());
        self.cells.push(format!("\"{cell}\""));
    }

    pub(crate) fn with(mut self, group: &str, name: &str, cell: &str) -> Sheet {
        let index = self.names.iter().position(|known| !name.is_empty() && known == name);
        let index = index.or_else(|| self.groups.iter().position(|known| known == group)).unwrap();
        self.cells[index] = format!("\"{cell}\"");
        self
    }

    fn table(&self) -> Table {
        let rows = [
            "Tháng 6 năm 2026".to_owned(),
            self.groups.join(";"),
            self.names.join(";"),
            self.cells.join(";"),
            ";Người lập biểu;;;T/M ĐẢNG UỶ".to_owned(),
        ];
        Table::csv(Cursor::new(rows.join("\n"))).unwrap()
    }

    fn items(&self) -> Vec<Item> {
        let form = kind("evaluation_form");
        let table = self.table();
        let mapping =
            Mapping::from_toml(&table.template(form, crate::renderer(), &with_office(Mapping::default())));
        let mapping = with_office(mapping.unwrap());
        let records = table.records(form, Some(&mapping), crate::renderer()).unwrap();
        records.map(Result::unwrap).collect()
    }

    /// What is said of the first paper.
    fn said(&self) -> Vec<String> {
        match self.items()[0].render(crate::renderer()) {
            Ok(paper) => paper.warnings().iter().map(ToString::to_string).collect(),
            Err(error) => error.problems().iter().map(ToString::to_string).collect(),
        }
    }
}

/// What an office's file says of it.
pub(crate) fn with_office(mapping: Mapping) -> Mapping {
    let values = [
        ("place", "An Phú"),
        ("issuer.superior", "Đảng bộ phường An Phú"),
        ("superior.issuer.name", "Đảng ủy phường An Phú"),
        ("superior.issuer.superior", "Đảng bộ tỉnh An Giang"),
    ];
    values.into_iter().fold(mapping, |mapping, (place, value)| mapping.with_default(place, value))
}

#[test]
fn a_sheets_template_runs_and_its_rows_are_the_forms() {
    let items = Sheet::of_the_example().items();
    assert_eq!(items.len(), 2);
    let papers: Vec<_> = items.iter().map(|item| item.render(crate::renderer()).unwrap()).collect();
    assert_eq!(papers[0].warnings(), [], "{:?}", papers[0].warnings());
    let mut example: Value = serde_json::from_str(EvaluationForm::EXAMPLE).unwrap();
    let mut own: Value =
        serde_json::from_str(&items[0].record(crate::renderer()).unwrap().to_json().unwrap()).unwrap();
    // The sheet has no columns for what a form says in words.
    for field in ["strengths", "shortcomings", "remedies"] {
        example.as_object_mut().unwrap().remove(field);
        own.as_object_mut().unwrap().remove(field);
    }
    assert_eq!(own, example);
    let superior = items[1].record(crate::renderer()).unwrap().to_json().unwrap();
    let superior = EvaluationForm::from_json(&superior).unwrap();
    assert_eq!(superior.scorer, Scorer::Superior);
    assert!(superior.rows.is_empty());
    assert_eq!(superior.branch.as_ref().unwrap().as_str(), "Chi bộ Khu phố 5");
    assert_eq!(superior.issuer.name.as_str(), "Đảng ủy phường An Phú");
    assert!(items[1].is_second() && !items[0].is_second());
    let words = papers[1].words();
    assert!(words.contains("ĐẢNG ỦY VIÊN DỰ SINH HOẠT") && words.contains("Huỳnh Văn Bình"), "{words}");
}

#[test]
fn what_is_told_of_a_row_names_the_cell_and_its_value() {
    let sheet = || Sheet::of_the_example();
    for (group, name, cell, said) in [
        (
            "",
            "Có mặt",
            "23 đ/c",
            "lỗi: cột “Đảng viên / Có mặt” (H4), “23 đ/c”: không phải là số nguyên; hãy chỉ ghi số vào ô, ví dụ 5 \
             [quy ước; table.value]",
        ),
        (
            "Ngày họp",
            "",
            "Thứ năm, 03/6/2026",
            "lỗi: cột “Ngày họp” (C4), “Thứ năm, 03/6/2026”: ghi thứ năm, mà ngày 03/6/2026 là thứ tư: hãy sửa thứ hoặc \
             ngày [quy ước; table.value]",
        ),
        (
            "Thời lượng (phút)",
            "",
            "19h30 - 21h",
            "lỗi: cột “Thời lượng (phút)” (E4), “19h30 - 21h”: không phải là thời lượng: hãy ghi số phút, ví dụ 90 \
             [quy ước; table.value]",
        ),
        (
            "Ngày họp",
            "",
            "31/6/2026",
            "lỗi: cột “Ngày họp” (C4), “31/6/2026”: là một ngày không có trong lịch [quy ước; table.value]",
        ),
        (
            "",
            "Có mặt",
            "27",
            "lỗi: cột “Đảng viên / Có mặt” (H4), “27”: có mặt 27 đồng chí, nhiều hơn 26 đảng viên của chi bộ \
             [quy ước; session.present_above_members]",
        ),
        (
            "",
            "4.6",
            "2",
            "lỗi: cột “4.6” (Z4), “2”: tiêu chí 4.6 chấm 2 điểm, quá điểm tối đa là 1 [quy ước; rows.above_max]",
        ),
        (
            "Ngày lập phiếu",
            "",
            "",
            "lỗi: cột “Ngày lập phiếu” (D4): chưa ghi; hãy ghi vào ô này [quy ước; shape.missing_field]",
        ),
        (
            "Tổng điểm",
            "",
            "99",
            "cảnh báo: cột “Tổng điểm” (AO4), “99”: điểm các tiêu chí cộng lại là 98; phiếu in 98 \
             [quy ước; table.total]",
        ),
        (
            "Xếp loại",
            "",
            "Khá",
            "cảnh báo: cột “Xếp loại” (AP4), “Khá”: 98 điểm là Tốt; phiếu in Tốt [quy ước; table.rating]",
        ),
    ] {
        assert_eq!(sheet().with(group, name, cell).said(), [said]);
    }
    let said = sheet().with("Ghi chú", "", "").said();
    assert_eq!(
        said,
        [
            "lỗi: cột “Ghi chú” (AQ4): tiêu chí 4.5 không đạt điểm tối đa 5; phải ghi lý do trừ điểm \
             [quy ước; rows.note_missing]",
            "lỗi: cột “Ghi chú” (AQ4): tiêu chí 8.3 không đạt điểm tối đa 1; phải ghi lý do trừ điểm \
             [quy ước; rows.note_missing]",
        ]
    );
}

/// All that is wrong with a row is told at once; what follows from a cell that cannot be read is not.
#[test]
fn everything_wrong_with_a_row_is_told_at_once() {
    let said =
        Sheet::of_the_example().with("", "Có mặt", "x").with("", "4.6", "2").with("Ngày họp", "", "y").said();
    assert_eq!(said.len(), 3, "{said:#?}");
    for cell in ["(C4)", "(H4)", "(Z4)"] {
        assert!(said.iter().any(|said| said.contains(cell)), "{said:#?}");
    }
    // The superior's form is not made of a row that is refused.
    let items = Sheet::of_the_example().with("", "4.6", "2").items();
    let said: Vec<String> =
        items.iter().map(|item| item.render(crate::renderer()).unwrap_err().to_string()).collect();
    assert_eq!(said[0], said[1]);
}

/// What both forms of a row would tell of a cell is told of the first.
#[test]
fn a_cell_is_told_once_though_two_forms_are_made_of_its_row() {
    let items = Sheet::of_the_example().with("Ngày họp", "", "03/5/2026").items();
    let said = |item: &Item| {
        let paper = item.render(crate::renderer()).unwrap();
        paper.warnings().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        said(&items[0]),
        [
            "cảnh báo: cột “Ngày họp” (C4), “03/5/2026”: buổi sinh hoạt ngày 03/5/2026 không thuộc tháng 6 năm 2026 \
             [quy ước; held.other_month]"
        ]
    );
    assert_eq!(said(&items[1]), [""; 0]);
}

/// Columns of points may be called by the criteria's titles, with a mapping or without.
#[test]
fn criteria_are_known_by_their_titles() {
    let set = CriteriaSets::built_in().get("an_phu_ward_2025_monthly").unwrap().clone();
    let mut sheet = Sheet::of_the_example();
    for item in set.groups.iter().flat_map(|group| &group.criteria) {
        if let Some(index) = sheet.names.iter().position(|name| *name == item.id.as_str()) {
            sheet.names[index] = format!("\"{}\"", item.title);
        }
    }
    let form = kind("evaluation_form");
    let scores = |items: Vec<Item>| {
        let record = items[0].record(crate::renderer()).unwrap();
        record.downcast_ref::<EvaluationForm>().unwrap().rows.clone()
    };
    let table = sheet.table();
    let bare = table.records(form, Some(&with_office(Mapping::default())), crate::renderer()).unwrap();
    assert_eq!(scores(bare.map(Result::unwrap).collect()), EvaluationForm::example().rows);
    assert_eq!(scores(sheet.items()), EvaluationForm::example().rows);
}

/// A criterion without a column, or a column without a criterion, is told once, not row by row.
#[test]
fn criteria_without_a_column_are_told_once() {
    let said = |change: &dyn Fn(&mut Sheet), used: &str| {
        let mut sheet = Sheet::of_the_example();
        change(&mut sheet);
        let form = kind("evaluation_form");
        let table = sheet.table();
        let template = table.template(form, crate::renderer(), &with_office(Mapping::default()));
        let template = template.replace(&format!(", '{used}'"), "").replace(&format!(", \"{used}\""), "");
        let mapping = with_office(Mapping::from_toml(&template).unwrap());
        table.records(form, Some(&mapping), crate::renderer()).unwrap_err().to_string()
    };
    let at = |sheet: &Sheet, id: &str| sheet.names.iter().position(|name| name == id).unwrap();
    let lost = "bảng không có cột điểm của tiêu chí 4.5 (Có nhiều đảng viên tham gia phát biểu ý kiến), mà bộ tiêu chí \
         “an_phu_ward_2025_monthly” có; hãy thêm cột vào giữa các cột điểm, ghi số của tiêu chí làm tên cột";
    let remove = |sheet: &mut Sheet| {
        let index = at(sheet, "4.5");
        for cells in [&mut sheet.groups, &mut sheet.names, &mut sheet.cells] {
            cells.remove(index);
        }
    };
    assert_eq!(said(&remove, "4.5"), lost);
    let rename = |sheet: &mut Sheet| {
        let index = at(sheet, "4.5");
        sheet.names[index] = "4.15".to_owned();
    };
    // What the set has not is asked for by the template, and left out.
    assert_eq!(said(&rename, "4.5"), lost);
    let strange = "cột “4.15” (Y) không phải là tiêu chí của bộ tiêu chí “an_phu_ward_2025_monthly”; hãy sửa tên cột, thêm cột vào ignore, hoặc \
                   ghi đúng mã của bộ tiêu chí vào criteria_set";
    assert_eq!(said(&rename, "4.15"), format!("{lost}\n{strange}"));
}

#[test]
fn a_sheet_whose_headers_all_match_needs_no_mapping() {
    let mut sheet = Sheet::of_the_example();
    let read = |sheet: &Sheet| {
        let form = kind("evaluation_form");
        sheet
            .table()
            .records(form, Some(&with_office(Mapping::default())), crate::renderer())
            .map(Iterator::count)
    };
    assert_eq!(read(&sheet).unwrap(), 1);
    sheet.column("Điện thoại", "", "0912345678");
    assert_eq!(
        read(&sheet).unwrap_err().to_string(),
        "cột “Điện thoại” không có trong tệp khai báo cột: thêm vào [columns] hoặc vào ignore"
    );
}

/// A sheet of chi bộ is one list.
#[test]
fn rows_of_branches_are_one_list() {
    let rows = "STT;Tên chi bộ;Số đảng viên;Ngày họp;Có mặt;Tổng điểm;Ghi chú\n1;Chi bộ thôn Đông;20;02/6/2026;18;97;\n\
        2;Chi bộ thôn Đoài;21;03/6/2026;21;95;\n3;Chi bộ thôn Nam;12;03/6/2026;11;88;\n;Cộng;53;;50;;\n";
    let list = |rows: &str| {
        let table = Table::csv(Cursor::new(rows.to_owned())).unwrap();
        let mapping = Mapping::default()
            .with_default("issuer.name", "Đảng uỷ xã Nhân Thắng")
            .with_default("issuer.superior", "Đảng bộ tỉnh Bắc Ninh")
            .with_default("place", "Nhân Thắng")
            .with_default("date", "08/6/2026")
            .with_default("criteria_set", "hd42_btctw_2025_framework")
            .with_constant("period.month", 6)
            .with_constant("period.year", 2026)
            .with_default("rows[0].sessions[0].month", 6);
        let records = table.records(kind("evaluation_summary"), Some(&mapping), crate::renderer()).unwrap();
        records.map(Result::unwrap).collect::<Vec<_>>()
    };
    let items = list(rows);
    assert_eq!((items.len(), items[0].name()), (1, "dòng 2–4"));
    let words = items[0].render(crate::renderer()).unwrap().words();
    assert!(words.contains("Chi bộ thôn Nam") && words.contains("88"), "{words}");
    let wrong = list(&rows.replace(";21;03/6/2026;21;", ";21;03/6/2026;22;").replace(";95;", ";x;"));
    let said = wrong[0].render(crate::renderer()).unwrap_err().to_string();
    assert_eq!(
        said,
        "lỗi: dòng 3, cột “Tổng điểm” (F3), “x”: không phải là số; hãy ghi như 68,5 hoặc 1.250.000, không kèm dấu % \
         hay đơn vị tính [quy ước; table.value]\n\
         lỗi: dòng 3, cột “Có mặt” (E3), “22”: có mặt 22 đồng chí, nhiều hơn 21 đảng viên của chi bộ [quy ước; sessions.present_above_members]"
    );
}
