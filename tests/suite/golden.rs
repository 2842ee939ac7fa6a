//! Each case at each stage, compared with what was accepted: one table has a hash of every text and the words
//! at both ends of every page, and a dozen cases have their texts whole beside it. `UPDATE=1 cargo test golden`
//! accepts what there is now; the diff is the review.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use md5::{Digest, Md5};
use serde_json::{Value, json};
use vanban::{Document, Stage};

const FOLDER: &str = "tests/golden";
const TABLE: &str = "tests/golden/papers.txt";

/// Whose texts are kept whole: the frame, lists, tables, forms, columns, appendices, a volume of copies, pictures.
const WHOLE: [&str; 12] = [
    "ballot_full",
    "comments_full",
    "decision_full",
    "evaluation_superior",
    "five_levels",
    "invitation_full",
    "joint_images",
    "minutes_full",
    "official_letter_full",
    "plan_tasks",
    "resolution_every_part",
    "summary_full",
];

const STAGES: [(&str, Stage); 3] = [("tree", Stage::Tree), ("pages", Stage::Pages), ("docx", Stage::Docx)];

/// Whether a case is the smallest record of its kind.
pub(crate) fn is_smallest(name: &str) -> bool {
    name.ends_with("_smallest")
}

/// Whether a case is the full record of its kind; the resolution's is an example's too.
pub(crate) fn is_full(name: &str) -> bool {
    (name.ends_with("_full") && name != "minutes_forum_full") || name == "resolution_every_part"
}

/// A case after a guidance, with its text at each stage.
struct Paper {
    name: String,
    profile: String,
    /// Whether the guidance is the record's own.
    own: bool,
    texts: Vec<(&'static str, String)>,
}

/// What the table says of a paper, by name: the hash of a stage, the number of pages, the ends of a page.
type Entry = BTreeMap<String, String>;

/// All of it, by the paper's name and guidance.
type Table = BTreeMap<String, Entry>;

impl Paper {
    fn new(name: &str, profile: &str, own: bool, document: &Document) -> Paper {
        // The DOCX after the other guidance differs where its tree and the styles do.
        let stages = STAGES.into_iter().filter(|(stage, _)| own || *stage != "docx");
        let texts = stages.map(|(name, stage)| (name, document.to_text(stage).unwrap())).collect();
        Paper { name: name.to_owned(), profile: profile.to_owned(), own, texts }
    }

    fn key(&self) -> String {
        format!("{} {}", self.name, self.profile)
    }

    /// The name of a whole text.
    fn file(&self, stage: &str) -> String {
        let profile = if self.own { String::new() } else { format!(".{}", self.profile) };
        format!("{}{profile}.{stage}.txt", self.name)
    }

    fn text(&self, stage: &str) -> Option<&str> {
        self.texts.iter().find(|(known, _)| *known == stage).map(|(_, text)| text.as_str())
    }

