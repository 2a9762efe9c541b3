import {button} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {RecordedRun} from "../recording.js";

export interface RecordedSwitch {
  readonly button: HTMLButtonElement;
  update(): void;
}

/** Shows the recorded run instead of the reader's, and theirs again. `onchange` hears whether there was one to show. */
export function recordedSwitch(
  recording: RecordedRun,
  onchange: (isThere: boolean) => void,
): RecordedSwitch {
  const turn = async () => {
    if (!recording.shown) return recording.show();
    recording.hide();
    return true;
  };
  const made = button("", async () => onchange(await turn()));
  made.className = "recorded-switch";
  made.hidden = !recording.exists;
  return {
    button: made,
    update: () => setText(made, recording.shown ? "Back to your run" : "Show a recorded run"),
  };
}
