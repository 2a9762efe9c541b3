/** Where a reader's code runs, as the page hands it to the worker that trains. The two talk to each other without the page. */
import type {Driver} from "../../lib/driver.js";
import {type ReaderFunction, readerFunction} from "../../lib/driving/reader-function.js";
import type {Ending, Sandbox} from "../../lib/grading/sandbox.js";
import {remoteSession} from "../../lib/grading/session.js";

export interface CodePlace {
  /** Leads to the program beside the code, which says first that it is ready. */
  readonly calls: MessagePort;
  /** Leads to the page: it tells how the code came to its end, and is told to end it. */
  readonly fate: MessagePort;
}

/** Loads the function of `driver` there. Rejects with a `DrivenFault`. */
export function driveAt(place: CodePlace, driver: Driver): Promise<ReaderFunction> {
  return readerFunction(sandboxAt(place), driver);
}

function sandboxAt({calls, fate}: CodePlace): Sandbox {
  return {
    async start(code, limits) {
      await readiness(calls, fate);
      const end = () => fate.postMessage("end");
      const channel = {
        send: (text: string) => calls.postMessage(text),
        listen(onText: (text: string) => void, onEnd: (why: Ending) => void) {
          calls.onmessage = ({data}) => onText(data as string);
          fate.onmessage = ({data}) => onEnd(data as Ending);
        },
        kill: end,
        close: end,
      };
      return remoteSession(channel, code, limits);
    },
  };
}

function readiness(calls: MessagePort, fate: MessagePort): Promise<void> {
  return new Promise((resolve, reject) => {
    calls.onmessage = () => resolve();
    fate.onmessage = () => reject(new Error("the place for your code did not start"));
  });
}
