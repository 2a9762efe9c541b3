import {contentsMenu} from "./contents-menu.js";

contentsMenu();
