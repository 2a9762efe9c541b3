import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {paramsNow, type RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {latestAnswer} from "../../figures/latest-answer.js";
import {pictureRow} from "../../figures/sheet/picture-row.js";
import {findImageSet} from "../../lib/datasets/index.js";
import {type ByteImages, pick} from "../../lib/image.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {askedClasses, mostAsked, seenText} from "./asked-classes.js";
import {type conditionalGan, sheetColumns} from "./experiment.js";

type Exchanged = ExchangeOf<typeof conditionalGan>;

interface Order {
  readonly classes: readonly number[];
  /** Numbers that the noise of each picture follows from. */
  readonly hands: readonly number[];
  /** Whose generator is asked. */
  readonly run: RunRecord;
}

/** What is asked for until the reader asks for something else. */
const first: Readonly<Record<string, string>> = {digits: "2026", clothes: "coat, bag, ankle boot"};

/**
 * The reader asks for classes by name, and sees them drawn: by the live run's generator in the worker, or, before there is one, put
 * together from the recorded sheet.
 */
export function askFor({trainer, ask: askWorker}: Pick<ViewHost<Exchanged>, "trainer" | "ask">) {
  const id = uniqueId("ask");
  const field = element("input", {type: "text", id, autocomplete: "off", spellcheck: "false"});
  const oneHandId = uniqueId("one-hand");
  const oneHand = element("input", {type: "checkbox", id: oneHandId, checked: true});
  const another = button("Another hand", () => {
    hand += 1;
    ask();
  });
  const row = pictureRow({label: "what you asked for", role: "generated"});
  const note = element("p", {class: "fig-note", "aria-live": "polite"});
  const holder = element(
    "div",
    {class: "ask-for"},
    element(
      "div",
      {class: "ask-controls"},
      element("label", {for: id}, "Ask for"),
      field,
      another,
      element(
        "span",
        {class: "layer"},
        oneHand,
        element("label", {for: oneHandId}, "all by one hand"),
      ),
    ),
    element("div", {class: "ask-answer"}, row),
    note,
  );
  let hand = 1;
  let dataset = "";
  let classNames: readonly string[] = [];
  let shown: {readonly run: RunRecord; readonly arrays: Exchanged["snapshot"]} | undefined;

  const send = latestAnswer(
    async ({classes, hands}: Order) => {
      const answer = await askWorker("draw", {
        classes: {data: Uint8Array.from(classes), shape: [classes.length]},
        hands: {data: Uint32Array.from(hands), shape: [hands.length]},
      });
      return {answer, step: trainer.position};
    },
    ({classes, run}, answer) => {
      if (run !== trainer.run) return;
      if (answer instanceof Error) return say(answer.message);
      const {samples, seen} = answer.answer;
      const words = seenText(classes, seen.data, classNames);
      draw(samples, classes, `${words} Live, step ${answer.step}.`);
    },
  );
  const say = (words: string) => {
    setText(note, words);
  };
  const draw = (images: ByteImages, classes: readonly number[], words: string) => {
    row.update({images, captions: classes.map((index) => classNames[index]!), summary: words});
    say(words);
  };
  const order = (): Omit<Order, "run"> | undefined => {
    try {
      const classes = askedClasses(field.value, classNames);
      field.removeAttribute("aria-invalid");
      return {classes, hands: classes.map((_, i) => (oneHand.checked ? hand : 1000 * hand + i))};
    } catch (error) {
      field.setAttribute("aria-invalid", "true");
      say((error as Error).message);
      return undefined;
    }
  };
  const ask = () => {
    const wanted = order();
    if (!wanted || !shown) return;
    const {run, arrays} = shown;
    if (run.origin === "live") send({...wanted, run});
    else draw(fromSheet(arrays.samples, wanted), wanted.classes, sheetText(run));
  };
  const follow = (name: string) => {
    if (dataset === name) return;
    dataset = name;
    ({classNames} = findImageSet(name));
    field.value = first[name] ?? "";
    field.placeholder = classNames.join(classNames[0]!.length === 1 ? " " : ", ");
    field.maxLength = classNames[0]!.length === 1 ? 2 * mostAsked : 200;
  };
  field.addEventListener("input", ask);
  oneHand.addEventListener("change", ask);
  return {
    holder,
    /** Draws what is asked for with the weights of now. */
    draw(arrays: Exchanged["snapshot"], run: RunRecord) {
      follow(String(paramsNow(run, run.step).dataset));
      shown = {run, arrays};
      if (run.origin !== "live" || trainer.started) ask();
    },
  };
}

/** Each class from its row of a recorded sheet, in the column that stands for the hand. */
function fromSheet(sheet: ByteImages, {classes, hands}: Omit<Order, "run">): ByteImages {
  const places = classes.map((index, i) => index * sheetColumns + ((hands[i]! - 1) % sheetColumns));
  return pick(sheet, places);
}

function sheetText({origin, date}: RunRecord): string {
  const made = origin === "recorded" ? "Recorded" : "Imported";
  return `${made} ${date?.slice(0, 10)}, from the sheet above. Press Train, and your own generator answers.`;
}
