/**
 * A room's link: `/rooms#ID`.
 *
 * Anyone with the id may come in, so it stands behind the `#`: browsers send that part to nobody, so that no server's
 * or proxy's log and no Referer has it.
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

/** Changes the address to that of `room` (empty: of no room), so that going back leads to the view before. */
export function showInAddress(room: string): void {
  if (room === roomInAddress()) return;
  history.pushState(null, "", room ? `#${room}` : location.pathname);
}
