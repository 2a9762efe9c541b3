import {expect, it, vi} from "vitest";
import {consoleLimit} from "../../../lib/grading/console.js";
import {type Channel, limitsOf, messageLimit} from "../../../lib/grading/sandbox.js";
import {remoteSession} from "../../../lib/grading/session.js";

/** A session whose other end is the test. */
function open() {
  let say = (_text: string) => {};
  const kill = vi.fn();
  const close = vi.fn();
  const channel: Channel = {
    send: () => {},
    listen: (onText) => {
      say = onText;
    },
    kill,
    close,
  };
  const session = remoteSession(channel, "", limitsOf(20_000));
  return {session, kill, close, say: (text: string) => say(text)};
}

it("kills what says more at once than a message may hold", async () => {
  const {session, kill, say} = open();
  const reply = session.seed(1);
  say(`{"id":0,"kind":"value","value":"${"x".repeat(messageLimit)}"}`);
  expect(await reply).toEqual({kind: "ended", why: "crash"});
  expect(kill).toHaveBeenCalledOnce();
});

it.each(["thrown", "refused"])("keeps no more of a text than it will show: %s", async (kind) => {
  const {session, say} = open();
  const reply = session.seed(1);
  say(JSON.stringify({id: 0, kind, value: "x".repeat(1_000_000)}));
  expect((await reply) as {text: string}).toMatchObject({
    kind,
    text: expect.stringMatching(/^x+…$/),
  });
  expect(((await reply) as {text: string}).text.length).toBeLessThan(5000);
  session.close();
});

it("keeps no more of the console than its limit, however much is sent", () => {
  const {session, say} = open();
  for (let i = 0; i < 10; i++) say(JSON.stringify({console: "x".repeat(1_000_000)}));
  expect(session.takeConsole().length).toBeLessThanOrEqual(2 * consoleLimit);
  session.close();
});

it.each(["memory", "depth", "crash"])("hears why the other end is at its end: %s", async (why) => {
  const {session, say} = open();
  const reply = session.seed(1);
  say(JSON.stringify({ended: why}));
  expect(await reply).toEqual({kind: "ended", why});
  expect(await session.seed(2)).toEqual({kind: "ended", why});
});

it("lets the other end go when nothing is asked, and kills it otherwise", async () => {
  const idle = open();
  const reply = idle.session.seed(1);
  idle.say('{"id":0,"kind":"value","value":null}');
  await reply;
  idle.session.close();
  expect([idle.close.mock.calls.length, idle.kill.mock.calls.length]).toEqual([1, 0]);
  const busy = open();
  void busy.session.seed(1);
  busy.session.close();
  expect([busy.close.mock.calls.length, busy.kill.mock.calls.length]).toEqual([0, 1]);
});
