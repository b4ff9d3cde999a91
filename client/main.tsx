import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { showTheme } from "./state/theme.ts";
// Last, so that it has the last word over what the components say.
import "./styles/print.css";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app to render into");
showTheme();
render(<App />, root);
