/**
 * An experiment as a notebook: the params of now, its setup, its networks, the loop that trains it and what it draws, each a cell that
 * can be changed. The cells import the modules that the experiment's own page runs, so that with the same seed they make the same bits.
 */
import type {NamedArrays} from "../lib/array.js";
import {workerParams} from "../lib/param-groups.js";
import type {Param, Params} from "../lib/params.js";
import type {Experiment} from "../lib/training/experiment.js";
import {type Cell, type Notebook, notebookOf} from "./notebook.js";

/** Pictures and curves are drawn about so often in a run. */
const drawings = 20;

/** The notebook of a run of `experiment` with `params`, and with what the reader has drawn for it. */
export function takenApart(
  experiment: Experiment,
  params: Params,
  inputs: NamedArrays = {},
): Notebook {
  const {id, title, curves, sources, drivenParts = {}} = experiment;
  const given = workerParams(experiment.params, params);
  return notebookOf(`${title}, taken apart`, [
    text(
      `# ${title}, taken apart\n\nThis is the experiment as a notebook. Its cells import the modules that its page runs, so the same seed gives the same weights, to the bit, until you change a cell. Press *Run all*.`,
    ),
    code(
      `import * as tf from "@tensorflow/tfjs";\nimport {Random} from "from-noise";\nimport {experiment, makeSetup, readFiles} from "from-noise/${id}";`,
    ),
    text("**Params.** Here no dial ends: any value is tried."),
    code(paramsCell(experiment, given)),
    text(
      `**Setup.** It reads the data, builds the networks and knows how the run is measured. On the experiment's page its code stands under *Code*: ${sources.map((path) => `\`${path}\``).join(", ")}.`,
    ),
    code(setupCell(inputs)),
    text("**Networks.** Each with the number of its weights."),
    code(networksCell),
    text(
      "**The loop.** A step takes a batch, changes the weights and gives its numbers. Every `yield` draws what stands below. Try another order of batches, a step of another kind, an end of your own.",
    ),
    code(loopCell),
    text(stepText),
    code(`curves(training.curves, {label: ${JSON.stringify(curvesLabel(curves))}})`),
    text("**What its figures draw**, as arrays by name. Those that are pictures are shown."),
    code(pictureCell),
    text("**Measured at the end**, with the floor of each number."),
    code(measuresCell),
    ...Object.entries(drivenParts).map(([part, {label}]) => text(partText(part, label))),
  ]);
}

type NewCell = Omit<Cell, "id">;
const text = (words: string): NewCell => ({kind: "text", text: words});
const code = (lines: string): NewCell => ({kind: "code", text: lines});

function paramsCell({params: table}: Experiment, {maxSteps, ...given}: Params): string {
  const steps = Number(maxSteps);
  const lines = Object.entries(given).map(
    ([name, value]) => `  ${name}: ${JSON.stringify(value)}, // ${remark(table[name]!)}`,
  );
  return [
    `const steps = ${steps};`,
    `const drawEvery = ${Math.ceil(steps / drawings)};`,
    "const params = {",
    ...lines,
    "  maxSteps: steps,",
    "};",
  ].join("\n");
}

function remark(param: Param): string {
  if (param.kind === "choice") return `${param.label}: ${Object.keys(param.options).join(" or ")}`;
  if (param.kind === "number") return `${param.label}: ${param.min} to ${param.max} on the page`;
  return param.label;
}

function curvesLabel(curves: Experiment["curves"]): string {
  return `${Object.values(curves)
    .map(({label}) => label)
    .join(", ")}, step by step`;
}

const setupCell = (inputs: NamedArrays) => `const setup = await (async () => {
  const random = new Random(params.seed).fork("setup");
  const files = await readFiles(experiment.files(params));
  return makeSetup({params, random, files, inputs: ${inputsText(inputs)}});
})();
invalidation.then(() => setup.dispose());`;

function inputsText(inputs: NamedArrays): string {
  const parts = Object.entries(inputs).map(
    ([name, {data, shape}]) =>
      `${name}: {data: ${data.constructor.name}.of(${data.join(", ")}), shape: [${shape.join(", ")}]}`,
  );
  return `{${parts.join(", ")}}`;
}

const networksCell = `Object.entries(setup.model.networks)
  .map(([name, network]) => \`\${name}: \${network.countParams()}\`)
  .join("\\n")`;

const loopCell = `const training = (async function* () {
  const random = new Random(params.seed).fork("steps");
  const curves: Record<string, number[]> = {};
  for (let step = 1; step <= steps; step++) {
    const batch = setup.batches.next();
    const numbers = await setup.model.step(batch, random);
    tf.dispose(batch);
    for (const [name, value] of Object.entries(numbers)) (curves[name] ??= []).push(value);
    if (step % drawEvery !== 0 && step !== steps) continue;
    const drawn = await setup.snapshot();
    const measured = step === steps ? await setup.measure() : undefined;
    yield {step, curves, drawn, measured};
  }
})();`;

const stepText = `Step \${training.step} of \${steps}.`;

const pictureCell = `for (const [name, value] of Object.entries(training.drawn)) {
  display(value?.shape ? \`\${name} [\${value.shape.join(", ")}]\` : name);
  if (value?.shape?.length === 4) display(pictures(value, {label: name}));
}`;

const measuresCell = `Object.entries(training.measured?.scalars ?? {})
  .map(([name, value]) => {
    const floor = training.measured.floors[name];
    return \`\${name}: \${value.toPrecision(4)}\${floor ? \`, floor \${floor.low.toPrecision(4)} to \${floor.high.toPrecision(4)}\` : ""}\`;
  })
  .join("\\n") || "at the last step"`;

const partText = (part: string, label: string) =>
  `**A part of your own.** The function \`${part}\` can take the place of ${label}; its exercise says what it is given and what it returns. Define it in a cell of its own.\n\n- To train with it here, write \`driven\` into the cell of the setup, beside \`inputs\`: \`driven: {part: "${part}", call: async (lists) => lists.map((list) => ${part}(...list)), close() {}}\`.\n- To train with it in the experiment, beside the built-in one, press *Use in the experiment* under *Save and share* above. The params go along, and what you have drawn. The experiment shows you the code before it runs.`;
