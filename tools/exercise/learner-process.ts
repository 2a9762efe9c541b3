/** One process for learner code, as the grader's process sees it: sessions one after the other, until it is killed or ends. */
import {type ChildProcess, spawn} from "node:child_process";
import type {Ending} from "../../lib/grading/sandbox.js";
import type {FromPlace, ToPlace} from "./place-messages.js";
import {placeProgram} from "./place-program.js";

/** Of Node's own; learner code lies in the engine's memory. */
const heapLimitMb = 128;

/** Without it the process may use files, processes and threads. Its name lost a word with Node 23.5. */
const permission = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";

export class LearnerProcess {
  readonly #process: ChildProcess;
  #hear: (message: FromPlace) => void = () => {};
  #onend: (why: Ending) => void = () => {};

  constructor() {
    const flags = [permission, "--no-warnings", `--max-old-space-size=${heapLimitMb}`];
    this.#process = spawn(process.execPath, [...flags, "-"], {
      env: {},
      stdio: ["pipe", "ignore", "ignore", "ipc"],
    });
    this.#process.stdin!.on("error", () => {}); // it may have died meanwhile; "exit" tells
    this.#process.stdin!.end(placeProgram());
    this.#process.on("message", (message) => this.#hear(message as FromPlace));
    this.#process.on("exit", () => this.#onend("crash"));
    const kill = () => this.kill();
    process.once("exit", kill);
    this.#process.once("exit", () => process.off("exit", kill));
  }

  get pid(): number {
    return this.#process.pid!;
  }

  get hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Begins a session with an engine that has seen no code. Rejects when the process ends before. */
  async open(): Promise<void> {
    this.#hold(true);
    await this.#answer("open");
  }

  send(text: string): void {
    this.#say({kind: "text", text});
  }

  listen(onText: (text: string) => void, onEnd: (why: Ending) => void): void {
    this.#hear = (message) => message.kind === "text" && onText(message.text);
    this.#onend = onEnd;
  }

  /** Ends the session. Whether the process can have another. */
  async close(): Promise<boolean> {
    try {
      await this.#answer("close", "closed");
      this.#hold(false);
      return true;
    } catch {
      return false;
    }
  }

  kill(): void {
    this.#process.kill("SIGKILL");
  }

  #answer(asked: "open" | "close", expected: FromPlace["kind"] = "open"): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#hear = ({kind}) => kind === expected && resolve();
      this.#onend = () => reject(new Error("the process for learner code ended before it began"));
      if (this.hasEnded) this.#onend("crash");
      this.#say({kind: asked});
    });
  }

  #say(message: ToPlace): void {
    this.#process.send(message, () => {}); // it may have died meanwhile; "exit" tells
  }

  /** A process that waits for a session keeps nobody waiting. */
  #hold(isUsed: boolean): void {
    const how = isUsed ? "ref" : "unref";
    this.#process[how]();
    this.#process.channel?.[how]();
  }
}
