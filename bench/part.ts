/** One row of a table: its columns are the names of its values. */
export type Row = Readonly<Record<string, string | number>>;

export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What the reader must know to take the numbers for what they are. */
  readonly note: string;
}

/** Shows what is going on while a part runs. */
export type Say = (text: string) => void;

/** What the command line asks of parts that could go on without end. */
export interface Effort {
  readonly seconds?: number;
  readonly seed?: number;
}

/** One thing that is measured, by itself or with the others. */
export interface Part {
  readonly title: string;
  measure(say: Say, effort: Effort): Promise<Table[]>;
}
