/** A file that cannot be opened as a run. Its message is for the reader: what is wrong, and what to do. */
export class BadRunFile extends Error {
  constructor(wrong: string, remedy: string) {
    super(`${wrong}. ${remedy}`);
    this.name = "BadRunFile";
  }
}

export function notARun(why: string): BadRunFile {
  return new BadRunFile(
    `This is not a run file of this course: ${why}`,
    "Open one that was saved with “Run (JSON)”, under “Save and open” of an experiment.",
  );
}

export function otherVersion(version: string, last: number): BadRunFile {
  return new BadRunFile(
    `This run file is of version ${version}, and only versions up to ${last} can be read here`,
    "Reload the page, in case it is old; otherwise save the run anew with “Run (JSON)” here.",
  );
}

/** Gives the result of `check`. The fault it finds in a run file becomes a `BadRunFile`. */
export function orDamaged<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadRunFile(
      `This run file was damaged or changed, or another version of the course wrote it: ${error.message}`,
      "Save the run once more with “Run (JSON)”, and open that file as it is.",
    );
  }
}
