import { AVENANT_2019 } from "./avenant2019.js";
import { AVENANT_2020 } from "./avenant2020.js";
import { CONVENTION_2020 } from "./convention2020.js";
import { CONVENTION_2023 } from "./convention2023.js";
import type { Duty } from "./duty.js";
import { EIG_2016 } from "./eig2016.js";

/** The duties found in the five founding documents, by number. */
export const DUTIES: readonly Duty[] = [
  ...CONVENTION_2023,
  ...CONVENTION_2020,
  ...AVENANT_2020,
  ...AVENANT_2019,
  ...EIG_2016,
].sort((a, b) => a.number - b.number);
