/**
 * Sums over a middle axis, x [outer, middle, inner] -> [outer, inner], in one dispatch, where TF.js transposes first. A workgroup
 * takes a few columns: its lanes share the rows, then add their sums in pairs.
 */
import type {Program} from "./program.js";

export interface ColumnShape {
  readonly outer: number;
  readonly middle: number;
  readonly inner: number;
}

const lanes = 256;

type Parts = Required<Pick<Program, "integers" | "count" | "lanes" | "code">> & {
  /** To be added to the key: another code. */
  readonly variant: string;
};

/** The parts of a program that sums `terms` and hands the sums to `use`. */
export function columnSums(
  shape: ColumnShape,
  /** In WGSL, given the place `i` in x and the `column`. */
  terms: readonly string[],
  /** WGSL statements, given the index `o` of the output, the `column` and `sums`, one f32 for each term by number. */
  use: string,
): Parts {
  const width = widthOf(shape);
  const tiles = Math.ceil(shape.inner / width);
  return {
    variant: `${width}`,
    integers: {middle: shape.middle, inner: shape.inner, tiles},
    count: shape.outer * tiles,
    lanes,
    code: code(terms, use, width),
  };
}

/** How many columns a workgroup takes: more where there are many columns, or few rows for the lanes to share. */
function widthOf({middle, inner}: ColumnShape): number {
  if (middle <= 16) return 64;
  if (inner >= 256) return 16;
  return inner >= 64 ? 4 : 1;
}

function code(terms: readonly string[], use: string, width: number): string {
  const type = `array<f32, ${terms.length}>`;
  const add = (sum: (n: number) => string) =>
    terms.map((_, n) => `partial[lane][${n}] += ${sum(n)};`).join(" ");
  return `
var<workgroup> partial: array<${type}, ${lanes}>;
fn main(index: i32, lane: i32) {
  let tile = index % uniforms.tiles;
  let outer = index / uniforms.tiles;
  let column = tile * ${width} + lane % ${width};
  var own = ${type}();
  if (column < uniforms.inner) {
    for (var row = lane / ${width}; row < uniforms.middle; row += ${lanes / width}) {
      let i = (outer * uniforms.middle + row) * uniforms.inner + column;
      ${terms.map((term, n) => `own[${n}] += ${term};`).join("\n      ")}
    }
  }
  partial[lane] = own;
  workgroupBarrier();
  for (var half = ${lanes / 2}; half >= ${width}; half /= 2) {
    if (lane < half) { ${add((n) => `partial[lane + half][${n}]`)} }
    workgroupBarrier();
  }
  if (lane < ${width} && column < uniforms.inner) {
    let sums = partial[lane];
    let o = outer * uniforms.inner + column;
    ${use}
  }
}`;
}
