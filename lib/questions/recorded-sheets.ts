/**
 * Sheets of pictures from runs that this repo's own script made (data/record-sheets.ts), among which a reader chooses before a run; each
 * with what was measured of it. `repeats` are runs with the very settings that are asked about, by seed: what chance does to a measure. `rivals`
 * are runs that differ from them in what the question contrasts them with; of a question without that there are none.
 */
import {packBundle, unpackBundle} from "../bundle.js";
import type {ByteImages} from "../image.js";
import type {Params} from "../params.js";
import type {BackendName, Measurement} from "../training/protocol.js";
import type {SmallSheet} from "./sheet-pictures.js";

export type Measured = Pick<Measurement, "scalars" | "floors">;

export interface RecordedSheet extends Measured {
  readonly params: Params;
  readonly step: number;
  readonly picture: SmallSheet;
}

export interface Repeat extends Measured {
  readonly seed: number;
}

export interface RecordedSheets {
  readonly experiment: string;
  readonly question: string;
  /** ISO date. */
  readonly date: string;
  readonly backend: BackendName;
  /** In the order offered. */
  readonly sheets: readonly RecordedSheet[];
  readonly repeats: readonly Repeat[];
  readonly rivals: readonly Repeat[];
}

type PlainSheet = Omit<RecordedSheet, "picture"> & Omit<SmallSheet, "images">;
type Header = Omit<RecordedSheets, "sheets"> & {readonly sheets: readonly PlainSheet[]};

export function packSheets({sheets, ...rest}: RecordedSheets): Uint8Array<ArrayBuffer> {
  const plain = sheets.map(({picture: {images: _, ...shape}, ...sheet}) => ({...sheet, ...shape}));
  const header: Header = {...rest, sheets: plain};
  const arrays = sheets.map(({picture}, i) => [`images/${i}`, picture.images] as const);
  return packBundle(header, Object.fromEntries(arrays));
}

/** Reads what `packSheets` made. Throws a RangeError for bytes that are no bundle. */
export function unpackSheets(bytes: Uint8Array): RecordedSheets {
  const {header, arrays} = unpackBundle(bytes);
  const {sheets, ...rest} = header as Header;
  return {
    ...rest,
    sheets: sheets.map(({columns, isPlane, ...sheet}, i) => ({
      ...sheet,
      picture: {images: arrays[`images/${i}`] as ByteImages, columns, isPlane},
    })),
  };
}
