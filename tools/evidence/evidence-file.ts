/** The files of `data/evidence`: what was measured of each claim, and the fingerprints of its runs. */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {Findings} from "../../lib/training/claim.js";
import {digest} from "./digest.js";

export const evidenceFolder = fileURLToPath(new URL("../../data/evidence/", import.meta.url));

/** One run, with digests of what it is started with and of its first steps. */
export interface MeasuredRun {
  readonly seed: number;
  readonly run: string;
  readonly start: string;
  readonly steps: string;
  readonly found: Findings;
}

export interface Evidence {
  readonly claim: string;
  readonly says: string;
  readonly rule: string;
  /** Digest of the code that made the runs, or of the recorded run. */
  readonly source: string;
  /** None of a claim about a recorded run. */
  readonly runs: readonly MeasuredRun[];
  /** Numbers for the lessons' text. */
  readonly tells: Findings;
}

/** As it lies in a file; `seal` is a digest of everything above it. */
export type SealedEvidence = Evidence & {readonly seal: string};

export function sealed(evidence: Evidence): SealedEvidence {
  return {...evidence, seal: sealOf(evidence)};
}

/** Whether nobody has written into it by hand. */
export function isSealed({seal, ...evidence}: SealedEvidence): boolean {
  return seal === sealOf(evidence);
}

function sealOf(evidence: Evidence): string {
  return digest(evidence);
}

/** The names of all claims that have evidence. */
export function evidenceNames(): string[] {
  const files = existsSync(evidenceFolder) ? readdirSync(evidenceFolder) : [];
  return files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5));
}

export function readEvidence(name: string): SealedEvidence | undefined {
  const file = `${evidenceFolder}${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

export function writeEvidence(evidence: Evidence): void {
  mkdirSync(evidenceFolder, {recursive: true});
  writeFileSync(`${evidenceFolder}${evidence.claim}.json`, textOf(sealed(evidence)));
}

/** JSON with a line for each run. */
function textOf({runs, ...rest}: SealedEvidence): string {
  const {tells, seal, ...head} = rest;
  const lines = runs.map((run) => `\n    ${JSON.stringify(run)}`);
  const entries = [
    ...Object.entries(head).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`),
    `"runs": [${lines.join(",")}${lines.length > 0 ? "\n  " : ""}]`,
    `"tells": ${JSON.stringify(tells, undefined, 2).replaceAll("\n", "\n  ")}`,
    `"seal": ${JSON.stringify(seal)}`,
  ];
  return `{\n  ${entries.join(",\n  ")}\n}\n`;
}
