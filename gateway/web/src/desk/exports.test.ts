import { expect, test } from "vitest";
import { en } from "../i18n/en.js";
import { strings as ko } from "../i18n/languages/ko.js";
import { toAnki, toCsv } from "./exports.js";

const GOOSE = { word: "goose", pos: "n", meaning: 'a "web-footed" bird; it swims, honks' };

test("CSV has a heading and quoted fields, in the reader's language", () => {
  expect(toCsv([GOOSE], en)).toBe(
    '\ufeff"Word","Part of speech","Meaning"\r\n"goose","noun","a ""web-footed"" bird; it swims, honks"\r\n',
  );
  expect(toCsv([GOOSE], ko)).toContain('"단어","품사","뜻"\r\n"goose","명사",');
});

test.each(["=1+1", "+1", "-able", "@SUM(A1)", " =1", "\t=1", "\r=1"])("%j is no formula in CSV", (word) => {
  const [, row = ""] = toCsv([{ word, pos: "=n", meaning: word }], en).split("\r\n");

  const field = `"'${word.replace(/\s/, " ")}"`;
  expect(row).toBe(`${field},"'=n",${field}`);
});

test("a field never breaks its row", () => {
  const wild = { word: "a\tb", pos: "", meaning: "c\nd\r\n\u2028e" };

  expect(toCsv([wild], en).split("\r\n")[1]).toBe('"a b","","c d e"');
  expect(toAnki([wild], en)).toBe('#separator:tab\n#html:false\n"a b"\t"c d e"\n');
});

test("a note for Anki has the word in front and its meaning on the back, as text", () => {
  const notes = toAnki([GOOSE, { word: "#1", pos: "", meaning: "<b>first</b>" }], en);

  expect(notes.split("\n")).toEqual([
    "#separator:tab",
    "#html:false",
    '"goose"\t"(noun) a ""web-footed"" bird; it swims, honks"',
    '"#1"\t"<b>first</b>"',
    "",
  ]);
});
