/**
 * Milliseconds per reference step with the batch in two shards, on one worker and on two, and of the exchange alone:
 *
 *     npx tsx bench/parallel.ts [rounds]
 *
 * The ways take turns, so that whatever else the machine does meets all of them; the least time says what the code needs.
 */
import {parallelSteps} from "./parallel-steps.js";
import type {Order} from "./parallel-worker.js";
import {summary} from "./summary.js";
import {alone, together, WorkerTeam} from "./worker-team.js";

const rounds = Number(process.argv[2] ?? 8);
const team = await WorkerTeam.start({
  "whole batch": alone(1),
  "1 worker": alone(2),
  "2 workers, transferred": together("transferred"),
  "2 workers, shared": together("shared"),
});

async function compare(step: Order["step"], names: readonly string[], count: number) {
  const all: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) await team.times({way: name, step, count: 3});
  for (let round = 0; round < rounds; round++)
    for (const name of names) all[name]!.push(...(await team.times({way: name, step, count})));
  return Object.entries(all).map(([way, ms]) => ({step, way, ...summary(ms), steps: ms.length}));
}

const names = Object.keys(team.ways);
const rows = [];
for (const step of Object.keys(parallelSteps)) rows.push(...(await compare(step, names, 5)));
const both = names.filter((name) => team.ways[name]!.length === 2);
for (const numbers of [1_000, 20_000, 100_000, 1_000_000])
  rows.push(...(await compare(numbers, both, 50)));
console.table(rows);
await team.close();
