/* Makes a report of what a database has, without a data file: writes its JSON to memory,
 * renders that to memory, and saves the PDF.
 *
 *     cc database.c $(pkg-config --cflags --libs nianbao) -o database
 *     ./database report.pdf
 */
#define _POSIX_C_SOURCE 200809L
#include <nianbao/nianbao.h>
#include <stdio.h>
#include <stdlib.h>

/* Answers to queries: a count, and counts by applicant in the order of the form. */
static const int licences = 36;
static const int received[6] = {2, 0, 0, 0, 0, 0};
static const int carried_in[6] = {0, 1, 0, 0, 0, 0};
static const int disclosed[6] = {2, 0, 0, 0, 0, 0};
static const int third_party[6] = {0, 1, 0, 0, 0, 0};

static void put_text(FILE* json, const char* name, const char* text) {
    fprintf(json, "\"%s\": \"", name);
    for (; *text != '\0'; ++text) {
        if (*text == '"' || *text == '\\') fputc('\\', json);
        if ((unsigned char)*text < ' ') fprintf(json, "\\u%04x", *text);
        else fputc(*text, json);
    }
    fputs("\",\n", json);
}

/* A row of the table of applications. Its total is left to nianbao. */
static void put_row(FILE* json, const int counts[6]) {
    fprintf(json, "[%d, %d, %d, %d, %d, %d]", counts[0], counts[1], counts[2], counts[3], counts[4],
            counts[5]);
}

/* A data file, as docs/data-file.md says. "unlisted": 0 is for all cells not written. */
static void put_report(FILE* json) {
    fputs("{\"year\": 2023,\n", json);
    put_text(json, "agency", "清河县水务局");
    put_text(json, "introduction",
             "本报告由清河县水务局依据《条例》编制，数据截至2023年12月31日。电话：0530-6120018。");
    put_text(json, "overview", "（一）主动公开情况\n2023年，主动公开信息12条。");
    fprintf(json, "\"disclosure\": {\"licences\": %d, \"unlisted\": 0},\n", licences);
    fputs("\"applications\": {\"received\": ", json);
    put_row(json, received);
    fputs(", \"carried_in\": ", json);
    put_row(json, carried_in);
    fputs(", \"results\": {\"disclosed\": ", json);
    put_row(json, disclosed);
    fputs(", \"refused\": {\"third_party\": ", json);
    put_row(json, third_party);
    fputs("}}, \"unlisted\": 0},\n\"disputes\": {\"unlisted\": 0},\n", json);
    put_text(json, "problems", "人员不足，将加强培训。");
    put_text(json, "other", "2023年未收取信息处理费。无其他需要报告的事项。");
    fputs("\"signature\": {\"date\": \"2024-01-18\"}}", json);
}

/* Renders the data file, prints what is wrong with it, and saves the PDF. */
static int render(const nianbao_engine* engine, const nianbao_data* data, const char* place,
                  nianbao_error** error) {
    nianbao_outcome* outcome = NULL;
    if (nianbao_render(engine, data, NULL, &outcome, error) != NIANBAO_OK) return 3;
    for (int64_t i = 0; i < nianbao_outcome_finding_count(outcome); ++i)
        fputs(nianbao_outcome_finding_text(outcome, i, NULL), stdout);
    int64_t length = 0;
    const char* bytes = nianbao_outcome_bytes(outcome, &length);
    int exit = 1;
    if (nianbao_outcome_status(outcome) == NIANBAO_WRITTEN) {
        FILE* file = fopen(place, "wb");
        const int whole = file != NULL && fwrite(bytes, 1, (size_t)length, file) == (size_t)length;
        exit = file != NULL && fclose(file) == 0 && whole ? 0 : 3;
    }
    nianbao_outcome_free(outcome);
    return exit;
}

int main(int count, char** words) {
    if (count != 2) return 2;
    char* text = NULL;
    size_t length = 0;
    FILE* json = open_memstream(&text, &length);
    if (json == NULL) return 3;
    put_report(json);
    if (fclose(json) != 0) return 3;

    nianbao_engine* engine = NULL; /* serves any number of reports */
    nianbao_data* data = NULL;
    nianbao_error* error = NULL;
    int exit = 3;
    if (nianbao_engine_open(NULL, &engine, &error) == NIANBAO_OK &&
        nianbao_data_from_bytes(text, (int64_t)length, "database", -1, NIANBAO_FORMAT_JSON, &data,
                                &error) == NIANBAO_OK)
        exit = render(engine, data, words[1], &error);
    if (error != NULL) fprintf(stderr, "%s\n", nianbao_error_message(error, NULL));
    nianbao_error_free(error);
    nianbao_data_free(data);
    nianbao_engine_free(engine);
    free(text);
    return exit;
}
