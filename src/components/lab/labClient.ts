import { FileAttachment } from "observablehq:stdlib";
import { VigieError } from "../../lib/error.js";
import { busy } from "../notebook/busy.js";
import type { LabNews, LabOrder } from "./messages.js";

export type Fitted = Extract<LabNews, { kind: "fitted" }>;

/** The worker of the model lab, started at the first order. */
export class LabClient {
  #worker: Worker | undefined;
  #isBusy = false;
  #isReady = false;
  #drop: (reason: Error) => void = () => {};

  /**
   * Fits a specification in the worker. An order replaces the one before, whose promise is rejected
   * as `replaced`: a fit cannot be interrupted, so its worker is stopped. Throws a VigieError with
   * what the fit says.
   */
  fit(order: LabOrder, told: (item: string) => void): Promise<Fitted> {
    if (this.#isBusy) this.stop();
    this.#worker ??= this.#start();
    const worker = this.#worker;
    told("chargement du calcul");
    this.#isBusy = true;
    const fitted = new Promise<Fitted>((resolve, reject) => {
      this.#drop = reject;
      worker.onmessage = ({ data }: MessageEvent<LabNews>) => {
        if (data.kind === "ready") {
          this.#isReady = true;
          worker.postMessage(order);
        }
        if (data.kind === "progress") told(data.item);
        if (data.kind === "fitted") resolve(data);
        if (data.kind === "failed") reject(failed(data.message));
      };
      worker.onerror = ({ message }) => reject(failed(message));
      if (this.#isReady) worker.postMessage(order);
    }).finally(() => {
      if (this.#worker === worker) this.#isBusy = false;
    });
    return busy(fitted);
  }

  /** Stops what runs; the columns read are read again by the next order. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isBusy = false;
    this.#isReady = false;
    this.#drop(new VigieError("replaced", "cet ajustement a été remplacé", "Attendez le suivant."));
  }

  #start(): Worker {
    const script = FileAttachment("../../data/ajustement.js").href;
    const solver = FileAttachment("../../data/solveur.wasm").href;
    return new Worker(`${script}#${encodeURIComponent(solver)}`, { type: "module" });
  }
}

const failed = (message: string): VigieError =>
  new VigieError(
    "lab-failed",
    `l’ajustement a échoué : ${message}`,
    "Retirez la dernière variable ajoutée, ou élargissez la période d’apprentissage.",
  );
