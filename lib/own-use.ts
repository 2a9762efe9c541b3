/** What an experiment does with a set of a reader's own pictures. */
export interface OwnUse {
  /** What it lets a network do, after "Let a network": "learn to tell them apart". */
  readonly words: string;
  /** How many labels the set must have for that. */
  readonly labels: "any" | "one" | "several";
}

/** Whether a set with `count` labels will do. */
export function isUsable({labels}: Pick<OwnUse, "labels">, count: number): boolean {
  return labels === "any" || (labels === "one" ? count === 1 : count > 1);
}
