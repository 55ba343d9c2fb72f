/* The C interface as a program in C meets it: loads a dossier, asks, reads arrays, and makes the
 * mistakes that it should be told of. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <entente/c/entente.h>

static int failures = 0;

static void check(int holds, const char* what, int line) {
  if (holds) return;
  fprintf(stderr, "c_test.c:%d: %s\n", line, what);
  ++failures;
}
#define CHECK(condition) check((condition) != 0, #condition, __LINE__)

static entente_graph* load(const char* path) {
  entente_graph* graph = NULL;
  entente_error* error = NULL;
  if (entente_load(&path, 1, &graph, &error) != ENTENTE_OK) {
    fprintf(stderr, "%s\n", entente_error_message(error));
    exit(1);
  }
  return graph;
}

static void test_records(const entente_graph* graph) {
  uint32_t entity = ENTENTE_NONE;
  entente_text text = {NULL, 0};
  uint32_t from = 0;
  uint32_t to = 0;
  CHECK(entente_entity_count(graph) > 100);
  CHECK(entente_find(graph, "OTAN", &entity, NULL) == ENTENTE_OK);
  CHECK(entente_entity_id(graph, entity, &text, NULL) == ENTENTE_OK);
  CHECK(text.size == 4 && memcmp(text.data, "nato", 4) == 0);
  CHECK(entente_entity_kind(graph, entity, &text, NULL) == ENTENTE_OK && text.size > 0);
  CHECK(entente_entity_name(graph, entity, "ja", &text, NULL) == ENTENTE_OK && text.size > 0);
  CHECK(entente_relation_ends(graph, 0, &from, &to, NULL) == ENTENTE_OK);
  CHECK(from < entente_entity_count(graph) && to < entente_entity_count(graph));
  CHECK(entente_relation_id(graph, 0, &text, NULL) == ENTENTE_OK && text.size > 0);
  CHECK(entente_relation_type(graph, 0, &text, NULL) == ENTENTE_OK && text.size > 0);
}

static void test_answers(const entente_graph* graph) {
  const entente_option during[] = {{"during", "2023"}};
  const entente_option ends[] = {{"from", "尹锡悦"}, {"to", "马克龙"}};
  entente_answer* answer = NULL;
  CHECK(entente_ask(graph, "path", during, 1, ends, 2, NULL, 0, &answer, NULL) == ENTENTE_OK);
  CHECK(strstr(entente_answer_json(answer).data, "\"yoon-suk-yeol\"") != NULL);
  CHECK(entente_answer_text(answer).size > 0);
  CHECK(!entente_answer_is_empty(answer));
  entente_answer_free(answer);
}

/* A million milliseconds are enough; one is not, for so many paths. */
static void test_time_and_limits(const entente_graph* graph) {
  const entente_option far[] = {
      {"from", "japan"}, {"to", "nato"}, {"max_hops", "9"}, {"limit", "1000000"}};
  const entente_option near[] = {{"from", "japan"}, {"to", "nato"}, {"max_hops", "4"}};
  entente_answer* answer = NULL;
  entente_error* error = NULL;
  int status = entente_ask(graph, "path", NULL, 0, far, 4, NULL, 1, &answer, &error);
  CHECK(status == ENTENTE_LIMIT && strcmp(entente_error_code(error), "time-out") == 0);
  CHECK(answer == NULL);
  entente_error_free(error);
  CHECK(entente_ask(graph, "info", NULL, 0, NULL, 0, NULL, 1000000, &answer, NULL) == ENTENTE_OK);
  CHECK(entente_answer_left_out(answer).size == 0);
  entente_answer_free(answer);
  CHECK(entente_ask(graph, "path", NULL, 0, near, 3, NULL, 0, &answer, NULL) == ENTENTE_OK);
  CHECK(strstr(entente_answer_left_out(answer).data, "limit N") != NULL);
  entente_answer_free(answer);
  CHECK(entente_answer_left_out(NULL).size == 0);
}

