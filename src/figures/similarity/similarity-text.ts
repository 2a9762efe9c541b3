/** Of a matrix of captions in rows: "The right picture is first for 12 of 50 captions, and among the first five for 31." */
export function matrixText(ranks: ArrayLike<number>): string {
  const count = ranks.length;
  const upTo = (k: number) => Array.from(ranks).filter((rank) => rank <= k).length;
  return `The right picture is first for ${upTo(1)} of ${count} captions, and among the first five for ${upTo(5)}. Guessing: 1 and 5.`;
}

/** Where the right one came: "its own picture: first", "its own picture: 3rd of 50". */
export function rankText(rank: number, count: number): string {
  return `its own picture: ${rank === 1 ? "first" : `${rank}${ordinalEnd(rank)} of ${count}`}`;
}

/** A cosine: "0.82", "−0.10". */
export function similarityText(similarity: number): string {
  return similarity.toFixed(2).replace("-", "−");
}

function ordinalEnd(rank: number): string {
  const ends: Readonly<Record<string, string>> = {one: "st", two: "nd", few: "rd"};
  return ends[new Intl.PluralRules("en", {type: "ordinal"}).select(rank)] ?? "th";
}
