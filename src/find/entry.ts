/** Something that can be found (`tools/find-entries.mjs` writes them all). */
export interface Entry {
  /** Its place among all. */
  readonly id: number;
  readonly kind: "term" | "page" | "section" | "exercise";
  readonly title: string;
  /** Other forms of the title. */
  readonly also?: string;
  /** The chapter or page that it stands on. */
  readonly where: string;
  /** Below the site's folder, with the place on the page. */
  readonly path: string;
  /** What is searched beside the title. */
  readonly text: string;
}
