/** Content Credentials that other programs have put into a file: read when they are asked for, and told. */
import {button, element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import type {PictureFormat} from "../lib/provenance/credential-container.js";
import {faultWords, type ToldCredentials, unharmed} from "../lib/provenance/told-credentials.js";
import {readCredentials} from "./read-credentials.js";

export function credentialsDesk(file: File, format: PictureFormat): HTMLElement {
  const said = element("div", {class: "verdict-credentials", role: "status"});
  const read = button("Read the Content Credentials", async () => {
    read.disabled = true;
    setText(said, "Reading …");
    try {
      const told = await readCredentials(file, format);
      said.replaceChildren(
        ...(told ? linesOf(told) : [element("p", {}, "There are none in it after all.")]),
      );
    } catch (error) {
      setText(said, error instanceof Error ? error.message : String(error));
      read.disabled = false;
    }
  });
  return element(
    "div",
    {},
    element(
      "p",
      {},
      "Another program has put Content Credentials (C2PA) into this file. A library of 3 MB reads them, fetched once when you ask for it. ",
      read,
    ),
    said,
  );
}

function linesOf(told: ToldCredentials): readonly HTMLElement[] {
  const {faults, others} = told;
  const words: string[] = faults.map((fault) => faultWords[fault]);
  if (others.length > 0) words.push(`Something else is not in order: ${others.join(", ")}.`);
  const isUnharmed = words.length === 0;
  const verdict = isUnharmed ? unharmed : words.join(" ");
  const title = isUnharmed ? "Signed, and unchanged" : "Not as it was signed";
  return [
    element(
      "div",
      {class: "verdict", "data-verdict": isUnharmed ? "foreign" : "rest"},
      element("strong", {class: "verdict-title"}, title),
      element("p", {class: "verdict-words"}, verdict),
      element("dl", {class: "verdict-told"}, ...factsOf(told)),
    ),
  ];
}

function factsOf({signer, at, program, title, done, madeOf}: ToldCredentials): HTMLElement[] {
  const pairs: readonly (readonly [string, string])[] = [
    ["Signed by, in its own words", signer],
    ["When, by a third party", at ?? "nobody says"],
    ["With", program],
    ["Title", title ?? ""],
    ["What was done", done.join("; ")],
    ["Made of", madeOf.join("; ")],
  ];
  return pairs.flatMap(([term, text]) =>
    text === "" ? [] : [element("dt", {}, term), element("dd", {}, text)],
  );
}
