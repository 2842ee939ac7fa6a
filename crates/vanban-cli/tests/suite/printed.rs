//! What the command prints, and writes into a file instead; criteria sets; words for a shell.

use std::fs;

use super::{folder, text, vanban};

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

#[test]
fn criteria_sets_are_listed_and_checked() {
    let list = vanban(&["criteria", "list"]).out;
    assert!(list.lines().any(|line| line.starts_with("an_phu_ward_2025_monthly ")), "{list}");
    let unknown = vanban(&["criteria", "show", "an_phu"]);
    assert_eq!(unknown.status, 1);
    assert!(unknown.err.starts_with("không có bộ tiêu chí “an_phu”; hiện có: an_phu_ward_2025_monthly, "));
    let folder = folder("criteria");
    let (own, wrong) = (folder.join("bo.json"), folder.join("sai.json"));
    let set = text("templates/criteria/an_phu_ward_2025_monthly.json");
    fs::write(&own, format!("// của phường\n{}", set.replace("an_phu_ward_2025_monthly", "cua_toi")))
        .unwrap();
    fs::write(&wrong, set.replacen("\"max\": 5", "\"max\": 6", 1)).unwrap();
    let (own, wrong) = (own.to_str().unwrap(), wrong.to_str().unwrap());
    let sound = vanban(&["criteria", "check", own]);
    assert_eq!((sound.status, sound.err.as_str()), (0, ""));
    assert!(sound.out.starts_with(&format!("{own}: “")), "{}", sound.out);
    assert!(sound.out.ends_with(" 8 nhóm, 28 tiêu chí, 100 điểm; các con số khớp nhau\n"), "{}", sound.out);
    let both = vanban(&["criteria", "check", wrong, own]);
    assert_eq!((both.status, both.out.lines().count()), (1, 1), "{}", both.out);
    assert!(both.err.lines().all(|line| line.starts_with(wrong)), "{}", both.err);
    let shown = vanban(&["criteria", "show", "cua_toi", "--criteria", own]);
    assert!(shown.out.contains("\"id\": \"cua_toi\""), "{}", shown.err);
}
