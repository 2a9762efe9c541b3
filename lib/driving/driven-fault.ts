/** The reader's function, in a part's place, gave what the model cannot go on with. */
export class DrivenFault extends Error {
  constructor(
    readonly part: string,
    /** What came of it, in words: "returned NaN". */
    readonly came: string,
    readonly expected: string,
    readonly advice: string,
    /** The step that was being taken, where that is known. */
    readonly step?: number,
  ) {
    const when = step === undefined ? "" : `At step ${step}, `;
    super(`${when}${part} ${came}${expected && ` (expected: ${expected})`}.`);
    this.name = "DrivenFault";
  }

  /** The same, known to have come of a step. */
  at(step: number): DrivenFault {
    const {part, came, expected, advice} = this;
    return new DrivenFault(part, came, expected, advice, this.step ?? step);
  }
}
