// many FILE THREADS: every record of FILE (its length in four bytes, then its bytes) on each thread, with one renderer. Prints
// what came of each: `made PAGES DOCX PDF PROBLEMS` or `refused COUNT PROBLEMS`, where files and JSON are Adler-32 sums.
// Ends with 1 if two threads differ.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "vanban.h"

static unsigned char *file;
static size_t size;
static vanban_renderer *renderer;

static unsigned sum(const void *data, size_t len) {
    unsigned a = 1, b = 0;
    for (size_t i = 0; i < len; i++) {
        a = (a + ((const unsigned char *) data)[i]) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

static void *work(void *unused) {
    (void) unused;
    char *lines = NULL;
    size_t room = 0;
    FILE *told = open_memstream(&lines, &room);
    for (size_t at = 0; at < size;) {
        size_t len = (size_t) file[at] << 24 | (size_t) file[at + 1] << 16 | (size_t) file[at + 2] << 8 | file[at + 3];
        vanban_document *document = vanban_render(renderer, (const char *) file + at + 4, len);
        at += 4 + len;
        const char *json = vanban_problems_json(document);
        unsigned problems = sum(json, strlen(json));
        if (vanban_ok(document)) {
            vanban_bytes docx = vanban_docx(document), pdf = vanban_pdf(document);
            fprintf(told, "made %zu %u %u %u\n", vanban_page_count(document), sum(docx.data, docx.len), sum(pdf.data, pdf.len), problems);
        } else {
            fprintf(told, "refused %zu %u\n", vanban_problem_count(document), problems);
        }
        vanban_document_free(document);
    }
    fclose(told);
    return lines;
}

int main(int count, char **given) {
    if (count != 3) return 2;
    FILE *input = fopen(given[1], "rb");
    fseek(input, 0, SEEK_END);
    size = (size_t) ftell(input);
    rewind(input);
    file = malloc(size);
    if (fread(file, 1, size, input) != size) return 2;
    fclose(input);
    renderer = vanban_renderer_new();
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
    free(file);
    vanban_renderer_free(renderer);
    return differ;
}
