import fc from "fast-check";
import { expect, it } from "vitest";
import { Court } from "../../../loaders/demo/court.js";
import { Random } from "../../../loaders/demo/random.js";

it("every opening is followed by one story the law knows: a plan, an end, or winding up", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const court = new Court(new Random(seed, "court"));
      court.open(100);
      for (let m = 101; m < 250; m++) court.step(m);
      const stages = court.judgments.map(({ action, stage }) => `${stage}_${action}`);
      expect(stages[0]).toMatch(/^ouverture_/);
      if (court.phase === "liquidation") {
        expect(stages).toContain("cloture_insuffisance_actif_liquidation");
        expect(court.lastMonth).toBeGreaterThanOrEqual(100);
      } else {
        expect(["plan", "inBonis"]).toContain(court.phase);
        expect(stages.at(-1)).toMatch(/^(plan_continuation|fin_procedure)_/);
      }
    }),
  );
});
