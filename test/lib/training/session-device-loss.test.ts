import {expect, test, vi} from "vitest";
import {findToy, startedClient} from "./session-client.js";
import {makeToySetup} from "./toy-setup.js";

const loss = vi.hoisted(() => ({strike: (_reason: string) => {}}));

// No device can be lost under Node: the promise a GPU back end would give is held by the test.
vi.mock("../../../lib/training/backends.js", async (importActual) => ({
  ...(await importActual<typeof import("../../../lib/training/backends.js")>()),
  deviceLoss: () => new Promise<string>((resolve) => Object.assign(loss, {strike: resolve})),
}));

const lost = {code: "device-lost", message: "the driver was reset"};

test.each(["running", "paused"])(
  "a device lost while %s ends the run with its reason",
  async (when) => {
    const client = await startedClient({params: {maxSteps: 100000}});
    await client.request({type: "step", count: 12});
    if (when === "running") await client.request({type: "train"});
    const failed = client.until(({type}) => type === "failed");
    loss.strike(lost.message);
    expect(await failed).toMatchObject({problem: lost});
    expect(client.all("failed")).toHaveLength(1);
    expect(client.all("checkpoint").length).toBeGreaterThanOrEqual(3);
    const checkpoint = client.last("checkpoint").checkpoint;
    expect(await client.refusal({type: "restore", checkpoint})).toMatchObject({
      code: "wrong-state",
      message: "restore is not possible now: the device is lost",
    });
    await client.close();

    const next = await startedClient({params: {maxSteps: 100000}, checkpoint});
    expect(await next.request({type: "step", count: 1})).toBe(1);
    expect(next.last("status").step).toBe(checkpoint.step + 1);
    await next.close();
  },
);

test("a command that waits for a lost device is refused, not left hanging", async () => {
  const client = await startedClient(
    {},
    {
      find: findToy(async (context) => ({
        ...(await makeToySetup(context)),
        measure: () => new Promise(() => {}),
      })),
    },
  );
  const refusal = client.refusal({type: "measure"});
  setTimeout(() => loss.strike(lost.message), 20);
  expect(await refusal).toMatchObject(lost);
  await client.close();
});

test("a step that fails because the device is going is told as the loss it is", async () => {
  const client = await startedClient(
    {},
    {
      find: findToy(async (context) => {
        const setup = await makeToySetup(context);
        const step = () => {
          setTimeout(() => loss.strike(lost.message), 20);
          return Promise.reject(new Error("Buffer was unmapped"));
        };
        return {...setup, model: Object.assign(setup.model, {step})};
      }),
    },
  );
  const failed = client.until(({type}) => type === "failed");
  expect(await client.request({type: "step", count: 1})).toBe(0);
  expect(await failed).toMatchObject({problem: lost});
  await client.close();
});

test("an error that nothing caught ends the run, once", async () => {
  const stray: ((error: unknown) => void)[] = [];
  const client = await startedClient({}, {watchErrors: (listener) => stray.push(listener)});
  const failed = client.until(({type}) => type === "failed");
  stray[0]!(new TypeError("x is not a function"));
  stray[0]!(new TypeError("y is not a function"));
  expect(await failed).toMatchObject({
    problem: {code: "internal", message: "x is not a function"},
  });
  await client.close();
  expect(client.all("failed")).toHaveLength(1);
});
