import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {switches} from "../../controls/switches.js";
import type {Attribute} from "../../lib/datasets/attribute-dataset.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {avatarPlate} from "./avatar-plate.js";
import {consentDesk} from "./consent-desk.js";
import {seenTable} from "./seen-table.js";
import {type SeenPicture, SwapSession, type SwapSessionOptions} from "./swap-session.js";
import type {SwapCounts} from "./swap-text.js";
import {swapTrialDesk} from "./swap-trial-desk.js";

export interface FaceSwapOptions extends SwapSessionOptions {
  readonly label: string;
  readonly attributes: readonly Attribute[];
  avatar(number: number): SeenPicture;
  trial(stays: readonly string[], tell: (done: number) => void): Promise<SwapCounts>;
}

/** CSS pixels a picture's pixel is wide, where there is room and where there is little. */
const [wide, narrow, roomy] = [5, 3, 560] as const;
/** Browsers cut longer waits to nothing. */
const longestMs = 2 ** 31 - 1;
/** Below the place of a picture that is not shown any more. */
const gone = {withdrawn: "withdrawn", over: "its time is over"} as const;

/** One avatar wears another's face, if its guardian agrees: the reader is both. All that is agreed and made is written in a log. */
export function faceSwap(options: FaceSwapOptions): HTMLElement {
  const {label, attributes, avatar} = options;
  const session = new SwapSession(options);
  const plates = {face: avatarPlate(), wearer: avatarPlate(), made: avatarPlate()};
  const said = element("p", {class: "fig-swap-said", role: "status"}, "Nobody has been asked yet.");
  const table = seenTable(attributes);
  const trial = swapTrialDesk(attributes, (tell) => options.trial(session.stays, tell));
  const say = (words: string) => {
    setText(said, words);
    show();
  };
  const sayLater = (words: Promise<string>) =>
    void words.then(say, (error: Error) => say(`It failed: ${error.message}`));
  const desk = consentDesk({
    ask: (purpose, lastsMs) => say(session.ask(purpose, lastsMs)),
    answer: (how) => say(how === "revoked" ? session.takeBack() : session.answer(how)),
  });
  const another = (which: "face" | "wearer", longer: string) =>
    button(
      "Another",
      () => {
        session.another(which);
        say("");
      },
      longer,
    );
  plates.face.element.append(another("face", "Another whose face it is"));
  plates.wearer.element.append(another("wearer", "Another who wears it"));
  const buttons = element(
    "div",
    {class: "fig-swap-buttons"},
    button("Wear the face", () => sayLater(session.wear(desk.purpose()))),
    button("Save the picture", () => sayLater(session.save())),
  );
  const boxes = switches(
    "What stays the wearer’s",
    ...attributes.map(({name, label: text}) => ({
      text,
      isOn: session.stays.includes(name),
      onchange(isOn: boolean) {
        session.stays = attributes
          .map((each) => each.name)
          .filter((each) => (each === name ? isOn : session.stays.includes(each)));
        trial.reset(session.stays);
        show();
      },
    })),
  );
  const root = element(
    "div",
    {class: "fig fig-swap"},
    element(
      "div",
      {class: "fig-swap-pictures"},
      ...Object.values(plates).map((each) => each.element),
    ),
    desk.element,
    buttons,
    said,
    desk.log,
    element("p", {class: "fig-swap-head"}, "What stays the wearer’s in the next picture:"),
    boxes,
    table.element,
    trial.element,
  );
  const summarise = summarised(root, label);
  const untilItEnds = waiting(() => show());
  const show = () => {
    const {face, wearer, stays, ledger} = session;
    const [first, second, last] = [avatar(face), avatar(wearer), session.last()];
    const made = last?.standing === "standing" ? last.picture : undefined;
    const words = madeText(last);
    plates.face.show(first.picture, `${face}, whose face it is`);
    plates.wearer.show(second.picture, `${wearer}, who wears it`);
    plates.made.show(made?.picture, words);
    table.show([first.seen, second.seen, made?.seen], stays);
    desk.show(ledger, face);
    summarise(`${face}, ${wearer}; ${words}. ${said.textContent}`);
    untilItEnds(
      made && last ? Date.parse(last.request.until) - Date.parse(options.now()) : undefined,
    );
    redraw();
  };
  const redraw = redrawing(root, (width) => {
    for (const each of Object.values(plates)) each.draw(width >= roomy ? wide : narrow);
  });
  trial.reset(session.stays);
  show();
  return root;
}

function madeText(last: ReturnType<SwapSession["last"]>): string {
  if (!last) return "nothing was made yet";
  const {request, standing} = last;
  return standing === "standing"
    ? `${request.wearer} with the face of ${request.face}`
    : gone[standing];
}

/** Calls `act` once, just after the milliseconds that were said last. */
function waiting(act: () => void): (ms: number | undefined) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (ms) => {
    clearTimeout(timer);
    if (ms !== undefined) timer = setTimeout(act, Math.min(longestMs, ms + 1));
  };
}
