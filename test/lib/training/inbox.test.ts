import {expect, test} from "vitest";
import {Inbox} from "../../../lib/training/inbox.js";

test("messages are taken in the order they came", () => {
  const inbox = new Inbox<number>();
  for (const message of [1, 2, 3]) inbox.put(message);
  expect([inbox.take(), inbox.take(), inbox.take(), inbox.take()]).toEqual([1, 2, 3, undefined]);
});

test("the arrival is waited for, each time anew", async () => {
  const inbox = new Inbox<string>();
  const seen: string[] = [];
  const wait = async () => {
    await inbox.arrival();
    seen.push(inbox.take()!);
  };
  const first = wait();
  await Promise.resolve();
  expect(seen).toEqual([]);
  inbox.put("a");
  await first;
  const second = wait();
  inbox.put("b");
  await second;
  inbox.put("c");
  await wait();
  expect(seen).toEqual(["a", "b", "c"]);
});
