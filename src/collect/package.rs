//! Which parts of a DOCX hold its text and its record: found by their relationships and by what they are, since programs
//! give them names of their own.

use super::data::{self, Data};
use super::foreign;
use crate::error::{Error, Result};
use crate::opc::{Damage, Opened, Sink, Tag, relationships_of, stream, target};

/// The most parts of other programs that are looked into for ours.
const LOOKED_INTO: usize = 64;

/// A DOCX, its parts found.
pub(super) struct Parts<'a> {
    pub(super) package: Opened<'a>,
    /// The name of the part that holds the text.
    pub(super) main: String,
    /// The parts that carry a record, each with its name and what it says; no program makes more than one.
    pub(super) data: Vec<(String, Data)>,
    /// Whether somebody signed the file.
    pub(super) signed: bool,
}

impl<'a> Parts<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Parts<'a>> {
        foreign::by_its_head(bytes)?;
        let mut package = Opened::open(bytes).map_err(foreign::damaged)?;
        foreign::by_its_parts(&mut package)?;
        let main = relationships(&mut package, "").map_err(foreign::damaged)?;
        let main = main.into_iter().find(|relation| relation.is("officeDocument"));
        let Some(main) = main.map(|relation| target("", &relation.target)).filter(|main| package.has(main))
        else {
            return Err(lacks_its_text(&package));
        };
        let data = own_parts(&mut package, &main).map_err(foreign::damaged)?;
        let signed =
            package.names().any(|name| name.starts_with("_xmlsignatures/") && name.ends_with(".xml"));
        Ok(Parts { package, main, data, signed })
    }

    /// The part that holds the text.
    pub(super) fn text(&mut self) -> Result<Vec<u8>> {
        let part = self.package.part(&self.main).map_err(foreign::damaged)?;
        part.ok_or_else(foreign::no_document)
    }
}

/// A ZIP whose directory says that it is a document, and which has none.
fn lacks_its_text(package: &Opened<'_>) -> Error {
    let of_word = package.names().any(|name| name.starts_with("word/"));
    if of_word { foreign::damaged(Damage::Broken) } else { foreign::no_document() }
}

/// The parts that carry a record.
fn own_parts(package: &mut Opened<'_>, main: &str) -> std::result::Result<Vec<(String, Data)>, Damage> {
    let related = relationships(package, main)?.into_iter().filter(|relation| relation.is("customXml"));
    let mut names: Vec<String> = related.map(|relation| target(main, &relation.target)).collect();
    // A program may have lost the relationship, and kept the part.
    let others = package.names().filter(|name| name.starts_with("customxml/") && name.ends_with(".xml"));
    let others: Vec<String> = others.map(str::to_owned).filter(|name| !names.contains(name)).collect();
    names.extend(others);
    let mut found = Vec::new();
    for name in names.into_iter().take(LOOKED_INTO) {
        let Some(bytes) = package.part(&name)? else { continue };
        match data::read(&bytes) {
            Ok(Some(data)) => found.push((name, data)),
            // What is another program's may be as it likes.
            Err(damage) if bytes.windows(data::SPACE.len()).any(|at| at == data::SPACE.as_bytes()) => {
                return Err(damage);
            }
            _ => {}
        }
    }
    Ok(found)
}

/// Which part leads to which.
pub(super) struct Relation {
    kind: String,
    pub(super) target: String,
}

impl Relation {
    /// Whether it is of that kind, in either dialect of the format.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// The relationships of a part; none where it has none.
pub(super) fn relationships(
    package: &mut Opened<'_>,
    part: &str,
) -> std::result::Result<Vec<Relation>, Damage> {
    let Some(bytes) = package.part(&relationships_of(part))? else { return Ok(Vec::new()) };
    let mut found = Relations(Vec::new());
    stream(&bytes, &mut found)?;
    Ok(found.0)
}

struct Relations(Vec<Relation>);

impl Sink for Relations {
    fn start(&mut self, tag: &Tag<'_>) -> std::result::Result<(), Damage> {
        let external = tag.get("TargetMode").is_some_and(|mode| mode == "External");
        if tag.name == "Relationship"
            && !external
            && let (Some(kind), Some(target)) = (tag.get("Type"), tag.get("Target"))
        {
            self.0.push(Relation { kind, target });
        }
        Ok(())
    }

    fn end(&mut self) -> std::result::Result<(), Damage> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> std::result::Result<(), Damage> {
        Ok(())
    }
}
