// @ts-check
// Amounts of money as they are written here. What is in several currencies is never
// added up.

import { locale, t } from "./tongue.js";

/** Signs that an export writes in place of a currency; which dollars they are is not known. @type {Record<string, string>} */
const signs = { "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY" };

/** @param {number} value @param {string} currency as the export writes it */
export function money(value, currency) {
  if (/^[A-Z]{3}$/.test(currency)) {
    try {
      return new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(value);
    } catch {} // letters that are no currency
  }
  const sign = Object.hasOwn(signs, currency) && signs[currency];
  if (sign) return new Intl.NumberFormat(locale, { style: "currency", currency: sign, currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 }).format(value);
  return `${Math.round(value).toLocaleString(locale)} ${currency}`.trim();
}

/** Sums, the largest first. @param {[currency: string, value: number][]} by */
export function amounts(by, most = 3) {
  const shown = by.slice(0, most).map(([currency, value]) => money(value, currency));
  if (by.length > most) shown.push(t("{} more", by.length - most));
  return shown.join(" + ") || "–";
}
