import type {Chapter} from "../course/course-page.js";
import type {ToldRun} from "./told-run.js";

/** The page that shows its experiment with these settings, from the site's root. Undefined where the course has no such experiment. */
export function runLink(
  {experiment, params}: Pick<ToldRun, "experiment" | "params">,
  course: readonly Chapter[],
): string | undefined {
  const pages = course.flatMap((chapter) => chapter.pages);
  const page = pages.find(({experiments}) => experiments.includes(experiment));
  if (!page) return undefined;
  const entries = Object.entries(params).map(([name, value]) => [`${experiment}.${name}`, value]);
  return `${page.path}#${new URLSearchParams(entries)}`;
}
