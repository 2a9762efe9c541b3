/** How far a reader is in each chapter, as numbers and in words. */
import type {ExerciseEntry} from "../exercise/grading.js";
import type {ChapterQuestion} from "../exercise/recall-files.js";
import type {Logbook} from "../storage/logbook.js";

/** Everything that the course offers. */
export interface Offer {
  readonly exercises: readonly ExerciseEntry[];
  readonly questions: readonly ChapterQuestion[];
  /** Folder and title, in the order of the course. */
  readonly chapters: Readonly<Record<string, string>>;
}

/** Records that show how far a reader is. */
export type Progress = Pick<Logbook, "results" | "recalls">;

export interface Strength {
  readonly chapter: string;
  readonly title: string;
  readonly points: number;
  readonly maxPoints: number;
  /** Questions whose last answer was right. */
  readonly recalled: number;
  readonly questions: number;
}

/** One entry a chapter that has exercises or questions. */
export function strengths({exercises, questions, chapters}: Offer, progress: Progress): Strength[] {
  return Object.entries(chapters).flatMap(([chapter, title]) => {
    const own = exercises.filter((each) => each.chapter === chapter);
    const asked = questions.filter((each) => each.chapter === chapter);
    if (own.length + asked.length === 0) return [];
    const reached = own.map(({slug, maxPoints}) =>
      Math.min(progress.results[slug]?.points ?? 0, maxPoints),
    );
    return {
      chapter,
      title,
      points: sum(reached),
      maxPoints: sum(own.map(({maxPoints}) => maxPoints)),
      recalled: asked.filter(({id}) => progress.recalls[id]?.at(-1)?.right).length,
      questions: asked.length,
    };
  });
}

/** The exercises as `order` has their slugs, those that it lacks at the end. */
export function inOrder<Entry extends {readonly slug: string}>(
  exercises: readonly Entry[],
  order: readonly string[],
): Entry[] {
  const placeOf = ({slug}: Entry) => {
    const place = order.indexOf(slug);
    return place < 0 ? order.length : place;
  };
  return exercises.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** "Learning from data: 5 of 13 points in exercises, 3 of 6 questions recalled. …" */
export function strengthsText(all: readonly Strength[]): string {
  return all
    .map(
      ({title, points, maxPoints, recalled, questions}) =>
        `${title}: ${points} of ${maxPoints} points in exercises, ${recalled} of ${questions} questions recalled.`,
    )
    .join(" ");
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
