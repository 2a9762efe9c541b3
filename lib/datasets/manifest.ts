/** The facts of `data/manifest.json` about every file in `data/`, written down nowhere else. */

export interface ManifestEntry {
  /** Name in `data/`. */
  readonly file: string;
  readonly bytes: number;
  /** Of the file as it is stored, in hexadecimal. */
  readonly sha256: string;
  /** Of what is in the file once unpacked, e.g. [n, h, w, c]. */
  readonly shape: readonly number[];
  /** By label, for sets of pictures. */
  readonly classNames?: readonly string[];
  /** The options of each attribute by label, for sets of pictures that have several. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  /** The file's contents, in one line for the reader. */
  readonly title: string;
  readonly source: {
    readonly title: string;
    readonly url: string;
    readonly version: string;
  };
  readonly author: string;
  readonly licence: string;
  /** Words that the licence or its statement asks for; empty when there are none. */
  readonly licenceNote: string;
  /** The script of this repository that made the file, with its arguments. */
  readonly script: string;
  /** The day it was made, as 2026-11-22. */
  readonly date: string;
  /** Further facts to be shown, e.g. a classifier's test accuracy. */
  readonly details?: Readonly<Record<string, number | string>>;
}

export interface Manifest {
  readonly files: Readonly<Record<string, ManifestEntry>>;
}
