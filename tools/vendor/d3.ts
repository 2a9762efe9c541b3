export type {NumberValue, ScaleContinuousNumeric, Selection} from "d3";
export {area, axisBottom, axisLeft, line, scaleLinear, scaleLog, select} from "d3";
