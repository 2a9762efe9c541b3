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

/** What one cell may show: parts, characters of a text, curves with their values, and bytes of pictures. */
export const limits = {
  parts: 60,
  text: 200_000,
  lines: 12,
  values: 4000,
  options: 200,
  pictureBytes: 4_000_000,
  side: 1024,
} as const;
