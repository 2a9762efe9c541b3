/** What a reader's function returned, as the numbers that a model can go on with. Each throws a `DrivenFault`. */

import {shorten} from "../grading/shorten.js";
import {show} from "../grading/show.js";
import {DrivenFault} from "./driven-fault.js";

const shownCharacters = 200;
const advice = "Run the tests of its exercise: they try numbers like these.";

/** A finite number. `given` says in words what the function got. */
export function finiteNumber(part: string, value: unknown, given: () => string): number {
  return isFiniteNumber(value) ? value : refuse(part, value, given(), "a finite number");
}

/** A list of `length` finite numbers. A typed array is a list, too. */
export function finiteNumbers(
  part: string,
  value: unknown,
  length: number,
  given: string,
): readonly number[] {
  const list = listOf(value);
  if (list?.length !== length) return refuse(part, value, given, `a list of ${length} numbers`);
  const bad = list.findIndex((each) => !isFiniteNumber(each));
  if (bad < 0) return list as readonly number[];
  return refuse(part, list[bad], `${given}, at index ${bad}`, "finite numbers");
}

/** `rows` lists of `columns` finite numbers each, one after the other. */
export function finiteRows(
  part: string,
  value: unknown,
  [rows, columns]: readonly [rows: number, columns: number],
  given: string,
): Float64Array {
  const list = listOf(value);
  if (list?.length !== rows)
    return refuse(part, value, given, `${rows} lists of ${columns} numbers`);
  const flat = new Float64Array(rows * columns);
  for (const [i, row] of list.entries())
    flat.set(finiteNumbers(part, row, columns, `${given}, in row ${i}`), i * columns);
  return flat;
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : undefined;
}

function refuse(part: string, value: unknown, given: string, expected: string): never {
  const came = `returned ${shorten(show(value), shownCharacters)} for ${given}`;
  throw new DrivenFault(part, came, expected, advice);
}
