/** What the explorer's engine weighs once compressed, to the nearest million bytes; a test compares it with its files. */
export const ENGINE_BYTES = 8e6;
