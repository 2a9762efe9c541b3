/**
 * What cells show, as plain data: it crosses from where they run to the page, which draws it. None of it is HTML that the page would
 * read; a drawing is shown as a picture file is, where nothing in it can run.
 */

export type Control =
  | {
      readonly type: "range";
      readonly label: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly value: number;
    }
  | {
      readonly type: "select";
      readonly label: string;
      readonly options: readonly string[];
      readonly value: number;
    }
  | {readonly type: "toggle"; readonly label: string; readonly value: boolean}
  | {readonly type: "text"; readonly label: string; readonly value: string}
  | {readonly type: "button"; readonly label: string; readonly value: number};

export interface Line {
  readonly name: string;
  readonly values: readonly number[];
}

/** Pictures of bytes, all of one size, one after the other. */
export interface ShownPictures {
  readonly kind: "pictures";
  readonly label: string;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  readonly columns: number;
  readonly bytes: Uint8Array;
}

export type Shown =
  | {readonly kind: "value"; readonly text: string}
  | {readonly kind: "error"; readonly text: string; readonly line?: number}
  | {readonly kind: "markdown"; readonly text: string}
  | {readonly kind: "curves"; readonly label: string; readonly lines: readonly Line[]}
  | {readonly kind: "drawing"; readonly text: string}
  | {readonly kind: "input"; readonly input: number; readonly control: Control}
  | ShownPictures;

export type CellState = "waiting" | "computing" | "done" | "failed";

/** All that is to be seen of a cell. */
export interface CellReport {
  readonly id: number;
  readonly state: CellState;
  readonly shown: readonly Shown[];
}

/** Pixels of a canvas for pictures side by side, and how many times larger than it is each is drawn. */
export function sheetOf({count, height, width, columns}: Omit<ShownPictures, "bytes">) {
  const [across, down] = [columns * width, Math.ceil(count / columns) * height];
  const fitting = Math.min(
    limits.sheetWidth / across,
    Math.sqrt(limits.sheetPixels / (across * down)),
  );
  const scale = Math.max(1, Math.min(8, Math.floor(fitting)));
  return {scale, width: across * scale, height: down * scale};
}

/** About how many bytes a page needs to show something. */
export function weightOf(shown: Shown): number {
  if (shown.kind === "pictures") {
    const {width, height} = sheetOf(shown);
    return shown.bytes.length + 4 * width * height;
  }
  if (shown.kind === "curves")
    return shown.lines.reduce((sum, {values}) => sum + 16 * values.length, 0);
  return shown.kind === "input" ? 1000 : 10 * shown.text.length;
}

/** What one cell may show: parts, characters of a text, curves with their values, and bytes of pictures. */
export const limits = {
  parts: 60,
  text: 200_000,
  lines: 12,
  values: 4000,
  options: 200,
  pictureBytes: 4_000_000,
  side: 1024,
  /** A sheet of pictures: its longest side, the width to which small ones are enlarged, and the pixels that they may then have. */
  sheetSide: 16_384,
  sheetWidth: 560,
  sheetPixels: 4_000_000,
  /** Bytes that all cells together may need to be shown. */
  weight: 400_000_000,
} as const;
