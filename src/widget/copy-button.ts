import type { ViewContext } from "./context.ts";
import { fill, make } from "./dom.ts";

/** How long "Copied" stands. */
const SHOWN_MS = 2_000;

/** What a button copies: `text` is asked for when it is pressed. */
export type CopyButton = {
  readonly label: string;
  readonly text: () => string;
  readonly context: Pick<ViewContext, "copy" | "strings">;
};

/** A button that puts a text on the clipboard and says whether that went well, to the eye and to the ear. */
export function copyButton({ label, text, context }: CopyButton): HTMLElement {
  const words = make("span", {}, label);
  const heard = make("span", { attributes: { class: "visually-hidden", role: "status" } });
  const tell = (copied: boolean): void => {
    const told = copied ? context.strings.copied : context.strings.copyRefused;
    fill(words, told);
    fill(heard, told);
    setTimeout(() => {
      fill(words, label);
      fill(heard);
    }, SHOWN_MS);
  };
  const press = (): void => {
    void context.copy(text()).then(tell, () => tell(false));
  };
  return make(
    "span",
    { attributes: { class: "copying" } },
    make("button", { attributes: { type: "button", class: "action" }, on: { click: press } }, words),
    heard,
  );
}
