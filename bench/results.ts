/** What the parts found when they were last run: results.json, and the tables of RESULTS.md made from it. */
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {root} from "../tools/project.mjs";
import type {Machine} from "./machine.js";
import type {Row, Table} from "./part.js";
import {type PartName, partNames, parts} from "./parts/index.js";

export interface Result {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly machine: Machine;
  readonly seconds: number;
  readonly tables: readonly Table[];
}

export type Results = Readonly<Partial<Record<PartName, Result>>>;

const jsonFile = `${root}bench/results.json`;
const markdownFile = `${root}bench/RESULTS.md`;
const [begin, end] = ["<!-- begin: npm run bench -->", "<!-- end: npm run bench -->"];

export function readResults(): Results {
  return existsSync(jsonFile) ? JSON.parse(readFileSync(jsonFile, "utf8")) : {};
}

/** Writes both files; of RESULTS.md only what lies between the two marks. */
export function writeResults(results: Results): void {
  writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`);
  const text = readFileSync(markdownFile, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`missing in bench/RESULTS.md: ${begin} … ${end}`);
  const made = `${begin}\n\n${markdown(results)}\n`;
  writeFileSync(markdownFile, text.slice(0, from) + made + text.slice(to));
}

function markdown(results: Results): string {
  return partNames
    .flatMap((name) => {
      const result = results[name];
      return result ? [section(parts[name].title, result)] : [];
    })
    .join("\n");
}

function section(title: string, {date, machine, seconds, tables}: Result): string {
  const {cpu, cores, memoryGB, system, node, chromium, torch} = machine;
  const stamp = [
    `${date}, ${cpu}, ${cores} cores, ${memoryGB} GB, ${system}`,
    `Node ${node}, Chromium ${chromium}, PyTorch ${torch}; ${seconds} s`,
  ].join("; ");
  return [`## ${title}`, "", `${stamp}.`, "", ...tables.map(tableText)].join("\n");
}

function tableText({title, rows, note}: Table): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly unknown[]) => `| ${cells.join(" | ")} |`;
  const values = (row: Row) => columns.map((column) => row[column] ?? "");
  const body = [line(columns), line(columns.map(() => "---")), ...rows.map((r) => line(values(r)))];
  return [`**${title}.** ${note}`, "", ...body, ""].join("\n");
}
