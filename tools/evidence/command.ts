/**
 * `npm run evidence [claims …] [-- --changed | --reseal]`: measures claims and writes what it finds to `data/evidence`. Each claim has a
 * process of its own, as many at a time as there are processors; their numbers do not depend on it.
 */
import {spawn} from "node:child_process";
import {rmSync} from "node:fs";
import {cpus} from "node:os";
import {fileURLToPath} from "node:url";
import {allClaims, findClaims, type NamedClaim} from "./claims.js";
import {doubtOf} from "./doubts.js";
import {evidenceFolder, evidenceNames, readEvidence} from "./evidence-file.js";

const usage = `npm run evidence                         measures every claim
npm run evidence gan-clinic.collapse …   measures these
npm run evidence -- --changed            measures those whose evidence no longer stands
npm run evidence -- --reseal             keeps the numbers of those whose sources changed and whose runs all begin as they did`;

const args = process.argv.slice(2);
const keepsNumbers = isAsked("reseal");
const onlyChanged = keepsNumbers || isAsked("changed");
const names = args.filter((arg) => !["--changed", "--reseal"].includes(arg));

try {
  await main();
} catch (error) {
  console.error(error instanceof RangeError ? `${error.message}\n\n${usage}` : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const claims = await findClaims(names);
  const open = onlyChanged ? await changedOf(claims) : claims;
  console.log(
    `${open.length} of ${claims.length} claims to ${keepsNumbers ? "reseal" : "measure"}`,
  );
  const queue = [...open];
  const results = await Promise.all(cpus().map(() => emptied(queue)));
  if (names.length === 0 && !keepsNumbers) await removeOrphans();
  if (results.flat().some((code) => code !== 0)) process.exitCode = 1;
}

/** Also without the `--` that npm wants before it. */
function isAsked(option: string): boolean {
  return args.includes(`--${option}`) || process.env[`npm_config_${option}`] === "true";
}

async function changedOf(claims: readonly NamedClaim[]): Promise<readonly NamedClaim[]> {
  const doubts = await Promise.all(claims.map((each) => doubtOf(each, readEvidence(each.name))));
  return claims.filter((_, i) => doubts[i] !== undefined);
}

/** Takes claims from the queue until there are none. Resolves to their processes' exit codes. */
async function emptied(queue: NamedClaim[]): Promise<number[]> {
  const codes: number[] = [];
  for (let next = queue.shift(); next; next = queue.shift()) codes.push(await done(next));
  return codes;
}

function done({name}: NamedClaim): Promise<number> {
  const part = keepsNumbers ? "reseal-one.ts" : "measure-one.ts";
  const file = fileURLToPath(new URL(part, import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, file, name], {stdio: "inherit"});
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

/** Evidence of what nobody claims any more. */
async function removeOrphans(): Promise<void> {
  const claimed = new Set((await allClaims()).map(({name}) => name));
  for (const name of evidenceNames().filter((each) => !claimed.has(each))) {
    rmSync(`${evidenceFolder}${name}.json`);
    console.log(`removed the evidence for ${name}, which nobody claims`);
  }
}
