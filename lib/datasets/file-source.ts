/** Where a file of `data/` is to be had; the manifest gives its length and hash. */
export interface FileSource {
  readonly url: string;
  /** Length of the file as stored. */
  readonly bytes: number;
  /** Of the file as stored, in hexadecimal. */
  readonly sha256: string;
  readonly shape: readonly number[];
}
