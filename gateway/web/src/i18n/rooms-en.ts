/** Every English string of the rooms, separate from the client's, so that neither page loads the other's. */

export const roomsEn = {
  page: "Rooms",
  dictionary: "Dictionary",
  // Outside
  welcome: "Talk about words, together.",
  welcomeMore:
    "Create a room and send its link to others. Anyone with the link can join, read along and ask the dictionary.",
  invited: "You are invited to a room.",
  invitedMore: "Anyone with this page's address can join. What name should the others see?",
  name: "Your name",
  title: "Topic (optional)",
  create: "Create a room",
  creating: "Creating…",
  join: "Join",
  joining: "Joining…",
  badName: "That name can't be used here. Choose another.",
  another: "Create a room of your own",
  // The room
  untitled: "A room",
  people: (count: number): string => `${count} here`,
  everybody: "People in the room",
  you: "you",
  share: "Copy link",
  shared: "Link copied",
  shareFailed: "Could not copy: the link is this page's address",
  leave: "Leave",
  came: (name: string): string => `${name} joined.`,
  went: (name: string): string => `${name} left.`,
  // The messages
  log: "Messages",
  empty: "Nobody has said anything yet.",
  older: "Show older messages",
  fetching: "Fetching older messages…",
  missing: (count: number): string =>
    count === 1 ? "One message is missing here." : `${count} messages are missing here.`,
  unseen: (count: number): string => (count === 1 ? "1 new message" : `${count} new messages`),
  youSaid: "You",
  bot: "dictionary",
  answers: "In answer to",
  earlier: "an earlier question",
  wholeAnswer: "The whole answer",
  lookUp: "Open in the dictionary",
  newTab: "in a new tab",
  waiting: "Not sent yet",
  refused: "Not sent.",
  again: "Try again",
  discard: "Discard",
  // Below
  typing: (names: string, count: number): string =>
    count === 1 ? `${names} is typing…` : `${names} are typing…`,
  text: "Message",
  placeholder: "Say something…",
  hint: "Send the room's link to others. To ask the dictionary, begin with @word or with a command:",
  hintQuestion: "@word what does serene mean?",
  hintCommand: "/synonyms happy",
  ask: "Ask the dictionary",
  send: "Send",
  away: "The connection is lost. Your messages are sent once it is back.",
  offline: "You are offline. Your messages are sent once you are back online.",
  // Refusals, and what helps
  problems: {
    no_such_room: "There is no such room, or it has expired. Ask for its link again, or create another.",
    room_full: "The room is full. Try again when somebody has left.",
    not_a_member: "The room no longer knows you. Joining again…",
    unauthorized: "You are not allowed to do that here.",
    bad_request: "That can't be sent like this. Please change it.",
    too_long: "That is too long.",
    rate_limited: "That was too much at once. Trying again shortly.",
    busy: "The server is busy. Trying again shortly.",
    unavailable: "The room can't be reached right now. Trying again shortly.",
    timeout: "The server does not answer. Trying again shortly.",
    internal: "Something went wrong on the server.",
  } as Record<string, string>,
};

export type RoomStrings = typeof roomsEn;
