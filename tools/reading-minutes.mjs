/**
 * Minutes that a page takes: its words at 180 a minute, which is slow, as there is much to think about; four for an experiment, which is
 * run more than once; eight for an exercise; half a minute for a recall question. Rounded to five, since readers differ by more.
 */

const wordsAMinute = 180;
const minutes = {experiments: 4, exercises: 8, questions: 0.5};

/** @param {string} text Markdown without front matter
 * @param {{readonly experiments: readonly string[], readonly exercises: readonly string[], readonly questions: readonly string[]}} shown */
export function minutesOf(text, {experiments, exercises, questions}) {
  const exact =
    wordsOf(text) / wordsAMinute +
    experiments.length * minutes.experiments +
    exercises.length * minutes.exercises +
    questions.length * minutes.questions;
  return Math.max(5, 5 * Math.round(exact / 5));
}

/** Words that are read: without code, folded *Deeper* parts and the list of sources. A formula counts as one.
 * @param {string} text */
export function wordsOf(text) {
  const read = text
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/^<details class="deeper">[\s\S]*?^<\/details>/gm, "")
    .replace(/^## Sources$[\s\S]*/m, "")
    .replace(/\$\$[\s\S]*?\$\$|\$[^$]+\$/g, "formula")
    .replace(/\{evidence [^}]*\}/g, "number")
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, " ")
    .replace(/\]\([^)]*\)/g, "]");
  return read.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
