/** Why a page of another origin can't connect: the browser does not say, so we ask in a way that it allows. */

/** Returns whether `server` is up but refuses us, as it does when this page's origin is not on its list. */
export async function originIsRefused(server: string): Promise<boolean> {
  if (new URL(server, location.href).origin === location.origin) return false;
  try {
    await fetch(new URL("/healthz", server), { mode: "no-cors", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}
