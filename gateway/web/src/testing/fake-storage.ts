/** Storage for the unit tests, as in a browser: the items are the object's own properties. */

export class FakeStorage {
  [key: string]: unknown;

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }

  setItem(key: string, value: string): void {
    this[key] = value;
  }

  removeItem(key: string): void {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- that is what a storage does
    delete this[key];
  }
}

/** A storage that has no room left. */
export class FullStorage extends FakeStorage {
  override setItem(): void {
    throw new DOMException("full", "QuotaExceededError");
  }
}

/** Returns a storage that the reader's settings forbid: each use of it throws. */
export function forbiddenStorage(): object {
  const refuse = (): never => {
    throw new DOMException("forbidden", "SecurityError");
  };
  return new Proxy({}, { get: refuse, ownKeys: refuse });
}
