/* entente for programs in C, and for all languages that call C.
 *
 * Handles are opaque; each is released by its own _free function, which takes NULL, too. Whoever
 * gets one owns it. Graphs and answers are immutable: any number of threads may read one; releasing
 * it is for the last of them. Texts are UTF-8. A text that is handed out lives as long as the handle
 * it was asked of; it ends with a zero byte only where that is said, but always has its length.
 *
 * Functions that may fail return ENTENTE_OK or the status that a command-line program should end
 * with, and on failure make an error, unless `error` is NULL. No exception leaves this interface.
 *
 * What is here stays: functions are added, none is changed or removed, while the library's soname is
 * the same.
 */
#ifndef ENTENTE_C_ENTENTE_H
#define ENTENTE_C_ENTENTE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define ENTENTE_C_API __attribute__((visibility("default")))
#else
#define ENTENTE_C_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* What functions return; the tool ends with the same. Further ones may come. */
enum {
  ENTENTE_OK = 0,
  ENTENTE_USAGE = 64,          /* the call is wrong: an unknown name, a bad date */
  ENTENTE_BAD_DATA = 65,       /* the dossier is wrong */
  ENTENTE_INPUT_MISSING = 66,  /* it is not there */
  ENTENTE_INTERNAL = 70,       /* a fault of the library */
  ENTENTE_OUT_OF_MEMORY = 71,
  ENTENTE_IO = 74,
  ENTENTE_LIMIT = 75           /* a limit or the time-out was reached */
};

/* Stands for no entity. */
#define ENTENTE_NONE UINT32_MAX

/* A text and its length in bytes. */
typedef struct entente_text {
  const char* data;
  size_t size;
} entente_text;

/* A name and a value: an option of the tool without its dashes, `_` for `-`: {"during", "2023"}. An
 * option that takes several values stands several times; types, kinds and modalities may stand in one
 * value, with commas between them. Switches are "true" or "false". */
typedef struct entente_option {
  const char* name;
  const char* value;
} entente_option;

typedef struct entente_graph entente_graph;     /* all facts of a dossier */
typedef struct entente_answer entente_answer;   /* what a verb answers */
typedef struct entente_network entente_network; /* selected facts as sparse rows */
typedef struct entente_error entente_error;     /* what went wrong */

/* "0.1.0"; ends with a zero byte. */
ENTENTE_C_API const char* entente_version(void);

/* --- Errors --- */

/* A stable name, such as "unknown-entity"; ends with a zero byte. */
ENTENTE_C_API const char* entente_error_code(const entente_error* error);
/* What is wrong, where, and what to try; ends with a zero byte. */
ENTENTE_C_API const char* entente_error_message(const entente_error* error);
ENTENTE_C_API void entente_error_free(entente_error* error);

/* --- Graphs --- */

/* Reads the dossier in these files and folders, as the tool does. */
ENTENTE_C_API int entente_load(const char* const* paths, size_t count, entente_graph** graph,
                               entente_error** error);
/* Reads a dossier that is in memory, JSON or JSON Lines; `name` stands for it in errors. */
ENTENTE_C_API int entente_load_text(const char* text, size_t size, const char* name,
                                    entente_graph** graph, entente_error** error);
ENTENTE_C_API void entente_graph_free(entente_graph* graph);

/* Entities are 0 ... count - 1 in the order of their ids; relations likewise. */
ENTENTE_C_API uint32_t entente_entity_count(const entente_graph* graph);
ENTENTE_C_API uint32_t entente_relation_count(const entente_graph* graph);

/* The one entity that an id, a code or a name in any language means. */
ENTENTE_C_API int entente_find(const entente_graph* graph, const char* text, uint32_t* entity,
                               entente_error** error);
/* The id of an entity, its kind, its name in the first of these languages ("ja,en"). */
ENTENTE_C_API int entente_entity_id(const entente_graph* graph, uint32_t entity, entente_text* id,
                                    entente_error** error);
