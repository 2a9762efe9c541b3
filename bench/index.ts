/**
 * Measures what the project promises about speed, size and effort, prints it as tables and as JSON, and writes it into
 * results.json and RESULTS.md:
 *
 *     npm run bench                    everything
 *     npm run bench -- steps kernels   these parts; the last results of the others stay
 *     TFJS_CHECKOUT=../tfjs npm run bench -- conformance   with TF.js's specs of layers, which are in its repository only
 *     npm run bench -- fuzz --seconds 60 --seed 7
 *     npm run bench -- gpu --pack gpu.tar.gz   an archive that measures on a machine with a GPU and nothing else
 */
import {parseArgs} from "node:util";
import {pack} from "./gpu/pack.js";
import {describeMachine} from "./machine.js";
import {type PartName, partNames, parts} from "./parts/index.js";
import {type Result, readResults, writeResults} from "./results.js";

const {positionals: wanted, values} = parseArgs({
  allowPositionals: true,
  options: {seconds: {type: "string"}, seed: {type: "string"}, pack: {type: "string"}},
});
const effort = {
  ...(values.seconds && {seconds: Number(values.seconds)}),
  ...(values.seed && {seed: Number(values.seed)}),
};
const unknown = wanted.find((name) => !(partNames as string[]).includes(name));
if (values.pack !== undefined) await pack(values.pack);
else if (unknown === undefined) await measure(wanted.length ? (wanted as PartName[]) : partNames);
else {
  console.error(`unknown part: ${unknown} (any of ${partNames.join(", ")})`);
  process.exitCode = 1;
}

async function measure(names: readonly PartName[]): Promise<void> {
  const machine = describeMachine();
  const made: Partial<Record<PartName, Result>> = {};
  for (const name of names) {
    console.log(`\n── ${name}: ${parts[name].title}`);
    const start = performance.now();
    const tables = await parts[name].measure((text) => console.log(`   ${text}`), effort);
    const seconds = Math.round((performance.now() - start) / 1000);
    made[name] = {date: new Date().toISOString().slice(0, 10), machine, seconds, tables};
    for (const {title, rows, note} of tables) {
      console.log(`\n${title}. ${note}`);
      console.table(rows);
    }
    writeResults({...readResults(), ...made});
  }
  console.log(JSON.stringify(made));
}
