/** What pictures are of. Those of two subjects are never judged together: who knows digits has never seen a face. */
export const subjects = {
  digits: {side: 14, channels: 1},
  clothes: {side: 28, channels: 1},
  faces: {side: 32, channels: 3},
  emoji: {side: 16, channels: 3},
} as const satisfies Readonly<
  Record<string, {readonly side: number; readonly channels: number}> // at which they are judged
>;

export type Subject = keyof typeof subjects;

export const subjectNames = Object.keys(subjects) as readonly Subject[];

export function isSubject(name: unknown): name is Subject {
  return typeof name === "string" && Object.hasOwn(subjects, name);
}
