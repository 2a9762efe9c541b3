/** The sandbox in Node: a process of its own for each session that runs, which is used again if it ended well. */
import type {Sandbox} from "../../lib/grading/sandbox.js";
import {remoteSession} from "../../lib/grading/session.js";
import {LearnerProcess} from "./learner-process.js";

/** A place for learner code beside this process. */
export function nodeSandbox(startProcess = () => new LearnerProcess()): Sandbox {
  const closing: Promise<LearnerProcess | undefined>[] = [];
  return {
    async start(code, limits) {
      const place = await openPlace(closing, startProcess);
      return remoteSession(
        {
          send: (text) => place.send(text),
          listen: (onText, onEnd) => place.listen(onText, onEnd),
          kill: () => place.kill(),
          close: () =>
            void closing.push(place.close().then((isReady) => (isReady ? place : undefined))),
        },
        code,
        limits,
      );
    },
  };
}

/** One that ended its last session well, or a new one. */
async function openPlace(
  closing: Promise<LearnerProcess | undefined>[],
  startProcess: () => LearnerProcess,
): Promise<LearnerProcess> {
  const last = await closing.pop();
  if (last && (await isOpened(last))) return last;
  if (closing.length > 0) return openPlace(closing, startProcess);
  const place = startProcess();
  await place.open();
  return place;
}

/** It may have died of something else meanwhile. */
async function isOpened(place: LearnerProcess): Promise<boolean> {
  try {
    await place.open();
    return true;
  } catch {
    return false;
  }
}
