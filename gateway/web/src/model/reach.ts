/** Why a page of another origin can't connect: the browser does not tell, so we ask in a way it allows. */

/** Whether `server` lives although it takes no connection of ours, as when it does not know this page's origin. */
export async function originIsRefused(server: string): Promise<boolean> {
  if (new URL(server, location.href).origin === location.origin) return false;
  try {
    await fetch(new URL("/healthz", server), { mode: "no-cors", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}
