/** How varied the pictures of a class are, and how many of 100 are seen as what was asked for. */
export function counted(pictures: number[][], asked: number[], seen: number[]) {
  // The mean distance of two pictures.
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < pictures.length; i++)
    for (let j = 0; j < i; j++) {
      if (asked[i] !== asked[j]) continue;
      sum += distance(pictures[i]!, pictures[j]!);
      pairs++;
    }

  // The share that is seen as asked.
  const right = asked.filter((label, i) => seen[i] === label).length;
  return {variety: sum / pairs, asAsked: (100 * right) / asked.length};
}

/** Of two pictures: differences of all pixels, squared, added up, and the root. */
function distance(a: number[], b: number[]): number {
  return Math.sqrt(a.reduce((all, value, k) => all + (value - b[k]!) ** 2, 0));
}
