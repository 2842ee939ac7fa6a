//! What the command prints, and writes into a file instead; words for a shell.

use std::fs;

use super::{folder, vanban};

#[test]
fn what_is_printed_can_be_written() {
    let folder = folder("printed");
    for (index, command) in [
        &["kinds"][..],
        &["schema", "plan"],
        &["wording", "plan"],
        &["example", "plan"],
        &["explain", "signature.missing"],
        &["show", "examples/data/plan.json"],
        &["check", "examples/data/plan.json", "--json"],
        &["criteria", "list"],
        &["criteria", "show", "an_phu_ward_2025_monthly"],
        &["completions", "bash"],
    ]
    .iter()
    .enumerate()
    {
        let printed = vanban(command);
        assert_eq!((printed.status, printed.err.as_str()), (0, ""), "{command:?}");
        let file = folder.join(index.to_string());
        let path = file.to_str().unwrap();
        let written = vanban(&[command, &["-o", path][..]].concat());
        assert_eq!((written.status, written.out.as_str()), (0, ""), "{command:?}");
        assert_eq!(written.err, format!("đã ghi {path}\n"));
        assert_eq!(fs::read_to_string(&file).unwrap(), printed.out);
        let again = vanban(&[command, &["-o", path][..]].concat());
        assert_eq!(
            (again.status, again.err.as_str()),
            (1, format!("{path}: tệp đã có; ghi tên khác sau -o\n").as_str())
        );
    }
}
