/** `<parallax-ask>`: asks the documents and shows what they say. */
export class ParallaxAsk extends HTMLElement {}
