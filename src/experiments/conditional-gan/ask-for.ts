import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {pictureRow} from "../../figures/sheet/picture-row.js";
import {type ByteImages, pick} from "../../lib/image.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Snapshot} from "../../lib/training/protocol.js";
import {shownSet} from "../shared/shown-set.js";
import {
  askedClasses,
  askedNames,
  firstAsked,
  handsOf,
  mostAsked,
  seenText,
} from "./asked-classes.js";
import {conditionalGan, sheetColumns} from "./experiment.js";

type Exchanged = ExchangeOf<typeof conditionalGan>;
type Host = ViewHost<Exchanged, typeof conditionalGan.params>;

const {hand: hands, asked} = conditionalGan.params;

interface Shown {
  readonly snapshot: Snapshot<Exchanged["snapshot"]>;
  readonly run: RunRecord;
}

/**
 * The reader asks for classes by name, and sees them drawn: by the live run's generator in the worker, or, before there is one, put
 * together from the recorded sheet.
 */
export function askFor(host: Host) {
  const {trainer, paramsOf, setParam} = host;
  const {field, part} = askField(host);
  const another = button("Another hand", () => {
    setParam("hand", (paramsOf(trainer.run).hand % hands.max) + 1);
    redraw();
  });
  another.disabled = host.accessTo("hand") !== "open";
  another.hidden = host.accessTo("hand") === "hidden";
  const row = pictureRow({label: "what you asked for", role: "generated"});
  const note = element("p", {class: "fig-note", "aria-live": "polite"});
  const holder = element(
    "div",
    {class: "ask-for"},
    element("div", {class: "ask-controls"}, part, another, host.controlOf("oneHand")),
    element("div", {class: "ask-answer"}, row),
    note,
  );
  let dataset = "";
  let inField = "";
  /** What is asked for by name or number, and what it is called beside its picture. */
  let classNames: readonly string[] = [];
  let captions: readonly string[] = [];
  let shown: Shown | undefined;

  const say = (words: string) => {
    setText(note, words);
  };
  const draw = (images: ByteImages, classes: readonly number[], words: string) => {
    row.update({images, captions: classes.map((index) => captions[index]!), summary: words});
    say(words);
  };
  const classesInField = (): readonly number[] | undefined => {
    try {
      const classes = askedClasses(field.value, classNames);
      field.removeAttribute("aria-invalid");
      return classes;
    } catch (error) {
      field.setAttribute("aria-invalid", "true");
      say((error as Error).message);
      return undefined;
    }
  };
  /** What the reader is typing stays, until another data set or link asks for something else. */
  const follow = (now: string, set: string) => {
    if (dataset !== set) {
      ({classNames: captions} = shownSet(set));
      classNames = askedNames(set, captions);
      field.placeholder = classNames.join(isSpelled(classNames) ? " " : ", ");
      field.maxLength = isSpelled(classNames) ? 2 * mostAsked : asked.most;
    }
    if (dataset !== set || inField !== now) field.value = now || firstAsked(set, classNames);
    dataset = set;
    inField = now;
  };
  const redraw = () => {
    if (!shown) return;
    const {run, snapshot} = shown;
    const asking = paramsOf(trainer.run);
    follow(asking.asked, paramsOf(run).dataset);
    const classes = classesInField();
    if (!classes) return;
    if (run.origin === "live") return drawLive(snapshot, classes);
    draw(fromSheet(snapshot.arrays.samples, classes, asking), classes, sheetText(run));
  };
  /** A picture that was asked for before is on its way out: the next one is coming. */
  const drawLive = ({step, arrays}: Shown["snapshot"], wanted: readonly number[]) => {
    if (!arrays.asked || String(arrays.classes?.data) !== String(wanted)) return;
    draw(
      arrays.asked,
      wanted,
      `${seenText(wanted, arrays.seen?.data, classNames)} Live, step ${step}.`,
    );
  };
  field.addEventListener("input", () => {
    if (classesInField()) {
      inField = field.value.replace(/\s/g, " ");
      setParam("asked", inField);
      redraw();
    }
  });
  return {
    holder,
    /** Draws what is asked for. */
    draw(snapshot: Shown["snapshot"], run: RunRecord) {
      shown = {snapshot, run};
      redraw();
    },
    /** What is asked for may be another. */
    drawRun: redraw,
  };
}

function askField({accessTo}: Host) {
  const id = uniqueId("ask");
  const access = accessTo("asked");
  const locked = access === "locked";
  const field = element("input", {
    type: "text",
    id,
    autocomplete: "off",
    spellcheck: "false",
    disabled: locked,
  });
  const label = element(
    "label",
    {for: id},
    locked ? `${asked.label} (set by the link)` : asked.label,
  );
  const part = element(
    "div",
    {class: "param-at-figure", hidden: access === "hidden"},
    label,
    field,
  );
  return {field, part};
}

/** Whether every name is a single character, so that names need nothing between them. */
function isSpelled(names: readonly string[]): boolean {
  return names.every(({length}) => length === 1);
}

/** Each class from its row of a recorded sheet, in the column that stands for the hand. */
function fromSheet(
  sheet: ByteImages,
  classes: readonly number[],
  asking: Parameters<typeof handsOf>[1],
): ByteImages {
  const columns = handsOf(classes.length, asking).map((hand) => (hand - 1) % sheetColumns);
  return pick(
    sheet,
    classes.map((index, i) => index * sheetColumns + columns[i]!),
  );
}

function sheetText({origin, date}: RunRecord): string {
  const made = origin === "recorded" ? "Recorded" : "Imported";
  return `${made} ${date?.slice(0, 10)}, from the sheet above. Press Train, and your own generator answers.`;
}
