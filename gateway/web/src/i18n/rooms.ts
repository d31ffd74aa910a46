import { roomsEn, type RoomStrings } from "./rooms-en.js";
import { roomsKo } from "./rooms-ko.js";

export type { RoomStrings };

export function roomStringsOf(code: string): RoomStrings {
  return code === "ko" ? roomsKo : roomsEn;
}
