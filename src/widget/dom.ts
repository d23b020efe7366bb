/** What an element is made with: its attributes, what it listens to, and its `part` names for style sheets of the host page. */
export type Making = {
  /** Left out where null or false; `true` is the empty attribute (`hidden`, `disabled`). Never `style`: strict policies refuse it. */
  readonly attributes?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly on?: { readonly [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void };
  readonly part?: string;
};

/** What can stand in an element; null leaves nothing. Strings become text, never HTML. */
export type Child = Node | string | null;

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element with its children. All text is set as text: nothing here, or in the whole widget, parses HTML. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  making: Making = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  setAttributes(element, making.attributes ?? {});
  if (making.part !== undefined) element.setAttribute("part", making.part);
  for (const [name, listener] of Object.entries(making.on ?? {})) {
    // Typed by the key above; the DOM's own signature is of the plain Event.
    element.addEventListener(name, (event: Event) => Reflect.apply(listener, undefined, [event]));
  }
  element.append(...present(children));
  return element;
}

/** An SVG element; shape and colour by attributes and classes. */
export function makeSvg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: NonNullable<Making["attributes"]> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  setAttributes(element, attributes);
  element.append(...present(children));
  return element;
}

/** Puts these and nothing else into an element. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...present(children));
}

/** Only web addresses become links: an address in a document may be anything (`javascript:`, `data:`). */
export function isWebAddress(address: string | undefined): address is string {
  return /^https?:\/\//i.test(address ?? "") && URL.canParse(address ?? "");
}

const present = (children: readonly Child[]): readonly (Node | string)[] => children.filter((child) => child !== null);

function setAttributes(element: Element, attributes: NonNullable<Making["attributes"]>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
}
