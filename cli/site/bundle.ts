import { build, type Plugin, type Rolldown } from "vite";
import { packageOf } from "./libraries.js";
import { REPOSITORY } from "./repository.js";

/** Same targets as Framework's own client (`dist/rollup.js`). */
const TARGETS = ["es2022", "chrome96", "firefox96", "safari16"];

const FUNCTION_ATTRIBUTE =
  'if ((name === "style" && isObjectLiteral(value)) || typeof value === "function") {';

/** The way htl takes `<p ${{onclick: f}}>`, whose mark is not the attribute of a handler. */
const FUNCTION_AS_PROPERTY = `if (typeof value === "function") {
  string = string.slice(0, attributeNameStart - strings[j - 1].length) + "::" + j + "=''";
  arguments[j] = {[name.toLowerCase()]: value};
  nodeFilter |= SHOW_ELEMENT;
  break;
}
`;

/**
 * htl parses `onclick=${f}` as `onclick="::0"`, then puts the function in place of the mark: under a
 * policy without inline scripts, the browser reports each mark as a handler it has blocked.
 */
const quietHandlers: Plugin = {
  name: "quiet-handlers",
  transform(code, id) {
    if (!/\/htl\/src\/index\.js$/.test(id)) return null;
    const parts = code.split(FUNCTION_ATTRIBUTE);
    if (parts.length !== 2) throw new Error("htl has changed: review cli/site/bundle.ts");
    return parts.join(FUNCTION_AS_PROPERTY + FUNCTION_ATTRIBUTE);
  },
};

/**
 * One installed library as one minified ES module for browsers, with only what it uses of those it
 * needs: Plot carries half of d3, and a page that shows a chart asks for one file less.
 */
export async function bundleLibrary(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: REPOSITORY,
    logLevel: "silent",
    plugins: [quietHandlers],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false,
      target: TARGETS,
      lib: { entry: packageOf(name), formats: ["es"], fileName: "library" },
      rolldownOptions: {
        input: packageOf(name),
        output: { minify: true, codeSplitting: false },
      },
    },
  });
  const [bundle] = [result].flat() as Rolldown.RolldownOutput[];
  return bundle!.output[0].code;
}
