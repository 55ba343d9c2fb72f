// Kuzu, or its fork: usage: node graph_peer.mjs MODULE FOLDER QUESTIONS [TIMES]
// {"row": {"ms", "answer"}} on standard output: processor time of a run, the best of several, on one thread.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [module, folder, file, times = "3"] = process.argv.slice(2);
const engine = createRequire(process.env.PEERS + "/")(module);
const questions = JSON.parse(readFileSync(file, "utf8"));
const database = new engine.Database(":memory:", 2 ** 31);
const connection = new engine.Connection(database, 1);

const nodes = ["Country", "City", "Person", "Tag"];
const edges = {
  IS_PART_OF: "FROM City TO Country", IS_LOCATED_IN: "FROM Person TO City",
  KNOWS: "FROM Person TO Person", HAS_INTEREST: "FROM Person TO Tag",
};
for (const label of nodes) {
  await connection.query(`CREATE NODE TABLE ${label}(id INT64, n INT64, PRIMARY KEY (id))`);
  await connection.query(`COPY ${label} FROM "${folder}/${label}.csv"`);
}
for (const [type, ends] of Object.entries(edges)) {
  await connection.query(`CREATE REL TABLE ${type}(${ends})`);
  await connection.query(`COPY ${type} FROM "${folder}/${type}.csv"`);
}
await connection.query("CREATE NODE TABLE Actor(id INT64, size INT64, PRIMARY KEY (id))");
await connection.query(`COPY Actor FROM "${folder}/actor.csv"`);
await connection.query("CREATE REL TABLE assists(FROM Actor TO Actor, first DATE, last DATE)");
await connection.query(`COPY assists FROM (LOAD FROM "${folder}/tie.csv" (header=false) WHERE column2 = "assists" ` +
  "RETURN CAST(column0 AS INT64), CAST(column1 AS INT64), CAST(column3 AS DATE), CAST(column4 AS DATE))");

const results = {};
for (const [row, question] of Object.entries(questions)) {
  const text = question.peer ?? question.query;
  let best = Infinity, answer = null;
  for (let i = 0; i <= Number(times); ++i) {
    const begin = process.cpuUsage();
    const result = await connection.query(text);
    answer = Number((await result.getAll())[0].n);
    const took = process.cpuUsage(begin);
    best = Math.min(best, (took.user + took.system) / 1000);
  }
  results[row] = { ms: best, answer };
}
console.log(JSON.stringify(results));
process.exit(0);
