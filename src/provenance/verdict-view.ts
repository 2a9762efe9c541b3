import {element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import {fingerprint} from "../lib/provenance/credential.js";
import {type Verdict, type Verification, verdicts} from "../lib/provenance/verify.js";

/** A few words before the sentence. */
const titles: Readonly<Record<Verdict, string>> = {
  holds: "Signed, and unchanged",
  foreign: "Signed by a key that you don’t know",
  expired: "Signed, and out of date",
  early: "Signed for a time to come",
  pixels: "The pixels were changed",
  rest: "The file was changed",
  other: "The credential of another file",
  statement: "The statement was changed",
  damaged: "A damaged credential",
  several: "Several credentials",
  none: "No credential of this course",
  broken: "Not a whole file",
};

/** What came of a check, in words, and what was signed. */
export function verdictView() {
  const title = element("strong", {class: "verdict-title"});
  const words = element("p", {class: "verdict-words"});
  const told = element("dl", {class: "verdict-told"});
  const view = element("div", {class: "verdict", role: "status"}, title, words, told);
  return {
    element: view,
    async show(found: Verification, subtle: SubtleCrypto) {
      const key = found.key === undefined ? undefined : await fingerprint(subtle, found.key);
      view.dataset.verdict = found.verdict;
      setText(title, titles[found.verdict]);
      setText(words, verdicts[found.verdict]);
      told.replaceChildren(...toldOf(found, key));
    },
  };
}

function toldOf({statement, recipe, isSigned}: Verification, key: string | undefined) {
  const pairs: [string, string | undefined][] = [
    [isSigned ? "Signed" : "Claimed", statement?.recipe ?? recipe],
    ["From, by the signer’s clock", statement && day(statement.from)],
    ["Until", statement && day(statement.until)],
    ["Key", key],
  ];
  return pairs.flatMap(([term, text]) =>
    text === undefined ? [] : [element("dt", {}, term), element("dd", {}, text)],
  );
}

function day(iso: string): string {
  return `${iso.slice(0, 10)}, ${iso.slice(11, 16)} UTC`;
}
