import type {Command} from "./protocol.js";
import type {RunFile} from "./run-file-type.js";

type ReplayCommand = Extract<Command, {type: "set" | "step"}>;

/** The commands that take a fresh run of the same params and inputs to the file's last step: same seed, same bits. */
export function replay({
  changes,
  parts,
  steps,
}: Pick<RunFile, "changes" | "parts" | "steps">): readonly ReplayCommand[] {
  const commands: ReplayCommand[] = [];
  let at = 0;
  const upTo = (step: number) => {
    if (step > at) commands.push({type: "step", count: step - at});
    at = Math.max(at, step);
  };
  const events = [...changes, ...parts].sort((a, b) => a.step - b.step);
  for (const event of events) {
    upTo(event.step);
    if ("kind" in event) {
      commands.push({type: "step", kind: event.kind, count: event.count});
      at += event.count;
    } else commands.push({type: "set", name: event.name, value: event.value});
  }
  upTo(steps);
  return commands;
}
