/** A set taken apart and made ready: pictures to learn from and pictures to test on. */
export function prepared(pictures: number[][]) {
  let train: number[][] = [];
  let test: number[][] = [];
  let scale: Scale = {mean: 0, spread: 0};
  // The lines, in order:
  test = scaled(test, scale);
  train = withMirrored(train);
  scale = scaleOf(pictures);
  train = learningPart(pictures);
  test = withMirrored(test);
  pictures = withoutCopies(pictures);
  train = scaled(train, scale);
  scale = scaleOf(train);
  test = testPart(pictures);
  // Set aside:
  // End of the lines.
  return {train, test};
}

/** Mean and spread of all values. */
interface Scale {
  mean: number;
  spread: number;
}

/** The pictures that are not equal to one before them. */
function withoutCopies(rows: number[][]): number[][] {
  if (rows.length === 0) throw new Error("copies are looked for where there are no pictures");
  const words = rows.map((row) => row.join(" "));
  return rows.filter((_, i) => words.indexOf(words[i]!) === i);
}

/** Two of three pictures. */
function learningPart(rows: number[][]): number[][] {
  return rows.filter((_, i) => i % 3 !== 2);
}

/** Every third picture. */
function testPart(rows: number[][]): number[][] {
  return rows.filter((_, i) => i % 3 === 2);
}

function scaleOf(rows: number[][]): Scale {
  if (rows.length === 0) throw new Error("the scale is measured where there are no pictures yet");
  const values = rows.flat();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {mean, spread: Math.sqrt(squares / values.length) || 1};
}

function scaled(rows: number[][], scale: Scale): number[][] {
  if (scale.spread === 0) throw new Error("pictures are scaled before the scale is known");
  if (rows.length === 0) throw new Error("pictures are scaled before there are any");
  return rows.map((row) => row.map((value) => (value - scale.mean) / scale.spread));
}

/** The pictures, and after them all of them mirrored. */
function withMirrored(rows: number[][]): number[][] {
  if (rows.length === 0) throw new Error("pictures are mirrored before there are any");
  return [...rows, ...rows.map((row) => [...row].reverse())];
}
