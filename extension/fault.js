// @ts-check

/** What was thrown says, in words. @param {unknown} fault */
export const messageOf = (fault) => (fault instanceof Error ? fault.message : String(fault));
