#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include "vanban.h"

int main(void) {
    vanban_renderer *renderer = vanban_renderer_new(); char *line = NULL; size_t room = 0; ssize_t len;
    while ((len = getline(&line, &room, stdin)) > 0) {
        vanban_document *document = vanban_render(renderer, line, (size_t) len);
        if (vanban_ok(document)) printf("%s: DOCX %zu bytes, PDF %zu bytes", vanban_file_name(document), vanban_docx(document).len, vanban_pdf(document).len);
        else for (size_t i = 0; i < vanban_problem_count(document); i++) printf("%s%s: %s", i ? "; " : "", vanban_problem_path(document, i), vanban_problem_message(document, i));
        puts(""); vanban_document_free(document);
    }
    free(line); vanban_renderer_free(renderer);
}
