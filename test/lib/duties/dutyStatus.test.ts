import { expect, test } from "vitest";
import type { Delivery } from "../../../src/lib/duties/delivery.js";
import { parseDeliveries } from "../../../src/lib/duties/delivery.js";
import { DUTIES } from "../../../src/lib/duties/duties.js";
import { DUTY_STATES, dutyStatus } from "../../../src/lib/duties/dutyStatus.js";
import { ENGAGEMENTS } from "../../fixtures/budget.js";

const statusOf = (number: number, declared: Delivery[] = [], evidence = ENGAGEMENTS) =>
  dutyStatus(DUTIES[number - 1]!, evidence, declared);

test("a quarterly list is up to date until three months after the last one, late from the next day", () => {
  expect(statusOf(19)).toMatchObject({ state: "done", last: "2026-09-10", next: "2026-12-10" });
  const at = (today: string) => statusOf(19, [], { ...ENGAGEMENTS, today });
  expect(at("2026-12-10").state).toBe("done");
  expect(at("2026-12-11").state).toBe("late");
});

test("without any list, the quarterly duty of an agreement still running is to be declared", () => {
  const evidence = { ...ENGAGEMENTS, lists: [], today: "2023-06-01" };
  expect(statusOf(19, [], evidence).state).toBe("undeclared");
});

test("the monthly integration is proven by the batch itself", () => {
  expect(statusOf(29)).toMatchObject({ state: "done", last: "2026-10-01", next: "2026-11-01" });
});

test("what recurred under an agreement that ended is no longer due, and says since when", () => {
  expect(statusOf(2)).toMatchObject({ state: "moot", ended: "2023-12-31" });
  expect(statusOf(12)).toMatchObject({ state: "moot", ended: "2021-03-25", last: "2020-09-30" });
});

test("a report due at the end of an agreement stays to be declared after it, and comes before it", () => {
  expect(statusOf(9)).toMatchObject({ state: "undeclared", next: "2023-12-31" });
  const before = { ...ENGAGEMENTS, today: "2023-06-01" };
  expect(statusOf(9, [], before)).toMatchObject({ state: "coming", next: "2023-12-31" });
  const told = [{ engagement: 9, livraison: "2024-02-15", piece: "courrier 12" }];
  expect(statusOf(9, told)).toMatchObject({ state: "done", piece: "courrier 12" });
});

test("an answer asked on a Friday before a holiday is late after its fifth working day", () => {
  // Asked Friday 30 October 2026: 2 to 6 November; Sunday 1 November is a holiday already off.
  const asked = [{ engagement: 8, demande: "2026-10-30" }];
  const at = (today: string) => statusOf(8, asked, { ...ENGAGEMENTS, today });
  expect(at("2026-11-06")).toMatchObject({ state: "coming", next: "2026-11-06" });
  expect(at("2026-11-07").state).toBe("late");
});

test("the security audit is proven by the last payment of its post", () => {
  expect(statusOf(45)).toMatchObject({ state: "done", last: "2023-12-31" });
  expect(statusOf(45, [], { ...ENGAGEMENTS, posts: {} }).state).toBe("undeclared");
});

test("a dated figure is never a result, whatever is declared", () => {
  expect(statusOf(50, [{ engagement: 50, livraison: "2026-09-01" }]).state).toBe("dated");
});

test("every duty has a state that the page knows how to tell", () => {
  for (const duty of DUTIES) {
    expect(DUTY_STATES).toHaveProperty(dutyStatus(duty, ENGAGEMENTS, []).state);
  }
});

test("a file of deliveries is read, and a wrong one is refused by name", () => {
  const text = '{"livraisons":[{"engagement":8,"demande":"2026-09-01"}]}';
  expect(parseDeliveries(text, "f.json").livraisons).toHaveLength(1);
  for (const wrong of [
    "",
    "{}",
    '{"livraisons":[{"engagement":59}]}',
    text.replace("-09-", "-13-"),
  ]) {
    expect(() => parseDeliveries(wrong, "f.json")).toThrow(/^f\.json/);
  }
});
