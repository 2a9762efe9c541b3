export {metrics, render, show, visor} from "@tensorflow/tfjs-vis";
