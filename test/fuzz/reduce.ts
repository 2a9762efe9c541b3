/**
 * A text made smaller while something goes on to be true of it: stretches of it are left out, the long ones first, as long as `continues`.
 *
 * Zeller and Hildebrandt, 2002, "Simplifying and isolating failure-inducing input" (IEEE Trans. Softw. Eng. 28(2)), without its subsets.
 */
export async function reduce(
  text: string,
  isStill: (text: string) => Promise<boolean>,
  continues: (attempts: number) => boolean,
): Promise<string> {
  let smallest = text;
  let attempts = 0;
  for (
    let size = Math.ceil(text.length / 2);
    size >= 1 && continues(attempts);
    size = halfOf(size)
  ) {
    for (let at = 0; at < smallest.length && continues(attempts); ) {
      attempts++;
      const shorter = smallest.slice(0, at) + smallest.slice(at + size);
      if (await isStill(shorter)) smallest = shorter;
      else at += size;
    }
  }
  return smallest;
}

function halfOf(size: number): number {
  return size === 1 ? 0 : Math.ceil(size / 2);
}
