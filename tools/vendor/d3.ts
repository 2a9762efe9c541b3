// From d3's own packages: the union "d3" keeps its transitions and brushes in the bundle, almost doubling it.
export {type Axis, axisBottom, axisLeft} from "d3-axis";
export {type NumberValue, type ScaleContinuousNumeric, scaleLinear, scaleLog} from "d3-scale";
export {type Selection, select} from "d3-selection";
export {area, line} from "d3-shape";
