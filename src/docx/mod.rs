//! Tree and hints to DOCX: the main part is written straight from the tree; docx-rs builds the style sheet, a finishing
//! pass puts it right, and a deflated package holds them. The only room that knows docx-rs.

mod body;
mod built_in;
mod carried;
mod columns;
mod controls;
mod copies;
mod data;
mod finish;
mod gallery;
mod grid;
mod headers;
mod marks;
mod markup;
mod media;
mod paragraphs;
mod parts;
mod runs;
mod sections;
mod styles;
mod tables;
mod theme;

use std::sync::Arc;

use crate::deflate::{Idle, Wrapping};
use crate::error::Result;
use crate::kept::Kept;
use crate::opc::{self, Package, Packed, parse};
use crate::profile::{Profile, ProfileId};
use crate::tree::{Hints, Tree};
use crate::units::Length;
use body::Body;
use controls::Control;
use headers::Headers;
use media::Media;

/// How Word, and LibreOffice from 24.2, break the lines of a DOCX.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum WordMode {
    /// Compatibility mode 14, as in Word 2010: each line takes the words that fit, so it ends where it ends
    /// in the PDF. Word shows "Compatibility Mode" in its title bar.
    #[default]
    Mode14,
    /// Mode 15, as in Word 2013 and later: Word squeezes the spaces of justified lines to fit one more word, so
    /// nearly every line ends elsewhere than in the PDF. Use it for documents that are edited in Word and whose
    /// PDF Word makes itself.
    Mode15,
}

impl WordMode {
    /// How far a table of the body hangs out into the left margin: by the margin of its cells, up to mode 14.
    fn hang(self, profile: &Profile) -> Length {
        match self {
            WordMode::Mode14 => profile.cell_padding().side,
            WordMode::Mode15 => Length::ZERO,
        }
    }
}

/// The writers of all profiles: each is built when a document first needs it. Cloning is cheap and keeps
/// them shared.
#[derive(Debug, Clone, Default)]
pub(crate) struct Writers {
    mode: WordMode,
    /// Each for papers of the guidance, and for those with a layout of their own.
    built: Kept<(ProfileId, bool), Writer>,
}

impl Writers {
    pub(crate) fn new(mode: WordMode) -> Writers {
        Writers { mode, built: Kept::default() }
    }

    pub(crate) fn of(&self, profile: &Profile) -> Result<Arc<Writer>> {
        self.built.get(
            &(profile.id(), profile.free_layout().is_some()),
            |built| {
                let built = &built.profile;
                built.layout() == profile.layout() && built.free_layout() == profile.free_layout()
            },
            || Writer::new(profile, self.mode),
        )
    }
}

/// Writes documents of one profile; the parts that no record changes are built and deflated once.
#[derive(Debug)]
pub(crate) struct Writer {
    profile: Profile,
    mode: WordMode,
    /// In every package.
    shared: Packed,
    /// The settings of sheets that are printed on one side, and on both.
    one_sided: Packed,
    two_sided: Packed,
    /// The types of the parts of a paper without headers of its own.
    no_running: Packed,
    /// The relationships of a paper without pictures.
    no_pictures: Packed,
    /// The first page's header of a paper that carries no note of circulation.
    no_note: Packed,
    idle: Idle,
}

/// What a file has beside what is printed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Travels<'a> {
    /// The JSON of its record.
    pub(crate) record: Option<&'a str>,
    /// Whether nothing but its fields can be changed.
    pub(crate) protected: bool,
}

