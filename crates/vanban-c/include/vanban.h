// vanban: documents of Vietnam's Party organisations as DOCX and PDF, from records in JSON.
//
// cbindgen writes this file from crates/vanban-c/src; do not edit it.
//
// Texts     Every text that comes back is UTF-8 and ends with a zero byte; one inside it comes as U+FFFD. JSON goes in
//           with its length, as UTF-8 or UTF-16; it needs no zero byte.
// Memory    Free a renderer with vanban_renderer_free and a document with vanban_document_free. Everything else
//           that comes back belongs to its document: never free it, and do not use it after the document was freed.
//           What you hand over stays yours; the library keeps no address of it.
// Handles   A renderer and a document are numbers in the shape of addresses, and no number comes twice. So a handle
//           that is NULL, freed, or of the other sort is never an accident: every function then does nothing and
//           returns NULL, 0 or false. What was never freed stays in memory until the process ends.
// Threads   Every function may be called on any thread at any time. Many threads may share one renderer, and many may
//           read one document. Free a document after the last thread has done with what belongs to it. A small stack
//           is enough: the library works on one of its own.
// Faults    No panic of the library leaves it. It becomes a problem of the document, or NULL, 0 or false.

#ifndef VANBAN_H
#define VANBAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What came of a record: its document, or the problems why there is none.
typedef struct vanban_document vanban_document;

// Makes documents. It holds the guidance, the kinds, their wordings and the fonts. Build one, and share it among all
// threads.
typedef struct vanban_renderer vanban_renderer;

// Bytes that belong to a document. `data` is NULL, and `len` 0, if there are none.
typedef struct {
  // The first byte.
  const uint8_t *data;
  // How many there are.
  size_t len;
} vanban_bytes;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The library's version: `0.1.0`. The text is never freed.
const char *vanban_version(void);

// A renderer with the guidance 05-HD/VPTW of 2026, the built-in kinds and fonts. Free it with vanban_renderer_free.
// It is never NULL, except after a fault of the library.
vanban_renderer *vanban_renderer_new(void);

// Frees a renderer. Its documents stay, and so does the work of other threads that is under way. Nothing happens for
// NULL, and for a renderer that was freed before.
void vanban_renderer_free(vanban_renderer *renderer);

// Checks a record and makes its document. `json` has `len` bytes: a record of any kind, in UTF-8 or UTF-16. Free the
// result with vanban_document_free, also when vanban_ok says that there is no document. If `json` is NULL, `len` is 0
// or the bytes are no text, the result has that problem. NULL comes back only if `renderer` is NULL or was freed.
vanban_document *vanban_render(const vanban_renderer *renderer, const char *json, size_t len);

// Checks a record without making its document: the same problems, and the warnings of one that can be made. vanban_ok
// says whether it can. The result has no file, no name and no page; otherwise all is as with vanban_render.
vanban_document *vanban_check(const vanban_renderer *renderer, const char *json, size_t len);

// Sets the guidance for records that name none: "hd05" (05-HD/VPTW, 2026) or "hd36" (36-HD/VPTW, 2018), a text that ends
// with a zero byte. Returns false for another name and for NULL, and if `renderer` is NULL or was freed.
bool vanban_use_profile(vanban_renderer *renderer, const char *name);

// Adds a form (mẫu văn bản): a kind of document in a folder, here as a ZIP of it with `len` bytes. Documents that other
// threads make meanwhile do not see it yet. vanban_ok of the result says whether it was added; the problems say why
// not. Free the result with vanban_document_free. NULL comes back only if `renderer` is NULL or was freed.
vanban_document *vanban_add_form(vanban_renderer *renderer, const char *zip, size_t len);

// Adds a criteria set (bộ tiêu chí), which records name by its id: JSON or TOML with `len` bytes. It replaces an earlier
// set of this id. Otherwise all is as with vanban_add_form.
vanban_document *vanban_add_criteria(vanban_renderer *renderer, const char *text, size_t len);

// Frees a document with everything that belongs to it: bytes and texts. Nothing happens for NULL, and for a document
// that was freed before.
void vanban_document_free(vanban_document *document);

// Whether the document was made; after vanban_check whether it can be made. false for NULL.
bool vanban_ok(const vanban_document *document);

// The DOCX. It belongs to the document. `data` is NULL if there is no document (NULL, refused, or only checked), and
// after a fault of the library.
vanban_bytes vanban_docx(const vanban_document *document);

// The PDF (PDF/A-2a and PDF/UA-1). It belongs to the document. `data` is NULL as with vanban_docx.
vanban_bytes vanban_pdf(const vanban_document *document);

// A name for the files, without extension, in ASCII: nghi-quyet-05-nq-cb. It belongs to the document. NULL if there is
// no document.
const char *vanban_file_name(const vanban_document *document);

// The number of pages. 0 if there is no document.
size_t vanban_page_count(const vanban_document *document);

// How many problems there are: errors and warnings of a record that was refused, at least one; warnings of a document
// that was made. They have the numbers from 0. 0 for NULL.
size_t vanban_problem_count(const vanban_document *document);

// The place in the record, such as `signature.position`; `.` is the record as a whole. The text belongs to the document.
// NULL for NULL, and if there is no problem of this number.
const char *vanban_problem_path(const vanban_document *document, size_t number);

// The sentence in Vietnamese: what was found and what is expected. Otherwise as vanban_problem_path.
const char *vanban_problem_message(const vanban_document *document, size_t number);

// The stable name, such as `signature.position_has_body`. Otherwise as vanban_problem_path.
const char *vanban_problem_code(const vanban_document *document, size_t number);

// The Vietnamese name of the field; NULL if it has none. Otherwise as vanban_problem_path.
const char *vanban_problem_term(const vanban_document *document, size_t number);

// The clause of the guidance, such as `05-HD/VPTW II.I.7.1.2`. Otherwise as vanban_problem_path.
const char *vanban_problem_clause(const vanban_document *document, size_t number);

// `error` if it stops the document, else `warning`. Otherwise as vanban_problem_path.
const char *vanban_problem_severity(const vanban_document *document, size_t number);

// What to do, in Vietnamese. Otherwise as vanban_problem_path.
const char *vanban_problem_remedy(const vanban_document *document, size_t number);

// All of the problem in one line, as the command vanban prints it. Otherwise as vanban_problem_path.
const char *vanban_problem_line(const vanban_document *document, size_t number);

// All problems as JSON: a list, as `vanban check --json` prints it. The text belongs to the document. NULL for NULL.
const char *vanban_problems_json(const vanban_document *document);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* VANBAN_H */
