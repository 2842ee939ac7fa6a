//! What became of each row, and of all of them.

use vanban::batch::{Batch, Format, Names, Outcome, State};
use vanban::table::Report;

use super::{june, kind, mapping};
use crate::renderer;

/// A row that is right, one of which the form is refused, one that is hidden.
#[test]
fn the_report_is_that_of_the_command() {
    let (table, mapping) = (june(), mapping("13..16"));
    let read = table.read(kind(), Some(&mapping), renderer()).unwrap();
    let survey = read.survey();
    let items = read.records().unwrap().map(Result::unwrap).filter(|item| !item.name().contains("dòng 15"));
    let (mut names, mut report) = (Names::beside_report(), Report::of_rows(kind()));
    let mut states = Vec::new();
    let batch = Batch::new(renderer()).jobs(1).formats(&[Format::Docx]);
    let summary = batch.run(items, |outcome: Outcome| {
        states.push((outcome.second, outcome.is_written(), matches!(outcome.state, State::Omitted)));
        let files = names.files(&outcome);
        report.add(&outcome, files);
        Ok(())
    });
    let summary = summary.unwrap();
    let expected = [(false, true, false), (true, true, false), (false, false, false), (true, false, true)];
    assert_eq!(states, expected);
    assert_eq!((summary.written, summary.refused, summary.omitted), (2, 1, 1));
    assert_eq!(report.counts().to_string(), "1 chi bộ, 2 phiếu, 1 bản ghi bị từ chối");
    report.left_out(&survey);
    let expected = "\u{feff}Bản ghi;Tệp;Kết quả;Cần xem\r\n\
        Tháng 6, dòng 13 (Chi bộ Khu phố 7);007-phieu-tu-danh-gia-mau-1-2026-06-02-chi-bo-khu-pho-7.docx;đã làm;\r\n\
        Tháng 6, dòng 13 (Chi bộ Khu phố 7);007-phieu-danh-gia-mau-2-2026-06-02-chi-bo-khu-pho-7.docx;đã làm;\r\n\
        Tháng 6, dòng 14 (Chi bộ Khu phố 8);;bị từ chối;\"lỗi: cột “Ghi chú” (AU14), “Đăng tải chậm”: chưa rõ là lý do của \
        mục nào, vì các mục 3.5, 8.3 đều bị trừ điểm; ghi số mục trước lý do, ví dụ “3.5: Đăng tải chậm” [quy ước; \
        table.reason_unclear]\"\r\nTháng 6, dòng 16 (Chi bộ Khu phố 9 (cũ));;bỏ qua;đang ẩn: không làm\r\n";
    assert_eq!(String::from_utf8(report.to_csv().unwrap()).unwrap(), expected);
    let english =
        report.to_csv_in(["a", "b", "c", "d"], |fate| if fate.is_made() { "made" } else { "-" }).unwrap();
    let english = String::from_utf8(english).unwrap();
    assert!(
        english.starts_with("\u{feff}a;b;c;d\r\n") && english.matches(";made;").count() == 2,
        "{english}"
    );
}