    fn entry(&self) -> Entry {
        let mut entry: Entry =
            self.texts.iter().map(|(stage, text)| ((*stage).to_owned(), hash(text))).collect();
        let pages: Vec<String> = self.text("pages").unwrap().split("page ").skip(1).map(ends).collect();
        entry.insert("count".to_owned(), pages.len().to_string());
        entry.extend(pages.into_iter().zip(1..).map(|(ends, number)| (format!("page {number:02}"), ends)));
        entry
    }
}

/// Enough of a digest to tell two texts apart.
fn hash(text: &str) -> String {
    Md5::digest(text).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

/// The first and the last words of a page, without what the page adds itself.
fn ends(page: &str) -> String {
    let texts = page.lines().filter(|line| !line.contains(" #- "));
    let texts: Vec<&str> =
        texts.filter_map(|line| Some(line.split_once(" #")?.1.split_once(' ')?.1)).collect();
    let text = texts.join(" ");
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [] => "empty".to_owned(),
        [first @ .., _, _, _, _] if first.len() >= 4 => {
            format!("{} | {}", first[..4].join(" "), words[words.len() - 4..].join(" "))
        }
        short => short.join(" "),
    }
}

/// Every case after its guidance; the smallest and the full of a kind after the other one, too.
fn papers() -> Vec<Paper> {
    let mut papers = Vec::new();
    for (name, json) in crate::cases() {
        let mut record: Value = serde_json::from_str(&json).unwrap();
        let (own, other) = if record["profile"] == "hd36" { ("hd36", "hd05") } else { ("hd05", "hd36") };
        papers.push(Paper::new(&name, own, true, &crate::render(&json)));
        if is_smallest(&name) || is_full(&name) {
            record["profile"] = json!(other);
            papers.push(Paper::new(&name, other, false, &crate::render(&record.to_string())));
        }
    }
    papers
}

fn table(papers: &[Paper]) -> Table {
    papers.iter().map(|paper| (paper.key(), paper.entry())).collect()
}

/// A line for a paper with its hashes, then one for each of its pages.
fn print(table: &Table) -> String {
    let mut text = String::new();
    for (key, entry) in table {
        let (pages, head): (Vec<_>, Vec<_>) = entry.iter().partition(|(name, _)| name.starts_with("page "));
        let head: Vec<String> = head.iter().map(|(name, value)| format!("{name}:{value}")).collect();
        text.push_str(&format!("{key} {}\n", head.join(" ")));
        text.extend(pages.iter().map(|(name, ends)| format!("  {name}: {ends}\n")));
    }
    text
}

fn parse(text: &str) -> Table {
    let mut table = Table::new();
    let mut key = String::new();
    for line in text.lines() {
        if let Some((page, ends)) = line.strip_prefix("  ").and_then(|line| line.split_once(": ")) {
            table.get_mut(&key).unwrap().insert(page.to_owned(), ends.to_owned());
        } else {
            let words: Vec<&str> = line.split(' ').collect();
            let pair =
                |word: &&str| word.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned()));
            key = words[..2].join(" ");
            table.insert(key.clone(), words[2..].iter().filter_map(pair).collect());
        }
    }
    table
}

/// The papers that were accepted, by name and guidance, each with its stages.
pub(crate) fn accepted() -> BTreeMap<String, Vec<String>> {
    let table = parse(&fs::read_to_string(TABLE).unwrap());
    table.into_iter().map(|(key, entry)| (key, entry.into_keys().collect())).collect()
}

/// What differs: the paper, the name of what the table says of it, and both values.
fn changes(accepted: &Table, found: &Table) -> Vec<(String, String, [Option<String>; 2])> {
    let nothing = Entry::new();
    let keys: BTreeSet<&String> = accepted.keys().chain(found.keys()).collect();
    let mut changes = Vec::new();
    for key in keys {
        let entries = [accepted, found].map(|table| table.get(key).unwrap_or(&nothing));
        let names: BTreeSet<&String> = entries.iter().flat_map(|entry| entry.keys()).collect();
        for name in names {
            let values = entries.map(|entry| entry.get(name).cloned());
            if values[0] != values[1] {
                changes.push((key.clone(), name.clone(), values));
            }
        }
    }
    changes
}

/// Where the texts of this run go, for eyes: beside what cargo builds.
fn seen() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("golden")
}

/// Leaves a text that is the accepted one for later; one that is not, beside it, and says how they differ.
fn keep(paper: &Paper, stage: &str, accepted: &str) -> Option<String> {
    let (folder, text) = (seen(), paper.text(stage)?);
    let (before, new) = (folder.join(paper.file(stage)), folder.join(format!("new.{}", paper.file(stage))));
    fs::create_dir_all(&folder).unwrap();
    if hash(text) == accepted {
        let _ = fs::remove_file(&new);
        fs::write(&before, text).unwrap();
        return None;
    }
    fs::write(&new, text).unwrap();
    // Of a run that passed, unless others were accepted since.
    let old = fs::read_to_string(&before).is_ok_and(|old| hash(&old) == accepted);
    let line = old.then(|| difference(&before, text)).flatten();
    let line = line.unwrap_or_else(|| "run what was accepted for its text".to_owned());
    Some(format!("{line}; diff {} {}", before.display(), new.display()))
}

