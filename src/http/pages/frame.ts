import { markup, markupOf } from "../html.ts";
import type { Html } from "../html.ts";
import { withoutDirections } from "./words.ts";

/** A whole page for people, as it is sent. The style and the script are the server's own files: nothing stands inline. */
export function framePage(page: {
  readonly title: string;
  readonly main: Html;
  readonly current: "topics" | "document" | "nothing";
}): string {
  const here = page.current === "topics" ? markup` aria-current="page"` : null;
  return markupOf(
    markup`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${withoutDirections(page.title)} – Parallax</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/reading.css" />
          <script src="/reading.js" type="module"></script>
        </head>
        <body>
          <a class="skip" href="#main">Skip to the text</a>
          <header class="masthead">
            <a class="name" href="/">Parallax</a>
            <nav aria-label="Pages">
              <a href="/">Ask</a> <a href="/disagreements" ${here}>What the documents disagree about</a>
            </nav>
          </header>
          <main id="main" tabindex="-1">${page.main}</main>
        </body>
      </html> `,
  );
}
