import {halves, testPages} from "./each-page.js";

testPages(halves.even);
