// node bin/shots.js ADDRESS: takes the pictures of docs/shots from a server over the shipped corpus, in Chromium (CHROMIUM_PATH or /usr/bin/chromium).

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ANSWERS = {
  agreed: "When did Trump speak with Putin on the phone?",
  disputed: "How many Ukrainian drones did Russia shoot down?",
  update: "How many troops has Russia lost?",
  unanswerable: "When did Belarus send its army into Ukraine?",
};
const SCREENS = { desktop: { width: 1100, height: 800 }, phone: { width: 390, height: 800 } };
const SCHEMES = ["light", "dark"];

const [address] = process.argv.slice(2);
if (address === undefined) {
  process.stderr.write(
    "Which server? Start one (npm start) and give its address: node bin/shots.js http://127.0.0.1:8787\n",
  );
  process.exitCode = 2;
} else {
  const folder = fileURLToPath(new URL("../docs/shots/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  for (const [name, question] of Object.entries(ANSWERS))
    for (const [screen, viewport] of Object.entries(SCREENS))
      for (const colorScheme of SCHEMES) {
        const page = await browser.newPage({ viewport, colorScheme, reducedMotion: "reduce" });
        await page.goto(new URL(`/?question=${encodeURIComponent(question)}`, address).href);
        await page.getByRole("button", { name: "Copy link" }).waitFor();
        // As high as what it shows: the field to ask in sticks to the lower edge of the window.
        const height = await page.evaluate("document.documentElement.scrollHeight");
        await page.setViewportSize({ width: viewport.width, height: Math.max(viewport.height, Number(height)) });
        await page.screenshot({ path: `${folder}${name}-${screen}-${colorScheme}.png`, fullPage: true });
        await page.close();
      }
  await browser.close();
}
