import { describe, expect, test } from "vitest";
import { asker, sidesBySource } from "./ask-of.ts";

/** Three reports of one collapse of an invented grandstand. */
const ask = await asker([
  {
    source: "Tarn Echo",
    title: "Stand collapses at Orvik arena",
    published: "2031-05-02",
    text:
      "The old stand of the Orvik arena in Tarn collapsed on Friday, the city of Tarn said. It was the groundsman, Nils Aakre, who raised the alarm, according to the mayor of Tarn.\n\n" +
      "The collapse was caused by a rusted bolt, Orvik arena said. The rescue was led by Captain Ida Sund.\n\n" +
      "Visitors had sat near the band.",
  },
  {
    source: "Radio Orvik",
    title: "Orvik arena: the day after",
    published: "2031-05-03",
    text:
      "A bus driver from Tarn, Pia Lohre, was the first to raise the alarm, police in Tarn said. Heavy snow on the roof brought down the Orvik stand, said the architect Jon Viken.\n\n" +
      "Ida Sund, who led the rescue in Tarn, praised the volunteers.",
  },
  {
    source: "The Meridian",
    title: "What is known of the Orvik stand",
    published: "2031-05-04",
    text:
      "The alarm at the Orvik arena in Tarn was raised by Lohre, the control room said. Nobody named by the club raised it.\n\n" +
      "Not the snow but a bolt caused the collapse, a second engineer said.",
  },
]);

const sidesOf = sidesBySource(ask);

describe("names that evidence gives, by fit", () => {
  test("a cleft, a first to do it and a passive name two persons", async () => {
    expect(await sidesOf("Who raised the alarm?")).toEqual([
      ["Nils Aakre: Tarn Echo", "Pia Lohre: Radio Orvik, The Meridian"],
    ]);
  });

  test("a cause behind 'caused by' and one before 'brought down' are rivals", async () => {
    expect(await sidesOf("What caused the collapse of the stand?")).toEqual([
      ["Heavy snow: Radio Orvik", "rusted bolt: Tarn Echo, The Meridian"],
    ]);
  });

  test("one person told with and without the office is none", async () => {
    expect(await sidesOf("Who led the rescue?")).toEqual([]);
  });
});
