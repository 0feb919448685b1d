// @ts-check
// How numbers, times and sentences are written for the rep.

import { locale } from "./tongue.js";

/** @param {number} n */
export const number = (n) => n.toLocaleString(locale);

/** A time of today as 12:04, of another day with its date. @param {number} at ms @param {Date} now */
export function when(at, now = new Date()) {
  const then = new Date(at);
  const clock = then.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
  if (then.toDateString() === now.toDateString()) return clock;
  return `${then.toLocaleDateString(locale, { day: "numeric", month: "short", year: then.getFullYear() === now.getFullYear() ? undefined : "numeric" })} ${clock}`;
}

/** A day with its year. @param {string} at a moment */
export const day = (at) => new Date(at).toLocaleDateString(locale, { day: "numeric", month: "short", year: "numeric" });

/** The same words, begun with a capital. @param {string} words */
export const sentence = (words) => words.charAt(0).toUpperCase() + words.slice(1);
