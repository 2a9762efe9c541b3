import type {Random} from "../lib/random.js";

/**
 * Indices of `count` pictures, equally many of every class, the classes taking turns: every prefix whose length is a
 * multiple of `classes` is balanced. Throws a RangeError when a class has too few.
 */
export function balancedChoice(
  labels: Uint8Array,
  classes: number,
  count: number,
  random: Random,
): Uint32Array {
  const perClass = count / classes;
  const chosen = new Uint32Array(count);
  for (let label = 0; label < classes; label++) {
    const members = indicesOf(labels, label);
    if (!Number.isInteger(perClass) || members.length < perClass)
      throw new RangeError(
        `invalid count: ${count} (a multiple of ${classes} up to ${members.length * classes})`,
      );
    const order = random.permutation(members.length);
    for (let i = 0; i < perClass; i++) chosen[i * classes + label] = members[order[i]!]!;
  }
  return chosen;
}

function indicesOf(labels: Uint8Array, label: number): number[] {
  return [...labels.keys()].filter((i) => labels[i] === label);
}
