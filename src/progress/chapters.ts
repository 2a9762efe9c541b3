/** The chapters that are here: the lesson's folder and its title. */
export const chapters = {
  "02-machine-learning": "Learning from data",
  "03-gans": "Two networks at war",
  "04-vaes": "Compress, then dream",
} as const;

/** A lesson's address, seen from the progress page. */
export function lessonLink(chapter: string, fragment = ""): string {
  return `./lessons/${chapter}/${fragment && `#${fragment}`}`;
}
