import { ParallaxAsk } from "./element.ts";

// The whole of /widget.js: one line on a host page loads it, and the element is known from then on.
if (!customElements.get("parallax-ask")) customElements.define("parallax-ask", ParallaxAsk);
