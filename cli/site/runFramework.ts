import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { VigieError } from "../../src/lib/error.js";
import type { Progress } from "../../src/lib/progress.js";
import type { Theme } from "./frame/theme.js";
import type { FrameworkAnswer, FrameworkOrder } from "./framework.js";
import { REPOSITORY } from "./repository.js";

/**
 * A public site takes 10 to 20 s on two cores; a loader that hangs would otherwise hold it for ever.
 * The clock starts again at each page: a site of agents has thousands.
 */
const TIMEOUT_SECONDS = 300;

/** What is shown of Framework's own words when it fails. */
const LINES_SHOWN = 12;

const ENTRY = fileURLToPath(new URL("./framework.ts", import.meta.url));
const DENY_NETWORK = new URL("./denyNetwork.ts", import.meta.url).href;

/**
 * Builds the pages with Framework, in a process of its own where the network is refused. Returns
 * the paths of the pages. Throws a VigieError when Framework fails, hangs, or asked for the network.
 */
export async function runFramework(
  order: FrameworkOrder & {
    tables: string;
    agents?: string | undefined;
    science?: boolean;
    theme?: Theme;
  },
  progress: Progress,
  timeoutSeconds = TIMEOUT_SECONDS,
): Promise<string[]> {
  const child = fork(ENTRY, [JSON.stringify(order)], {
    cwd: REPOSITORY,
    detached: true,
    silent: true,
    execArgv: ["--import", "tsx", "--import", DENY_NETWORK],
    env: {
      ...process.env,
      VIGIE_TABLES: order.tables,
      VIGIE_AGENTS: order.agents ?? "",
      VIGIE_SCIENCE: order.science ? "1" : "",
      VIGIE_THEME: order.theme ?? "",
      OBSERVABLE_TELEMETRY_DISABLE: "1",
    },
  });
  const output: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8").on("data", (text: string) => output.push(text));
  }
  let finished: Extract<FrameworkAnswer, { kind: "done" }> | undefined;
  child.on("message", (answer: FrameworkAnswer) => {
    if (answer.kind === "done") finished = answer;
    else progress({ item: answer.path, done: answer.done, total: answer.total });
  });
  const end = await ended(child, timeoutSeconds);
  if (end === "timeout") throw hung(timeoutSeconds);
  if (end !== 0 || !finished) throw failed(output.join(""));
  if (finished.attempts.length > 0) throw networkAsked(finished.attempts);
  return finished.pages;
}

/**
 * Exit code, or `timeout` once the process and all that it started are killed, after so long without
 * a word.
 */
function ended(child: ReturnType<typeof fork>, seconds: number): Promise<number | "timeout"> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      process.kill(-child.pid!, "SIGKILL");
      resolve("timeout");
    }, seconds * 1000);
    child.on("message", () => timer.refresh());
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}

function hung(seconds: number): VigieError {
  return new VigieError(
    "site-timeout",
    `la construction des pages n’a pas fini en ${seconds} s`,
    "Cherchez le chargeur de données qui ne rend pas la main ; le site précédent est inchangé.",
  );
}

function failed(output: string): VigieError {
  const words = output.trimEnd().split("\n").slice(-LINES_SHOWN).join("\n");
  const denied = /network access refused during the build: (\S+)/.exec(output);
  if (denied) return networkAsked([denied[1]!]);
  return new VigieError(
    "site-failed",
    `Observable Framework a échoué :\n${words}\n`,
    "Corrigez la page ou le chargeur nommé ; le site précédent est inchangé.",
  );
}

function networkAsked(addresses: string[]): VigieError {
  return new VigieError(
    "network-asked",
    `la construction a voulu joindre ${addresses.join(", ")}`,
    "Ajoutez la bibliothèque demandée par la page à cli/site/libraries.ts et à package.json, ou retirez-la de la page.",
  );
}
