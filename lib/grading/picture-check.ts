/** Pictures of what was expected, what came and where they differ. */
import {isList} from "./compare.js";
import type {TestPicture} from "./verdict.js";

/** Rows of grey values from -1 (black) to 1 (white). */
export type Frame = readonly (readonly number[])[];

/** `yours` as a frame of the expected size, whatever is no number as black; `undefined` when the size is another. */
export function pixelsOf(yours: unknown, expected: Frame): Frame | undefined {
  if (!isList(yours) || yours.length !== expected.length) return undefined;
  const rows = Array.from(yours);
  if (!rows.every((row, y) => isList(row) && row.length === expected[y]!.length)) return undefined;
  return rows.map((row) => Array.from(row as ArrayLike<unknown>, pixelOf));
}

function pixelOf(value: unknown): number {
  return typeof value === "number" && value >= -1 ? Math.min(value, 1) : -1;
}

/** Expected, yours and their difference: grey where they agree, lighter where yours is too light. */
export function comparedPictures(yours: Frame, expected: Frame): readonly TestPicture[] {
  const gaps = expected.map((row, y) => row.map((value, x) => yours[y]![x]! - value));
  return [
    pictureOf("expected", expected, `Expected: ${describe(expected)}.`),
    pictureOf("yours", yours, `Yours: ${describe(yours)}.`),
    pictureOf(
      "difference",
      gaps.map((row) => row.map((gap) => gap / 2)),
      differenceInWords(gaps),
    ),
  ];
}

function pictureOf(role: TestPicture["role"], frame: Frame, alt: string): TestPicture {
  const width = frame[0]?.length ?? 0;
  const data = Float32Array.from(frame.flat());
  return {role, images: {data, shape: [1, frame.length, width, 1]}, alt};
}

function describe(frame: Frame): string {
  const values = frame.flat();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return `${frame.length} rows of ${frame[0]?.length ?? 0} pixels, mean brightness ${percent((mean + 1) / 2)}`;
}

function differenceInWords(gaps: Frame): string {
  const values = gaps.flat();
  const differing = values.filter((gap) => Math.abs(gap) > 1e-6).length;
  const largest = values.reduce(
    (most, gap, i) => (Math.abs(gap) > Math.abs(values[most]!) ? i : most),
    0,
  );
  const width = gaps[0]?.length ?? 1;
  const place = `row ${Math.floor(largest / width)}, column ${largest % width}`;
  const much = percent(Math.abs(values[largest]!) / 2);
  const which = values[largest]! > 0 ? "light" : "dark";
  return `Difference: ${differing} of ${values.length} pixels; the largest at ${place}, where yours is ${much} too ${which}.`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
