import {fileURLToPath} from "node:url";
import {readerFunction} from "../../../lib/driving/reader-function.js";
import {named} from "../../../lib/named.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import type {Host, Port} from "../../../lib/training/host.js";
import type {
  Command,
  Problem,
  Result,
  StartOptions,
  WorkerEvent,
} from "../../../lib/training/protocol.js";
import {serve} from "../../../lib/training/session.js";
import type {MakeSetup} from "../../../lib/training/setup.js";
import {trustedSandbox} from "../grading/trusted-sandbox.js";
import {toyExperiment} from "./toy-experiment.js";
import {makeToySetup} from "./toy-setup.js";

const wasmPaths = fileURLToPath(
  new URL("../../../node_modules/@tensorflow/tfjs-backend-wasm/dist/", import.meta.url),
);

export const toyStart: StartOptions = {
  experiment: "toy",
  params: {seed: 1},
  files: {},
  backends: ["wasm"],
  wasmPaths,
};

type Event<Type extends WorkerEvent["type"]> = Extract<WorkerEvent, {type: Type}>;

/** The page's side of a session in this process, through a real MessageChannel. Draws every picture at once. */
export class Client {
  readonly events: WorkerEvent[] = [];
  /** Whether a picture is acknowledged as drawn. */
  draws = true;
  readonly ended: Promise<void>;
  readonly #port: MessagePort;
  readonly #listeners = new Set<() => void>();
  #id = 0;

  constructor(host: Partial<Host> = {}) {
    const {port1, port2} = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({data}) => this.#receive(data);
    this.ended = serve(port2 as unknown as Port, {...toyHost(), ...host}).finally(() => {
      port2.close();
    });
  }

  /** The reply's result; rejects with the `Problem` of a refusal. */
  async request<C extends Command>(command: C): Promise<Result<C["type"]>> {
    const id = ++this.#id;
    this.#port.postMessage({...command, id});
    const answer = await this.until((event) => "id" in event && event.id === id);
    if (answer.type === "refused") throw answer.problem;
    return (answer as Event<"reply">).result as Result<C["type"]>;
  }

  /** The problem with which `command` is refused. */
  async refusal(command: Command): Promise<Problem> {
    return this.request(command).then(
      () => {
        throw new Error(`${command.type} was not refused`);
      },
      (problem: Problem) => problem,
    );
  }

  /** All events of a type so far. */
  all<Type extends WorkerEvent["type"]>(type: Type): Event<Type>[] {
    return this.events.filter((event): event is Event<Type> => event.type === type);
  }

  last<Type extends WorkerEvent["type"]>(type: Type): Event<Type> {
    return this.all(type).at(-1)!;
  }

  status(status: string): Promise<WorkerEvent> {
    return this.until((event) => event.type === "status" && event.status === status);
  }

  /** The first event from now on that `accepts` does. */
  until(accepts: (event: WorkerEvent) => boolean): Promise<WorkerEvent> {
    return new Promise((resolve) => {
      const from = this.events.length;
      const listener = () => {
        const found = this.events.slice(from).find(accepts);
        if (!found) return;
        this.#listeners.delete(listener);
        resolve(found);
      };
      this.#listeners.add(listener);
    });
  }

  async close(): Promise<void> {
    await this.request({type: "dispose"});
    await this.ended;
  }

  #receive(event: WorkerEvent): void {
    this.events.push(event);
    if (event.type === "snapshot" && this.draws) this.#port.postMessage({type: "shown", id: 0});
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Finds the toy alone, made in this way. */
export function findToy(makeSetup: MakeSetup): Host["find"] {
  const toys = {toy: {experiment: toyExperiment as Experiment, makeSetup}};
  return async (id) => named("experiment", toys, id);
}

function toyHost(): Host {
  return {
    now: () => performance.now(),
    // Node delivers up to 1,000 messages of one port in a row, so that a message to oneself starves the others.
    schedule: (task, ms) => void (ms > 0 ? setTimeout(task, ms) : setImmediate(task)),
    find: findToy(makeToySetup),
    loadFile: async () => new Uint8Array(),
    drive: (driver) => readerFunction(trustedSandbox, driver),
    installKernels: () => {},
    watchErrors: () => {},
  };
}

/** A client with a run before its first step. */
export async function startedClient(
  options: Partial<StartOptions> = {},
  host: Partial<Host> = {},
): Promise<Client> {
  const client = new Client(host);
  await client.request({type: "start", options: {...toyStart, ...options}});
  return client;
}
