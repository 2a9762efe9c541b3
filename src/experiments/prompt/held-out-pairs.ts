/**
 * Pairs of a kind and a colour that no training picture has, to see whether the network can put together what it has seen apart. Each of
 * these kinds goes without two of the colours, each colour without three of the kinds.
 */

/** Kinds of at least a dozen emoji whose shapes have something in common. */
export const testedKinds = [
  ...["face", "heart", "animal", "bird", "flower", "fruit"],
  ...["drink", "building", "clock", "vehicle", "clothing", "book"],
] as const;

/** Colours that have a hue. */
export const testedColours = [
  ...["red", "orange", "yellow", "green", "blue", "purple", "pink", "brown"],
] as const;

export interface Pair {
  readonly kind: (typeof testedKinds)[number];
  readonly colour: (typeof testedColours)[number];
}

/** 24 of them, "blue vehicle" among them. */
export const heldOutPairs: readonly Pair[] = testedKinds.flatMap((kind, i) =>
  testedColours.filter((_, j) => (i + j) % 4 === 1).map((colour) => ({kind, colour})),
);

export function isTested(kind: string): boolean {
  return testedKinds.some((each) => each === kind);
}

export function isHeldOut(kind: string, colour: string): boolean {
  return heldOutPairs.some((pair) => pair.kind === kind && pair.colour === colour);
}
