/** `tsc` checks each line below an expected error: without that error it fails. */
import {expect, test} from "vitest";
import type {RunRecord} from "../../../src/experiment/run/run-record.js";
import {shownBy} from "../../../src/experiment/run/wire.js";
import type {ExperimentView, MakeView, ParamHost, ViewHost} from "../../../src/experiment/view.js";
import type {ByteImages} from "../../../src/lib/image.js";
import type {Model} from "../../../src/lib/models/model.js";
import {paramTable} from "../../../src/lib/params.js";
import type {Ask, ExchangeOf} from "../../../src/lib/training/exchange.js";
import type {Experiment} from "../../../src/lib/training/experiment.js";
import type {MakeSetup, Setup} from "../../../src/lib/training/setup.js";

type Params = Readonly<Record<never, never>>;
type Sheets = {
  readonly snapshot: {readonly sheet: ByteImages; readonly later?: ByteImages};
  readonly answers: {
    readonly draw: {
      readonly asks: {readonly classes: ByteImages};
      readonly tells: {readonly drawn: ByteImages};
    };
  };
  readonly curves: {readonly loss: number};
  readonly measures: {readonly distance: number; readonly spread?: number};
  readonly steps: "draw" | "judge";
};
type Sheet = Experiment<Params, Sheets>;
type SheetSetup = Setup<ExchangeOf<Sheet>>;
type SheetView = ExperimentView<ExchangeOf<Sheet>>;

const images: ByteImages = {data: new Uint8Array(1), shape: [1, 1, 1, 1]};

const floor = {low: 0, high: 1};

const sound: Pick<SheetSetup, "snapshot" | "measure" | "answers"> = {
  snapshot: async () => ({sheet: images}),
  measure: async () => ({
    scalars: {distance: 1, samples: 40},
    floors: {distance: floor},
    arrays: {},
  }),
  answers: {draw: async () => ({drawn: images})},
};

const unsound: readonly Partial<SheetSetup>[] = [
  // @ts-expect-error: the view draws `sheet`, and this setup does not send it
  {snapshot: async () => ({later: images})},
  // @ts-expect-error: bytes are promised
  {snapshot: async () => ({sheet: {data: new Float32Array(1), shape: [1, 1, 1, 1]}})},
  // @ts-expect-error: `distance` is described, and this setup does not measure it
  {measure: async () => ({scalars: {spread: 1}, floors: {spread: floor}, arrays: {}})},
  // @ts-expect-error: `distance` has no floor
  {measure: async () => ({scalars: {distance: 1}, floors: {}, arrays: {}})},
  // @ts-expect-error: `draw` goes unanswered
  {answers: {}},
  // @ts-expect-error: nobody asks `real`
  {answers: {draw: async () => ({drawn: images}), real: async () => ({})}},
  // @ts-expect-error: the answer lacks `drawn`
  {answers: {draw: async () => ({})}},
];

const line = {label: "", role: "judge", help: ""} as const;
const number = {label: "", unit: "", better: "lower", help: ""} as const;
const curves = {loss: line};
const measures = {distance: number, spread: number};

const described: readonly Pick<Sheet, "curves" | "measures" | "plots">[] = [
  {
    curves,
    measures,
    plots: [
      {curves: ["loss"], label: "", caption: ""},
      {measure: "spread", caption: ""},
    ],
  },
  // @ts-expect-error: no step sends `gradient`
  {curves, measures, plots: [{curves: ["gradient"], label: "", caption: ""}]},
  // @ts-expect-error: nobody measures `loss`
  {curves, measures, plots: [{measure: "loss", caption: ""}]},
  // @ts-expect-error: no step sends `gradient`
  {curves: {...curves, gradient: line}, measures, plots: []},
  // @ts-expect-error: `spread` is measured, and not described
  {curves, measures: {distance: number}, plots: []},
];

const readings: readonly SheetView["drawSnapshot"][] = [
  ({arrays}) => arrays.sheet.data.fill(0),
  // @ts-expect-error: no setup sends `samples`
  ({arrays}) => arrays.samples,
  // @ts-expect-error: it is not in every snapshot
  ({arrays}) => arrays.later.data,
];

