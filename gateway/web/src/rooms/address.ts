/**
 * A room's link: `/rooms#ID`.
 *
 * Whoever has the id may come in, so it stands behind the `#`: browsers send that part to nobody, and it is in no log
 * of a server or proxy and in no Referer.
 */

/** Returns the room that this page's address names; empty when it names none. */
export function roomInAddress(): string {
  return location.hash.slice(1);
}

export function linkTo(room: string): string {
  const link = new URL(location.href);
  link.hash = room;
  return link.href;
}

/** Makes the address that of `room` (empty: of no room), so that going back leads to where one was. */
export function showInAddress(room: string): void {
  if (room === roomInAddress()) return;
  history.pushState(null, "", room ? `#${room}` : location.pathname);
}
