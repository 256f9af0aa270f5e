import { beforeAll, describe, expect, test } from "vitest";
import { buildDictionary } from "../../../loaders/dictionary/dictionary.js";
import { type DataPackage, dataPackage } from "../../../src/lib/dictionary/dataPackage.js";
import type { TableSchemaField } from "../../../src/lib/dictionary/tableSchema.js";

/** Constraints that each type takes (https://datapackage.org/standard/table-schema/#field-constraints). */
const CONSTRAINTS: Record<TableSchemaField["type"], readonly string[]> = {
  string: ["required", "unique", "pattern", "enum", "minLength", "maxLength"],
  integer: ["required", "unique", "enum", "minimum", "maximum"],
  number: ["required", "unique", "enum", "minimum", "maximum"],
  boolean: ["required", "enum"],
  date: ["required", "unique", "enum", "minimum", "maximum"],
  datetime: ["required", "unique", "enum", "minimum", "maximum"],
};

/** How the bound of a type is written: its own lexical form. */
const BOUND: Partial<Record<TableSchemaField["type"], (bound: unknown) => boolean>> = {
  integer: (bound) => Number.isInteger(bound),
  number: (bound) => typeof bound === "number",
  date: (bound) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(String(bound)),
  datetime: (bound) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}$/.test(String(bound)),
};

let descriptor: DataPackage;
beforeAll(async () => {
  descriptor = dataPackage(await buildDictionary());
});

const schemas = () => descriptor.resources.map(({ name, schema }) => [name, schema] as const);

describe("the Table Schemas keep the rules of the specification", () => {
  test("a schema has fields, and no two fields of the same name", () => {
    for (const [name, { fields }] of schemas()) {
      const names = fields.map((field) => field.name);
      expect(names.length, name).toBeGreaterThan(0);
      expect(new Set(names).size, name).toBe(names.length);
    }
  });

  test("a key is made of fields, and those of a primary key are required", () => {
    for (const [name, { fields, primaryKey, uniqueKeys }] of schemas()) {
      const keys = [primaryKey, ...(uniqueKeys ?? [])].filter((key) => key !== undefined);
      expect(keys, name).toHaveLength(1);
      for (const column of keys[0]!) {
        const field = fields.find((one) => one.name === column);
        expect(field, `${name}.${column}`).toBeDefined();
        if (primaryKey) expect(field!.constraints?.required, `${name}.${column}`).toBe(true);
      }
    }
  });

  test("a field has a type of the specification, and only the constraints that this type takes", () => {
    for (const [name, { fields }] of schemas())
      for (const { name: field, type, constraints = {} } of fields) {
        expect(Object.keys(CONSTRAINTS), `${name}.${field}`).toContain(type);
        for (const constraint of Object.keys(constraints))
          expect(CONSTRAINTS[type], `${name}.${field}`).toContain(constraint);
      }
  });

  test("bounds are written as the values of their field are", () => {
    for (const [name, { fields }] of schemas())
      for (const { name: field, type, constraints = {} } of fields)
        for (const bound of [constraints.minimum, constraints.maximum])
          if (bound !== undefined) expect(BOUND[type]!(bound), `${name}.${field}`).toBe(true);
  });

  test("patterns are XML Schema regular expressions: no anchor, no look-around, no group without capture", () => {
    for (const [name, { fields }] of schemas())
      for (const { name: field, constraints = {} } of fields) {
        const { pattern, enum: values } = constraints;
        if (pattern === undefined) continue;
        expect(pattern, `${name}.${field}`).not.toMatch(/^\^|\$$|\(\?/);
        for (const value of values ?? []) expect(value).toMatch(new RegExp(`^(?:${pattern})$`));
      }
  });

  test("a missing value is a text", () => {
    for (const [, { missingValues }] of schemas()) expect(missingValues).toEqual([""]);
  });
});

describe("the Data Package keeps the rules of the specification", () => {
  test("names are lower case, without spaces, and no two resources share one", () => {
    const names = descriptor.resources.map(({ name }) => name);
    for (const name of [descriptor.name, ...names]) expect(name).toMatch(/^[-a-z0-9._/]+$/);
    expect(new Set(names).size).toBe(names.length);
  });

  test("paths are relative and stay within the package", () => {
    for (const { path } of descriptor.resources) expect(path).toMatch(/^[a-z0-9_]+\.parquet$/);
  });
});
