/** The judge of the page: a worker with the specs in it. Learner code runs in another, which the page starts for it. */
import {specs} from "exercises:specs";
import {transform} from "sucrase";
import {judge} from "../lib/grading/judge.js";
import {plainScript} from "../lib/grading/plain-script.js";
import type {Ending, Sandbox} from "../lib/grading/sandbox.js";
import {remoteSession} from "../lib/grading/session.js";
import {named} from "../lib/named.js";
import type {FromJudge, ToJudge} from "./judge-messages.js";
import {program} from "./learner-program.js?program";
import {pageScript, wholeBody} from "./page-script.js";

const say = (message: FromJudge) => self.postMessage(message);
const heard = new EventTarget();

const sandbox: Sandbox = {
  async start(script, limits) {
    const port = await startLearner(pageScript(program, script));
    const channel = {
      send: (text: string) => port.postMessage(text),
      listen(onText: (text: string) => void, onEnd: (why: Ending) => void) {
        port.onmessage = ({data}) => onText(data as string);
        heard.addEventListener("ended", (event) => onEnd((event as CustomEvent<Ending>).detail));
      },
      kill: () => say({kind: "kill"}),
    };
    return remoteSession(channel, "", limits);
  },
};

/** Resolves to the port of a worker that says it is ready. */
function startLearner(script: string): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    heard.addEventListener("ended", () =>
      reject(new Error("the worker for your code did not start")),
    );
    heard.addEventListener("started", (event) => {
      const port = (event as CustomEvent<MessagePort>).detail;
      port.onmessage = () => resolve(port);
    });
    say({kind: "start", script});
  });
}

self.onmessage = ({data, ports}: MessageEvent<ToJudge>) => {
  if (data.kind === "judge") void judgeOne(data);
  else if (data.kind === "ended") heard.dispatchEvent(new CustomEvent("ended", {detail: data.why}));
  else heard.dispatchEvent(new CustomEvent("started", {detail: ports[0]!}));
};

async function judgeOne({exercise, code, seed}: Extract<ToJudge, {kind: "judge"}>): Promise<void> {
  try {
    const spec = await named("exercise", specs, exercise.slug)();
    const strip = (text: string) => wholeBody(plainScript(text, transform));
    const report = (results: Extract<FromJudge, {kind: "report"}>["results"]) =>
      say({kind: "report", results});
    say({
      kind: "verdict",
      verdict: await judge({spec, exercise, code, sandbox, strip, seed, report}),
    });
  } catch (error) {
    say({kind: "broken", problem: String(error)});
  }
}
