/**
 * What the tests will take with many more experiments: copies of one are added to a scratch copy of the working tree, and its tests
 * run without them and with them.
 *
 *     npx tsx bench/forty.ts [count] [--of conditional-gan] [--stage build --stage "unit tests"]
 *
 * Twice `npm test`, so it takes an hour with forty copies and all stages. The scratch copy goes when it ends, however it ends.
 */
import {parseArgs} from "node:util";
import {addCopies} from "./experiment-copies.js";
import {scratchTree} from "./scratch-tree.js";
import {type StageTime, stageTimes} from "./stage-times.js";

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {
    of: {type: "string", default: "conditional-gan"},
    stage: {type: "string", multiple: true, default: []},
  },
});
const count = Number(positionals[0] ?? 40);
if (!Number.isInteger(count) || count < 1 || count > 200)
  throw new RangeError(`invalid count: ${positionals[0]} (a whole number from 1 to 200)`);

const tree = scratchTree();
process.once("exit", tree.remove);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

await stageTimes(tree.folder, ["install", "vendor"], () => {}); // what is compiled but once
const before = await measured("as it is");
addCopies(tree.folder, values.of, count);
const after = await measured(`with ${count} copies of ${values.of}`);
console.table([...after].map(([stage, time]) => row(stage, before.get(stage), time)));

async function measured(what: string): Promise<ReadonlyMap<string, StageTime>> {
  console.log(`\n═══ ${what}, in ${tree.folder}`);
  return stageTimes(tree.folder, values.stage, console.log);
}

/** Seconds of both, and what one more experiment costs. */
function row(stage: string, without: StageTime | undefined, withCopies: StageTime) {
  const each = (kind: keyof StageTime) =>
    round(((withCopies[kind] ?? Number.NaN) - (without?.[kind] ?? Number.NaN)) / count);
  return {
    stage,
    "wall before": round(without?.wall),
    "wall after": round(withCopies.wall),
    "wall each": each("wall"),
    "processor before": round(without?.processor),
    "processor after": round(withCopies.processor),
    "processor each": each("processor"),
  };
}

function round(seconds = Number.NaN): number {
  return Math.round(100 * seconds) / 100;
}