#[test]
fn every_stage_is_what_was_accepted() {
    let papers = papers();
    let whole: Vec<(PathBuf, &str)> = papers
        .iter()
        .filter(|paper| WHOLE.contains(&paper.name.as_str()))
        .flat_map(|paper| {
            paper.texts.iter().map(|(stage, text)| (Path::new(FOLDER).join(paper.file(stage)), text.as_str()))
        })
        .collect();
    let found = table(&papers);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(TABLE, print(&found)).unwrap();
        whole.iter().for_each(|(path, text)| fs::write(path, text).unwrap());
        return;
    }
    let accepted = parse(&fs::read_to_string(TABLE).unwrap());
    let mut details = BTreeMap::new();
    for paper in &papers {
        for (stage, _) in &paper.texts {
            let hash = accepted.get(&paper.key()).and_then(|entry| entry.get(*stage));
            let said = keep(paper, stage, hash.map_or("", String::as_str));
            details.extend(said.map(|said| ((paper.key(), (*stage).to_owned()), said)));
        }
    }
    let mut changed = Vec::new();
    for (key, name, [old, new]) in changes(&accepted, &found) {
        let values = [old, new].map(|value| value.unwrap_or_else(|| "none".to_owned()));
        let values = format!("accepted {}, found {}", values[0], values[1]);
        let said = details.get(&(key.clone(), name.clone())).unwrap_or(&values);
        changed.push(format!("{key}: {name}: {said}"));
    }
    for (path, text) in whole {
        changed.extend(difference(&path, text).map(|line| format!("{}: {line}", path.display())));
    }
    assert!(changed.is_empty(), "{} changes:\n{}", changed.len(), changed.join("\n"));
}

/// No text of a case that is gone, none too few.
#[test]
fn the_folder_holds_the_table_and_a_dozen_whole_texts() {
    let files = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut stems = BTreeMap::<String, usize>::new();
    for file in files.filter(|file| !["papers.txt", "missing_parts.txt"].contains(&file.as_str())) {
        *stems.entry(file.split('.').next().unwrap().to_owned()).or_default() += 1;
    }
    assert_eq!(stems.keys().collect::<Vec<_>>(), WHOLE.iter().collect::<Vec<_>>());
    for (name, count) in stems {
        let other = usize::from(is_smallest(&name) || is_full(&name));
        assert_eq!(count, 3 + 2 * other, "{name}");
    }
}

#[test]
fn every_case_is_held_at_every_stage() {
    // Another test writes the table now.
    if std::env::var_os("UPDATE").is_some() {
        return;
    }
    let accepted = accepted();
    for (name, json) in crate::cases() {
        let record: Value = serde_json::from_str(&json).unwrap();
        let key = format!("{name} {}", record["profile"].as_str().unwrap_or("hd05"));
        for (stage, _) in STAGES {
            assert!(
                accepted.get(&key).is_some_and(|entry| entry.contains(&stage.to_owned())),
                "{key}: {stage}"
            );
        }
    }
}

/// One word of one record: the comparison names the paper and what moved; a paper too many, one too few.
#[test]
fn a_changed_word_is_named() {
    let json = crate::case("decision_full");
    let changed = json.replacen("Điều lệ Đảng", "Quy định Đảng", 1);
    assert_ne!(json, changed);
    let [before, after] = [&json, &changed].map(|json| {
        let papers =
            ["decision_full", "other"].map(|name| Paper::new(name, "hd05", true, &crate::render(json)));
        table(&papers)
    });
    assert_eq!(parse(&print(&before)), before);
    assert_eq!(changes(&before, &before), []);
    let mut one = before.clone();
    one.insert("decision_full hd05".to_owned(), after["decision_full hd05"].clone());
    let told = |old: &Table, new: &Table| -> Vec<String> {
        changes(old, new).into_iter().map(|(key, name, _)| format!("{key}: {name}")).collect()
    };
    let stages = ["docx", "pages", "tree"].map(|stage| format!("decision_full hd05: {stage}"));
    assert_eq!(told(&before, &one), stages);
    one.remove("other hd05");
    for (old, new) in [(&before, &one), (&one, &before)] {
        let told = told(old, new);
        assert!(told.contains(&"other hd05: tree".to_owned()) && told.contains(&stages[0]), "{told:?}");
    }
}

/// The first line that is not the accepted one.
pub(crate) fn difference(path: &Path, text: &str) -> Option<String> {
    let Ok(accepted) = fs::read_to_string(path) else { return Some("there is no accepted text".to_owned()) };
    let (mut old, mut new) = (accepted.lines(), text.lines());
    for number in 1.. {
        match (old.next(), new.next()) {
            (None, None) => return None,
            (old, new) if old == new => {}
            (old, new) => return Some(format!("line {number}: accepted {old:?}, found {new:?}")),
        }
    }
    None
}
