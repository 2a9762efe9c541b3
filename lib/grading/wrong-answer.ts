/** Answers written as what they change in the solution, so that the mistake is all that one reads. */

export type Replacement = readonly [from: string, to: string];

/** Replacements in the solution's text, or a text of its own where they would say less. */
export type Change =
  | {readonly replace: readonly Replacement[]; readonly code?: never}
  | {readonly code: string; readonly replace?: never};

/** A mistake that readers make. */
export type WrongAnswer = Change & {
  readonly name: string;
  /** A part of the message that it must get. */
  readonly expect: string;
};

/** A change of the solution that costs points, unless it leaves the answer right. */
export type Mutant = Change & {
  readonly name: string;
  /** Why it is right all the same. */
  readonly isRight?: string;
};

/** The answer's whole text. */
export function answerText(solution: string, {code, replace}: Change): string {
  return code ?? replace.reduce(replaced, solution);
}

/** A text that came twice would leave open which one is meant. */
function replaced(text: string, [from, to]: Replacement): string {
  const count = text.split(from).length - 1;
  if (from === "" || count !== 1)
    throw new RangeError(
      `invalid replacement: ${JSON.stringify(from)} (must come once in the solution, comes ${count} times)`,
    );
  if (to === from)
    throw new RangeError(`invalid replacement: ${JSON.stringify(from)} stays as it is`);
  return text.replace(from, () => to);
}
