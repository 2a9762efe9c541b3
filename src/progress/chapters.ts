import type {KnownPage} from "../course/course-page.js";
import {course} from "../vendor/course.js";

/** The chapters that are here, in their order: the lesson's folder and its title. */
export const chapters: Readonly<Record<string, string>> = Object.fromEntries(
  course.map(({folder, title}) => [folder, title]),
);

const pages = course.flatMap((chapter) => chapter.pages);

/** Slugs of the exercises in the order in which the course sets them. */
export const exerciseOrder: readonly string[] = pages.flatMap(({exercises}) => exercises);

/** The address of an exercise on the page that sets it, seen from the progress page. */
export function exerciseLink(slug: string): string {
  const isSet = ({exercises}: KnownPage) => exercises.includes(slug);
  return `./${pages.find(isSet)?.path ?? ""}#exercise-${slug}`;
}
