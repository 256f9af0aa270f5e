/** Mixes the bits of a 32-bit integer: the finaliser of MurmurHash3 (A. Appleby, public domain). */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const FNV_OFFSET = 0x811c9dc5;

/** FNV-1a of a text (Fowler, Noll, Vo; prime 0x01000193) from a given offset. */
function fnv(text: string, offset: number): number {
  let h = offset;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Rounds thrown away so that neighbouring keys part ways; the author of sfc32 advises 12. */
const WARM_UP = 12;

/**
 * A stream of random numbers named by a key: same key, same numbers, whatever the other streams
 * drew. Generator sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state, integer operations only,
 * so the numbers are the same on every machine.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** @param key for example `(seed, "debit", companyIndex)` */
  constructor(...key: (string | number)[]) {
    const text = key.join("\u0000");
    this.a = mix(fnv(text, FNV_OFFSET));
    this.b = mix(fnv(text, mix(FNV_OFFSET)));
    this.c = mix(this.a ^ this.b);
    for (let i = 0; i < WARM_UP; i++) this.bits();
  }

  private bits(): number {
    const t = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return t >>> 0;
  }

  /** Uniform on [0, 1). */
  uniform(): number {
    return this.bits() / 0x100000000;
  }

  /** Uniform on [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** Integer from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  /** True with probability `p`. */
  chance(p: number): boolean {
    return this.uniform() < p;
  }

  /** Standard normal (Box-Muller, one of the two values: a draw always takes two uniforms). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** One of `items`, all as likely. */
  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.uniform() * items.length)]!;
  }

  /** One of `items` in proportion to its weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T {
    let rest = this.uniform() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      rest -= weight;
      if (rest < 0) return item;
    }
    return items[items.length - 1]![0];
  }
}
