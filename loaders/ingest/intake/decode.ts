import { withCode } from "../../../src/lib/faults/faults.js";
import type { Fatal } from "../fatal.js";
import type { ScanOptions } from "../scan.js";
import { copyPath, moved, writeAgain } from "./copy.js";
import { decoded, type Encoding, isNotOf, sniffBytes, sniffUtf16 } from "./encoding.js";
import type { Intake } from "./intake.js";

/** Writes again in UTF-8 a text that is in another encoding. */
export async function decode(
  taken: Intake,
  name: string,
  work: string,
  options: ScanOptions,
): Promise<Intake> {
  const { fatal } = taken.scan;
  if (fatal && !DECODABLE.includes(fatal.code)) return { ...taken, encoding: null };
  const encoding =
    (await sniffUtf16(taken.path)) ??
    (fatal?.code === "encoding-error" ? await sniffBytes(taken.path) : undefined);
  if (!encoding) return fatal ? { ...taken, encoding: null } : taken;
  const target = copyPath(work, "utf8", name);
  try {
    await writeAgain(taken, target, (chunks) => decoded(chunks, encoding));
  } catch (error) {
    if (!isNotOf(error)) throw error;
    const scan = { ...taken.scan, fatal: halfCharacter(name, encoding) };
    return { ...taken, scan, encoding: null };
  }
  const copy = await moved(taken, target, work, options);
  const notice = `fichier en ${encoding.toUpperCase()}, converti en UTF-8`;
  return { ...copy, encoding, notices: [...taken.notices, withCode(notice, "other-encoding")] };
}

/** What a scan says of a text in another encoding: bytes that are not UTF-8, or NULs. */
const DECODABLE: readonly string[] = ["encoding-error", "source-error"];

function halfCharacter(name: string, encoding: Encoding): Fatal {
  return {
    code: "encoding-error",
    message: `${name} : le fichier commence en ${encoding.toUpperCase()} et contient des octets qui n’en sont pas`,
    remedy: "Redemander ou retransférer le fichier, de préférence en UTF-8",
  };
}
