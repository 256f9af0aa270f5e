import { Option } from "commander";
import { type Acceptance, parseAcceptance } from "../loaders/watch/accept.js";

/** `--accept <id=raison>`, as many times as there are alerts to let through. */
export function acceptOption(): Option {
  return new Option(
    "--accept <alerte=raison>",
    "laisse passer une alerte, la raison étant inscrite au journal ; peut être répétée",
  ).argParser((text: string, before: Acceptance[] = []) => [...before, parseAcceptance(text)]);
}
