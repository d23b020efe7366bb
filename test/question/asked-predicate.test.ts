import { expect, test } from "vitest";
import { analyseQuestion } from "../../src/question/analyse.ts";
import { readAskedPredicate } from "../../src/question/asked-predicate.ts";
import { stem } from "../../src/text/stem.ts";

const keyOf = (text: string): string | null => {
  const [part] = analyseQuestion(text).parts;
  return (part && readAskedPredicate(part)?.key) ?? null;
};

test.each([
  ["Was the upper gate at the lock open?", "open"],
  ["Was it sabotage?", "sabotage"],
  ["Was Preek on his radio?", "radio"],
  ["Did the pilot use the spare anchor before the storm?", "anchor"],
  ["Was a warning sent to the farms in Orlen?", "sent"],
  ["Did oil leak from the pump house?", "leak"],
  ["Did anybody tell the harbour before the gate was opened?", "tell"],
  ["Was anybody painting in Shed 7 that night?", "painting"],
  ["Has the mast broken in two?", "broken"],
  ["Did the rudder of the tug jam?", "jam"],
  ["Did the siren go off?", "go"],
  ["Did the council promise that no farm would be sold?", "promise"],
  ["Had the pilot fallen ill?", "ill"],
])("%s asks of “%s”", (question, word) => {
  expect(keyOf(question)).toBe(stem(word));
});

test.each(["Was the report confirmed?", "Could the gate open?", "Was it raining or snowing?", "When did it open?"])(
  "%s asks of nothing that a clause affirms or denies",
  (question) => {
    expect(keyOf(question)).toBeNull();
  },
);