ENTENTE_C_API int entente_entity_kind(const entente_graph* graph, uint32_t entity,
                                      entente_text* kind, entente_error** error);
ENTENTE_C_API int entente_entity_name(const entente_graph* graph, uint32_t entity,
                                      const char* languages, entente_text* name,
                                      entente_error** error);
/* The id of a relation, its type, its ends as written. */
ENTENTE_C_API int entente_relation_id(const entente_graph* graph, uint32_t relation,
                                      entente_text* id, entente_error** error);
ENTENTE_C_API int entente_relation_type(const entente_graph* graph, uint32_t relation,
                                        entente_text* type, entente_error** error);
ENTENTE_C_API int entente_relation_ends(const entente_graph* graph, uint32_t relation,
                                        uint32_t* from, uint32_t* to, entente_error** error);

/* --- Questions --- */

/* Asks a verb of the tool: balance, common, components, diff, ego, find, groups, info, lineage, neighbors,
 * path, query, rank, series, show, timeline. `selection` are options such as as_of, during, type;
 * `parameters` what the verb takes beside: {"from", ...}, {"to", ...} for path, {"text", ...} for
 * find and query, {"entity", ...} elsewhere, {"by", ...} for measures. `languages` of names, best
 * first; NULL: "en". `milliseconds` is how long it may take; 0: as long as it does.
 * An option that would have no effect is an error. */
ENTENTE_C_API int entente_ask(const entente_graph* graph, const char* verb,
                              const entente_option* selection, size_t selection_count,
                              const entente_option* parameters, size_t parameter_count,
                              const char* languages, uint32_t milliseconds,
                              entente_answer** answer, entente_error** error);
/* The object that the tool prints with --format json; ends with a zero byte. */
ENTENTE_C_API entente_text entente_answer_json(const entente_answer* answer);
/* What the tool prints as text; ends with a zero byte. */
ENTENTE_C_API entente_text entente_answer_text(const entente_answer* answer);
/* What the answer lacks because of a limit that nobody asked for, and how to get it, where the tool
 * ends with ENTENTE_LIMIT; empty if it is whole. Ends with a zero byte. */
ENTENTE_C_API entente_text entente_answer_left_out(const entente_answer* answer);
/* 1 if there is nothing to show, else 0: what the tool's exit status says. */
ENTENTE_C_API int entente_answer_is_empty(const entente_answer* answer);
ENTENTE_C_API void entente_answer_free(entente_answer* answer);

/* --- Networks: the arrays that algorithms run on, without a copy --- */

/* The selected facts as a network, parallel relations merged; directed unless the option direction
 * is absent or "both". `weight` is a numeric attribute, or NULL. */
ENTENTE_C_API int entente_network_new(const entente_graph* graph, const entente_option* selection,
                                      size_t selection_count, const char* weight,
                                      entente_network** network, entente_error** error);
ENTENTE_C_API uint32_t entente_network_vertex_count(const entente_network* network);
/* Slots of all rows: in an undirected network both ends of an edge have one, a loop has one. */
ENTENTE_C_API uint32_t entente_network_slot_count(const entente_network* network);
/* vertex_count + 1 numbers: the slots of vertex v are offsets[v] ... offsets[v + 1] - 1. */
ENTENTE_C_API const uint32_t* entente_network_offsets(const entente_network* network);
/* slot_count numbers: the neighbours, row by row, ascending in each. */
ENTENTE_C_API const uint32_t* entente_network_neighbours(const entente_network* network);
/* vertex_count numbers: the entity of each vertex. */
ENTENTE_C_API const uint32_t* entente_network_entities(const entente_network* network);
/* slot_count numbers beside the neighbours; NULL if every edge weighs 1. */
ENTENTE_C_API const double* entente_network_weights(const entente_network* network);
ENTENTE_C_API void entente_network_free(entente_network* network);

#ifdef __cplusplus
}
#endif

#endif
