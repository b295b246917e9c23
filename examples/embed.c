/* Checks a report, prints what is wrong with it, renders it to memory and saves it.
 *
 *     cc embed.c $(pkg-config --cflags --libs nianbao) -o embed
 *     ./embed data.yaml report.pdf
 */
#include <nianbao/nianbao.h>
#include <stdio.h>

/* Says why a call failed. */
static int complain(nianbao_error* error) {
    fprintf(stderr, "%s\n", nianbao_error_message(error, NULL));
    nianbao_error_free(error);
    return 3;
}

static void print_findings(const nianbao_outcome* outcome) {
    for (int64_t i = 0; i < nianbao_outcome_finding_count(outcome); ++i)
        fputs(nianbao_outcome_finding_text(outcome, i, NULL), stdout);
}

static int save(const nianbao_outcome* outcome, const char* place) {
    int64_t length = 0;
    const char* bytes = nianbao_outcome_bytes(outcome, &length);
    FILE* file = fopen(place, "wb");
    if (file == NULL) return 3;
    const size_t written = fwrite(bytes, 1, (size_t)length, file);
    return fclose(file) == 0 && written == (size_t)length ? 0 : 3;
}

int main(int count, char** words) {
    if (count != 3) return 2;
    nianbao_data* data = NULL;
    nianbao_engine* engine = NULL;
    nianbao_outcome* outcome = NULL;
    nianbao_error* error = NULL;

    if (nianbao_data_from_file(words[1], -1, &data, &error) != NIANBAO_OK) return complain(error);
    if (nianbao_check(data, NULL, &outcome, &error) != NIANBAO_OK) return complain(error);
    print_findings(outcome);
    const int refused = nianbao_outcome_status(outcome) == NIANBAO_REFUSED;
    nianbao_outcome_free(outcome);

    int exit = 1;
    if (!refused) {
        /* One engine is enough for any number of reports. */
        if (nianbao_engine_open(NULL, &engine, &error) != NIANBAO_OK) return complain(error);
        if (nianbao_render(engine, data, NULL, &outcome, &error) != NIANBAO_OK)
            return complain(error);
        if (nianbao_outcome_status(outcome) == NIANBAO_WRITTEN) exit = save(outcome, words[2]);
        nianbao_outcome_free(outcome);
    }
    nianbao_engine_free(engine);
    nianbao_data_free(data);
    return exit;
}
