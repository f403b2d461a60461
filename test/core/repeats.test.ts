import { expect, it } from "vitest";
import type { Draft } from "../../src/core/draft.ts";
import { Merge } from "../../src/core/merge.ts";
import { withoutRepeats } from "../../src/core/repeats.ts";
import { DRAFT } from "../support/made-tips.ts";

const other: Draft = { ...DRAFT, title: "Another" };
const later: Draft = { ...DRAFT, title: "COUNT to  three", body: ["Four."] };

it("takes the last of the tips of one title and date, and counts them", () => {
  expect(withoutRepeats([DRAFT, other, later, DRAFT, other])).toEqual({
    drafts: [DRAFT, other],
    repeats: [
      { draft: DRAFT, times: 3 },
      { draft: other, times: 2 },
    ],
  });
  const apart = [DRAFT, other, { ...DRAFT, published: "2024-05-14" }];
  expect(withoutRepeats(apart)).toEqual({ drafts: apart, repeats: [] });
});

it("leaves what adds to a tip, or gives way to it, and so a full text where an opening comes later", () => {
  for (const more of [{ origin: "archive" }, { coverage: "opening" }, { partial: true }] as const) {
    const drafts = [DRAFT, { ...later, ...more }, { ...DRAFT, ...more }];
    expect(withoutRepeats(drafts)).toEqual({ drafts, repeats: [] });
  }
  const merge = new Merge({ topics: [], tips: [] }, []);
  for (const draft of withoutRepeats([DRAFT, { ...later, coverage: "opening" }]).drafts) merge.add(draft);
  expect([...merge.changed.values()]).toMatchObject([{ body: DRAFT.body, coverage: "full" }]);
});
