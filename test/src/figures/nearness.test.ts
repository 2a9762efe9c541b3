import {afterEach, beforeEach, expect, it, vi} from "vitest";

/** What the page's one observer watches, and how to say that it has come or gone. */
let tell: (target: object, isIntersecting: boolean) => void;
let observed: object[];

beforeEach(() => {
  observed = [];
  vi.resetModules();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(listen: (entries: object[]) => void) {
        tell = (target, isIntersecting) => listen([{target, isIntersecting}]);
      }
      observe(target: object) {
        observed.push(target);
      }
    },
  );
});

afterEach(() => vi.unstubAllGlobals());

const load = () => import("../../../src/figures/nearness.js");
const part = () => ({}) as Element;

it("tells everybody who watches an element, and who comes later what is known", async () => {
  const {watchNearness} = await load();
  const [element, told] = [part(), [] as string[]];
  watchNearness(element, (isNear) => told.push(`first ${isNear}`));
  tell(element, true);
  watchNearness(element, (isNear) => told.push(`second ${isNear}`));
  tell(element, false);
  expect(told).toEqual(["first true", "second true", "first false", "second false"]);
  expect(observed).toEqual([element]);
});

it("does at once what is for an element that is seen, and once, when it comes, what is for others", async () => {
  const {whileNear} = await load();
  const [tab, plane] = [part(), part()];
  let done = 0;
  const work = whileNear([tab, plane], () => done++);
  work();
  work();
  expect(done).toBe(0);
  tell(tab, true);
  expect(done).toBe(1);
  work();
  tell(plane, true);
  tell(tab, false);
  expect(done).toBe(2);
  work();
  expect(done, "the other is still seen").toBe(3);
  tell(plane, false);
  tell(plane, true);
  expect(done, "nothing was asked for").toBe(3);
});
