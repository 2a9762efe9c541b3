import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Ledger, type Purpose, purposes} from "../../lib/provenance/consent-entry.js";
import {requestsOf} from "../../lib/provenance/consent-requests.js";
import {entryText, timeText} from "../../lib/provenance/consent-words.js";

export interface ConsentDeskOptions {
  /** Asks for the face, for so many milliseconds from now on. */
  ask(purpose: Purpose, lastsMs: number): void;
  /** Answers the last request for the face, or takes back all consent to wear it. */
  answer(how: "granted" | "refused" | "revoked"): void;
}

/** How long a consent is asked for, in milliseconds. */
const ends = {
  "in a minute": 60_000,
  "in an hour": 3_600_000,
  "in a year": 365 * 24 * 3_600_000,
} as const;

/** Where the wearer asks, the guardian answers, and both read what was written. */
export function consentDesk({ask, answer}: ConsentDeskOptions) {
  const purpose = choice("For", purposes);
  const end = choice("ending", Object.fromEntries(Object.keys(ends).map((name) => [name, name])));
  const askButton = button("Ask", () =>
    ask(purpose.select.value as Purpose, ends[end.select.value as keyof typeof ends]),
  );
  const yes = button("Yes, once", () => answer("granted"));
  const no = button("No", () => answer("refused"));
  const back = button("Take all back", () => answer("revoked"));
  const [asking, answering] = [legend("The wearer asks"), legend("You, its guardian, answer")];
  const log = element("ol", {class: "fig-swap-log", tabindex: "0", "aria-label": "Log of consent"});
  const none = element("p", {class: "fig-note"}, "Nothing is written yet.");
  return {
    element: element(
      "div",
      {class: "fig-swap-consent"},
      element("fieldset", {}, asking, purpose.part, end.part, askButton),
      element("fieldset", {}, answering, yes, no, back),
    ),
    log: element("div", {class: "fig-swap-written"}, log, none),
    purpose: (): Purpose => purpose.select.value as Purpose,
    /** The log, and what can be answered about the face of the avatar of that number. */
    show(ledger: Ledger, face: number) {
      const requests = requestsOf(ledger).filter((request) => request.face === face);
      const isOpen = requests.some(({state}) => state === "asked");
      yes.disabled = no.disabled = !isOpen;
      back.disabled = !requests.some(({state}) => state === "granted" || state === "used");
      setText(answering, `You, guardian of ${face}, answer`);
      none.hidden = ledger.length > 0;
      for (const entry of ledger.slice(log.children.length))
        log.append(
          element(
            "li",
            {},
            element("time", {datetime: entry.at}, timeText(entry.at)),
            " ",
            entryText(ledger, entry),
          ),
        );
      log.scrollTop = log.scrollHeight;
    },
  };
}

function legend(text: string): HTMLElement {
  return element("legend", {}, text);
}

function choice(label: string, options: Readonly<Record<string, string>>) {
  const id = uniqueId("consent");
  const select = element(
    "select",
    {id},
    ...Object.entries(options).map(([value, text]) => element("option", {value}, text)),
  );
  return {select, part: element("span", {}, element("label", {for: id}, label), select)};
}
