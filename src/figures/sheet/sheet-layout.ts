/**
 * Where the pictures of a sheet stand, in whole device pixels, so that every picture pixel is a sharp square.
 * One picture pixel takes `scale` device pixels; between pictures lies `gap`; under each may lie a bar of `bar`.
 */

export interface SheetShape {
  readonly columns: number;
  readonly rows: number;
  /** Picture pixels along each edge. */
  readonly side: number;
  /** Most CSS pixels per picture pixel. */
  readonly scale: number;
  readonly scored: boolean;
}

export interface SheetLayout {
  readonly scale: number;
  readonly cell: number;
  readonly gap: number;
  readonly bar: number;
  readonly width: number;
  readonly height: number;
}

/** The largest layout within `width` CSS pixels at `ratio` device pixels each; never below one device pixel. */
export function layoutSheet(shape: SheetShape, width: number, ratio: number): SheetLayout {
  const {columns, rows, side} = shape;
  const gap = Math.max(1, Math.round(3 * ratio));
  const bar = shape.scored ? Math.max(2, Math.round(3 * ratio)) : 0;
  const room = (Math.floor(width * ratio) - gap * (columns + 1)) / columns;
  const most = Math.max(1, Math.floor(shape.scale * ratio));
  const scale = Math.max(1, Math.min(most, Math.floor(room / side)));
  const cell = side * scale;
  return {
    scale,
    cell,
    gap,
    bar,
    width: columns * (cell + gap) + gap,
    height: rows * (cell + bar + gap) + gap,
  };
}

/** CSS pixels that the sheet takes where there is room for its full scale. */
export function fullSheetWidth({columns, side, scale}: SheetShape, ratio: number): number {
  const gap = Math.max(1, Math.round(3 * ratio));
  return Math.ceil((columns * (side * Math.floor(scale * ratio) + gap) + gap) / ratio);
}

/** Top left corner of picture `index`. */
export function cellCorner(
  {columns}: SheetShape,
  {cell, gap, bar}: SheetLayout,
  index: number,
): readonly [x: number, y: number] {
  const column = index % columns;
  const row = Math.floor(index / columns);
  return [gap + column * (cell + gap), gap + row * (cell + bar + gap)];
}

/** The picture whose cell holds the device pixel (x, y), each with half the gap around it; -1 outside. */
export function cellAt(shape: SheetShape, layout: SheetLayout, x: number, y: number): number {
  const {cell, gap, bar} = layout;
  const column = Math.floor((x - gap / 2) / (cell + gap));
  const row = Math.floor((y - gap / 2) / (cell + bar + gap));
  if (column < 0 || column >= shape.columns || row < 0 || row >= shape.rows) return -1;
  return row * shape.columns + column;
}

/** Where an arrow, Home or End leads from picture `index`; `undefined` for another key. Stops at the edges. */
export function cellAfterKey(
  {columns}: Pick<SheetShape, "columns">,
  count: number,
  index: number,
  key: string,
): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columns,
    ArrowDown: index + columns,
    Home: 0,
    End: count - 1,
  };
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (next === undefined) return undefined;
  return next >= 0 && next < count ? next : index;
}