async function askings(ask: Ask<ExchangeOf<Sheet>["answers"]>): Promise<unknown> {
  const {drawn} = await ask("draw", {classes: images});
  // @ts-expect-error: the setup knows no such question
  await ask("real", {classes: images});
  // @ts-expect-error: `classes` is missing
  await ask("draw", {});
  // @ts-expect-error: the answer has no `labels`
  (await ask("draw", {classes: images})).labels;
  return drawn;
}

const ofSheets: MakeView<Sheet> = () => ({}) as SheetView;
// @ts-expect-error: a view of one experiment is not that of any other
const anyone: MakeView = ofSheets;

const step = {text: "", label: ""};
const kinds: readonly Sheet["stepKinds"][] = [
  {draw: step, judge: step},
  // @ts-expect-error: `judge` has no button
  {draw: step},
  // @ts-expect-error: nobody knows how to `erase`
  {draw: step, judge: step, erase: step},
];

async function makers(setup: Omit<SheetSetup, "model">): Promise<readonly MakeSetup<Sheet>[]> {
  const model = {} as Omit<Model, "step">;
  const scalars = async () => ({loss: 1});
  return [
    async () => ({...setup, model: {...model, step: scalars}}),
    async () => ({
      ...setup,
      model: {...model, step: async (_b, _r, _kind?: string) => ({loss: 1})},
    }),
    // @ts-expect-error: the model has no step called `judge`
    async () => ({
      ...setup,
      model: {...model, step: async (_b, _r, _kind?: "draw") => ({loss: 1})},
    }),
    // @ts-expect-error: the step gives no `loss`
    async () => ({...setup, model: {...model, step: async () => ({gradient: 1})}}),
  ];
}

function drive({trainer}: ViewHost<ExchangeOf<Sheet>>): void {
  void trainer.step();
  void trainer.step("judge");
  // @ts-expect-error: there is no such step
  void trainer.step("erase");
}

const row = {kind: "number", label: "", help: "", default: 1, min: 0, max: 9, step: 1} as const;
const shapes = paramTable({
  width: {...row, group: "training"},
  guidance: {...row, group: "sampling"},
  grid: {...row, group: "view"},
});
type Shapes = Experiment<typeof shapes, Sheets>;

function samplers(setup: Awaited<ReturnType<MakeSetup<Sheet>>>): readonly MakeSetup<Shapes>[] {
  return [
    async ({params}) => ({...setup, sample: ({guidance}) => void (guidance + params.width)}),
    // @ts-expect-error: there are sampling params, and this setup takes none
    async () => setup,
    // @ts-expect-error: a worker knows nothing of the view
    async ({params}) => ({...setup, sample: () => void params.grid}),
    // @ts-expect-error: `width` trains
    async () => ({...setup, sample: ({width}) => void width}),
  ];
}

function control({setParam, paramsOf, controlOf}: ViewHost<ExchangeOf<Shapes>, typeof shapes>) {
  setParam("guidance", 3);
  // @ts-expect-error: a number
  setParam("guidance", "3");
  // @ts-expect-error: there is no such param
  controlOf("temperature");
  return (run: RunRecord) => paramsOf(run).grid + 1;
}

// For the compiler alone.
void [
  sound,
  unsound,
  described,
  readings,
  askings,
  anyone,
  kinds,
  makers,
  drive,
  samplers,
  control,
];

test("a view's question and its answer cross as they are", async () => {
  const asked: unknown[] = [];
  const trainer = {
    request: async (command: unknown) => {
      asked.push(command);
      return {drawn: images};
    },
  } as unknown as ViewHost["trainer"];
  const answers: unknown[] = [];
  const make = ({ask}: ViewHost<ExchangeOf<Sheet>>) => {
    ask("draw", {classes: images}).then(({drawn}) => answers.push(drawn));
    return {} as SheetView;
  };
  shownBy(make, {trainer, ...({} as ParamHost)});
  await expect.poll(() => answers).toEqual([images]);
  expect(asked).toEqual([{type: "ask", question: "draw", inputs: {classes: images}}]);
});
