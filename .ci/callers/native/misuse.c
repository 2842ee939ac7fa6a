// misuse PAPER: what no program should do. Each is a problem or nothing; the process lives, and valgrind and the sanitizers
// see no fault.
#include <assert.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "vanban.h"

static char paper[65536];
static size_t len;

// A document that was refused, with at least one problem that has all its texts.
static void refused(vanban_document *document) {
    assert(document && !vanban_ok(document) && vanban_problem_count(document) > 0);
    for (size_t i = 0; i < vanban_problem_count(document); i++) {
        assert(vanban_problem_path(document, i)[0] && vanban_problem_message(document, i)[0]);
        assert(vanban_problem_code(document, i)[0] && vanban_problem_clause(document, i)[0]);
        assert(!strcmp(vanban_problem_severity(document, i), "error") || !strcmp(vanban_problem_severity(document, i), "warning"));
        assert(vanban_problem_remedy(document, i)[0] && vanban_problem_line(document, i)[0]);
    }
    assert(vanban_problems_json(document)[0] == '[');
    assert(!vanban_docx(document).data && !vanban_docx(document).len && !vanban_pdf(document).data && !vanban_pdf(document).len);
    assert(!vanban_file_name(document) && !vanban_page_count(document));
}

// A handle that stands for no document.
static void nothing(vanban_document *document) {
    assert(!vanban_ok(document) && !vanban_problem_count(document) && !vanban_page_count(document));
    assert(!vanban_docx(document).data && !vanban_pdf(document).data && !vanban_file_name(document));
    assert(!vanban_problem_path(document, 0) && !vanban_problem_message(document, 0) && !vanban_problem_code(document, 0));
    assert(!vanban_problem_term(document, 0) && !vanban_problem_clause(document, 0) && !vanban_problem_severity(document, 0));
    assert(!vanban_problem_remedy(document, 0) && !vanban_problem_line(document, 0) && !vanban_problems_json(document));
    vanban_document_free(document);
}

static void *render_and_free(void *shared) {
    for (int i = 0; i < 3; i++) {
        vanban_document *document = vanban_render(shared, paper, len);
        // Refused, where the other thread was first to free the renderer.
        assert(!document || vanban_ok(document));
        vanban_document_free(document);
    }
    vanban_renderer_free(shared);
    return NULL;
}

int main(int count, char **given) {
    if (count != 2) return 2;
    FILE *file = fopen(given[1], "rb");
    len = fread(paper, 1, sizeof paper, file);
    fclose(file);
    vanban_renderer *renderer = vanban_renderer_new(), *freed = vanban_renderer_new();
    vanban_renderer_free(freed);
    vanban_renderer_free(freed);
    vanban_renderer_free(NULL);

    // Records that are none. Their length is told, so each is on the heap without a byte behind it.
    const struct { const char *bytes; size_t len; } bad[] = {
        {"", 0}, {" ", 1}, {"{", 1}, {"\0", 1}, {"\xff", 1}, {"\xff\xfe", 2}, {"\xfe\xff\x00", 3}, {"\xc3\x28", 2}, {"null", 4},
        {"{\"kind\": \"\xed\xa0\x80\"}", 14}, {"{\"kind\": \"resolution\"}", 22}, {"{\"kind\": \"a\\u0000b\"}", 20}, {"PK\x03\x04", 4},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char *bytes = malloc(bad[i].len ? bad[i].len : 1);
        memcpy(bytes, bad[i].bytes, bad[i].len);
        vanban_document *document = vanban_render(renderer, bytes, bad[i].len), *checked = vanban_check(renderer, bytes, bad[i].len);
        free(bytes);
        refused(document);
        refused(checked);
        assert(!strcmp(vanban_problems_json(document), vanban_problems_json(checked)));
        vanban_document_free(document);
        vanban_document_free(checked);
    }
    vanban_document *none[] = {
        vanban_render(renderer, NULL, 0), vanban_render(renderer, NULL, 1000), vanban_check(renderer, NULL, 7), vanban_render(renderer, paper, (size_t) -1),
        vanban_render(renderer, paper, 0), vanban_add_form(renderer, NULL, 5), vanban_add_form(renderer, paper, len), vanban_add_criteria(renderer, paper, len),
        vanban_add_criteria(renderer, NULL, 0),
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        refused(none[i]);
        vanban_document_free(none[i]);
        nothing(none[i]);
    }

    // No renderer: NULL, freed, or a document's handle.
    vanban_document *document = vanban_render(renderer, paper, len);
    assert(vanban_ok(document) && vanban_page_count(document) == 1 && !strncmp(vanban_file_name(document), "nghi-quyet-05-nq-cb", 19));
    vanban_renderer *not[] = {NULL, freed, (vanban_renderer *) document, (vanban_renderer *) (size_t) -1};
    for (size_t i = 0; i < sizeof not / sizeof *not; i++) {
        assert(!vanban_render(not[i], paper, len) && !vanban_check(not[i], paper, len));
        assert(!vanban_add_form(not[i], paper, len) && !vanban_add_criteria(not[i], paper, len) && !vanban_use_profile(not[i], "hd05"));
        vanban_renderer_free(not[i]);
    }
    assert(vanban_use_profile(renderer, "hd36") && vanban_use_profile(renderer, "hd05"));
    assert(!vanban_use_profile(renderer, "HD05") && !vanban_use_profile(renderer, "") && !vanban_use_profile(renderer, NULL) && !vanban_use_profile(renderer, "\xff"));

    // A document outlives its renderer; what belongs to it stays where it is.
    vanban_bytes docx = vanban_docx(document), again = vanban_docx(document), pdf = vanban_pdf(document);
    assert(docx.data == again.data && docx.len == again.len && !memcmp(docx.data, "PK", 2) && !memcmp(pdf.data, "%PDF-", 5));
    vanban_document *checked = vanban_check(renderer, paper, len);
    assert(vanban_ok(checked) && !vanban_problem_count(checked) && !vanban_docx(checked).data && !vanban_page_count(checked));
    assert(!strcmp(vanban_problems_json(checked), "[]") && !vanban_problem_path(checked, 0) && !vanban_problem_path(checked, (size_t) -1));
    vanban_document_free(checked);
    vanban_renderer_free(renderer);
    assert(!vanban_render(renderer, paper, len));
    again = vanban_docx(document);
    assert(docx.data == again.data && docx.data[docx.len - 1] == again.data[again.len - 1]);
    vanban_document_free((vanban_document *) renderer);
    vanban_document_free(document);
    nothing(document);
    nothing(NULL);
    nothing((vanban_document *) (size_t) 16);
    nothing((vanban_document *) paper);
    assert(strlen(vanban_version()) >= 5);

    // Threads that free what they share.
    renderer = vanban_renderer_new();
    pthread_t threads[2];
    for (int i = 0; i < 2; i++) pthread_create(&threads[i], NULL, render_and_free, renderer);
    for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);

    // Freed never.
    vanban_render(vanban_renderer_new(), paper, len);
    puts("misuse: each a problem or nothing");
    return 0;
}
