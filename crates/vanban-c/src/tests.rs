//! What no program of C can bring about or see: panics, numbers of handles, freeing while others work.

use std::ffi::{CStr, c_char};
use std::io::{Cursor, Write};
use std::ptr;
use std::sync::Barrier;
use std::thread;

use vanban::{Error, Renderer};

use crate::file::*;
use crate::handles::{DOCUMENTS, DocumentHandle, RENDERERS, RendererHandle};
use crate::outcome::Outcome;
use crate::problem::*;
use crate::renderer::*;

const NOTICE: &str = include_str!("../../../examples/data/notice.json");

fn render(renderer: *const RendererHandle, json: &str) -> *mut DocumentHandle {
    // SAFETY: the text stays during the call.
    unsafe { vanban_render(renderer, json.as_ptr().cast(), json.len()) }
}

fn read(text: *const c_char) -> String {
    assert!(!text.is_null());
    // SAFETY: the texts of a document end with a zero byte, and these documents are freed after they were read.
    unsafe { CStr::from_ptr(text) }.to_str().unwrap().to_owned()
}

#[test]
fn a_panic_is_a_problem() {
    let document = DOCUMENTS.give(Outcome::of(|| panic!("kaputt")));
    assert!(!vanban_ok(document) && vanban_docx(document).data.is_null() && vanban_page_count(document) == 0);
    assert_eq!(vanban_problem_count(document), 1);
    assert_eq!(read(vanban_problem_code(document, 0)), "record.not_made");
    assert_eq!(read(vanban_problem_path(document, 0)), ".");
    assert!(read(vanban_problem_message(document, 0)).ends_with("kaputt"));
    assert_eq!(read(vanban_problem_severity(document, 0)), "error");
    vanban_document_free(document);
}

#[test]
fn a_panic_in_a_change_leaves_the_renderer() {
    let renderer: *mut RendererHandle = RENDERERS.give(Renderer::new());
    let changed = crate::door::door(true, || {
        RENDERERS.change(renderer.addr(), |_| -> Result<Renderer, Error> { panic!("kaputt") }).is_none()
    });
    assert!(changed, "the panic came through");
    let document = render(renderer, NOTICE);
    assert!(vanban_ok(document));
    vanban_document_free(document);
    vanban_renderer_free(renderer);
}

#[test]
fn a_handle_of_the_other_sort_is_nothing() {
    let renderer = vanban_renderer_new();
    let document = render(renderer, NOTICE);
    assert_ne!(renderer.addr(), document.addr());
    assert!(!vanban_ok(renderer.cast()));
    assert!(render(document.cast(), NOTICE).is_null());
    vanban_renderer_free(document.cast());
    vanban_document_free(renderer.cast());
    assert!(vanban_ok(document));
    vanban_document_free(document);
    assert!(!vanban_ok(document));
    vanban_document_free(document);
    vanban_renderer_free(renderer);
    vanban_renderer_free(renderer);
    assert!(render(renderer, NOTICE).is_null());
    assert!(render(ptr::null(), NOTICE).is_null());
}

#[test]
fn texts_have_no_zero_byte_and_json_has() {
    let renderer = vanban_renderer_new();
    let document = render(renderer, r#"{"kind": "notice", "a\u0000b": 1}"#);
    let count = vanban_problem_count(document);
    let paths: Vec<String> = (0..count).map(|number| read(vanban_problem_path(document, number))).collect();
    assert!(paths.iter().any(|path| path == "a\u{fffd}b"), "{paths:?}");
    let json: serde_json::Value = serde_json::from_str(&read(vanban_problems_json(document))).unwrap();
    assert_eq!(json.as_array().unwrap().len(), count);
    assert!(vanban_problem_path(document, count).is_null());
    vanban_document_free(document);
    vanban_renderer_free(renderer);
}

#[test]
fn what_is_freed_meanwhile_is_used_to_the_end() {
    let renderer = vanban_renderer_new();
    let (number, start) = (renderer.addr(), Barrier::new(3));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let renderer: *mut RendererHandle = ptr::without_provenance_mut(number);
                start.wait();
                // Made, or refused because it was freed before; never half.
                let document = render(renderer, NOTICE);
                assert!(document.is_null() || vanban_ok(document));
                vanban_document_free(document);
            });
        }
        start.wait();
        vanban_renderer_free(renderer);
    });
}