impl Writer {
    fn new(profile: &Profile, mode: WordMode) -> Result<Writer> {
        let (hints, media) = (Hints::default(), Media::default());
        let bare = Body { hints: &hints, profile, mode, media: &media, controls: &[] };
        let mut fixed = parts::fixed_parts();
        fixed.push(("word/styles.xml", finish::style_sheet(profile)?));
        fixed.push(("word/header1.xml", headers::page_number()));
        // Of every section but the first: else it would show the first one's note.
        fixed.push(("word/header3.xml", headers::first_page(&[], &bare)));
        let settings = |two_sided| Packed::new(&[parts::settings_part(mode, two_sided, false)]);
        Ok(Writer {
            profile: profile.clone(),
            mode,
            shared: Packed::new(&fixed)?,
            one_sided: settings(false)?,
            two_sided: settings(true)?,
            no_running: Packed::new(&[parts::content_types_part(&[], Vec::new())])?,
            no_pictures: Packed::new(&[parts::document_relationships_part(&[], &[], &[])])?,
            no_note: Packed::new(&[(FIRST_HEADER, headers::first_page(&[], &bare))])?,
            idle: Idle::new(Wrapping::Bare),
        })
    }

    /// The main part, an element a line.
    pub(crate) fn show(&self, tree: &Tree, hints: &Hints) -> Result<String> {
        let (media, controls) = (Media::of(tree), Control::all(tree, hints));
        Ok(opc::show(&parse(&self.body(hints, &media, &controls).part(tree, &Headers::of(tree)))?))
    }

    /// The bytes of a DOCX.
    pub(crate) fn write(&self, tree: &Tree, hints: &Hints, travels: Travels<'_>) -> Result<Vec<u8>> {
        let record = travels.record;
        let head = tree.sections().first().map(|section| section.head.as_slice()).unwrap_or_default();
        let two_sided = tree.sections().iter().any(|section| section.two_sided);
        let (mut package, mut deflater) = (Package::new(), self.idle.take());
        package.copy(&self.shared)?;
        let (media, controls) = (Media::of(tree), Control::all(tree, hints));
        let body = self.body(hints, &media, &controls);
        let glossary = controls.iter().any(Control::shows_room);
        match travels.protected {
            false => package.copy(if two_sided { &self.two_sided } else { &self.one_sided })?,
            true => package.deflate(&parts::settings_part(self.mode, two_sided, true), &mut deflater)?,
        }
        match head {
            [] => package.copy(&self.no_note)?,
            note => package.deflate(&(FIRST_HEADER, headers::first_page(note, &body)), &mut deflater)?,
        }
        let headers = Headers::of(tree);
        match headers.names().as_slice() {
            [] if record.is_none() => package.copy(&self.no_running)?,
            names => {
                let data = record.map(|_| data::types(glossary)).unwrap_or_default();
                package.deflate(&parts::content_types_part(names, data), &mut deflater)?;
            }
        }
        match (media.relationships().as_slice(), headers.relationships().as_slice()) {
            ([], []) if record.is_none() => package.copy(&self.no_pictures)?,
            (pictures, headers) => {
                let data = record.map(|_| data::related(glossary)).unwrap_or_default();
                let part = parts::document_relationships_part(pictures, headers, &data);
                package.deflate(&part, &mut deflater)?;
            }
        }
        package.store(&parts::core_properties(tree.properties()))?;
        package.deflate(&("word/document.xml", body.part(tree, &headers)), &mut deflater)?;
        if let Some(record) = record {
            let pictures = tree.paragraphs().filter(|paragraph| paragraph.picture().is_some()).count();
            data::write_record(&mut package, record, &controls, pictures, &mut deflater)?;
            if glossary {
                data::write_glossary(&mut package, &controls, &mut deflater)?;
            }
        }
        media.files().try_for_each(|file| package.store(&file))?;
        headers.parts(&self.profile).try_for_each(|part| package.store(&part))?;
        self.idle.put(deflater);
        package.finish()
    }

    fn body<'a>(&'a self, hints: &'a Hints, media: &'a Media<'a>, controls: &'a [Control<'a>]) -> Body<'a> {
        Body { hints, profile: &self.profile, mode: self.mode, media, controls }
    }
}

/// The header of the paper's first page.
const FIRST_HEADER: &str = "word/header2.xml";
