// many FILE THREADS [FORM CRITERIA PROFILE]: every record of FILE (its length in four bytes, then its bytes) on each thread,
// with one renderer, which has learned the form (ZIP), the criteria set and the profile. Prints what came of each: `made PAGES
// DOCX PDF JSON TEXTS` or `refused COUNT JSON TEXTS`: files, the problems as JSON and their texts are Adler-32 sums. Ends
// with 1 if two threads differ, with 3 if to check a record tells something else than to render it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "vanban.h"

static const char *file;
static vanban_renderer *renderer;

static unsigned add(unsigned before, const void *data, size_t len) {
    unsigned a = before & 0xffff, b = before >> 16;
    for (size_t i = 0; i < len; i++) {
        a = (a + ((const unsigned char *) data)[i]) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

static unsigned sum(vanban_bytes bytes) {
    return add(1, bytes.data, bytes.len);
}

static unsigned texts(vanban_document *document) {
    unsigned all = 1;
    for (size_t i = 0; i < vanban_problem_count(document); i++) {
        const char *term = vanban_problem_term(document, i);
        const char *each[] = {
            vanban_problem_path(document, i), vanban_problem_message(document, i), vanban_problem_code(document, i), term ? term : "",
            vanban_problem_clause(document, i), vanban_problem_severity(document, i), vanban_problem_remedy(document, i),
        };
        for (size_t at = 0; at < sizeof each / sizeof *each; at++) all = add(add(all, each[at], strlen(each[at])), "\n", 1);
    }
    return all;
}

static void learn(vanban_document *(*how)(vanban_renderer *, const char *, size_t), const char *name) {
    static char bytes[1 << 20];
    FILE *input = fopen(name, "rb");
    size_t len = fread(bytes, 1, sizeof bytes, input);
    fclose(input);
    vanban_document *answer = how(renderer, bytes, len);
    if (!vanban_ok(answer)) fputs(vanban_problems_json(answer), stderr), exit(2);
    vanban_document_free(answer);
}

static void *work(void *unused) {
    (void) unused;
    char *lines = NULL;
    size_t room = 0;
    FILE *told = open_memstream(&lines, &room);
    FILE *input = fopen(file, "rb");
    unsigned char head[4];
    while (fread(head, 1, 4, input) == 4) {
        size_t len = (size_t) head[0] << 24 | (size_t) head[1] << 16 | (size_t) head[2] << 8 | head[3];
        // Of its own length, so that no byte behind it is read unseen.
        char *record = malloc(len ? len : 1);
        if (fread(record, 1, len, input) != len) abort();
        vanban_document *document = vanban_render(renderer, record, len), *checked = vanban_check(renderer, record, len);
        free(record);
        const char *json = vanban_problems_json(document);
        if (strcmp(json, vanban_problems_json(checked)) || vanban_ok(document) != vanban_ok(checked)) exit(3);
        vanban_document_free(checked);
        unsigned problems = add(1, json, strlen(json));
        if (vanban_ok(document)) {
            fprintf(told, "made %zu %u %u %u %u\n", vanban_page_count(document), sum(vanban_docx(document)), sum(vanban_pdf(document)), problems, texts(document));
        } else {
            fprintf(told, "refused %zu %u %u\n", vanban_problem_count(document), problems, texts(document));
        }
        vanban_document_free(document);
    }
    fclose(input);
    fclose(told);
    return lines;
}

int main(int count, char **given) {
    if (count != 3 && count != 6) return 2;
    file = given[1];
    renderer = vanban_renderer_new();
    if (count == 6) {
        learn(vanban_add_form, given[3]);
        learn(vanban_add_criteria, given[4]);
        if (!vanban_use_profile(renderer, given[5])) return 2;
    }
    int threads = atoi(given[2]), differ = 0;
    pthread_t *thread = calloc((size_t) threads, sizeof *thread);
    for (int i = 0; i < threads; i++) pthread_create(&thread[i], NULL, work, NULL);
    char *first = NULL;
    for (int i = 0; i < threads; i++) {
        void *lines;
        pthread_join(thread[i], &lines);
        if (i == 0) fputs(first = lines, stdout);
        else differ |= strcmp(first, lines) != 0, free(lines);
    }
    free(first);
    free(thread);
    vanban_renderer_free(renderer);
    return differ;
}
