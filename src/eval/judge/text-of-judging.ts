import { textOfCounts } from "../answerers.ts";
import { wordValue } from "../report-text.ts";
import type { Judging } from "./judge-results.ts";
import { summariseJudging } from "./summarise-judging.ts";
import type { Part } from "./summarise-judging.ts";

const NAME_WIDTH = 48;

/** What a judge says, as lines for a terminal. */
export function textOfJudging(judging: Judging): string {
  return summariseJudging(judging)
    .map(({ half, answers, failed, unmarked, agreement, ...marks }) => {
      const lost = Object.values(failed).reduce((sum, count) => sum + count, 0);
      const why = lost === 0 ? "" : ` (${textOfCounts(failed)})`;
      return [
        `advisory marks of ${judging.model}, ${half}; they gate nothing: ${answers} answers, ${lost} without a mark${why}`,
        line("sentences that their quotes support", marks.supported, `, ${unmarked} unmarked`),
        line("questions answered", marks.answered),
        line("answers that read well", marks.readsWell),
        line("agrees with our checks: supported", agreement.supported),
        line("agrees with our checks: planted, unsupported", agreement.planted),
        line("agrees with our outcome: answered", agreement.answered),
      ].join("\n");
    })
    .join("\n");
}

const line = (name: string, { yes, of }: Part, more = ""): string =>
  `  ${name.padEnd(NAME_WIDTH)} ${wordValue(yes / of, "share").padStart(6)}  ${yes} of ${of}${more}`;
