/** A desktop window, and the width that RGAA 4.1 and WCAG 2.1 (1.4.10, reflow) come close to. */
export const WIDTHS = [1280, 390];
