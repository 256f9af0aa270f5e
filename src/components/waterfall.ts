import * as Plot from "npm:@observablehq/plot";
import { type ColourName, colour } from "../lib/colours.js";
import { formatNumber, formatPercent } from "../lib/format/number.js";
import { sigmoid } from "../lib/logistic/predict.js";
import { CHART_STYLE, labelMargin, NARROW } from "./chartStyle.js";

export interface Step {
  label: string;
  /** Log-odds where the bar starts and ends; the same twice for a mark. */
  from: number;
  to: number;
  role: "start" | "sign" | "end";
}

export interface Waterfall {
  /** Log-odds of an average company. */
  base: number;
  signs: readonly { label: string; contribution: number }[];
  /** Probabilities from which the levels hold, drawn as rules. */
  thresholds: readonly { label: string; probability: number; colour: ColourName }[];
}

/** Heights in pixels; on a narrow screen the bar is under its label. */
const WIDE = { row: 28, bar: [6, 22], label: 14 } as const;
const STACKED = { row: 42, bar: [20, 36], label: 10 } as const;
const MARGIN = { top: 40, bottom: 44, right: 56, stacked: 12, amount: 52 } as const;
const LONGEST_LABEL = 44;
/** Room of the name of a threshold, above the bars. */
const RULE_LINE = 16;

/** Probabilities worth a mark; those outside the bars are left out. */
const TICKS = [0.0001, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 0.95, 0.99];

const logit = (probability: number): number => Math.log(probability / (1 - probability));

/** Bars end to end, in the order given: from the average company to this one. */
export function stepsOf({ base, signs }: Pick<Waterfall, "base" | "signs">): Step[] {
  let at = base;
  const steps: Step[] = [{ label: "Entreprise moyenne", from: base, to: base, role: "start" }];
  for (const { label, contribution } of signs) {
    steps.push({ label, from: at, to: at + contribution, role: "sign" });
    at += contribution;
  }
  return [...steps, { label: "Cette entreprise", from: at, to: at, role: "end" }];
}

/**
 * Where the score comes from: contributions end to end in log-odds (upper axis), which add up
 * exactly, and the probabilities they stand for (lower axis). Worrying signs go right, reassuring
 * ones left; the rules are the thresholds of the levels.
 */
export function waterfall(data: Waterfall): (width: number) => SVGElement {
  const steps = stepsOf(data);
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const rules = data.thresholds.map(({ probability, ...one }) => ({
    ...one,
    x: logit(probability),
  }));
  const low = Math.min(...ends, ...rules.map(({ x }) => x)) - 0.15;
  const high = Math.max(...ends, ...rules.map(({ x }) => x)) + 0.15;
  return (width) => {
    const stacked = width < NARROW + 120;
    const { row, bar, label } = stacked ? STACKED : WIDE;
    const head = rules.length * RULE_LINE;
    const height = head + steps.length * row;
    const rows = steps.map((step, index) => ({ ...step, y: head + index * row }));
    const labels = steps.map((step) => shortened(step.label));
    const axis = width - (stacked ? MARGIN.amount : labelMargin(labels));
    return Plot.plot({
      width,
      height: height + MARGIN.top + MARGIN.bottom,
      style: CHART_STYLE,
      marginLeft: stacked ? MARGIN.stacked : labelMargin(labels),
      marginRight: stacked ? MARGIN.amount : MARGIN.right,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      x: { domain: [low, high], axis: null },
      y: {
        domain: [0, height],
        reverse: false,
        axis: null,
        range: [MARGIN.top, MARGIN.top + height],
      },
      marks: [
        Plot.axisX({
          anchor: "top",
          ticks: stacked ? 4 : 7,
          tickFormat: (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1),
          label: "Logarithme des chances",
          labelAnchor: "left",
          labelArrow: "none",
        }),
        Plot.axisX(probabilityTicks(low, high, axis).map(logit), {
          anchor: "bottom",
          tickFormat: (value: number) => percent(sigmoid(value)),
          label: "Probabilité",
          labelAnchor: "left",
          labelArrow: "none",
        }),
        rules.map((rule, index) => [
          Plot.ruleX([rule], { x: "x", stroke: colour(rule.colour), strokeDasharray: "4,3" }),
          Plot.text([rule], {
            ...HALO,
            x: "x",
            y: () => (index + 0.5) * RULE_LINE,
            text: "label",
            fill: colour(rule.colour),
            textAnchor: "end",
            dx: -5,
          }),
        ]),
        Plot.rect(
          rows.filter(({ role }) => role === "sign"),
          {
            x1: "from",
            x2: "to",
            y1: ({ y }: { y: number }) => y + bar[0],
            y2: ({ y }: { y: number }) => y + bar[1],
            fill: ({ from, to }: Step) => colour(to >= from ? "unfavourable" : "favourable"),
          },
        ),
        Plot.dot(
          rows.filter(({ role }) => role !== "sign"),
          {
            x: "to",
            y: ({ y }: { y: number }) => y + (bar[0] + bar[1]) / 2,
            r: 6,
            fill: colour("subject"),
          },
        ),
        Plot.text(rows, {
          ...HALO,
          x: ({ from, to }: Step) => Math.max(from, to),
          y: ({ y }: { y: number }) => y + (bar[0] + bar[1]) / 2,
          text: amount,
          textAnchor: "start",
          dx: 9,
        }),
        Plot.text(rows, {
          ...HALO,
          y: ({ y }: { y: number }) => y + label,
          text: ({ label: text }: Step) => shortened(text),
          frameAnchor: "left",
          textAnchor: stacked ? "start" : "end",
          dx: stacked ? 0 : -8,
        }),
      ],
    }) as SVGElement;
  };
}

const HALO = { stroke: "var(--vigie-background)", strokeWidth: 4, fill: "currentColor" } as const;

/** Pixels between the marks of probability. */
const TICK_ROOM = 46;

/** Marks that have room; the smaller ones go first, the axis being stretched at its ends. */
function probabilityTicks(low: number, high: number, width: number): number[] {
  const kept: number[] = [];
  const scale = width / (high - low);
  for (const tick of TICKS.filter((one) => logit(one) >= low && logit(one) <= high)) {
    const last = kept.at(-1);
    if (last === undefined || (logit(tick) - logit(last)) * scale >= TICK_ROOM) kept.push(tick);
  }
  return kept;
}

function amount({ from, to, role }: Step): string {
  if (role !== "sign") return percent(sigmoid(to));
  const size = formatNumber(to - from, 2);
  return to > from && /[1-9]/.test(size) ? `+${size}` : size;
}

/** Below a hundredth, one decimal says too little. */
function percent(probability: number): string {
  const decimals = probability < 0.01 ? 2 : probability < 0.1 ? 1 : 0;
  return formatPercent(100 * probability, decimals);
}

function shortened(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : label;
}
