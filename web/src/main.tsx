import { render } from "preact";
import { load } from "./core";
import { Page } from "./part/page";
import { open } from "./state/open";
import "./style/index.css";

await load();
open(location.hash);
const place = document.getElementById("page");
if (place) render(<Page />, place);
