import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "words = hashOf(wordsOf(statement));",
  "opened = openedBy(signature, key);",
  "genuine = alike(opened, words);",
  "pixels = hashOf(picture);",
  "same = alike(pixels, statement.hash);",
  "trusted = known.includes(key);",
  "verdict = named(genuine, same, trusted);",
];
export const believed = "opened = words;";
export const claimed = "pixels = statement.hash;";
export const introduced = "known = [...known, key];";

const answer = wrongOrders(lines);

export const wrong = [
  answer("compared-too-early", "before both are there", [0, 2, 1, 3, 4, 5, 6]),
  answer("words-too-late", "before both are there", [1, 2, 0, 3, 4, 5, 6]),
  answer("pixels-too-late", "before both are there", [0, 1, 2, 4, 3, 5, 6]),
  answer("verdict-before-signature", "before the signature is checked", [0, 1, 3, 4, 5, 6, 2]),
  answer("verdict-before-picture", "before the picture is checked", [0, 1, 2, 3, 5, 6, 4]),
  answer("verdict-before-key", "before the key is looked up", [0, 1, 2, 3, 4, 6, 5]),
  answer("believed", "the signature is not opened", [0, believed, 2, 3, 4, 5, 6]),
  answer("claimed", "taken for the picture’s own hash", [0, 1, 2, claimed, 4, 5, 6]),
  answer("introduced", "put on the list of known ones", [0, 1, 2, 3, 4, introduced, 5, 6]),
  answer("no-answer", "is missing, or set aside", [0, 1, 2, 3, 4]),
  answer("no-verdict", "no verdict", [0, 1, 2, 3, 4, 5]),
];