static void test_network(const entente_graph* graph) {
  const entente_option met[] = {{"type", "met_with"}};
  entente_network* network = NULL;
  uint32_t vertices = 0;
  uint32_t slots = 0;
  uint32_t slot = 0;
  CHECK(entente_network_new(graph, met, 1, NULL, &network, NULL) == ENTENTE_OK);
  vertices = entente_network_vertex_count(network);
  slots = entente_network_slot_count(network);
  CHECK(vertices > 0 && slots > 0);
  CHECK(entente_network_offsets(network)[vertices] == slots);
  CHECK(entente_network_weights(network) == NULL);
  for (slot = 0; slot < slots; ++slot) CHECK(entente_network_neighbours(network)[slot] < vertices);
  CHECK(entente_network_entities(network)[0] < entente_entity_count(graph));
  entente_network_free(network);
}

static void expect_error(int status, int expected, const char* code, entente_error* error) {
  CHECK(status == expected);
  CHECK(strcmp(entente_error_code(error), code) == 0);
  CHECK(strlen(entente_error_message(error)) > 0);
  entente_error_free(error);
}

static void test_mistakes(const entente_graph* graph) {
  const char* nowhere = "nowhere";
  const entente_option wrong_option[] = {{"durring", "2023"}};
  const entente_option wrong_date[] = {{"as_of", "2014-02-30"}};
  const entente_option text[] = {{"text", "Japan"}};
  const entente_option ignored[] = {{"from", "japan"}, {"to", "nato"}, {"limit", "3"}};
  entente_graph* none = NULL;
  entente_answer* answer = NULL;
  entente_network* network = NULL;
  entente_error* error = NULL;
  entente_text id = {NULL, 0};
  int status = entente_load(&nowhere, 1, &none, &error);
  expect_error(status, ENTENTE_INPUT_MISSING, "input-missing", error);
  CHECK(none == NULL);
  status = entente_load_text("{", 1, "memory", &none, &error);
  CHECK(status == ENTENTE_BAD_DATA && none == NULL);
  entente_error_free(error);
  status = entente_entity_id(graph, ENTENTE_NONE, &id, &error);
  expect_error(status, ENTENTE_USAGE, "out-of-range", error);
  status = entente_ask(graph, "find", wrong_option, 1, text, 1, NULL, 0, &answer, &error);
  expect_error(status, ENTENTE_USAGE, "unknown-option", error);
  status = entente_ask(graph, "find", wrong_date, 1, text, 1, NULL, 0, &answer, &error);
  expect_error(status, ENTENTE_USAGE, "bad-date", error);
  status = entente_load(&nowhere, 0, &none, &error);
  expect_error(status, ENTENTE_USAGE, "no-input", error);
  status = entente_ask(graph, "path", NULL, 0, ignored, 3, NULL, 0, &answer, &error);
  expect_error(status, ENTENTE_USAGE, "no-effect", error);
  status = entente_ask(graph, "guess", NULL, 0, NULL, 0, NULL, 0, &answer, &error);
  expect_error(status, ENTENTE_USAGE, "unknown-verb", error);
  status = entente_ask(graph, "\xff", NULL, 0, NULL, 0, NULL, 0, &answer, &error);
  CHECK(strchr(entente_error_message(error), '\xff') == NULL);
  expect_error(status, ENTENTE_USAGE, "unknown-verb", error);
  status = entente_network_new(graph, NULL, 0, "wieght", &network, &error);
  expect_error(status, ENTENTE_USAGE, "unknown-attribute", error);
  CHECK(network == NULL);
  status = entente_ask(NULL, "find", NULL, 0, text, 1, NULL, 0, &answer, &error);
  expect_error(status, ENTENTE_USAGE, "null-pointer", error);
  CHECK(answer == NULL);
  entente_graph_free(NULL);
  entente_answer_free(NULL);
  entente_network_free(NULL);
  entente_error_free(NULL);
}

int main(void) {
  entente_graph* graph = load("data/japan-nato");
  CHECK(strlen(entente_version()) > 0);
  test_records(graph);
  test_answers(graph);
  test_time_and_limits(graph);
  test_network(graph);
  test_mistakes(graph);
  entente_graph_free(graph);
  return failures == 0 ? 0 : 1;
}
