import type { QuoteWire, ViewContext } from "./context.ts";
import { fill, make } from "./dom.ts";
import { quoteCard } from "./quote-card.ts";

/** Between pointing at a marker and its card: a pointer on its way elsewhere opens nothing. */
const PEEK_AFTER_MS = 120;
/** Between leaving a marker and its card going: time to reach the card. */
const LEAVE_AFTER_MS = 250;
/** Room between marker and card, and between card and the edge of the window. */
const GAP_PX = 8;
/** Windows narrower than this get the card as a sheet along the bottom edge. */
const SHEET_BELOW_PX = 480;

/** The one card that shows quotes: mount `element` in the shadow root, hand the rest to the views through their context. */
export type QuoteLayer = {
  readonly element: HTMLElement;
  readonly openCitation: ViewContext["openCitation"];
  readonly peekCitation: ViewContext["peekCitation"];
  readonly leaveCitation: () => void;
  /** Takes the card away; the focus goes back to its marker if it was in the card. True if there was one. */
  readonly close: () => boolean;
};

/** Where a box of a size goes beside another in a window: below where there is room, else above; never over the edge. */
export function placeBeside(
  anchor: { readonly left: number; readonly top: number; readonly bottom: number },
  box: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const below = anchor.bottom + GAP_PX;
  const above = anchor.top - GAP_PX - box.height;
  const fitsBelow = below + box.height + GAP_PX <= window.height;
  const top = fitsBelow || above < GAP_PX ? below : above;
  const within = (value: number, size: number, room: number): number =>
    Math.max(GAP_PX, Math.min(value, room - size - GAP_PX));
  return {
    left: within(anchor.left - GAP_PX, box.width, window.width),
    top: within(top, box.height, window.height),
  };
}

/** @param context asked for each time a card is shown, since it holds this layer's own functions */
export function quoteLayer(context: () => ViewContext): QuoteLayer {
  let anchor: HTMLElement | null = null;
  let pinned = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const element = make("div", {
    attributes: { class: "card", role: "dialog", tabindex: -1, hidden: true, popover: "manual" },
    part: "card",
    on: {
      pointerenter: () => clearTimeout(timer),
      pointerleave: () => leaveCitation(),
      focusin: () => {
        clearTimeout(timer);
        pinned = true;
      },
      keydown: (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      },
    },
  });

  const holdsFocus = (): boolean => element.matches(":focus-within");
  const later = (then: () => void, afterMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(then, afterMs);
  };
  const pressedElsewhere = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(element) && (anchor === null || !path.includes(anchor))) close();
  };
  const escaped = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && close()) event.stopPropagation();
  };

  function show(quote: QuoteWire, beside: HTMLElement): void {
    if (anchor !== beside) anchor?.removeAttribute("aria-expanded");
    anchor = beside;
    beside.setAttribute("aria-expanded", "true");
    const now = context();
    const number = now.strings.quoteNumber(now.numberOf(quote), quote.document.title);
    element.setAttribute("aria-label", number);
    const closing = make(
      "button",
      { attributes: { type: "button", class: "close", "aria-label": now.strings.close }, on: { click: () => close() } },
      "×",
    );
    fill(element, quoteCard(quote, now), closing);
    element.hidden = false;
    if (!element.matches(":popover-open")) element.showPopover();
    place(beside);
    document.addEventListener("pointerdown", pressedElsewhere, true);
    document.addEventListener("keydown", escaped, true);
    window.addEventListener("resize", close);
    window.addEventListener("scroll", follow, { capture: true, passive: true });
    // Scrolling inside of a shadow tree is not heard outside of it.
    beside.getRootNode().addEventListener("scroll", follow, { capture: true, passive: true });
  }

  function place(beside: HTMLElement): void {
    const root = document.documentElement;
    const isSheet = root.clientWidth < SHEET_BELOW_PX;
    element.classList.toggle("sheet", isSheet);
    element.style.removeProperty("left");
    element.style.removeProperty("top");
    if (isSheet) return;
    const { left, top } = placeBeside(beside.getBoundingClientRect(), element.getBoundingClientRect(), {
      width: root.clientWidth,
      height: window.innerHeight,
    });
    element.style.setProperty("left", `${left}px`);
    element.style.setProperty("top", `${top}px`);
  }

  function follow(event: Event): void {
    if (anchor === null || event.composedPath().includes(element)) return;
    const frame = anchor.closest(".turns")?.getBoundingClientRect();
    const { top, bottom } = anchor.getBoundingClientRect();
    if (frame !== undefined && (bottom < frame.top || top > frame.bottom)) close();
    else place(anchor);
  }

  function openCitation(quote: QuoteWire, beside: HTMLElement): void {
    clearTimeout(timer);
    show(quote, beside);
    pinned = true;
    element.focus({ preventScroll: true });
  }

  function peekCitation(quote: QuoteWire, beside: HTMLElement): void {
    if (pinned && holdsFocus()) return;
    later(() => {
      pinned = false;
      show(quote, beside);
    }, PEEK_AFTER_MS);
  }

  function leaveCitation(): void {
    if (pinned) return;
    later(close, LEAVE_AFTER_MS);
  }

  function close(): boolean {
    clearTimeout(timer);
    document.removeEventListener("pointerdown", pressedElsewhere, true);
    document.removeEventListener("keydown", escaped, true);
    window.removeEventListener("resize", close);
    window.removeEventListener("scroll", follow, true);
    anchor?.getRootNode().removeEventListener("scroll", follow, true);
    if (anchor === null) return false;
    const back = holdsFocus() ? anchor : null;
    anchor.removeAttribute("aria-expanded");
    anchor = null;
    if (element.matches(":popover-open")) element.hidePopover();
    element.hidden = true;
    // The marker may peek when it gets the focus back: the card was just closed on purpose.
    back?.focus({ preventScroll: true });
    clearTimeout(timer);
    pinned = false;
    return true;
  }

  return { element, openCitation, peekCitation, leaveCitation, close };
}
