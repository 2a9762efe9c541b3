/**
 * Fuzzes one target for some seconds, and prints what came of it as a line of JSON:
 *
 *     npx tsx bench/fuzz-run.ts "run files" 60 1 test-results/fuzz
 *
 * A process of its own, so that a text that never ends or takes all memory ends nothing else; that text is then the last in the folder.
 */
import {mkdirSync, writeFileSync} from "node:fs";
import {named} from "../lib/named.js";
import {Random} from "../lib/random.js";
import {type Finding, fuzz} from "../test/fuzz/fuzz.js";
import {targets} from "../test/fuzz/index.js";

export interface FuzzReport {
  readonly cases: number;
  readonly kinds: number;
  readonly longestMs: number;
  readonly peakMb: number;
  readonly findings: readonly string[];
}

const [name = "", seconds = "60", seed = "1", folder = "."] = process.argv.slice(2);
const target = named("target", Object.fromEntries(targets.map((each) => [each.name, each])), name);
const file = `${folder}/${name.replaceAll(" ", "-")}-${seed}`;
mkdirSync(folder, {recursive: true});

const end = performance.now() + Number(seconds) * 1000;
const report = await fuzz(target, {
  random: new Random(Number(seed)).fork(name),
  clock: () => performance.now(),
  continues: () => performance.now() < end,
  tell: (_, text) => writeFileSync(`${file}-last.txt`, text),
  keep,
});
const {findings, ...counts} = report;
const made: FuzzReport = {
  ...counts,
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  findings: findings.map(({wrong}) => wrong),
};
console.log(JSON.stringify(made));
process.exit();

function keep(finding: Finding): void {
  writeFileSync(`${file}-${finding.at}.json`, JSON.stringify({seed, ...finding}, null, 1));
}
