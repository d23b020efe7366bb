// A scripted language model behind an OpenAI-compatible server, to be evaluated beside the extractive answerer (docs/evaluation.md):
//   node bin/bench.js scripted-model <manner>
// prints what to set and answers until it is stopped. Manners: test/fakes/model-manners.ts.

import { startChatServer } from "../test/fakes/chat-server.ts";
import { inManner, MANNERS } from "../test/fakes/model-manners.ts";

const [, , wanted = ""] = process.argv;
const manner = Object.entries(MANNERS).find(([name]) => name === wanted)?.[1];
if (manner === undefined) {
  process.stderr.write(`Which manner? One of: ${Object.keys(MANNERS).join(", ")}.\n`);
  process.exitCode = 2;
} else {
  const { baseUrl } = await startChatServer({ write: inManner(manner) });
  process.stdout.write(`OPENAI_MODEL=${wanted} OPENAI_BASE_URL=${baseUrl.href}\n`);
}
