import {element} from "../controls/element.js";
import {counted} from "../controls/format.js";
import {setText} from "../controls/set-text.js";
import {type Intake, intakeWords} from "./intake.js";

/** What became of files: how many, what was lost of some, and by name why others were refused. */
export function intakeReport() {
  const said = element("p", {class: "own-said", role: "status"});
  const refused = element("ul", {class: "own-refused"});
  return {
    elements: [said, refused],
    say(text: string) {
      setText(said, text);
      refused.replaceChildren();
    },
    show(intake: Intake, isDone: boolean) {
      const soFar = isDone ? "" : `${intake.seen} of ${counted(intake.count, "file")} … `;
      const notes = [...intake.notes].map(([note, count]) => ` Of ${count}: ${note}.`).join("");
      setText(said, soFar + intakeWords(intake) + notes);
      const more = intake.refusedCount - intake.refused.length;
      const rest = more > 0 ? [`and ${counted(more, "other")}`] : [];
      const lines = [...intake.refused, ...rest].map((line) => element("li", {}, line));
      refused.replaceChildren(...lines);
    },
  };
}
