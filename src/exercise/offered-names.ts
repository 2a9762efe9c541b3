import type {OfferedName} from "../editor/text-field.js";
import type {Exercise} from "../lib/grading/exercise.js";

/** Names that an answer may use: the functions it is to write, and the parts of the language that its arithmetic needs. */
export function offeredNames(exercise: Exercise): OfferedName[] {
  const own = exercise.kind === "code" ? exercise.functions : [];
  return [
    ...own.map((name) => ({name, info: "This exercise asks for it."})),
    ...Object.getOwnPropertyNames(Math)
      .filter((name) => /^[a-z]/.test(name))
      .map((name) => ({name: `Math.${name}`})),
    ...["Math.PI", "Number.EPSILON", "Infinity", "NaN"].map((name) => ({name})),
    ...["Array.from", "Float32Array", "Float64Array", "console.log"].map((name) => ({name})),
  ];
}
