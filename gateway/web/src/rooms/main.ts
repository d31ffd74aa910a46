/** The page at `/rooms`. */
import { keepChoices } from "../page/choices.js";
import "./ui/wordwire-rooms.js";

const rooms = document.querySelector("wordwire-rooms");
if (rooms) keepChoices(rooms);
