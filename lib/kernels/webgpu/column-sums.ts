/**
 * Sums over a middle axis, x [outer, middle, inner] -> [outer, inner], in one dispatch, where TF.js transposes first. A workgroup
 * takes a few columns: its lanes share the rows, then add their sums in pairs. A later pass over the same rows knows the sums of
 * the earlier ones, as a variance does.
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

/** The parts of a program that sums the terms of each pass and hands all sums to `use`. */
export function columnSums(
  shape: ColumnShape,
  /** In WGSL, given the place `i` in x, its `row` and `column`, and the sums of the passes before: `sums0[0]` and so on. */
  passes: readonly (readonly string[])[],
  /** WGSL statements, given the index `o` of the output, the `column`, and of each pass the sums by the number of the term. */
  use: string,
): Parts {
  const width = widthOf(shape);
  const tiles = Math.ceil(shape.inner / width);
  return {
    variant: `${width}`,
    integers: {middle: shape.middle, inner: shape.inner, tiles},
    count: shape.outer * tiles,
    lanes,
    code: code(passes, use, width),
  };
}

/** How many columns a workgroup takes: more where there are many columns, or few rows for the lanes to share. */
function widthOf({middle, inner}: ColumnShape): number {
  if (middle <= 16) return 64;
  if (inner >= 256) return 16;
  return inner >= 64 ? 4 : 1;
}

function code(passes: readonly (readonly string[])[], use: string, width: number): string {
  const most = Math.max(...passes.map(({length}) => length));
  return `
var<workgroup> partial: array<array<f32, ${most}>, ${lanes}>;
fn main(index: i32, lane: i32) {
  let tile = index % uniforms.tiles;
  let outer = index / uniforms.tiles;
  let column = tile * ${width} + lane % ${width};
  ${passes.map((terms, n) => pass(terms, most, n, width)).join("")}
  if (lane < ${width} && column < uniforms.inner) {
    let o = outer * uniforms.inner + column;
    ${use}
  }
}`;
}

function pass(terms: readonly string[], most: number, n: number, width: number): string {
  const each = (statement: (n: number) => string) => terms.map((_, n) => statement(n)).join(" ");
  return `
  var own${n} = array<f32, ${most}>();
  if (column < uniforms.inner) {
    for (var row = lane / ${width}; row < uniforms.middle; row += ${lanes / width}) {
      let i = (outer * uniforms.middle + row) * uniforms.inner + column;
      ${terms.map((term, k) => `own${n}[${k}] += ${term};`).join("\n      ")}
    }
  }
  partial[lane] = own${n};
  workgroupBarrier();
  for (var half = ${lanes / 2}; half >= ${width}; half /= 2) {
    if (lane < half) { ${each((k) => `partial[lane][${k}] += partial[lane + half][${k}];`)} }
    workgroupBarrier();
  }
  let sums${n} = partial[lane % ${width}];
  workgroupBarrier();`;
}
