/** Types of the `npm:` imports that Framework resolves in the browser. */
declare module "npm:@observablehq/plot" {
  export * from "@observablehq/plot";
}

declare module "npm:htl" {
  type Literal<Result> = (strings: TemplateStringsArray, ...values: unknown[]) => Result;
  export const html: Literal<HTMLElement> & { fragment: Literal<DocumentFragment> };
  export const svg: Literal<SVGElement> & { fragment: Literal<DocumentFragment> };
}
