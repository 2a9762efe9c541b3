/** Faults that a file can have: not there, no connection, no answer in time, cut short or too long, other bytes than
 * the manifest's, or the right bytes that cannot be unpacked. */
export type FileProblemKind =
  | "missing"
  | "network"
  | "timeout"
  | "length"
  | "altered"
  | "unreadable";

/** A file that could not be loaded, in words for the reader: `message` says what is wrong, `advice` what to try. */
export class FileProblem extends Error {
  override readonly name = "FileProblem";

  constructor(
    readonly kind: FileProblemKind,
    message: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
