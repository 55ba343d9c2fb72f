// DuckDB: usage: node duckdb.mjs FOLDER QUESTIONS [TIMES]
// {"row": {"ms", "answer"}} on standard output: processor time of a run, the best of several, on one thread.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [folder, file, times = "3"] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(process.env.PEERS + "/")("@duckdb/node-api");
const questions = JSON.parse(readFileSync(file, "utf8"));
const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();

for (const type of ["IS_PART_OF", "IS_LOCATED_IN", "KNOWS", "HAS_INTEREST"])
  await connection.run(`CREATE TABLE ${type} AS SELECT column0 AS a, column1 AS b FROM '${folder}/${type}.csv'`);
await connection.run("CREATE TABLE K AS SELECT a, b FROM KNOWS UNION ALL SELECT b, a FROM KNOWS");
await connection.run(`CREATE TABLE actor AS SELECT column0 AS id, column1 AS size FROM '${folder}/actor.csv'`);
await connection.run("CREATE TABLE T AS SELECT column0 AS a, column1 AS b, column3 AS first, column4 AS last " +
  `FROM '${folder}/tie.csv' WHERE column2 = 'assists'`);

const results = {};
for (const [row, question] of Object.entries(questions)) {
  let best = Infinity, answer = null;
  for (let i = 0; i <= Number(times); ++i) {
    const begin = process.cpuUsage();
    answer = Number((await connection.runAndReadAll(question.sql)).getRows()[0][0]);
    const took = process.cpuUsage(begin);
    best = Math.min(best, (took.user + took.system) / 1000);
  }
  results[row] = { ms: best, answer };
}
console.log(JSON.stringify(results));