#[test]
fn a_thread_with_little_stack_is_enough() {
    let renderer = vanban_renderer_new();
    let mut nested = "\"x\"".to_owned();
    for _ in 0..60 {
        nested = format!(r#"[{{"items": {nested}}}]"#);
    }
    let deep = format!(r#"{{"kind": "notice", "sections": {nested}}}"#);
    let number = renderer.addr();
    let work = move || {
        let renderer: *mut RendererHandle = ptr::without_provenance_mut(number);
        for (record, right) in [(NOTICE, true), (&deep, false)] {
            let document = render(renderer, record);
            assert_eq!(vanban_ok(document), right);
            assert_eq!(vanban_docx(document).data.is_null() || vanban_pdf(document).data.is_null(), !right);
            vanban_document_free(document);
        }
        vanban_renderer_free(renderer);
    };
    // What musl gives a thread.
    thread::Builder::new().stack_size(128 << 10).spawn(work).unwrap().join().unwrap();
}

#[test]
fn a_renderer_learns_profiles_and_criteria() {
    let renderer = vanban_renderer_new();
    // SAFETY: the texts stay during the calls.
    let named = |name: &CStr| unsafe { vanban_use_profile(renderer, name.as_ptr()) };
    assert!(named(c"hd36") && named(c"hd05") && !named(c"hd37") && !named(c"\xff"));
    // SAFETY: NULL is allowed.
    assert!(!unsafe { vanban_use_profile(renderer, ptr::null()) });
    let set = vanban::scoring::CriteriaSet::named("an_phu_ward_2025_monthly").unwrap();
    for (text, right) in [
        (set.to_json().unwrap().into_bytes(), true),
        (set.to_toml().unwrap().into_bytes(), true),
        (b"format = 1".to_vec(), false),
        (b"\xc3\x28".to_vec(), false),
        (Vec::new(), false),
    ] {
        // SAFETY: the bytes stay during the call.
        let answer = unsafe { vanban_add_criteria(renderer, text.as_ptr().cast(), text.len()) };
        assert_eq!(vanban_ok(answer), right);
        assert_eq!(vanban_problem_count(answer) == 0, right);
        vanban_document_free(answer);
    }
    vanban_renderer_free(renderer);
}

#[test]
fn a_renderer_learns_a_form() {
    let renderer = vanban_renderer_new();
    let record = r#"{"kind": "phieu", "issuer": {"name": "Chi bộ Khu phố 2"}, "place": "Bình An", "date": "12/6/2026",
        "subject": "thăm dò", "ho_ten": "Lê Thị Bình"}"#;
    let refused = render(renderer, record);
    assert!(!vanban_ok(refused));
    vanban_document_free(refused);
    for (body, right) in [("<p>Họ và tên: {{ho_ten}}</p>", true), ("<p>{{ten}}", false)] {
        let zip = folder(body);
        // SAFETY: the bytes stay during the call.
        let answer = unsafe { vanban_add_form(renderer, zip.as_ptr().cast(), zip.len()) };
        assert_eq!(vanban_ok(answer), right, "{}", read(vanban_problems_json(answer)));
        if !right {
            assert_eq!(read(vanban_problem_code(answer, 0)), "form.fault");
            assert!(read(vanban_problem_message(answer, 0)).starts_with("body.hbs"));
        }
        vanban_document_free(answer);
    }
    // The one that was refused took nothing away.
    let document = render(renderer, record);
    assert!(vanban_ok(document), "{}", read(vanban_problems_json(document)));
    vanban_document_free(document);
    vanban_renderer_free(renderer);
}

/// A ZIP of a form with this wording.
fn folder(body: &str) -> Vec<u8> {
    let toml = "format = 1\nname = \"phieu\"\nterm = \"phiếu hỏi\"\ntitle = \"Phiếu hỏi\"\n\
        [fields]\nho_ten = { label = \"Họ và tên\", type = \"text\" }\n";
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("form.toml", toml), ("body.hbs", body)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
