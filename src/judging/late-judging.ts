import {lateFigure} from "../experiment/late-figure.js";
import type {Question} from "../lib/questions/judgement-file.js";

/** The blind test "Which one is real?", by itself. */
export function lateRealOrMade(): HTMLElement {
  return lateSittings("real-or-made");
}

/** Pairs of pictures, of which the better is chosen, and the ranking that comes of it. */
export function lateRanking(): HTMLElement {
  return lateSittings("ranking");
}

/** The answers of several judges together. */
export function latePooling(): HTMLElement {
  return lateFigure("pooling", async () => {
    const [{pooling}, given] = await Promise.all([import("./pooling.js"), desk()]);
    return pooling(given);
  });
}

function lateSittings(question: Question): HTMLElement {
  return lateFigure("judges", async () => {
    const [{judging}, given] = await Promise.all([import("./judging.js"), desk()]);
    return judging({question, ...given});
  });
}

/** What all of them need, fetched when the first comes near. */
async function desk() {
  const [{judgedMakers}, {shelf}, {ownSeed}] = await Promise.all([
    import("./makers.js"),
    import("../storage/shelf.js"),
    import("../storage/own-seed.js"),
  ]);
  const makers = await judgedMakers();
  return {makers, shelf: shelf(), seed: ownSeed(), now: () => new Date()};
}
