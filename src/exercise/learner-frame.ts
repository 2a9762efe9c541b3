/**
 * Where learner code runs in the page: a worker in a hidden frame that is sandboxed, so that it has an origin of its own
 * without storage and, in browsers that can, a process of its own, whose end by hunger for memory leaves the page whole.
 */
import {element} from "../controls/element.js";
import type {Ending} from "../lib/grading/sandbox.js";

export interface LearnerFrame {
  /** Ends the code and everything it has. */
  remove(): void;
}

const heartbeatMs = 500;
const silenceLimitMs = 10_000;

/** The program of the frame: a worker's script, and the file of the engine that it opens. */
export interface LearnerProgram {
  readonly script: string;
  readonly quickJs: ArrayBuffer;
}

/** Starts `program` in the frame `url`; `port` is its only way out. `onend` is told once when it dies. */
export function learnerFrame(
  url: string,
  program: LearnerProgram,
  port: MessagePort,
  onend: (why: Ending) => void,
): LearnerFrame {
  const frame = element("iframe", {
    src: url,
    sandbox: "allow-scripts",
    credentialless: true, // or an isolated page would not let it in
    hidden: true,
    title: "Your code",
  });
  const {port1, port2} = new MessageChannel();
  const heart = heartbeat(port1, () => end("memory"));
  const end = (why: Ending) => {
    heart.stop();
    frame.remove();
    onend(why);
  };
  port1.onmessage = ({data}) => (data === "alive" ? heart.heard() : end("crash"));
  frame.addEventListener("load", () => {
    frame.contentWindow?.postMessage(program, "*", [port, port2]);
    heart.start();
  });
  document.body.append(frame);
  return {
    remove() {
      heart.stop();
      frame.remove();
    },
  };
}

/** Asks the frame again and again; a frame that says nothing for long has lost its process. */
function heartbeat(port: MessagePort, onsilence: () => void) {
  let timer: ReturnType<typeof setInterval> | undefined;
  let unanswered = 0;
  const beat = () => {
    if (++unanswered * heartbeatMs > silenceLimitMs) onsilence();
    else port.postMessage("alive?");
  };
  return {
    start: () => {
      timer = setInterval(beat, heartbeatMs);
    },
    heard: () => {
      unanswered = 0;
    },
    stop: () => clearInterval(timer),
  };
}
