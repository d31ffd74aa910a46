import { describe, expect, it } from "vitest";
import { address, choices, lookups } from "./openapi.js";

const get = { summary: "Rhymes", description: "", parameters: [] };

describe("the page of the HTTP interface", () => {
  it("offers what a GET can ask", () => {
    const document = { paths: { "/v1/rhymes": { get }, "/v1/batch": {} }, "x-problems": {} };

    expect([...lookups(document).keys()]).toEqual(["/v1/rhymes"]);
  });

  it("lets people choose where only some values are allowed", () => {
    const parameter = { name: "pos", description: "" };

    expect(choices({ ...parameter, schema: { type: "string", enum: ["", "n"] } })).toEqual(["", "n"]);
    expect(choices({ ...parameter, schema: { type: "boolean" } })).toEqual(["", "true", "false"]);
    expect(choices(parameter)).toEqual([]);
  });

  it("leaves empty parameters out of the address", () => {
    expect(
      address("/v1/rhymes", [
        ["word", "ice cream"],
        ["where[pos]", ""],
      ]),
    ).toBe("/v1/rhymes?word=ice+cream");
    expect(address("/v1/random", [])).toBe("/v1/random");
  });
});
