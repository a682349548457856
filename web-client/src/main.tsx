import { render } from "preact";

const root = document.getElementById("phone");
if (root !== null) render(<main />, root);
