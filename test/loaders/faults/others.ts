import { LAYOUTS } from "../../../loaders/sources/layouts.js";
import { EFFECTIF_ENT } from "../ingest/batchFolder.js";
import type { Finding } from "./findings.js";
import { INPUTS, linesOf, textOf } from "./inputs.js";

/** A fault that takes a file of its own, or two. */
export interface OtherFault {
  files: Record<string, string | Buffer>;
  /** File that the fault is in. */
  file: string;
  found: Finding;
}

const { apconso, cotisation } = INPUTS as Required<typeof INPUTS>;

const usage = LAYOUTS.journal_usage;

/** What neither the matrix of Frictionless nor the rows of the domain can hold. */
export const OTHER_FAULTS: Readonly<Record<string, OtherFault>> = {
  "unclosed-quote": {
    files: { [apconso!.fileName]: `${linesOf(apconso!).join("\n").replace("d1,", '"d1,')}\n` },
    file: apconso!.fileName,
    found: { code: "unclosed-quote", line: 2, column: null },
  },
  "unknown-file": {
    files: { [cotisation!.fileName]: textOf(cotisation!), "debits_v2.csv": "a;b\n1;2\n" },
    file: "debits_v2.csv",
    found: { code: "unknown-file", line: null, column: null },
  },
  "misnamed-archive": {
    files: { [`${cotisation!.fileName}.gz`]: textOf(cotisation!) },
    file: `${cotisation!.fileName}.gz`,
    found: { code: "misnamed-archive", line: null, column: null },
  },
  "other-encoding": {
    files: { [cotisation!.fileName]: Buffer.from(`\uFEFF${textOf(cotisation!)}`, "utf16le") },
    file: cotisation!.fileName,
    found: { code: "other-encoding", line: null, column: null },
  },
  "line-endings": {
    files: { [cotisation!.fileName]: textOf(cotisation!).replaceAll("\n", "\r") },
    file: cotisation!.fileName,
    found: { code: "line-endings", line: null, column: null },
  },
  "other-delimiter": {
    files: { [cotisation!.fileName]: textOf(cotisation!).replaceAll(";", "|") },
    file: cotisation!.fileName,
    found: { code: "other-delimiter", line: null, column: null },
  },
  "multiline-cell": {
    files: { [apconso!.fileName]: textOf(apconso!).replace("d1,", '"d\n1",') },
    file: apconso!.fileName,
    found: { code: "multiline-cell", line: null, column: null },
  },
  "nominative-label": {
    files: { [usage.fileName]: `${usage.header.join(usage.delimiter)}\n` },
    file: usage.fileName,
    found: { code: "nominative-label", line: null, column: "user_email" },
  },
  "out-of-perimeter": {
    files: {
      [cotisation!.fileName]: textOf(cotisation!),
      "filter_2610.csv": "siren\n111111118\n",
    },
    file: cotisation!.fileName,
    found: { code: "out-of-perimeter", line: null, column: null },
  },
  "period-gap": {
    files: { [LAYOUTS.effectif_ent.fileName]: `${EFFECTIF_ENT.replace("eff202632;", "")}\n` },
    file: LAYOUTS.effectif_ent.fileName,
    found: { code: "period-gap", line: null, column: null },
  },
};
