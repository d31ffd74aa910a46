/** Why a page of another origin can't connect: the browser does not say, so we ask in a way that it allows. */

import { baseOf } from "./line.js";

/** Returns whether `server` is up but refuses us, as it does when this page's origin is not on its list. */
export async function originIsRefused(server: string): Promise<boolean> {
  const base = baseOf(server);
  if (base.origin === self.origin) return false;
  try {
    await fetch(new URL("healthz", base), { mode: "no-cors", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}
