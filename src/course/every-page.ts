import {contentsMenu} from "./contents-menu.js";
import {isolateNextPage} from "./isolation.js";
import {showOwnPlace} from "./own-place.js";

contentsMenu();
showOwnPlace();
isolateNextPage();
