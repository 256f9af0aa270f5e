import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Another program that fits the regression of the benchmark. */
export interface Peer {
  name: string;
  command: string;
  /** Tells, by its exit code, whether what it needs is installed. */
  probe: string[];
  script: string;
  solver: string[];
}

/** Debian’s interpreter, whose packages are `python3-statsmodels` and `python3-sklearn`. */
const PYTHON = "/usr/bin/python3";

const python = (name: string, module: string, solver: string): Peer => ({
  name,
  command: PYTHON,
  probe: ["-c", `import ${module}`],
  script: "python.py",
  solver: [solver],
});

export const PEERS: Peer[] = [
  { name: "R glm.fit", command: "Rscript", probe: ["--version"], script: "glm.R", solver: [] },
  python("statsmodels Logit", "statsmodels", "statsmodels"),
  python("scikit-learn lbfgs", "sklearn", "lbfgs"),
  python("scikit-learn newton-cholesky", "sklearn", "newton-cholesky"),
];

/** A fit as the benchmark compares them; seconds are the least of the runs. */
export interface PeerFit {
  wall: number;
  processor: number;
  estimates: Float64Array;
  /** NaN when the program gives none. */
  errors: Float64Array;
}

export function isInstalled({ command, probe }: Peer): boolean {
  return spawnSync(command, probe).status === 0;
}

/** Fits `rows` × `size` numbers of `x.bin` and the outcomes of `y.bin`, `runs` times over. */
export function runPeer(
  peer: Peer,
  folder: string,
  size: number,
  rows: number,
  runs: number,
): PeerFit {
  const script = fileURLToPath(new URL(`peers/${peer.script}`, import.meta.url));
  const { stdout, stderr, status } = spawnSync(
    peer.command,
    [script, folder, String(size), String(rows), String(runs), ...peer.solver],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${peer.name}: ${stderr}`);
  const [wall, processor, ...rest] = stdout.trim().split("\n").map(Number);
  return {
    wall: wall!,
    processor: processor!,
    estimates: Float64Array.from(rest.slice(0, size + 1)),
    errors: Float64Array.from(rest.slice(size + 1)),
  };
}
