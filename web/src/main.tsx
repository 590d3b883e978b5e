// First: it says in which order the layers of style lie.
import "./style/index.css";
import { render } from "preact";
import { listen } from "./actions/keys";
import { load } from "./core";
import { Page } from "./part/page";
import { keepAddress } from "./state/open";
import { keepTaste } from "./state/taste";

keepTaste();
await load();
keepAddress();
listen();
const place = document.getElementById("page");
if (place) render(<Page />, place);
