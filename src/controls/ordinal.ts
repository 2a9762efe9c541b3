const rules = new Intl.PluralRules("en", {type: "ordinal"});
const ends: Readonly<Record<string, string>> = {one: "st", two: "nd", few: "rd"};

/** "1st", "2nd", "3rd", "11th", "21st". */
export function ordinal(rank: number): string {
  return `${rank}${ends[rules.select(rank)] ?? "th"}`;
}
