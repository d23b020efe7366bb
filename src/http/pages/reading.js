// The document page opens at `#c=start-end`, UTF-16 offsets into the document's text, and marks that stretch.

const text = document.querySelector(".text");
const opened = document.getElementById("opened");

/** The text nodes of a block that belong to the document, as they are before anything is cut: our numbers between them do not. */
function nodesOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes.filter((node) => !node.parentElement.closest("[data-ours]"));
}

/** Text nodes between two offsets, cut so that each lies wholly inside. */
function stretch(start, end) {
  const found = [];
  for (const block of text.querySelectorAll("[data-start]")) {
    let at = Number(block.dataset.start);
    if (at >= end) break;
    for (const node of nodesOf(block)) {
      const length = node.length;
      const from = Math.max(0, start - at);
      const to = Math.min(length, end - at);
      if (from < to) {
        if (to < length) node.splitText(to);
        found.push(from > 0 ? node.splitText(from) : node);
      }
      at += length;
    }
  }
  return found;
}

function close() {
  for (const span of text.querySelectorAll(".opened")) {
    const parent = span.parentNode;
    span.replaceWith(...span.childNodes);
    parent.normalize();
  }
  opened.textContent = "";
}

function open() {
  close();
  const place = /^#c=(\d{1,9})-(\d{1,9})$/.exec(location.hash);
  if (!place) {
    if (location.hash.startsWith("#c=")) opened.textContent = "The link names no place in this text.";
    return;
  }
  const [start, end] = [Number(place[1]), Number(place[2])];
  const nodes = end <= Number(text.dataset.length) ? stretch(start, end) : [];
  if (nodes.length === 0) {
    opened.textContent = "The link names a place that this text does not have. It may have changed since.";
    return;
  }
  const spans = nodes.map((node) => {
    const span = document.createElement("span");
    span.className = "opened";
    node.replaceWith(span);
    span.append(node);
    return span;
  });
  opened.textContent = "Opened at the quote, which is framed in the text.";
  spans[0].tabIndex = -1;
  spans[0].focus({ preventScroll: true });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  spans[0].scrollIntoView({ block: "center", behavior: still ? "instant" : "auto" });
}

if (text && opened) {
  open();
  addEventListener("hashchange", open);
}
