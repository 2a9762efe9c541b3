import {contentsMenu} from "./contents-menu.js";
import {isolateNextPage} from "./isolation.js";

contentsMenu();
isolateNextPage();
