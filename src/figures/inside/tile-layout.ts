/** Where pictures of one size stand in rows, in CSS pixels. */
export interface TileLayout {
  readonly count: number;
  readonly columns: number;
  /** Of a number's edge: a whole number, unless a picture alone is wider than the room. */
  readonly scale: number;
  /** From one picture to the next. */
  readonly pitchX: number;
  readonly pitchY: number;
}

const gap = 4;

/** As many columns as fit into `room`, each picture about `edge` wide or high. */
export function tileLayout(
  {count, height, width}: {readonly count: number; readonly height: number; readonly width: number},
  edge: number,
  room: number,
): TileLayout {
  const wanted = Math.max(1, Math.round(edge / Math.max(width, height)));
  const most = (room - gap) / width;
  const scale = most < wanted ? Math.max(Math.floor(most), Math.min(1, most)) : wanted;
  const pitchX = width * scale + gap;
  const columns = Math.max(1, Math.min(count, Math.floor(room / pitchX)));
  return {count, columns, scale, pitchX, pitchY: height * scale + gap};
}

/** The picture at a place; undefined between and beyond them. */
export function tileAt(
  {count, columns, pitchX, pitchY}: TileLayout,
  x: number,
  y: number,
): number | undefined {
  const column = Math.floor(x / pitchX);
  const index = Math.floor(y / pitchY) * columns + column;
  return column >= 0 && column < columns && index >= 0 && index < count ? index : undefined;
}
