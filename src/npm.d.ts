/** Types of the `npm:` imports that Framework resolves in the browser. */
declare module "npm:@observablehq/plot" {
  export * from "@observablehq/plot";
}

declare module "npm:htl" {
  type Literal<Result> = (strings: TemplateStringsArray, ...values: unknown[]) => Result;
  export const html: Literal<HTMLElement> & { fragment: Literal<DocumentFragment> };
  export const svg: Literal<SVGElement> & { fragment: Literal<DocumentFragment> };
}

declare module "npm:@uwdata/flechette" {
  export * from "@uwdata/flechette";
}

declare module "npm:duckdb-wasm" {
  export * from "@duckdb/duckdb-wasm";
}

declare module "npm:hyparquet" {
  export * from "hyparquet";
}

declare module "npm:arquero" {
  export * from "arquero";
  export type ColumnTable = ReturnType<typeof import("arquero").table>;
}

declare module "npm:fzstd" {
  export * from "fzstd";
}

declare module "npm:simple-statistics" {
  export * from "simple-statistics";
}

/** What Framework gives to modules as to pages. */
declare module "observablehq:stdlib" {
  export function FileAttachment(name: string): { href: string; json<Table>(): Promise<Table> };
}
