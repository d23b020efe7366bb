// The page at "/". All text from replies is set as text, never as HTML.

const find = (id) => document.getElementById(id);

/** An element with text or children; nothing here ever parses HTML. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Only web addresses become links: an address from a document may be anything. */
const isWebAddress = (address) => /^https?:\/\//i.test(address ?? "");

const outcomes = {
  answered: "Answered",
  disputed: "The documents disagree",
  unanswerable: "The documents do not say",
};

const kinds = {
  contradiction: "contradiction",
  estimate: "differing estimates",
  scope: "different scope",
  update: "a later figure",
  unclear: "unclear why they differ",
};

/** Our Markdown: **strong**, *emphasis*, [1] markers, backslash escapes. */
function inline(text, markers) {
  const pieces = text.split(/(\\[!-/:-@[-`{-~]|\*\*(?:\\.|[^*\\])+\*\*|\*(?:\\.|[^*\\])+\*|\[\d+\])/);
  return pieces.map((piece) => {
    if (piece.startsWith("\\") && piece.length === 2) return piece.slice(1);
    const marker = /^\[(\d+)\]$/.exec(piece);
    if (marker && markers.has(Number(marker[1]))) return markerLink(Number(marker[1]));
    if (piece.length > 4 && piece.startsWith("**") && piece.endsWith("**"))
      return make("strong", {}, ...inline(piece.slice(2, -2), markers));
    if (piece.length > 2 && piece.startsWith("*") && piece.endsWith("*"))
      return make("em", {}, ...inline(piece.slice(1, -1), markers));
    return piece;
  });
}

const markerLink = (marker) =>
  make("a", { href: `#citation-${marker}`, class: "marker", "aria-label": `Citation ${marker}` }, `[${marker}]`);

const markerLinks = (markers) => markers.flatMap((marker) => [markerLink(marker), " "]);

function blocks(markdown, markers) {
  return markdown
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== "")
    .flatMap((block) => {
      const parts = [];
      for (const line of block.split("\n")) {
        const item = /^\s*[-*] +(.*)$/.exec(line);
        const last = parts.at(-1);
        if (item) {
          const entry = make("li", {}, ...inline(item[1], markers));
          if (last?.tagName === "UL") last.append(entry);
          else parts.push(make("ul", {}, entry));
        } else if (last?.tagName === "P") last.append(" ", ...inline(line, markers));
        else parts.push(make("p", {}, ...inline(line, markers)));
      }
      return parts;
    });
}

function documentLine(reference) {
  const title = isWebAddress(reference.url)
    ? make("a", { href: reference.url, rel: "noopener noreferrer" }, reference.title)
    : make("cite", {}, reference.title);
  const rest = [reference.source, reference.published].filter(Boolean).join(", ");
  return rest === "" ? [title] : [title, ` (${rest})`];
}

function quote(citation) {
  const said = citation.speaker ? credit(citation.speaker) : null;
  const words = [citation.marker ? `[${citation.marker}] ` : "", said ? `${said} · ` : ""].join("");
  const where = make("a", { href: `/documents/${encodeURIComponent(citation.document.id)}` }, "text");
  const note = citation.certainty === "stated" ? "" : ` · ${citation.certainty}`;
  const caption = make("figcaption", {}, words, ...documentLine(citation.document), `${note} · `, where);
  const identity = citation.marker ? { id: `citation-${citation.marker}` } : {};
  return make("figure", identity, make("blockquote", {}, `“${citation.quote}”`), caption);
}

/** "the mayor said", "according to the mayor". */
function credit({ name, verb }) {
  return /\bto$/i.test(verb) ? `${verb} ${name}` : `${name} ${verb}`;
}

/** Who stands behind a position: its speakers, or the sources where nobody is credited. */
function voices(position, citations) {
  const names = position.markers.map((marker) => {
    const citation = citations.get(marker);
    if (!citation) return null;
    const outlet = citation.document.source ?? citation.document.title;
    return citation.speaker ? `${citation.speaker.name} (in ${outlet})` : outlet;
  });
  return [...new Set(names.filter(Boolean))].join("; ");
}

function disagreement(item, citations) {
  const rows = item.positions.map((position) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, position.value),
      make(
        "td",
        {},
        [position.scope, position.asOf ? `as of ${position.asOf}` : null].filter(Boolean).join("; ") || "–",
      ),
      make("td", {}, voices(position, citations)),
      make("td", {}, ...markerLinks(position.markers)),
    ),
  );
  const heads = ["Position", "When, where", "Who says so", "Quotes"].map((head) => make("th", { scope: "col" }, head));
  const caption = make(
    "caption",
    {},
    make("strong", {}, item.topic),
    ` (${kinds[item.kind] ?? item.kind}). ${item.summary}`,
  );
  const table = make("table", {}, caption, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
  const notes = [];
  if (item.fitsAll.length > 0)
    notes.push(make("p", { class: "note" }, "Fits every position: ", ...markerLinks(item.fitsAll)));
  if (item.leftOut > 0) notes.push(make("p", { class: "note" }, `${item.leftOut} more positions are not listed.`));
  return make("div", { class: "table", tabindex: "0", role: "region", "aria-label": item.topic }, table, ...notes);
}

function show(answer) {
  const citations = new Map(answer.citations.map((citation) => [citation.marker, citation]));
  const outcome = find("outcome");
  outcome.textContent = outcomes[answer.outcome] ?? answer.outcome;
  outcome.className = answer.outcome;
  find("text").replaceChildren(...blocks(answer.answer, citations));
  const disputes = answer.disagreements.map((item) => disagreement(item, citations));
  find("disagreements").replaceChildren(
    ...(disputes.length > 0 ? [make("h2", {}, "Where they differ"), ...disputes] : []),
  );
  const quotes = answer.citations.map(quote);
  const close = answer.nearest.map(quote);
  find("citations").replaceChildren(
    ...(quotes.length > 0 ? [make("h2", {}, "Quotes"), ...quotes] : []),
    ...(close.length > 0 ? [make("h2", {}, "What comes nearest"), ...close] : []),
  );
  find("answer").hidden = false;
  find("answer").focus();
}

async function ask(question) {
  const reply = await fetch("/ask", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ question }),
  });
  const body = await reply.json();
  if (!reply.ok) throw new Error(body.detail ?? `The server answered ${reply.status}.`);
  return body;
}

find("ask").addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.target.querySelector("button");
  button.disabled = true;
  find("status").textContent = "Reading the documents…";
  try {
    show(await ask(find("question").value));
    find("status").textContent = "";
  } catch (error) {
    find("answer").hidden = true;
    find("status").textContent =
      error instanceof TypeError ? "The server cannot be reached. Is it running?" : error.message;
  } finally {
    button.disabled = false;
  }
});

try {
  const { documents } = await (await fetch("/documents")).json();
  find("documents").replaceChildren(...documents.map((reference) => make("li", {}, ...documentLine(reference))));
} catch {
  find("documents").replaceChildren(
    make("li", {}, "The documents are still being loaded. Reload the page in a moment."),
  );
}
