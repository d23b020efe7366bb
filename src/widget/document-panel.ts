import type { DocumentWire } from "../http/wire.ts";
import { publishedText } from "./attribution.ts";
import type { ViewContext } from "./context.ts";
import { withTextFragment } from "./copy.ts";
import { paragraphsWithQuote } from "./document-text.ts";
import { fill, isWebAddress, make } from "./dom.ts";

/** The panel that shows whole documents: mount `element` in the shadow root. */
export type DocumentPanel = {
  readonly element: HTMLDialogElement;
  readonly openDocument: ViewContext["openDocument"];
  readonly close: () => void;
};

/**
 * A panel over the page: the whole document, opened at a quote that is highlighted. Esc, its button and a click beside it
 * close it; the browser then gives the focus back.
 * @param context asked for each time a document is opened
 */
export function documentPanel(context: () => ViewContext): DocumentPanel {
  const element = make("dialog", {
    attributes: { class: "panel" },
    part: "panel",
    on: {
      click: (event) => {
        if (event.target === element) close();
      },
      // The marker that gets the focus back would show its card again.
      close: () => context().leaveCitation(),
      // What the element does with Esc (stop, close a card) is not meant here.
      keydown: (event) => {
        if (event.key === "Escape") event.stopPropagation();
      },
    },
  });
  let asked = 0;

  function openDocument(id: string, start: number, end: number): void {
    const now = context();
    asked += 1;
    const mine = asked;
    const retry = (): void => openDocument(id, start, end);
    show(now, make("p", { attributes: { class: "panel-note", role: "status" } }, now.strings.loading));
    if (!element.open) element.showModal();
    const wanted = (): boolean => mine === asked && element.open;
    void now.fetchDocument(id).then(
      (document) => (wanted() ? showDocument(document, start, end) : undefined),
      () => (wanted() ? showFailure(now, retry) : undefined),
    );
  }

  function showFailure(now: ViewContext, retry: () => void): void {
    show(
      now,
      make("p", { attributes: { class: "panel-note", role: "alert" } }, now.strings.documentFailed),
      make("button", { attributes: { type: "button", class: "action" }, on: { click: retry } }, now.strings.retry),
    );
  }

  function showDocument(document: DocumentWire, start: number, end: number): void {
    const now = context();
    const paragraphs = paragraphsWithQuote(document.text, start, end).map((parts) =>
      make(
        "p",
        { attributes: { dir: "auto" } },
        ...parts.map(({ text, quoted }) => (quoted ? make("mark", { attributes: { tabindex: -1 } }, text) : text)),
      ),
    );
    const quote = document.text.slice(start, end);
    const heading = make(
      "h2",
      { attributes: { class: "panel-title", dir: "auto", id: "panel-title" } },
      document.title,
    );
    element.setAttribute("aria-labelledby", "panel-title");
    show(
      now,
      make(
        "header",
        { attributes: { class: "panel-head" } },
        heading,
        make("p", { attributes: { class: "panel-meta" } }, publishedText(document, now.strings, now.lang)),
        isWebAddress(document.url)
          ? make(
              "a",
              {
                attributes: {
                  class: "action",
                  href: withTextFragment(document.url, quote),
                  target: "_blank",
                  rel: "noopener noreferrer",
                },
              },
              now.strings.openOriginal,
            )
          : null,
      ),
      make("div", { attributes: { class: "panel-text" } }, ...paragraphs),
    );
    const mark = element.querySelector("mark");
    mark?.scrollIntoView({ block: "center", behavior: "instant" });
    mark?.focus({ preventScroll: true });
  }

  function show(now: ViewContext, ...children: readonly HTMLElement[]): void {
    const closing = make(
      "button",
      { attributes: { type: "button", class: "close", "aria-label": now.strings.close }, on: { click: () => close() } },
      "×",
    );
    fill(element, closing, make("div", { attributes: { class: "panel-body" } }, ...children));
  }

  function close(): void {
    if (element.open) element.close();
  }

  return { element, openDocument, close };
}
