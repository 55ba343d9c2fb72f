/* The first question of a program in C. */
#include <entente/c/entente.h>

#include <stdio.h>

int main(int argc, char** argv) {
  const char* path = argc > 1 ? argv[1] : "japan-nato";
  const entente_option during[] = {{"during", "2023"}};
  const entente_option ends[] = {{"from", "尹锡悦"}, {"to", "马克龙"}};
  entente_graph* graph = NULL;
  entente_answer* answer = NULL;
  entente_error* error = NULL;
  int status = entente_load(&path, 1, &graph, &error);
  if (status == ENTENTE_OK)
    status = entente_ask(graph, "path", during, 1, ends, 2, NULL, 0, &answer, &error);
  if (status == ENTENTE_OK)
    puts(entente_answer_json(answer).data);
  else
    fprintf(stderr, "%s\n", entente_error_message(error));
  entente_answer_free(answer);
  entente_graph_free(graph);
  entente_error_free(error);
  return status;
}
