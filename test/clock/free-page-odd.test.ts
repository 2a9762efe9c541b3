import {halves, testMainThread} from "./free-page.js";

testMainThread(halves.odd);
