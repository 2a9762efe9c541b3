/** A page of the course, as the build reads it from `lessons/` (`tools/course.mjs`). */
export interface CoursePage extends KnownPage {
  /** One sentence, for lists of pages; "" for the page that opens a chapter. */
  readonly description: string;
}

/** What other pages know of a page. */
export interface KnownPage {
  /** "index" for the page that opens a chapter. */
  readonly name: string;
  /** Its address below the site's folder, "lessons/03-gans/the-duel". */
  readonly path: string;
  readonly title: string;
  readonly minutes: number;
  readonly experiments: readonly string[];
  readonly exercises: readonly string[];
  readonly questions: readonly string[];
}

export interface Chapter<Page extends KnownPage = KnownPage> {
  /** "03-gans" */
  readonly folder: string;
  readonly number: number;
  readonly title: string;
  /** In their order; the first opens the chapter. */
  readonly pages: readonly Page[];
}
