/** How often the classifier is right at one share of wrong labels, over several draws, in words. */
export interface Course {
  /** Share of right answers at each share of wrong labels, of one draw of pictures. */
  readonly one: readonly number[];
  readonly majority: readonly number[];
}

/** Mean, least and most of `values`, at least one. */
export function spanOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {mean, low: Math.min(...values), high: Math.max(...values)};
}

export function costText(courses: readonly Course[], place: number, share: number): string {
  if (courses.length === 0) return "The first of five draws is being computed.";
  const of = (who: "one" | "majority") => {
    const {mean, low, high} = spanOf(courses.map((course) => course[who][place]!));
    return `${perCent(mean)} % (${perCent(low)} to ${perCent(high)})`;
  };
  const draws = courses.length === 1 ? "one draw" : `${courses.length} draws of pictures`;
  return `With ${perCent(share)} % wrong labels, right about new digits: ${of("one")} by one labeller, ${of("majority")} by the majority of three; ${draws}.`;
}

/** "7", or what was told instead: "told 3, is 7". */
export function toldText(told: number, truth: number): string {
  return told === truth ? String(truth) : `told ${told}, is ${truth}`;
}

export function perCent(share: number): string {
  return String(Math.round(100 * share));
}
