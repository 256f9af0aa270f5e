import fc from "fast-check";
import { expect, test } from "vitest";
import { Records } from "../../../../loaders/ingest/intake/records.js";
import { splitLine } from "../../../../loaders/ingest/split.js";
import { readAlone } from "./readAlone.js";

async function join(text: string, block = 1 << 20): Promise<{ text: string; joined: number }> {
  const records = new Records(",");
  const bytes = Buffer.from(text);
  const blocks = async function* () {
    for (let at = 0; at < bytes.length; at += block) yield bytes.subarray(at, at + block);
  };
  const out: Buffer[] = [];
  for await (const chunk of records.join(blocks())) out.push(chunk);
  return { text: Buffer.concat(out).toString(), joined: records.joined };
}

test("records written by RFC 4180 come back one a line, a space for each line break", async () => {
  const cell = fc.array(fc.constantFrom(..."ab, \"'é\n".split("")), { maxLength: 6 });
  const row = fc.array(
    cell.map((letters) => letters.join("")),
    { minLength: 3, maxLength: 3 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1 }),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 40 }),
      async (rows, end, block) => {
        const lines = rows.map((cells) =>
          cells.map((text) => `"${text.replaceAll('"', '""').replaceAll("\n", end)}"`).join(","),
        );
        const joined = await join(lines.map((line) => line + end).join(""), block);
        const read = joined.text.split(end).slice(0, -1);
        expect(read.map((line) => splitLine(line, { delimiter: ",", quotes: "strict" }))).toEqual(
          rows.map((cells) => cells.map((text) => text.replaceAll("\n", " "))),
        );
      },
    ),
  );
});

test("whatever the text, nothing is lost but line breaks made spaces", async () => {
  const letters = fc.array(fc.constantFrom(...'a,""\n\n'.split("")), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(letters, fc.integer({ min: 1, max: 9 }), async (parts, block) => {
      const text = parts.join("");
      const joined = await join(text, block);
      expect(joined.text.replaceAll("\n", " ")).toBe(text.replaceAll("\n", " "));
      expect(joined.text).toBe((await join(text)).text);
    }),
  );
});

test("a quote that never closes joins nothing, and the records after it are joined still", async () => {
  const text = 'a,b\n1,"open\n2,x\n3,"two\nlines"\n4,y\n';
  expect(await join(text)).toEqual({ text: 'a,b\n1,"open\n2,x\n3,"two lines"\n4,y\n', joined: 1 });
});

test("a quote that never closes swallows no more than a thousand lines", async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `${index},x`);
  const text = ["a,b", '0,"open', ...rows, '9,x"', ""].join("\n");
  expect(await join(text)).toEqual({ text, joined: 0 });
});

test("lines that do not make the right number of cells together are left as they are", async () => {
  const text = 'a,b\n1,"x\ny",z\n2,w\n';
  expect(await join(text)).toEqual({ text, joined: 0 });
});

test("a header whose labels are on several lines is one line", async () => {
  expect((await join('\uFEFF"a\nb",c\n"1\n2",3\n')).text).toBe('\uFEFF"a b",c\n"1 2",3\n');
});

const NAME = "mises-en-relation.csv";
const HEADER = [
  "Date de transmission du besoin",
  "Id de la sollicitation",
  "Identifiant du besoin",
  "Id de la mise en relation",
  "Statut de la mise en relation",
  "Statut du besoin",
  "Sujet réel",
  "Description",
];

test("a match whose free texts are on several lines is one row, and no row is torn", async () => {
  const row = (id: number, subject: string, text: string) =>
    `2026-09-01 10:00,${id},${id},${id},quo,quo,"${subject}","${text}"`;
  const lines = [
    HEADER.join(","),
    row(1, "trésorerie", 'Bonjour,\n\nje cherche ""un prêt"".\nMerci'),
    row(2, "deux\nlignes", "court"),
    row(3, "recrutement", "jamais refermé").slice(0, -1),
    row(4, "formation", "court"),
  ];
  const { read, left } = await readAlone(NAME, [`${lines.join("\n")}\n`], "id_besoin, sujet");
  const [{ report, rows }] = read as [(typeof read)[0]];
  expect(report).toMatchObject({ parsed: 4, valid: 3, rejected: 1, skipped: 0, fatal: null });
  expect(report.messages[0]).toMatch(/^Line 3: guillemets mal fermés/);
  expect(report.notices.join()).toContain("2 enregistrements sur plusieurs lignes");
  expect(rows.map(({ sujet }) => sujet)).toEqual(["trésorerie", "deux lignes", "formation"]);
  expect(left).toEqual([]);
});
