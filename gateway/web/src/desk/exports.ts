/** Starred words as files: a table for spreadsheets, and notes for Anki. */
import type { Strings } from "../i18n/index.js";
import type { Starred } from "./stars.js";

/** Without the mark, Excel takes UTF-8 for another encoding. */
const BYTE_ORDER_MARK = "\ufeff";

/** Returns the words as CSV (RFC 4180), with a heading. */
export function toCsv(words: readonly Starred[], s: Strings): string {
  const rows = words.map(({ word, pos, meaning }) => [word, s.pos[pos] ?? pos, meaning]);
  const lines = [s.stars.columns, ...rows].map((row) => row.map((field) => quoted(asText(field))).join(","));
  return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}

/** Returns the words as notes for Anki's import: the word in front, part of speech and meaning on the back. */
export function toAnki(words: readonly Starred[], s: Strings): string {
  const notes = words.map(({ word, pos, meaning }) => {
    return [word, `${pos && `(${s.pos[pos] ?? pos}) `}${meaning}`].map(quoted).join("\t");
  });
  return ["#separator:tab", "#html:false", ...notes, ""].join("\n");
}

/** Returns a field on one line, in quotation marks. */
function quoted(field: string): string {
  return `"${field.replace(/\s+/g, " ").replaceAll('"', '""')}"`;
}

/** Marks as text what a spreadsheet would take for a formula. */
function asText(field: string): string {
  return /^\s*[=+\-@]/.test(field) ? `'${field}` : field;
}
