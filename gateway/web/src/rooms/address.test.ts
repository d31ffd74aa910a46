import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { linkTo, roomInAddress, showInAddress } from "./address.js";

const pushState = vi.fn();

function open(address: string): void {
  vi.stubGlobal("location", new URL(address));
}

beforeEach(() => {
  pushState.mockClear();
  vi.stubGlobal("history", { pushState });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("the room is the part behind the #, if there is one", () => {
  open("https://words.example.org/rooms#abc");
  expect(roomInAddress()).toBe("abc");

  open("https://words.example.org/rooms");
  expect(roomInAddress()).toBe("");
});

test("a room's link is this page's address with its id, whatever room is open", () => {
  open("https://words.example.org/words/rooms?lang=ko#abc");

  expect(linkTo("xyz")).toBe("https://words.example.org/words/rooms?lang=ko#xyz");
});

test("going into a room and out of it are steps that one can go back", () => {
  open("https://words.example.org/rooms");
  showInAddress("abc");
  open("https://words.example.org/rooms#abc");
  showInAddress("");

  expect(pushState.mock.calls.map(([, , address]) => address as string)).toEqual(["#abc", "/rooms"]);
});

test("an address that is there already is no step", () => {
  open("https://words.example.org/rooms#abc");
  showInAddress("abc");

  expect(pushState).not.toHaveBeenCalled();
});
