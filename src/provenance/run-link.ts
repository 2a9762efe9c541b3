import type {Chapter} from "../course/course-page.js";

/** A run as its recipe tells it. */
export interface ToldRun {
  readonly experiment: string;
  readonly step: number;
  readonly backend: string;
  readonly params: Readonly<Record<string, string>>;
  /** Live changes and code of the reader's, which a link cannot hold. */
  readonly beyondLink: boolean;
}

/** Reads the words of a recipe. Undefined for a text that is none. */
export function toldRun(recipe: string): ToldRun | undefined {
  const [first = "", ...lines] = recipe.split("\n");
  const head = /^([a-z][a-z0-9-]*), step (\d+), (.+)$/.exec(first);
  if (!head) return undefined;
  const pairs = lines.map((line) => /^(\w+) = (.*)$/.exec(line));
  const last = pairs.indexOf(null);
  const params = (last < 0 ? pairs : pairs.slice(0, last)).map((pair) => [pair![1], pair![2]]);
  return {
    ...{experiment: head[1]!, step: Number(head[2]), backend: head[3]!},
    params: Object.fromEntries(params),
    beyondLink: last >= 0,
  };
}

/** The page that shows its experiment with these settings, from the site's root. Undefined where the course has no such experiment. */
export function runLink(
  {experiment, params}: ToldRun,
  course: readonly Chapter[],
): string | undefined {
  const pages = course.flatMap((chapter) => chapter.pages);
  const page = pages.find(({experiments}) => experiments.includes(experiment));
  if (!page) return undefined;
  const entries = Object.entries(params).map(([name, value]) => [`${experiment}.${name}`, value]);
  return `${page.path}#${new URLSearchParams(entries)}`;
}
